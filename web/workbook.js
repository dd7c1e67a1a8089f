// The spreadsheet worker's side: fetches its program, then reads one workbook.
//
//   { size: number }        →  { fits: size } when a file of so many bytes is read
//   { bytes: ArrayBuffer }  →  { sheets: [{ name, rows, columns, hidden }] }
//   { sheet: number }       →  { csv: ArrayBuffer, rows: number } for each block, rows done so far; then { done: sheet }
//   any                     →  { refusal: { code, what, help } } when the workbook is not read
//   after a fault           →  null, and the worker is over: its memory is half-written and never entered again
import init, { Book } from './plimsoll-workbook-worker.js?v=dev';

const ready = init({ module_or_path: new URL('./plimsoll-workbook-worker_bg.wasm?v=dev', import.meta.url) });
let book = null;

function answer({ size, bytes, sheet }) {
  if (size !== undefined) {
    Book.weigh(size);
    postMessage({ fits: size });
  } else if (bytes) {
    book?.free();
    book = null;
    book = new Book(new Uint8Array(bytes));
    const sheets = book.sheets().map(([name, rows, columns, hidden]) => ({ name, rows, columns, hidden }));
    postMessage({ sheets });
  } else {
    book.csv(sheet, ({ buffer }, rows) => postMessage({ csv: buffer, rows }, [buffer]));
    postMessage({ done: sheet });
  }
}

onmessage = async ({ data }) => {
  try {
    await ready;
    answer(data);
  } catch (refusal) {
    if (Array.isArray(refusal)) {
      const [code, what, help] = refusal;
      postMessage({ refusal: { code, what, help } });
    } else {
      postMessage(null);
      close();
    }
  }
};
