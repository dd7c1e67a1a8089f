// Rows of texts, as libraries give them, into the grid that is summed by hand.
import { sumsOfGrid } from './layout.mjs';

export function sumsOfRows(rows, task) {
  const { months, first, segments: names } = task, { customer, month, amount, segment } = task.columns;
  const numbers = new Map(), segments = [], known = new Map(names.map((name, place) => [name, place]));
  let grid = new Float64Array(months << 12);
  for (const row of rows) {
    let number = numbers.get(row[customer]);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(row[customer], number);
      segments.push(known.get(row[segment]));
      if (numbers.size * months > grid.length) { const wider = new Float64Array(grid.length * 2); wider.set(grid); grid = wider; }
    }
    const date = row[month], place = +date.slice(0, 4) * 12 + +date.slice(5, 7) - 1 - first;
    grid[number * months + place] += Math.round(row[amount] * 100);
  }
  return sumsOfGrid(task, grid, segments, numbers.size);
}
