// Written by hand for exactly this job: bytes, whole cents, typed arrays, ids of up to sixteen bytes as four numbers in a
// hash table of its own, a grid month by month. The honest opponent.
import { place, room, withTotal } from '../layout.mjs';

const QUOTE = 34, COMMA = 44, DOT = 46, LINE = 10, ZERO = 48;
const grow = (array, size) => { const wider = new array.constructor(size); wider.set(array); return wider; };

export function start() {}

/** Ids to 0, 1, 2 …. */
class Ids {
  count = 0;
  slots = new Int32Array(1 << 13);
  words = new Int32Array(1 << 13); // four of each id

  number(bytes, from, to) {
    const length = to - from;
    if (length > 16) throw new Error('an id of more than sixteen bytes');
    let a = 0, b = 0, c = 0, d = 0, at = from;
    for (const end = from + (length < 4 ? length : 4), first = from; at < end; at++) a |= bytes[at] << ((at - first) << 3);
    for (const end = from + (length < 8 ? length : 8), first = from + 4; at < end; at++) b |= bytes[at] << ((at - first) << 3);
    for (const end = from + (length < 12 ? length : 12), first = from + 8; at < end; at++) c |= bytes[at] << ((at - first) << 3);
    for (const end = to, first = from + 12; at < end; at++) d |= bytes[at] << ((at - first) << 3);
    const { slots, words } = this, mask = slots.length - 1;
    let slot = hash(a, b, c, d) & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const known = slots[slot] - 1, word = known << 2;
      if (words[word] === a && words[word + 1] === b && words[word + 2] === c && words[word + 3] === d) return known;
    }
    return this.add(slot, a, b, c, d);
  }

  add(slot, a, b, c, d) {
    const number = this.count++;
    if (number << 2 === this.words.length) this.words = grow(this.words, this.words.length * 2);
    this.words.set([a, b, c, d], number << 2);
    this.slots[slot] = number + 1;
    if (this.count * 3 > this.slots.length) this.widen();
    return number;
  }

  widen() {
    const { words } = this, slots = new Int32Array(this.slots.length * 4), mask = slots.length - 1;
    for (let known = 0, word = 0; known < this.count; known++, word += 4) {
      let slot = hash(words[word], words[word + 1], words[word + 2], words[word + 3]) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = known + 1;
    }
    this.slots = slots;
  }
}

function hash(a, b, c, d) {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77) ^ Math.imul(c, 0xc2b2ae3d) ^ Math.imul(d, 0x27d4eb2f);
  const spread = Math.imul(mixed ^ (mixed >>> 16), 0x2c1b3c6d);
  return (spread ^ (spread >>> 15)) >>> 0;
}

export function sums(bytes, task) {
  const { months, first, segments: names } = task, { customer, month, amount, segment } = task.columns;
  const encoded = names.map((name) => new TextEncoder().encode(name)), ids = new Ids(), length = bytes.length;
  const starts = new Int32Array(4), ends = new Int32Array(4);
  let width = 1 << 11, segments = new Uint16Array(width), grid = new Float64Array(months * width);
  const segmentOf = (from, to) => encoded.findIndex((name) => name.length === to - from && name.every((byte, at) => bytes[from + at] === byte));
  const widen = () => {
    const wider = new Float64Array(months * width * 2);
    for (let row = 0; row < months; row++) wider.set(grid.subarray(row * width, (row + 1) * width), row * width * 2);
    width *= 2;
    grid = wider;
    segments = grow(segments, width);
  };
  let customers = 0, at = bytes.indexOf(LINE) + 1;
  while (at < length) {
    for (let column = 0; column < 4; column++) {
      if (bytes[at] === QUOTE) {
        starts[column] = ++at;
        while (bytes[at] !== QUOTE) at++;
        ends[column] = at++;
      } else {
        starts[column] = at;
        let byte = bytes[at];
        while (byte !== COMMA && byte !== LINE) byte = bytes[++at];
        ends[column] = at;
      }
      at++;
    }
    const number = ids.number(bytes, starts[customer], ends[customer]);
    if (number === customers) {
      if (++customers > width) widen();
      segments[number] = segmentOf(starts[segment], ends[segment]);
    }
    let cents = 0;
    for (let digit = starts[amount], end = ends[amount]; digit < end; digit++) {
      const byte = bytes[digit];
      if (byte !== DOT) cents = cents * 10 + byte - ZERO;
    }
    const date = starts[month];
    const year = bytes[date] * 1000 + bytes[date + 1] * 100 + bytes[date + 2] * 10 + bytes[date + 3] - ZERO * 1111;
    const row = year * 12 + bytes[date + 5] * 10 + bytes[date + 6] - ZERO * 11 - 1 - first;
    grid[row * width + number] += cents;
  }
  return sumsByMonth(task, grid, width, segments, customers);
}

/** The sums of a grid of whole cents, `grid[month * width + customer]`. */
function sumsByMonth(task, grid, width, segments, customers) {
  const out = room(task), known = new Uint8Array(customers), { months } = task;
  for (let month = 0; month < months; month++) {
    const row = month * width, last = month > 0 ? row - width : row, year = row - 12 * width;
    for (let customer = 0; customer < customers; customer++) {
      const now = grid[row + customer], before = grid[last + customer], at = place(task, segments[customer], month);
      if (before > 0) {
        out[at] += before;
        out[at + 7]++;
        if (now > before) out[at + 2] += now - before;
        else if (now > 0) out[at + 3] += before - now;
        else { out[at + 4] += before; out[at + 9]++; }
      } else if (now > 0) {
        out[at + (known[customer] ? 5 : 1)] += now;
        out[at + (known[customer] ? 10 : 8)]++;
      }
      if (now > 0) { known[customer] = 1; out[at + 6] += now; out[at + 11]++; }
      const then = month >= 12 ? grid[year + customer] : 0;
      if (then > 0) {
        out[at + 12] += then;
        out[at + 13] += now;
        out[at + 14] += then < now ? then : now;
        out[at + 15]++;
        if (now === 0) out[at + 16]++;
      }
    }
  }
  return withTotal(task, out);
}
