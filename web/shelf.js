// The views beside the calculator: their sheets and their program, fetched with the first of them.
const here = (file) => new URL(file, import.meta.url);
let sheets = null;

/** Settles once the sheet is there; a view without its looks is still a view. */
const sheet = (file) => new Promise((settled) => {
  const link = document.createElement('link');
  Object.assign(link, { rel: 'stylesheet', href: here(file), onload: settled, onerror: settled });
  document.head.append(link);
});

/** Starts the program. */
export async function open() {
  sheets ??= Promise.all(['./styles/views.css?v=dev', './styles/scenarios.css?v=dev'].map(sheet));
  const [{ default: init }] = await Promise.all([import('./plimsoll-shelf.js?v=dev'), sheets]);
  await init({ module_or_path: here('./plimsoll-shelf_bg.wasm?v=dev') });
}

// What the builder of embeds asks for: the script that its lines name, and where that lies.
Object.defineProperty(globalThis, 'plimsollShelf', {
  value: Object.freeze({
    preview: () => { import('./embed/plimsoll.js?v=dev').catch(() => {}); },
    here: () => here('./').href,
  }),
});

globalThis.plimsollData.copy = (text) => {
  const { say } = globalThis.plimsollData;
  const refused = () => say('The browser did not let the clipboard be used. Select the text and copy it by hand.');
  (navigator.clipboard?.writeText(text) ?? Promise.reject()).then(() => say('Copied.'), refused);
};

// The draws of what is uncertain have a worker of their own, started with the first range. What it says of other inputs than the
// last ones does not count. After a fault it is thrown away, and the next inputs get a fresh one.
let drawing = null;
let turn = 0;
let heard = () => {};
let last = null;
let isTold = false; // in this frame

function fault() {
  drawing?.terminate();
  drawing = null;
  last = null;
  heard(null);
}

// What comes faster than frames is told once a frame: only the last counts, as each says all that was found.
function next() {
  isTold = false;
  if (last) hear(last);
}

function hear(data) {
  if (data === null) fault();
  else if (isTold) last = data;
  else {
    last = null;
    if (data.turn !== turn) return;
    isTold = true;
    requestAnimationFrame(next);
    heard(data.found);
  }
}

globalThis.plimsollDraws = Object.freeze({
  // The callback gets the bytes of what was found, or null after a fault.
  onFound(callback) { heard = callback; },
  draw(entries) {
    turn += 1;
    try {
      drawing ??= globalThis.plimsollKeep.worker('draws', hear);
      drawing.postMessage({ turn, entries });
    } catch {
      fault();
    }
  },
  // Nothing is uncertain, or nobody looks: the worker goes, and its memory with it.
  stop() {
    turn += 1;
    drawing?.terminate();
    drawing = null;
  },
});
