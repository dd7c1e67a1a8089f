// Between the page, the data room and its workers: what is dropped or chosen goes to a worker, what the worker says to the room,
// and what the room gives to the page.
//
// Each read has a worker of its own. The one whose reading is accepted becomes the store, and only then is the old store
// ended. A store that is lost is built anew from the same sources and the same decisions, without asking.
const door = globalThis.plimsollData; // see door.js
let room = null; // the room's program
let tell = null; // tells it what a worker says: whether the store speaks, and its bytes, or null where a worker was lost
const unheard = []; // what was said before it listened
let opened = 0; // counts what was opened, as only the last of it counts
const readers = new Set(); // of workbooks, while they read
let candidate = null; // what is being read or looked over
let store = null; // what was accepted
let spare = null; // a worker that nothing was asked of yet
let asIs = []; // the files of the last candidate, as they came

const REBUILDS = 2; // after so many losses in a row the store is given up

function made() {
  const held = { losses: 0 };
  held.worker = globalThis.plimsollKeep.worker('worker', (data) => hear(held, data));
  return held;
}

function start(job) {
  const held = Object.assign(spare ?? made(), { job });
  spare = null;
  held.worker.postMessage({ open: job });
  return held;
}

/** Has a worker stand ready: it fetches its program and runs itself in before there is anything to read. */
export function prepare() {
  try {
    spare ??= made();
  } catch { /* what is opened next says so */ }
}

function hear(held, data) {
  if (held === spare && data === null) {
    spare = null;
    held.worker.terminate();
  }
  if (held !== candidate && held !== store) return; // ended meanwhile
  if (data === null) {
    lost(held);
    return;
  }
  if (held === store && data.isReview) {
    // Built anew: back to the light it was seen in, then to what was asked meanwhile.
    held.isReady = true;
    if (held.isBack) isBack(held, data.told);
    for (const request of [held.light, held.waiting]) if (request) held.worker.postMessage({ ask: request });
    held.waiting = null;
    prepare();
    return;
  }
  held.losses = 0;
  if (data.isReview) prepare();
  if (data.accounts) {
    if (data.accounts.length) door.takeAccounts?.(data.accounts);
    return;
  }
  if (data.paid) {
    if (data.turn === turn) draw(data.paid);
    return;
  }
  told(held === store, data.told);
}

function lost(held) {
  held.worker.terminate();
  const losses = held.losses + 1;
  if (held === candidate) candidate = null;
  else if (losses <= REBUILDS) {
    store = Object.assign(start(held.job), { losses, light: held.light });
    return;
  } else store = null;
  told(held === store, null);
}

// A copy of the store's data outlives the page where its reader wants that: keep.js, fetched then, has it.
let onKept = () => {};
let isKept = false;
let keeping = Promise.resolve(); // one thing after the other is done with it
const NOT_KEPT = {
  QuotaExceededError: 'The storage that this browser gives the page is full, so the data is not kept.',
  NotReadableError: 'The file was moved or changed since it was read, so it is not kept. Open it again, then keep it.',
};

function keeps(is) {
  isKept = is;
  onKept(is);
}

function withKept(action) {
  const mine = keeping.then(() => import('./keep.js?v=dev')).then(action);
  keeping = mine.catch(() => {});
  return mine;
}

function keep(isWanted) {
  if (!isWanted && !isKept) return;
  keeps(isWanted);
  const held = store;
  withKept(async (it) => {
    if (!isWanted) await it.forget();
    else if (held === store && isKept) await it.keep(held.job, held.light);
  }).catch((error) => {
    if (!isWanted) {
      door.say('What was kept could not be removed. Clear the data of this page in the browser’s settings.');
      return;
    }
    if (held === store) keeps(false);
    door.say(NOT_KEPT[error?.name] ?? 'This browser does not let the page store anything, so the data is not kept.');
    withKept((it) => it.forget()).catch(() => {}); // a mark of what is not there
  });
}

