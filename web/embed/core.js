// What all elements of a page share: the program, the sheets, and the way from what an element was told to what it shows. A build
// that ships joins dom.js and views.js to it, so whoever is fetched later takes them from here.
import init, { health, show, report, typed } from './plimsoll-embed.js?v=dev';
import { fill, h } from './dom.js?v=dev';
import { calculator, inline } from './views.js?v=dev';

export { h, words } from './dom.js?v=dev';
export { notes, theme } from './views.js?v=dev';

/** The most entries of an object that are read. */
const MOST = 200;
/** The locale that the program writes by itself: the browser's first format of all takes longer than twenty elements. */
const OURS = 'en-US';
/** Options that are told to the program as they are. */
const PLAIN = ['segment', 'industry', 'stage', 'window', 'currency'];

/** How each element is told, asked for and drawn. <plimsoll-health> has a file of its own, fetched with the first of them. */
export const views = {
  'plimsoll-calculator': { ask: 'show', told: options, draw: calculator, listen, report: whole },
  'plimsoll-metric': { ask: 'show', told: options, draw: inline, report: whole },
};

let sheets = [];
let hrefs = [];
let dead = null;

/** Starts the program, once. Answers what the elements need of this file. */
export async function start(wasm, app, embed, addresses) {
  // On the page a rem is the reader's; here it is the host's, which may be anything, so that it becomes a length of our own. What
  // a container is asked cannot hold one, so a rem is there what it is where nobody changes it.
  sheets = [app, embed].map((text) => text.replace(/@media[^{]*|(@container[^{]*)|(\d*\.?\d+)rem\b/g, (all, asked, size) => (
    asked ? asked.replace(/(\d*\.?\d+)rem\b/g, (_, of) => `${16 * of}px`) : size ? `calc(${size}*var(--ps-rem))` : all)));
  hrefs = addresses;
  await init({ module_or_path: wasm });
  return { drawing, views };
}

/** Enters the program. After a fault it is never entered again: its memory may be half-written. */
export function ask(what, ...given) {
  if (dead) throw dead;
  try {
    return { health, show, report, typed }[what](...given);
  } catch (error) {
    throw dead = error;
  }
}

const dressed = new WeakMap();

/** The sheets of a document, made once for all elements in it. */
function sheetsOf(document) {
  const { CSSStyleSheet } = document.defaultView ?? {};
  if (!CSSStyleSheet || !('adoptedStyleSheets' in document)) return null;
  if (!dressed.has(document)) {
    dressed.set(document, sheets.map((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    }));
  }
  return dressed.get(document);
}

/** Dresses a root, in whatever document it now stands. Answers the links that it needs where sheets cannot be adopted. */
function dress(root) {
  const own = sheetsOf(root.ownerDocument);
  if (own) root.adoptedStyleSheets = own;
  return own ? [] : hrefs.map((href) => h('link', { rel: 'stylesheet', href }));
}

/** What draws one element, and hears what its reader does. */
export function drawing(element, root, kind) {
  let links = dress(root);
  const state = { typing: '', text: '', notes: [], view: null };
  const told = () => kind.told(element, state);
  const self = {
    draw() {
      state.notes = [];
      fill(root, [...links, kind.draw(element, self.see(), state)]);
    },
    dress() {
      links = dress(root);
      element.refresh();
    },
    left() { state.typing = ''; },
    report: () => kind.report(told(), locale(element, state)),
    held: (name) => (name === 'figures' && state.view?.entered ? Object.fromEntries(state.view.entered) : null),
    /** What the program says that the element shows. */
    see() {
      const given = told();
      state.view = JSON.parse(ask(kind.ask, given, locale(element, state)));
      const notes = [...state.notes, ...state.view.notes];
      for (const note of notes) element.tell(note);
      return { ...state.view, notes };
    },
    /** What a reader did, as attributes; the page hears of it. */
    change(changes) {
      for (const [name, value] of Object.entries(changes)) element.setAttribute(name, value);
      element.dispatchEvent(new CustomEvent('plimsoll-change', { bubbles: true, composed: true, detail: self.report() }));
    },
  };
  kind.listen?.(element, root, state, self);
  return self;
}

/** The report of everything that follows from what an element was told. */
function whole(told, name) {
  return JSON.parse(ask('report', told, name));
}

/** The locale that numbers are written in: the element's, where the browser knows it, else the reader's. */
export function locale(element, state) {
  const asked = element.getAttribute('locale') ?? '';
  if (!asked || asked === OURS) return asked || (navigator.language ?? OURS);
  try {
    if (Intl.NumberFormat.supportedLocalesOf(asked).length) return asked;
  } catch { /* it is no locale at all */ }
  const note = `There is no locale “${asked.slice(0, 40)}”.`;
  if (!state.notes.includes(note)) state.notes.push(note);
  return navigator.language ?? OURS;
}

/** Everything that an element was told, as names and texts in turn. */
function options(element, state) {
  const told = [];
  const from = element.localName === 'plimsoll-metric' ? source(element, state) : element;
  for (const name of PLAIN) {
    const text = element.getAttribute(name) ?? from.getAttribute(name);
    if (text !== null) told.push(name, text);
  }
  const metrics = element.getAttribute(element.localName === 'plimsoll-metric' ? 'metric' : 'metrics');
  if (metrics !== null) told.push('metrics', metrics);
  if (element.hasAttribute('parts')) told.push('parts', element.getAttribute('parts'));
  entries(from, 'figures', told, state, children(from));
  entries(from, 'levers', told, state, null);
  return told;
}

/** The calculator that a metric follows. */
function source(element, state) {
  const name = element.getAttribute('for');
  if (!name) return element;
  const found = element.getRootNode().getElementById?.(name);
  if (found?.localName === 'plimsoll-calculator') return found;
  state.notes.push(`There is no calculator with the id “${name.slice(0, 40)}”.`);
  return element;
}

/** Figures as light children: <data data-figure="start-mrr" value="240000">$240,000</data>. */
function children(element) {
  const found = [...element.querySelectorAll('data[data-figure]')];
  return found.length ? Object.fromEntries(found.map((each) => [each.dataset.figure, each.value])) : null;
}

/** The entries of an object that stands in an attribute as JSON, own ones only, each of which is a text or a number. */
export function entries(element, name, told, state, otherwise) {
  const text = element.getAttribute(name);
  const held = text === null ? otherwise : object(text, name, state);
  if (!held) return;
  const own = Object.entries(held);
  told.push(`${name}`, ''); // an empty object is an answer too: nothing is entered
  if (own.length > MOST) state.notes.push(`“${name}” has more than ${MOST} entries.`);
  for (const [slug, value] of own.slice(0, MOST)) {
    if (value === null) continue;
    const written = writes(value, element, state);
    if (written === null) state.notes.push(`“${slug.slice(0, 40)}” in “${name}” is neither a number nor a text.`);
    else told.push(`${name}.${slug}`, written);
  }
}

/** What stands in an attribute as JSON: an object, or a list where one is wanted. */
export function object(text, name, state, isList = false) {
  try {
    const value = JSON.parse(text);
    if (value && typeof value === 'object' && Array.isArray(value) === isList) return value;
    state.notes.push(`“${name}” is no JSON ${isList ? 'list' : 'object'}.`);
  } catch (error) {
    state.notes.push(`“${name}” is no JSON: ${error.message}`);
  }
  return isList ? [] : {};
}

/** A number as it would be typed in the element's locale; a text as it is. */
export function writes(value, element, state) {
  if (typeof value === 'string') return value;
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  let digits = String(value);
  if (digits.includes('e')) digits = Math.abs(value) < 1 ? value.toFixed(20).replace(/\.?0+$/, '') : `${BigInt(value)}`;
  return digits.replace('.', mark(locale(element, state)));
}

const marks = new Map();
function mark(name) {
  if (name === OURS) return '.';
  if (!marks.has(name)) marks.set(name, new Intl.NumberFormat(name).format(1.5).includes(',') ? ',' : '.');
  return marks.get(name);
}

/** Hears the reader, once for all fields of an element. */
function listen(element, root, state, self) {
  const entered = () => Object.fromEntries(state.view.entered);
  root.addEventListener('input', ({ target }) => guarded(element, () => {
    const { figure, lever } = target.dataset;
    if (figure) {
      const field = state.view.groups.flatMap((group) => group.fields).find(({ slug }) => slug === figure);
      const shown = state.typing === figure ? state.text : field?.text ?? '';
      const figures = entered();
      figures[figure] = ask('typed', figures[figure] ?? '', shown, target.value, locale(element, state));
      Object.assign(state, { typing: figure, text: target.value });
      self.change({ figures: JSON.stringify(figures) });
    } else if (lever) {
      const levers = object(element.getAttribute('levers') ?? '{}', 'levers', state);
      if (Number(target.value) === 0 && target.type === 'range') delete levers[lever];
      else levers[lever] = target.type === 'range' ? Number(target.value) : target.value;
      self.change({ levers: JSON.stringify(levers) });
    }
  }));
  root.addEventListener('change', ({ target }) => guarded(element, () => {
    if (target.dataset.choice) self.change({ [target.dataset.choice]: target.value });
  }));
  // A field that nobody types in shows its number in groups.
  root.addEventListener('focusout', ({ target }) => guarded(element, () => {
    if (!target.dataset?.figure) return;
    state.typing = '';
    element.refresh();
  }));
}

/** Nothing of ours is thrown into the page. */
export function guarded(element, work) {
  try {
    work();
  } catch (error) {
    element.tell(`${error?.message ?? error}`);
    element.refresh(); // which ends in the page's own words, where the program is dead
  }
}
