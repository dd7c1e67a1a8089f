// The portfolio worker's side: fetches its program, then keeps the accounts and answers what is asked of them.
//
//   { accounts: Uint8Array }  →  { told, isDone: true }: what they are
//   { ask: Uint8Array }       →  { told, isDone: true }: the answer, or that it is under way
//                                { told, isDone: false }: after each step of what is under way
//   after a fault             →  null, and the worker is over: its memory is half-written and never entered again
import init, { Desk } from './plimsoll-portfolio.js?v=dev';

const ready = init({ module_or_path: new URL('./plimsoll-portfolio_bg.wasm?v=dev', import.meta.url) });
let desk = null;

onmessage = async ({ data }) => {
  try {
    await ready;
    desk ??= new Desk();
    say(data.accounts ? desk.take(data.accounts) : desk.ask(data.ask), true);
    await goOn();
  } catch (error) {
    console.warn(String(error));
    postMessage(null);
    close();
  }
};

let isGoing = false;

/** Does what takes long step by step. What is asked meanwhile is answered between two steps, and may end it. */
async function goOn() {
  if (isGoing) return;
  isGoing = true;
  while (desk.isBusy()) {
    say(desk.step(), false);
    await new Promise((resolve) => { setTimeout(resolve); });
  }
  isGoing = false;
}

const say = (told, isDone) => postMessage({ told, isDone }, [told.buffer]);