/** Brings back what was kept, as it was seen last. */
export async function restore() {
  keeps(true);
  const found = await withKept((it) => it.kept()).catch(() => null);
  if (!isKept) return; // other data was accepted meanwhile
  if (!found) { // the browser has let it go, or lets nobody at it
    keep(false);
    return;
  }
  enter();
  door.say('Opening again what was kept here.');
  store = Object.assign(start(found.job), { light: found.light, isBack: true });
}

function isBack(held, review) {
  held.isBack = false;
  door.say('');
  if (!held.light) told(true, review); // the room asks for the first one
  door.wantAccounts();
}

// How far retention hangs on which customers there are: the store says what they paid, and a drawing worker of its own draws from it.
// What is said of others than the last ones does not count; other bands, or another seed, are drawn anew.
let onDrawn = () => {};
let redrawn = null; // the request that was drawn from
let rests = []; // what it rests on of the page's inputs, then
let drawing = null;
let turn = 0;

/** The part of the page's inputs that it rests on: what bands follow from, and the seed. */
const restsNow = () => Object.entries(JSON.parse(globalThis.plimsollKeep.recall() ?? '{}'))
  .filter(([name]) => /^(version$|segment$|pack$|benchmarks\.|asks\.uncertainty\.seed$)/.test(name)).flat();

function redraw(request) {
  turn += 1;
  drawing?.terminate();
  drawing = null;
  redrawn = request ?? null;
  if (!redrawn || !store?.isReady) return; // a store that is built anew shows its ledger anew, and that asks again
  rests = restsNow();
  store.worker.postMessage({ paid: redrawn, turn });
}

function draw(paid) {
  const end = (found) => {
    drawing?.terminate();
    drawing = null;
    onDrawn(found ?? null);
  };
  try {
    drawing = globalThis.plimsollKeep.worker('draws', (data) => end(data?.found));
    drawing.postMessage({ turn, entries: rests, paid }, [paid.buffer]);
  } catch {
    end();
  }
}

function told(byStore, bytes) {
  if (tell) tell(byStore, bytes);
  else unheard.push([byStore, bytes]);
}

/** Fetches the room and its sheets, once. */
function enter() {
  for (const sheet of room ? [] : ['./styles/data.css?v=dev', './styles/pictures.css?v=dev']) {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = new URL(sheet, import.meta.url).href;
    document.head.append(link);
  }
  room ??= import('./plimsoll-room.js?v=dev')
    .then(({ default: init }) => init({ module_or_path: new URL('./plimsoll-room_bg.wasm?v=dev', import.meta.url) }))
    .catch(() => {
      room = null;
      door.say('The part of the page that shows data did not arrive. Check the connection, and try again.');
    });
}

/** Reads files: of a workbook the sheet in this place, or its largest. */
export async function open(sources, sheet) {
  discard();
  const mine = opened;
  asIs = sources;
  door.say('');
  enter();
  try {
    const plain = await Promise.all(sources.map((source) => unfolded(source, sheet)));
    if (mine !== opened) return;
    door.say('');
    const sheets = plain.length === 1 ? plain[0].sheets : null;
    candidate = start({ sources: plain, sheets, currency: door.currency, remembered: door.remembered, decisions: [] });
  } catch (refusal) {
    if (mine !== opened) return;
    if (refusal.what) door.say(`${refusal.name}: ${refusal.what} ${refusal.help}`);
    else told(false, null);
  }
}

// How files begin that are no plain table: zip and compound files, which may be workbooks; PDF, gzip, PNG, JPEG and markup, which
// are none. The reader of workbooks knows them all by name.
const NO_TABLES = ['PK', '\xd0\xcf', '%P', '\x1f\x8b', '\x89P', '\xff\xd8', '<!', '<h', '<?'].map((two) => [two.charCodeAt(0), two.charCodeAt(1)]);

