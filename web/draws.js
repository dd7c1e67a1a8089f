// The drawing worker's side: fetches its program, then draws what the ranges among the figures lead to.
//
//   { turn, entries }  →  { turn, found } as draws arrive; other inputs end the turn before at once
//   { turn, entries, paid }  →  the same of customers, from what each of them paid
//   after a fault      →  null, and the worker is over: its memory is half-written and never entered again
import init, { Drawing } from './plimsoll-draws.js?v=dev';

const ready = init({ module_or_path: new URL('./plimsoll-draws_bg.wasm?v=dev', import.meta.url) });
const SLICE = 6; // milliseconds between two looks for other inputs
let turn = 0;

// A task of its own, without the four milliseconds that a timer waits. A turn that is over waits beside the one that took its
// place, and must come back once more to let its draws go.
const { port1, port2 } = new MessageChannel();
const pausing = [];
port1.onmessage = () => pausing.shift()();
const pause = () => new Promise((resolve) => {
  pausing.push(resolve);
  port2.postMessage(null);
});

onmessage = async ({ data }) => {
  const mine = data.turn;
  turn = mine;
  try {
    await ready;
    if (turn !== mine) return;
    const drawing = data.paid ? Drawing.ofCustomers(data.entries, data.paid) : new Drawing(data.entries);
    while (turn === mine && !drawing.isDone) {
      const end = performance.now() + SLICE;
      while (!drawing.isDone && performance.now() < end) {
        const found = drawing.advance();
        if (found) postMessage({ turn, found }, [found.buffer]);
      }
      await pause();
    }
    drawing.free();
  } catch (error) {
    console.warn(String(error));
    postMessage(null);
    close();
  }
};
