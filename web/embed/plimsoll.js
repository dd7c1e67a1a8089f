// The custom elements of Plimsoll: <script type="module" src="…/plimsoll.js"></script> defines them all.
//
// This file is what a page waits for. An element shows its own light children until it comes near the viewport; then the
// program, the sheets and the renderer are fetched once for all elements, and nothing of the page is touched.
import { OPTIONS } from './options.js?v=dev';

const here = (file) => new URL(file, import.meta.url);

/** What is fetched once: everything starts at the same time, so that one slow part delays no other. */
const parts = {
  core: () => fetched(['./plimsoll-embed_bg.wasm?v=dev', './app.css?v=dev', './embed.css?v=dev'], import('./core.js?v=dev')),
  health: () => import('./health.js?v=dev'),
};
const loaded = {};
const load = (part) => loaded[part] ??= parts[part]();

async function fetched([wasm, ...sheets], core) {
  const text = async (file) => {
    const answer = await fetch(here(file));
    if (!answer.ok) throw new Error(`${file.split('?')[0]} answered ${answer.status}`);
    return answer.text();
  };
  const ready = Promise.all([fetch(here(wasm)), ...sheets.map(text)]);
  ready.catch(() => {}); // told below, where both are awaited
  return (await core).start(...await ready, sheets.map((file) => here(file).href));
}

const BEGIN = Symbol('begin');
/** Elements near the viewport that are not shown yet. */
const near = new Set();
const note = (entries) => { for (const { isIntersecting, target } of entries) near[isIntersecting ? 'add' : 'delete'](target); };
const watcher = globalThis.IntersectionObserver && new IntersectionObserver((entries) => {
  note(entries);
  show();
}, { rootMargin: '400px' });
let isShowing = false;

/** Shows what is near, one large element in each frame: it grows, and may push the others out of reach, where they wait. */
async function show() {
  if (isShowing) return;
  isShowing = true;
  while (near.size) {
    const began = performance.now();
    for (const element of near) {
      near.delete(element);
      watcher.unobserve(element);
      await element[BEGIN]();
      if (element.localName !== 'plimsoll-metric' || performance.now() - began > 8) break;
    }
    await new Promise((settled) => { requestAnimationFrame(() => setTimeout(settled)); });
    note(watcher.takeRecords());
  }
  isShowing = false;
}

/** The metrics in the page: each may follow a calculator. */
const followers = new Set();

class PlimsollElement extends HTMLElement {
  #root = this.attachShadow({ mode: 'open' });
  #drawing = null;
  #isNear = false;
  #isDue = false;
  #said = new Set();
  #failed = null;

  constructor() {
    super();
    this.#root.append(document.createElement('slot'));
  }

  connectedCallback() {
    // What the page set before this script ran lies on the element itself, in front of its accessors.
    for (const [, key] of OPTIONS[this.localName] ?? []) {
      if (!Object.hasOwn(this, key)) continue;
      const value = this[key];
      delete this[key];
      this[key] = value;
    }
    if (this.localName === 'plimsoll-metric') followers.add(this);
    if (this.#isNear || !watcher) this[BEGIN]();
    else watcher.observe(this);
  }

  disconnectedCallback() {
    watcher?.unobserve(this);
    near.delete(this);
    followers.delete(this);
    this.#drawing?.left();
  }

  adoptedCallback() {
    this.#drawing?.dress();
  }

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    this.refresh();
    if (this.id) for (const follower of followers) if (follower.htmlFor === this.id) follower.refresh();
  }

  /** Fetches what is needed, and shows the element. One that was removed meanwhile is shown when it comes back. */
  async [BEGIN]() {
    this.#isNear = true;
    try {
      const core = await load('core');
      const draw = this.localName === 'plimsoll-health' ? (await load('health')).default : core.views[this.localName];
      if (!this.isConnected || this.#failed) return;
      this.#drawing ??= core.drawing(this, this.#root, draw);
      this.refresh();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Shows what the attributes say, once for all that change in a task. */
  refresh() {
    if (this.#isDue || !this.#drawing) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      if (!this.isConnected) return;
      try {
        this.#drawing.draw();
      } catch (error) {
        this.#fail(error);
      }
    });
  }

  /** A sentence for whoever made the page. */
  tell(sentence) {
    if (this.#said.has(sentence)) return;
    this.#said.add(sentence);
    console.warn(`<${this.localName}>: ${sentence}`);
  }

  /** What cannot be shown leaves the page's own words in place. */
  #fail(error) {
    if (this.#failed) return;
    this.#failed = error;
    const message = document.createElement('span');
    message.setAttribute('part', 'message');
    message.setAttribute('role', 'status');
    message.textContent = 'The calculator could not be loaded.';
    const children = [document.createElement('slot')];
    if (!this.textContent.trim()) children.push(message);
    this.#root.replaceChildren(...children);
    this.#drawing = null;
    console.error(`<${this.localName}> could not be loaded: ${error?.message ?? error}`);
  }

  /** The report of what the element holds; null until the program is there. */
  get report() {
    try {
      return this.#drawing?.report() ?? null;
    } catch {
      return null;
    }
  }

  /** What is held in an attribute as JSON, or what stands for it. */
  held(name) {
    return this.#drawing?.held(name) ?? plain(this.getAttribute(name)) ?? {};
  }
}

/** An object of texts and numbers by name, own entries only; nothing where there is none. */
function plain(text) {
  try {
    const value = JSON.parse(text);
    return value && typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

/** What is set as an object becomes JSON in the attribute; what cannot is told, never thrown. */
function hold(element, name, value) {
  if (value === null || value === undefined) return element.removeAttribute(name);
  try {
    element.setAttribute(name, typeof value === 'string' ? value : JSON.stringify(value) ?? String(value));
  } catch (error) {
    element.tell(`“${name}” could not be read: ${error?.message ?? error}`);
  }
}

const accessor = (name, kind) => {
  if (kind === 'flag') {
    return {
      get() { return this.hasAttribute(name); },
      set(value) { this.toggleAttribute(name, Boolean(value)); },
    };
  }
  if (kind === 'held') {
    return { get() { return this.held(name); }, set(value) { hold(this, name, value); } };
  }
  return {
    get() { return this.getAttribute(name) ?? ''; },
    set(value) {
      if (value === null || value === undefined) return this.removeAttribute(name);
      try {
        this.setAttribute(name, Array.isArray(value) ? value.join(' ') : `${value}`);
      } catch (error) {
        this.tell(`“${name}” could not be read: ${error?.message ?? error}`);
      }
    },
  };
};

for (const [tag, options] of Object.entries(OPTIONS)) {
  if (customElements.get(tag)) {
    console.warn(`<${tag}> is defined already; plimsoll.js was loaded twice.`);
    continue;
  }
  const element = class extends PlimsollElement {
    static observedAttributes = options.map(([name]) => name);
  };
  for (const [name, key, kind] of options) {
    Object.defineProperty(element.prototype, key, { ...accessor(name, kind), configurable: true, enumerable: true });
  }
  customElements.define(tag, element);
}
