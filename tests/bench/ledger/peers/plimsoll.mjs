// The product: the worker's program as it ships, called as the worker calls it. It finds out by itself what the columns are.
import { NUMBERS, place, room } from '../layout.mjs';

const PIECE = 1 << 20; // as in web/worker.js
let core;
globalThis.plimsollTellMeanwhile = () => {}; // words of progress while a table is put together, which a plain one is at once

export async function start() {
  core = await import('/worker/plimsoll-worker.js');
  await core.default({ module_or_path: '/worker/plimsoll-worker_bg.wasm' });
  // A worker that waits for its first file runs itself in, as in web/worker.js.
  for (let round = 0; core.DataReader.rehearse(round); round++) await new Promise((done) => setTimeout(done));
}

export function sums(bytes, task) {
  const reader = new core.DataReader('USD');
  try {
    reader.decide('basis', 'month'); // a header of only “amount” does not say so, and it would be asked
    reader.begin(bytes.length);
    reader.source('ledger.csv');
    for (let at = 0; at < bytes.length; at += PIECE) {
      if (!reader.push(bytes.subarray(at, at + PIECE))) throw new Error('something has to be answered first');
    }
    if (reader.end()) throw new Error('another pass is wanted');
    const found = reader.values(0), numbers = reader.sums(0), out = room(task);
    const size = task.months * NUMBERS.length;
    if (numbers.length !== size * (found.length + 1)) throw new Error(`${numbers.length} numbers for ${found.length} segments`);
    [...found, null].forEach((name, group) => {
      const segment = name === null ? task.segments.length : task.segments.indexOf(name);
      out.set(numbers.subarray(group * size, (group + 1) * size), place(task, segment, 0));
    });
    return out;
  } finally {
    reader.free();
  }
}
