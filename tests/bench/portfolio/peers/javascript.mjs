// By hand for exactly this job: typed arrays, sums kept between moves, accounts in the order of segment and ARR.
import { MISSING, WORST } from '../table.mjs';

export async function start() {}

export function load({ count, columns, of, now, then }, { segments }) {
  const key = new Float64Array(count);
  for (let row = 0; row < count; row++) key[row] = of[row] * 2 ** 47 - now[row];
  const order = Uint32Array.from({ length: count }, (_, row) => row).sort((a, b) => key[a] - key[b] || a - b);
  const take = (from, Type) => Type.from(order, (row) => from[row]);
  const sorted = take(of, Uint16Array), from = new Uint32Array(segments + 1);
  for (let at = 0; at < count; at++) from[sorted[at] + 1]++;
  for (let segment = 0; segment < segments; segment++) from[segment + 1] += from[segment];
  // A blank adds nothing to the sum; whether it is one is a column of its own.
  const points = columns.map((column) => take(column, Uint16Array).map((value) => (value === MISSING ? 0 : value)));
  const there = columns.map((column) => take(column, Uint16Array).map((value) => (value === MISSING ? 0 : 1)));
  return {
    order, from, points, there, segments, now: take(now, Float64Array), then: take(then, Float64Array), weights: null,
    sum: new Float64Array(count), weight: new Float64Array(count), type: new Uint8Array(count), cells: new Float64Array(segments * 9),
  };
}

/** Adds so many times a column of a segment. */
function add(state, segment, k, step) {
  const { sum, weight } = state, points = state.points[k], there = state.there[k], end = state.from[segment + 1];
  for (let at = state.from[segment]; at < end; at++) {
    sum[at] += step * points[at];
    weight[at] += step * there[at];
  }
}

/** The last column of a segment, with the classes. */
function finish(state, segment, k, step, red, green) {
  const { sum, weight, type, cells, now, then } = state, points = state.points[k], there = state.there[k], end = state.from[segment + 1];
  const base = segment * 9;
  for (let at = state.from[segment]; at < end; at++) {
    const total = (sum[at] += step * points[at]), whole = (weight[at] += step * there[at]), old = type[at];
    const is = whole === 0 ? 0 : total < red * whole ? 1 : total < green * whole ? 2 : 3;
    if (is === old) continue;
    if (old > 0) { const cell = base + (old - 1) * 3; cells[cell]--; cells[cell + 1] -= now[at]; cells[cell + 2] -= then[at]; }
    if (is > 0) { const cell = base + (is - 1) * 3; cells[cell]++; cells[cell + 1] += now[at]; cells[cell + 2] += then[at]; }
    type[at] = is;
  }
}

export function score(state, { weights, red, green }) {
  for (let segment = 0; segment < state.segments; segment++) {
    const old = state.weights?.[segment], steps = weights[segment].map((weight, k) => weight - (old?.[k] ?? 0));
    const changed = steps.flatMap((step, k) => (step === 0 ? [] : [k]));
    const last = changed.pop() ?? 0;
    for (const k of changed) add(state, segment, k, steps[k]);
    finish(state, segment, last, steps[last], red, green);
  }
  state.weights = weights;
  return result(state);
}

function result({ segments, cells, from, type, now, order }) {
  const out = new Float64Array(segments * 9 + WORST).fill(-1, segments * 9), top = [];
  out.set(cells);
  for (let segment = 0; segment < segments; segment++) {
    for (let at = from[segment], found = 0; at < from[segment + 1] && found < WORST; at++) {
      if (type[at] === 1) { top.push(at); found++; }
    }
  }
  top.sort((a, b) => now[b] - now[a] || order[a] - order[b]);
  for (let i = 0; i < WORST && i < top.length; i++) out[segments * 9 + i] = order[top[i]];
  return out;
}
