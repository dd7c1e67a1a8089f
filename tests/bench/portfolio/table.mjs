// Portfolios out of nothing but a seed, what is asked of them, and what the answer is.
export const WORST = 100;
export const MISSING = 65535;
/** What a job is like: how many indicators and segments, how many of a hundred values are blank, whether segments have weights of their own. */
export const CASES = {
  plain: { indicators: 7, segments: 5, blanks: 0, own: false, decimals: false },
  general: { indicators: 12, segments: 12, blanks: 8, own: true, decimals: true },
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

/** Indicators in hundredths of a point, one after the other; ARR now and a year ago in cents; the segment of each account. */
export function makePortfolio(count, { indicators, segments, blanks, decimals }, seed = 11) {
  const next = random(seed), columns = Array.from({ length: indicators }, () => new Uint16Array(count));
  const of = new Uint16Array(count), now = new Float64Array(count), then = new Float64Array(count);
  // Accounts of one export have the same columns; a few cells are blank here and there, and some indicators are unknown for whole groups.
  for (let row = 0; row < count; row++) {
    of[row] = Math.floor(next() * segments);
    then[row] = Math.floor(2e5 * (1 + of[row]) * Math.exp(next() * 5));
    now[row] = next() < 0.06 ? 0 : Math.floor(then[row] * (0.7 + next() * 0.7));
    const mood = 20 + next() * 60, group = next() < 0.3;
    for (let k = 0; k < indicators; k++) {
      const points = Math.max(0, Math.min(100, mood + (next() - 0.5) * 60));
      const value = decimals ? Math.round(points * 100) : Math.round(points) * 100;
      const blank = blanks > 0 && ((group && k >= indicators - 2) || next() * 100 * 6 < blanks);
      columns[k][row] = blank ? MISSING : value;
    }
  }
  return { count, columns, of, now, then };
}

/** The weights of step after step, as a slider of one weight of the first segment (or of all) is moved: hundredths of a percent. */
export function schemeAt(step, { indicators, segments, own, decimals }) {
  const weights = Array.from({ length: segments }, (_, segment) => Array.from({ length: indicators },
    (_, k) => (decimals ? 317 : 500) * (2 + ((k * 7 + (own ? segment * 5 : 0)) % 9))));
  const moved = decimals ? (step * 37 + 13) % 10_000 : ((step * 2) % 101) * 100;
  for (const list of weights) list[0] = moved;
  return { weights, red: 4000, green: 7000 };
}

/** Σ weight × indicator and Σ weight of an account; no weight where it has no score. What is done about blanks: 0 they give up their weight, 1
 * the account is left out, 2 they count as zero. */
function sums({ columns, of }, weights, row, policy) {
  let sum = 0, weight = 0, lacks = false;
  columns.forEach((column, k) => {
    const own = weights[of[row]][k], blank = column[row] === MISSING;
    lacks ||= blank && own > 0;
    if (blank && policy !== 2) return;
    sum += blank ? 0 : own * column[row];
    weight += own;
  });
  return [sum, lacks && policy === 1 ? 0 : weight];
}

/** The answer by plain whole numbers, account by account: by segment and class count, ARR now and then; then the largest red ones. */
export function expected(portfolio, { weights, red, green }, policy = 0) {
  const { count, of, now, then } = portfolio;
  const out = new Float64Array(weights.length * 9 + WORST).fill(-1, weights.length * 9).fill(0, 0, weights.length * 9), found = [];
  for (let row = 0; row < count; row++) {
    const [sum, weight] = sums(portfolio, weights, row, policy);
    if (weight === 0) continue;
    const type = sum < red * weight ? 0 : sum < green * weight ? 1 : 2, at = of[row] * 9 + type * 3;
    out[at]++;
    out[at + 1] += now[row];
    out[at + 2] += then[row];
    if (type === 0) found.push(row);
  }
  found.sort((a, b) => now[b] - now[a] || a - b).slice(0, WORST).forEach((row, i) => { out[weights.length * 9 + i] = row; });
  return out;
}

/** How many accounts have a score, and what their scores come to in hundredths of a point, each rounded half up. */
export function expectedScores(portfolio, { weights }, policy = 0) {
  let scored = 0, points = 0;
  for (let row = 0; row < portfolio.count; row++) {
    const [sum, weight] = sums(portfolio, weights, row, policy);
    if (weight === 0) continue;
    scored++;
    points += Math.floor((sum + Math.floor(weight / 2)) / weight);
  }
  return [scored, points];
}
