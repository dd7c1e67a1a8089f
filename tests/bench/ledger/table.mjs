// Ledgers out of nothing but a seed, and the ways to write them.
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
export const FIRST_YEAR = 2021;
export const PLAIN = { months: 36, segments: 5, quoted: false, order: [0, 1, 2, 3] };
export const VARIANTS = {
  '61 months': { ...PLAIN, months: 61 },
  '40 segments': { ...PLAIN, segments: 40 },
  'quoted cells': { ...PLAIN, quoted: true },
  'shuffled columns': { ...PLAIN, order: [2, 3, 0, 1] },
};

/** Numbers from 0 to below 1 (mulberry32). */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const segmentName = (number) => (number === 2 ? 'Health, public' : `Segment ${number + 1}`);

/** So many rows of customers who come, grow, shrink, pause and leave; month by month, mixed within each month. */
export function makeTable(rows, { months, segments }, seed = 7) {
  const next = random(seed), below = (limit) => Math.floor(next() * limit);
  const byMonth = Array.from({ length: months }, () => []), customers = [], taken = new Set();
  for (let left = rows; left > 0;) {
    let name;
    do name = `acct-${Array.from({ length: 7 }, () => LETTERS[below(36)]).join('')}`; while (taken.has(name));
    taken.add(name);
    const customer = customers.length, segment = below(segments);
    customers.push({ name, segment });
    let cents = Math.floor(2000 * (1 + segment) * Math.exp(next() * 4)), pays = true;
    for (let month = next() < 0.35 ? 0 : below(months); month < months && left > 0; month++) {
      const draw = next();
      if (pays && draw < 0.015) pays = false;
      else if (!pays && draw < 0.06) pays = true;
      else if (draw > 0.95) cents = Math.max(1, Math.floor(cents * (0.75 + next() * 0.6)));
      if (!pays) continue;
      // Now and then a customer has two rows in a month.
      const parts = draw > 0.994 && left > 1 ? [cents - (cents >> 2), cents >> 2] : [cents];
      for (const part of parts) byMonth[month].push([customer, part]);
      left -= parts.length;
    }
  }
  for (const list of byMonth) {
    for (let at = list.length - 1; at > 0; at--) {
      const other = below(at + 1);
      [list[at], list[other]] = [list[other], list[at]];
    }
  }
  return { byMonth, customers, names: Array.from({ length: segments }, (_, number) => segmentName(number)) };
}

/** The table as bytes. */
export function write({ byMonth, customers, names }, { quoted, order }) {
  const cell = (text) => (quoted || text.includes(',') ? `"${text}"` : text);
  const line = (cells) => order.map((column) => cell(cells[column])).join(',');
  const lines = [line(['customer', 'month', 'amount', 'segment'])];
  byMonth.forEach((list, month) => {
    const date = `${FIRST_YEAR + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    for (const [customer, cents] of list) {
      const { name, segment } = customers[customer];
      const amount = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
      lines.push(line([name, date, amount, names[segment]]));
    }
  });
  return Buffer.from(`${lines.join('\n')}\n`);
}
