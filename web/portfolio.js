// The portfolio worker's side: fetches its program, then keeps the accounts and answers what is asked of them.
//
//   { accounts: Uint8Array }  →  { told, isDone: true }: what they are
//   { ask: Uint8Array }       →  { told, isDone } for each step of the answer; the last one is done
//   after a fault             →  null, and the worker is over: its memory is half-written and never entered again
import init, { Desk } from './plimsoll-portfolio.js?v=dev';

const ready = init({ module_or_path: new URL('./plimsoll-portfolio_bg.wasm?v=dev', import.meta.url) });
let desk = null;

onmessage = async ({ data }) => {
  try {
    await ready;
    desk ??= new Desk();
    say(data.accounts ? desk.take(data.accounts) : desk.ask(data.ask), true);
  } catch (error) {
    console.warn(String(error));
    postMessage(null);
    close();
  }
};

const say = (told, isDone) => postMessage({ told, isDone }, [told.buffer]);
