// What all parts agree on: the numbers of a month and where they stand.
export const NUMBERS = [
  'start', 'new', 'expansion', 'contraction', 'churn', 'reactivation', 'end',
  'startLogos', 'newLogos', 'churnLogos', 'reactivationLogos', 'endLogos',
  'base12', 'now12', 'kept12', 'baseLogos12', 'lostLogos12',
];

/** Room for the numbers of all segments, in the order of the task, and of all customers at last. */
export const room = (task) => new Float64Array((task.segments.length + 1) * task.months * NUMBERS.length);

/** Where the numbers of a segment and month begin. */
export const place = (task, segment, month) => (segment * task.months + month) * NUMBERS.length;

/** Adds up the segments into the total, and gives the result back. */
export function withTotal(task, out) {
  const size = task.months * NUMBERS.length, total = task.segments.length * size;
  for (let at = 0; at < total; at++) out[total + (at % size)] += out[at];
  return out;
}

/** The sums of a grid of whole cents, `grid[customer * months + month]`, and the segment of each customer. */
export function sumsOfGrid(task, grid, segments, customers) {
  const { months } = task, out = room(task);
  for (let customer = 0; customer < customers; customer++) {
    const row = customer * months;
    let known = false;
    for (let month = 0; month < months; month++) {
      const now = grid[row + month], before = month > 0 ? grid[row + month - 1] : now;
      const at = place(task, segments[customer], month);
      if (before > 0) {
        out[at] += before;
        out[at + 7]++;
        if (now > before) out[at + 2] += now - before;
        else if (now > 0) out[at + 3] += before - now;
        else { out[at + 4] += before; out[at + 9]++; }
      } else if (now > 0) {
        out[at + (known ? 5 : 1)] += now;
        out[at + (known ? 10 : 8)]++;
      }
      if (now > 0) { known = true; out[at + 6] += now; out[at + 11]++; }
      const then = month >= 12 ? grid[row + month - 12] : 0;
      if (then > 0) {
        out[at + 12] += then;
        out[at + 13] += now;
        out[at + 14] += Math.min(then, now);
        out[at + 15]++;
        if (now === 0) out[at + 16]++;
      }
    }
  }
  return withTotal(task, out);
}
