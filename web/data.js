// The page's side of the data room: what is dropped or chosen goes to a worker, and what the worker says to the program.
//
// Each read has a worker of its own. The one whose reading is accepted becomes the store, and only then is the old store
// ended. A store that is lost is built anew from the same sources and the same decisions, without asking.
let tell = () => {}; // tells the program: whether the store speaks, and its bytes, or null where a worker was lost
let candidate = null; // what is being read or looked over
let store = null; // what was accepted
let known = { currency: 'USD', remembered: [] }; // what a reading begins with

const REBUILDS = 2; // after so many losses in a row the store is given up

function start(job) {
  const held = { job, losses: 0, worker: globalThis.plimsollKeep.worker() };
  held.worker.onmessage = ({ data }) => hear(held, data);
  held.worker.onerror = (event) => {
    event.preventDefault();
    hear(held, null);
  };
  held.worker.postMessage({ open: job });
  return held;
}

function hear(held, data) {
  if (held !== candidate && held !== store) return; // ended meanwhile
  if (data === null) {
    lost(held);
    return;
  }
  if (held === store && data.isReview) {
    held.worker.postMessage({ ask: held.light }); // built anew: back to the light it was seen in
    return;
  }
  held.losses = 0;
  tell(held === store, data.told);
}

function lost(held) {
  held.worker.terminate();
  const losses = held.losses + 1;
  if (held === candidate) candidate = null;
  else if (losses <= REBUILDS) {
    store = Object.assign(start(held.job), { losses, light: held.light });
    return;
  } else store = null;
  tell(held === store, null);
}

// What is behind the door has sheets of its own, which nobody needs before there is data.
const SHEETS = ['./styles/data.css?v=dev', './styles/pictures.css?v=dev'];

function dress() {
  for (const sheet of SHEETS.splice(0)) {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = new URL(sheet, import.meta.url).href;
    document.head.append(link);
  }
}

function open(sources) {
  discard();
  dress();
  try {
    candidate = start({ sources, ...known, decisions: [] });
  } catch {
    tell(false, null);
  }
}

function discard() {
  candidate?.worker.terminate();
  candidate = null;
}

globalThis.plimsollData = Object.freeze({
  onTold(callback) { tell = callback; },
  // The currency of what names none, and how tables were read before: pairs of names and mappings.
  know(currency, remembered) { known = { currency, remembered }; },
  sample(slug) { open([{ name: slug, sample: slug }]); },
  text(name, text) { open([{ name, blob: new Blob([text]) }]); },
  decide(setting, value) {
    if (!candidate) return;
    candidate.job.decisions.push([setting, value]);
    candidate.worker.postMessage({ decide: [setting, value] });
  },
  accept(light) {
    if (!candidate) return;
    store?.worker.terminate();
    [store, candidate] = [candidate, null];
    this.ask(light, true);
  },
  ask(request, isLight) {
    if (!store) return;
    if (isLight) store.light = request;
    store.worker.postMessage({ ask: request });
  },
  discard,
  close() {
    store?.worker.terminate();
    store = null;
  },
});

const openFiles = (files) => {
  if (files?.length) open(Array.from(files, (file) => ({ name: file.name, blob: file })));
};
const holdsFiles = (event) => event.dataTransfer?.types.includes('Files');
addEventListener('change', ({ target }) => {
  if (target.id !== 'data-files') return;
  openFiles(target.files);
  target.value = ''; // the same file can be chosen again
});
addEventListener('dragover', (event) => {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  document.documentElement.dataset.dropping = '';
});
for (const type of ['dragleave', 'drop']) {
  addEventListener(type, (event) => {
    if (type === 'drop' || !event.relatedTarget) delete document.documentElement.dataset.dropping;
  });
}
addEventListener('drop', (event) => {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  openFiles(event.dataTransfer.files);
});
