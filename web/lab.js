// The health lab: its sheet and its program, fetched when its view is first opened, and the worker that holds the accounts.
//
// The accounts are with the data room's store, which hands them over as one piece of bytes, so that the page keeps no copy. A worker
// that is lost is replaced by a fresh one, for which the store is asked again.
const door = globalThis.plimsollData; // see door.js
const here = (file) => new URL(file, import.meta.url);

let worker = null;
let listen = () => {}; // the program: bytes of a message, null where the worker was lost for good, undefined without accounts
let current = null; // what the worker is busy with; while it waits for accounts, an empty question
const waiting = new Map(); // the newest question of each kind that came meanwhile: what came before it is not asked any more
let losses = 0; // without an answer in between

const LOSSES = 2; // after so many it is given up

function hear(data) {
  if (data === null) {
    lost();
    return;
  }
  listen(data.told);
  if (!data.isDone) return;
  if (current.ask) losses = 0;
  next();
}

/** Another worker, with the same accounts, is asked the same. */
function lost() {
  const { kind, ask } = current ?? {}; // nothing is asked while what takes long goes on by itself
  losses += 1;
  end();
  if (losses > LOSSES) {
    losses = 0;
    listen(null);
  } else {
    if (ask && !waiting.has(kind)) waiting.set(kind, ask);
    current = {};
    if (!door.wantAccounts?.()) none();
  }
}

/** Asks what has waited longest. */
function next() {
  const [kind] = waiting.keys();
  current = kind === undefined ? null : { kind, ask: waiting.get(kind) };
  waiting.delete(kind);
  if (current) worker.postMessage({ ask: current.ask });
}

function end() {
  worker?.terminate();
  worker = null;
  current = null;
}

function none() {
  end();
  waiting.clear();
  listen(undefined);
}

Object.assign(door, {
  /** What the worker says goes to the program. */
  onPortfolio(callback) { listen = callback; },
  /** Asks the worker something. While it is busy, only the newest question of each kind waits. */
  askPortfolio(question, kind) {
    waiting.set(kind, question);
    if (worker && !current) next();
  },
  /** Takes accounts in the place of those that were there; null where they were put away. */
  takeAccounts(accounts) {
    end();
    if (!accounts) {
      none();
      return;
    }
    worker = globalThis.plimsollKeep.worker('portfolio', hear);
    current = {};
    worker.postMessage({ accounts }, [accounts.buffer]);
  },
  onModelFile(callback) { door.modelFile = callback; },
  saveFile(name, type, bytes) { globalThis.plimsollKeep.download(new Blob([bytes], { type }), name); },
});

addEventListener('change', ({ target }) => {
  if (target.id !== 'lab-file' || !target.files.length) return;
  target.files[0].text().then((text) => door.modelFile(text));
  target.value = '';
});

const sheet = () => new Promise((settled) => {
  const link = document.createElement('link');
  Object.assign(link, { rel: 'stylesheet', href: here('./styles/lab.css?v=dev'), onload: settled, onerror: settled });
  document.head.append(link);
});
let looks = null;

/** Starts the program, and gives it the accounts that came before it. */
export async function open() {
  looks ??= sheet();
  const [{ default: init }] = await Promise.all([import('./plimsoll-lab.js?v=dev'), looks]);
  await init({ module_or_path: here('./plimsoll-lab_bg.wasm?v=dev') });
  door.wantAccounts?.();
}
