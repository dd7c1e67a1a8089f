// The page's side of the worker. One text is read at a time; of those that wait, only the newest counts.
// After a fault, or when it cannot be fetched, the worker is thrown away, and the next text gets a fresh one.
let worker = null;
let reading = null; // what is being read
let waiting = null; // what is to be read next
let answer = () => {};

function next() {
  reading = waiting;
  waiting = null;
  if (reading === null) return;
  try {
    worker ??= globalThis.plimsollKeep.worker('paste', finish);
    worker.postMessage(reading);
  } catch {
    finish(null);
  }
}

function finish(texts) {
  if (texts === null) {
    worker?.terminate();
    worker = null;
  }
  const { text, mark, currency } = reading;
  reading = null;
  answer(text, mark, currency, texts);
  next();
}

globalThis.plimsollReader = Object.freeze({
  // The callback gets the text, the mark, the currency, and an array of texts or null.
  onAnswer(callback) { answer = callback; },
  read(text, mark, currency) {
    waiting = { text, mark, currency };
    if (reading === null) next();
  },
});
