// The loops as the worker ships them.
const FOLDER = '/product/';
let module;

export async function start() {
  module = await import(`${FOLDER}plimsoll-bench-portfolio.js`);
  await module.default();
}

export function load({ count, columns, of, now, then }, { segments }) {
  const indicators = new Uint16Array(columns.length * count), amounts = new BigInt64Array(2 * count);
  columns.forEach((column, k) => indicators.set(column, k * count));
  now.forEach((cents, row) => { amounts[row] = BigInt(cents); });
  then.forEach((cents, row) => { amounts[count + row] = BigInt(cents); });
  return module.Bench.take(indicators, of, segments, amounts);
}

/** The ways to treat blanks. */
export const policies = [1, 2, 0];

export function score(state, { weights, red, green }, policy = 0) {
  return state.score(Uint32Array.from(weights.flat()), red, green, policy);
}

export function keep(state) { state.keep(); }

/** What else a page asks for after a move. */
export const more = {
  averages: (state) => state.averages(), moved: (state) => state.moved(), worst: (state) => state.worst(),
  window: (state, step) => state.window((step * 997) % 5000),
};
