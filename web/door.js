// The door of the data room: what is dropped, chosen or pasted is let in, and data.js, fetched with the first of it, does the rest.
// The programs of the views beside the calculator, each fetched with the first of its views.
const PROGRAMS = { shelf: () => import('./shelf.js?v=dev'), lab: () => import('./lab.js?v=dev') };
const started = {};
const listening = {}; // what they listen with
let told = {}; // what the one that is open shows
const tell = (program) => listening[program](...(told[program] ?? [[], []]));
const LATE = 'This part of the page did not arrive. Check the connection, and try again.';
// What is fetched when first needed comes to those who wait for it in the order in which they asked: a browser that is asked twice
// for one module promises no order.
const later = (fetch) => {
  let coming = null;
  return (use) => {
    coming ??= fetch().catch((error) => {
      coming = null;
      throw error;
    });
    return coming.then(use);
  };
};
const data = later(() => import('./data.js?v=dev'));
const prepare = () => data((it) => it.prepare()).catch(() => {}); // a file is on its way: what reads it makes ready
const door = {
  currency: 'USD', // of data that names none
  remembered: [], // how tables were read before: pairs of names and mappings
  page: ['year', []], // what the ledger's figures are compared with: the window, the figures as they are written
  onPage() {}, // told when the page changes
  give() {}, // gives something to the page: its kind, a name, and texts
  open(sources) { data(({ open }) => open(sources)).catch(() => door.say(LATE)); },
  say(sentence) { document.getElementById('said').textContent = sentence; },

  // For the page.
  know(currency, remembered, window, figures) {
    Object.assign(door, { currency, remembered, page: [window, figures] });
    door.onPage(...door.page);
  },
  onGiven(callback) { door.give = callback; },
  sample(slug) { door.open([{ name: `Sample, ${slug}`, sample: slug }]); },
  text(name, text) { door.open([{ name, blob: new Blob([text]) }]); },
  noRows() { door.say('The ledger is not open any more. Open its file again, and the rows are there.'); },
  rows() { door.noRows(); }, // until the room is there
  savePack(name, texts) { packs(({ save }) => save(name, texts)); },

  isSeen(slug) {
    const box = document.getElementById(`card-${slug}`)?.closest('article').getBoundingClientRect();
    return !box || (box.bottom > 0 && box.top < innerHeight);
  },
  // What is out of sight follows once nothing has changed for a while.
  onRest(callback) { door.drawRest = callback; },
  rest() {
    clearTimeout(door.due);
    door.due = setTimeout(() => { if (!document.getElementById('recovery').open) door.drawRest(); }, 100);
  },

  beside(program, entries, refused) {
    told = { [program]: [entries, refused] };
    if (program) started[program] ??= PROGRAMS[program]().then(({ open }) => open()).catch(() => {
      started[program] = null;
      door.say(LATE);
    });
    for (const name in listening) tell(name);
  },
  onBeside(program, callback) { listening[program] = callback; tell(program); },
  act(texts) { door.give('act', '', texts); },
  paste(text) { door.give('paste', '', [text]); },
};
globalThis.plimsollData = door;

// Benchmarks of the reader's own come and go as files; pack.js, fetched with the first of them, takes JSON apart and puts it together.
const packing = later(() => import('./pack.js?v=dev'));
const packs = (use) => packing(use).catch(() => door.give('pack', 'unopened', []));

const pack = (file) => packs(({ opened }) => opened(file).then(([kind, ...texts]) => door.give('pack', kind, texts)));

const files = (list) => {
  if (list?.length === 1 && /\.json$/i.test(list[0].name)) {
    door.act(['view', 'benchmarks']); // where it is said what became of it
    pack(list[0]);
  } else if (list?.length) door.open(Array.from(list, (file) => ({ name: file.name, blob: file })));
};
addEventListener('change', ({ target }) => {
  if (target.id === 'pack-file' && target.files.length > 0) {
    pack(target.files[0]);
    target.value = '';
  }
  if (target.id !== 'data-files') return;
  files(target.files);
  target.value = ''; // the same file can be chosen again
});
addEventListener('click', ({ target }) => { if (target.id === 'data-files') prepare(); });
for (const type of ['dragenter', 'dragover', 'dragleave', 'drop']) {
  addEventListener(type, (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    if (type === 'dragenter') prepare();
    document.documentElement.toggleAttribute('data-dropping', type === 'dragover');
    if (type === 'drop') files(event.dataTransfer.files);
  });
}

try {
  if (localStorage['plimsoll.v1.kept']) data((it) => it.restore()).catch(() => door.say(LATE)); // see keep.js
} catch { /* where no storage is to be had, nothing is kept */ }

// Undo and redo, by the keys that people know; in fields too, where the browser's own undo would not know what the page decided.
const STEPS = { 'z,false': 'undo', 'z,true': 'redo', 'y,false': 'redo' };
addEventListener('keydown', (event) => {
  const step = STEPS[[event.key?.toLowerCase(), event.shiftKey]];
  if (!step || event.altKey || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  door.give(step, '', []);
});

// Several rows pasted anywhere go to the paste panel; into its text, where there is some, the browser pastes as ever.
addEventListener('paste', (event) => {
  const [text, html] = ['text/plain', 'text/html'].map((type) => event.clipboardData?.getData(type) ?? '');
  const isTable = html.includes('<table');
  const isText = event.target.matches?.('textarea');
  if (!/\S\s*\n\s*\S/.test(text) || (isText && (!isTable || event.target.value))) return;
  event.preventDefault();
  const plain = () => door.paste(text);
  if (isTable) import('./clipboard.js?v=dev').then(({ table }) => door.paste(table(html) || text)).catch(plain);
  else plain();
});
