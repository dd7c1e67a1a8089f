// The worker's side: fetches its program, then answers every text with what was read of it.
import init, { read } from './plimsoll-worker.js?v=dev';

const ready = init({ module_or_path: new URL('./plimsoll-worker_bg.wasm?v=dev', import.meta.url) });

onmessage = async ({ data }) => {
  try {
    await ready;
    postMessage(read(data));
  } catch {
    // After a fault the program's memory is half-written: say so, and never enter it again.
    postMessage(null);
    close();
  }
};
