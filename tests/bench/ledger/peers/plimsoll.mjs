// The product: the worker's program as it ships, called as the worker calls it.
import { NUMBERS, place, room } from '../layout.mjs';

const PIECE = 1 << 18;
let core;

export async function start() {
  core = await import('/worker/plimsoll-worker.js');
  await core.default({ module_or_path: '/worker/plimsoll-worker_bg.wasm' });
}

export function sums(bytes, task) {
  const { customer, month, amount, segment } = task.columns;
  core.ledger_open(44, 4, customer, month, amount, Uint32Array.of(segment), 2, 1);
  for (let at = 0; at < bytes.length; at += PIECE) core.ledger_push(bytes.subarray(at, at + PIECE));
  const [first, months, , odd] = core.ledger_close();
  if (odd > 0 || months !== task.months || first !== task.first) throw new Error(`read ${months} months, ${odd} odd rows`);
  const found = core.ledger_values(0), numbers = core.ledger_sums(0, 0), out = room(task);
  const size = months * NUMBERS.length;
  [...found, null].forEach((name, group) => {
    const segment = name === null ? task.segments.length : task.segments.indexOf(name);
    out.set(numbers.subarray(group * size, (group + 1) * size), place(task, segment, 0));
  });
  return out;
}