/** A workbook as the table of one sheet, the largest that is not hidden where none is named; anything else as it is. */
async function unfolded(source, asked) {
  if (!source.blob) return source;
  const head = new Uint8Array(await source.blob.slice(0, 2).arrayBuffer());
  if (!NO_TABLES.some((first) => head[0] === first[0] && head[1] === first[1])) return source;
  const reader = globalThis.plimsollKeep.worker('workbook');
  readers.add(reader);
  door.say(`Reading ${source.name}`);
  try {
    await answer(reader, { size: source.blob.size }, [], source);
    const bytes = await source.blob.arrayBuffer();
    const { sheets } = await answer(reader, { bytes }, [bytes], source);
    const size = ({ rows, columns, hidden }) => (hidden ? -1 : rows * columns);
    const largest = sheets.reduce((best, sheet, at) => (size(sheet) > size(sheets[best]) ? at : best), 0);
    const chosen = asked ?? largest;
    const { blocks } = await answer(reader, { sheet: chosen }, [], source);
    const names = sheets.map(({ name, hidden }) => (hidden ? `${name} (hidden)` : name));
    return { name: `${source.name}, sheet “${sheets[chosen].name}”`, blob: new Blob(blocks), sheets: [names, chosen] };
  } finally {
    reader.terminate();
    readers.delete(reader);
  }
}

/** What the reader of workbooks answers, once it has said all. */
function answer(reader, question, transfer, { name }) {
  const blocks = [];
  return new Promise((resolve, reject) => {
    const fault = { name, what: 'The spreadsheet reader met a fault of its own.', help: 'Save the sheet as CSV, then open that.' };
    reader.onerror = (event) => {
      event.preventDefault();
      reject(fault);
    };
    reader.onmessage = ({ data }) => {
      if (data?.csv) blocks.push(data.csv);
      else if (data?.refusal) reject({ name, ...data.refusal });
      else if (data) resolve({ ...data, blocks });
      else reject(fault);
    };
    reader.postMessage(question, transfer);
  });
}

function discard() {
  opened += 1;
  for (const reader of readers) reader.terminate();
  readers.clear();
  candidate?.worker.terminate();
  candidate = null;
}

// What the room asks for.
Object.assign(door, {
  listenToPage(callback) {
    door.onPage = (...page) => {
      callback(...page);
      if (redrawn && restsNow().join() !== rests.join()) redraw(redrawn);
    };
    callback(...door.page);
  },
  onDrawn(callback) { onDrawn = callback; },
  keep,
  onKept(callback) {
    onKept = callback;
    callback(isKept);
  },
  redraw,
  onTold(callback) {
    tell = callback;
    for (const words of unheard.splice(0)) tell(...words);
  },
  decide(setting, value) {
    if (!candidate) return;
    if (setting === 'sheet') {
      open(asIs, Number(value));
      return;
    }
    candidate.job.decisions.push([setting, value]);
    candidate.worker.postMessage({ decide: [setting, value] });
  },
  accept(light, name, mapping) {
    if (!candidate) return;
    keep(false); // what was kept is what goes
    store?.worker.terminate();
    [store, candidate] = [Object.assign(candidate, { isReady: true }), null];
    door.give('mapping', name, [mapping]);
    door.ask(light, true);
    door.wantAccounts();
  },
  /** For the health lab: has the store hand its accounts over, where it holds some. */
  wantAccounts() {
    if (store?.isReady) store.worker.postMessage({ accounts: true });
    return Boolean(store);
  },
  ask(request, isLight) {
    if (!store) return;
    if (isLight) {
      store.light = request;
      if (isKept) withKept((it) => it.see(request)).catch(() => {});
    }
    else if (!store.isReady) store.waiting = request;
    if (store.isReady) store.worker.postMessage({ ask: request });
  },
  useFigures(currency, window, figures) { door.give('figures', currency, [...figures, window]); },
  onRows(callback) { door.rows = callback; },
  takePicture(...picture) {
    import('./picture.js?v=dev')
      .then(({ take }) => take(...picture))
      .then(() => door.say(picture[0] === 'Copy' ? 'The picture and its table are on the clipboard.' : ''))
      .catch(() => door.say('The picture could not be taken along: the browser did not allow it.'));
  },
  discard,
  close() {
    keep(false);
    store?.worker.terminate();
    store = null;
    door.takeAccounts?.(null);
  },
});
