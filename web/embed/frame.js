// The page within an iframe: options from the address, height and changes to the page around it. It answers one window of one
// origin, and what else arrives counts for nothing.
import { OPTIONS } from './options.js?v=dev';

const LONGEST = 65_536; // of an address, and of a message
const MOST = 50; // messages a second that are read

const asked = new URLSearchParams(`${location.search.slice(1)}&${location.hash.slice(1)}`.slice(0, LONGEST));
const tag = `plimsoll-${asked.get('element') ?? 'calculator'}`;
const names = new Map((OPTIONS[tag] ?? OPTIONS['plimsoll-calculator']).map(([name, , kind]) => [name, kind]));
const element = document.createElement(tag in OPTIONS ? tag : 'plimsoll-calculator');
if (!(tag in OPTIONS)) console.warn(`There is no element “${tag}”.`);

function set(name, value) {
  const kind = names.get(name);
  if (!kind) return;
  if (kind === 'flag') element.toggleAttribute(name, value !== 'false' && value !== false && value !== null);
  else if (value === null) element.removeAttribute(name);
  else if (typeof value === 'string') element.setAttribute(name, value);
}

for (const [name, value] of asked) set(name, value);
document.getElementById('frame').replaceChildren(element);

/** Whose page this is within: the origin that its address states, or the one that the browser knows. */
function around() {
  for (const known of [asked.get('origin'), location.ancestorOrigins?.[0], document.referrer]) {
    try {
      const { origin } = new URL(known);
      if (origin !== 'null') return origin;
    } catch { /* no address */ }
  }
  return null;
}

const origin = parent === window ? null : around();
const tell = (message) => { if (origin) parent.postMessage({ plimsoll: 1, ...message }, origin); };

let told = 0;
const height = () => Math.ceil(element.getBoundingClientRect().height);
new ResizeObserver(() => {
  if (height() !== told) tell({ type: 'height', height: told = height() });
}).observe(element);
addEventListener('hashchange', () => location.reload());
element.addEventListener('plimsoll-change', ({ detail }) => tell({ type: 'change', report: detail }));

let second = 0;
let count = 0;
addEventListener('message', ({ source, origin: from, data }) => {
  if (source !== parent || from !== origin || from === 'null') return;
  const now = Math.floor(performance.now() / 1000);
  [second, count] = now === second ? [second, count + 1] : [now, 1];
  if (count > MOST || !data || typeof data !== 'object' || data.plimsoll !== 1) return;
  if (data.type === 'hello') tell({ type: 'height', height: height() }); // who listens only now
  if (data.type !== 'set') return;
  const { options } = data;
  if (!options || typeof options !== 'object') return;
  const own = Object.entries(options).slice(0, names.size);
  if (own.reduce((size, [, value]) => size + `${value}`.length, 0) > LONGEST) return;
  for (const [name, value] of own) set(name, value);
});
