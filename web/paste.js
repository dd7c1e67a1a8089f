// The side of the worker that reads pasted tables: fetches its program, then reads one text after the other.
import init, { read } from './plimsoll-paste.js?v=dev';

const ready = init({ module_or_path: new URL('./plimsoll-paste_bg.wasm?v=dev', import.meta.url) });

onmessage = async ({ data: { text, mark, currency } }) => {
  try {
    await ready;
    postMessage(read(text, mark, currency));
  } catch (error) {
    // After a fault the program's memory is half-written: say so, and never enter it again.
    console.warn(String(error));
    postMessage(null);
    close();
  }
};
