// Wrong calls, odd objects, and what is made of amounts.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import * as plimsoll from 'plimsoll';

const { evaluate, explain, grade, load, metricOf, parse, project, score, solve } = plimsoll;
await load();

const FIGURES = { startCustomers: 250, lostCustomers: 50 };
const churn = (figures, options) => metricOf(evaluate(figures, options), 'logo-churn');
const goal = { metric: 'logo-churn', band: 'good', figure: 'lostCustomers' };

afterEach(() => {
  assert.equal({}.polluted, undefined);
  assert.equal(churn(FIGURES).value.decimal, '0.2', 'the next question is answered');
});

/** Each call, and what its TypeError says. */
const WRONG = [
  [() => evaluate({ startMrr: {} }), 'evaluate: figures.startMrr must be a number or text, got an object'],
  [() => evaluate({ startMrr: true }), 'evaluate: figures.startMrr must be a number or text, got true'],
  [() => evaluate({ startMrr: [1] }), 'evaluate: figures.startMrr must be a number or text, got an object (Array)'],
  [() => evaluate({ startMrr: Symbol('1') }), 'evaluate: figures.startMrr must be a number or text, got a symbol'],
  [() => evaluate({ startMrr: 10n ** 50_000n }), 'evaluate: figures.startMrr is larger than any amount'],
  [() => evaluate({ startMrr: '1'.repeat(401) }), 'evaluate: figures.startMrr has 401 characters; 400 are the most'],
  [() => evaluate({ startMmr: 1 }), 'evaluate: figures.startMmr is no figure; figures are listed by figures()'],
  [() => evaluate({ startMrr: 1, 'start-mrr': 2 }), 'evaluate: figures["start-mrr"] is given twice'],
  [() => evaluate([]), 'evaluate: figures must be a plain object, got an object (Array)'],
  [() => evaluate(new Map()), 'evaluate: figures must be a plain object, got an object (Map)'],
  [() => evaluate(Promise.resolve({})), 'evaluate: figures must be a plain object, got an object (Promise)'],
  [() => evaluate(null), 'evaluate: figures must be a plain object, got null'],
  [() => evaluate('{}'), 'evaluate: figures must be a plain object, got "{}"'],
  [() => evaluate({}, 'year'), 'evaluate: options must be a plain object, got "year"'],
  [() => evaluate({}, { segmnet: 'smb' }), /^evaluate: options\.segmnet is not known here; known are window, /],
  [() => evaluate({}, { segment: 'small' }), 'evaluate: options.segment must be one of "enterprise", "mid-market", "smb", "", got "small"'],
  [() => evaluate({}, { window: ['year'] }), /options\.window must be one of "month", "quarter", "year", got an object \(Array\)/],
  [() => evaluate({}, { currency: 'usd' }), /options\.currency must be one of "USD", /],
  [() => evaluate({}, { locale: 'x_y' }), 'evaluate: options.locale must be a language tag such as "en-US", got "x_y"'],
  [() => evaluate({}, { conventions: ['logo-churn'] }), /options\.conventions\[0\] must be one of /],
  [() => evaluate({}, { known: { churn: 1 } }), 'evaluate: options.known.churn is no metric; metrics are listed by metrics()'],
  [() => evaluate({}, { known: { logoChurn: { value: 1, windw: 'year' } } }), /options\.known\.logoChurn\.windw is not known here/],
  [() => evaluate({}, { moves: {} }), 'evaluate: options.moves must be a list, got an object'],
  [() => evaluate({}, { moves: [{ lever: 'churn' }] }), 'evaluate: options.moves[0] must have one of points, percent, to, got none'],
  [() => evaluate({}, { moves: [{ lever: 'churn', points: 1, to: 1 }] }), 'evaluate: options.moves[0] must have one of points, percent, to, got 2'],
  [() => evaluate({}, { moves: [{ lever: 'chrn', points: 1 }] }), /options\.moves\[0\]\.lever must be one of "churn", /],
  [() => evaluate({}, { moves: [{ lever: 'churn', points: 1, months: 61 }] }), 'evaluate: options.moves[0].months must be a whole number from 0 to 60, got 61'],
  [() => evaluate({}, { moves: new Array(101).fill({}) }), 'evaluate: options.moves has 101 entries; 100 are the most'],
  [() => evaluate({}, { pack: 'pack' }), 'evaluate: options.pack must be a plain object, got "pack"'],
  [() => explain(), 'explain: metric must be a text, got nothing'],
  [() => explain('nrr'), 'explain: metric is no metric; metrics are listed by metrics()'],
  [() => grade('logo-churn'), 'grade: value must be a number or text, got nothing'],
  [() => grade('constructor', 1), 'grade: metric is no metric; metrics are listed by metrics()'],
  [() => solve(), 'solve: goal must be a plain object, got nothing'],
  [() => solve({ ...goal, lever: 'churn' }), 'solve: goal must have one of lever, figure, got 2'],
  [() => solve({ ...goal, value: 1 }), 'solve: goal must have one of band, target, value, got 2'],
  [() => solve(goal, FIGURES, { moves: [] }), /options\.moves is not known here/],
  [() => project({}, { months: 0 }), 'project: options.months must be a whole number from 1 to 60, got 0'],
  [() => project({}, { opening: 'now' }), 'project: options.opening must be one of "end", "start", got "now"'],
  [() => score(), 'score: accounts must be a list, got nothing'],
  [() => score([1]), 'score: accounts[0] must be a plain object, got 1'],
  [() => score([{ usageFrequency: [] }]), 'score: accounts[0].usageFrequency must be a number or text, got an object (Array)'],
  [() => score([], { model: 'a' }), /options\.model must be one of "seven-indicators", /],
  [() => score([], { weights: { '': 1 } }), /options\.weights\[""\] has no name/],
  [() => parse(12), 'parse: text must be a text, got 12'],
  [() => parse('1', { figure: 'x' }), 'parse: options.figure is no figure; figures are listed by figures()'],
  [() => metricOf({}, 'logo-churn'), 'metricOf: report must be what evaluate gives, got an object'],
];

for (const [call, message] of WRONG) {
  test(`a wrong call: ${String(call).slice(6, 90)}`, () => {
    assert.throws(call, (error) => {
      assert.equal(error.constructor, TypeError);
      typeof message === 'string' ? assert.equal(error.message, message) : assert.match(error.message, message);
      return true;
    });
  });
}

test('amounts are numbers, bigints, texts and numbers of a report', () => {
  const decimals = [200, 200n, '200', ' 0.2k ', { decimal: '200' }, 2e2].map((startCustomers) => churn({ startCustomers, lostCustomers: 8 }).value.decimal);
  assert.deepEqual(decimals, Array(6).fill('0.04'));
  const mrr = (startMrr) => metricOf(evaluate({ startMrr, expansionMrr: startMrr, contractionMrr: 0, churnedMrr: 0 }), 'net-revenue-retention').value.decimal;
  for (const number of [1e21, 1e-7, 0.1 + 0.2, 12.345, 5e-20, Number.MAX_SAFE_INTEGER]) assert.equal(mrr(number), '2', String(number));
});

test('a share is a part of one, or in percent with a sign', () => {
  const margin = (grossMargin) => evaluate({ grossMargin }).problems.map((problem) => problem.field);
  for (const right of [0.78, '0.78', '78%', '78 %', '0,78', 1, 0, '1.00', { decimal: '0.78' }]) assert.deepEqual(margin(right), [], JSON.stringify(right));
  for (const wrong of [78, '78', -0.1, 1.001, '101%', 'lots', NaN, Infinity, '0x1', '']) assert.deepEqual(margin(wrong), wrong === '' ? [] : ['figures.gross-margin'], String(wrong));
  assert.equal(grade('logo-churn', churn(FIGURES).annual).band.name, churn(FIGURES).band.name);
  const value = (known) => churn({}, { known: { logoChurn: known } }).value.decimal;
  assert.deepEqual([value(0.125), value('12.5%'), value({ value: '0.125' }), value({ decimal: '0.125' })], Array(4).fill('0.125'));
  assert.equal(churn({}, { known: { logoChurn: { value: '2%', window: 'month' } } }).annual.decimal.slice(0, 6), '0.2152');
});

test('data that is wrong is in the result', () => {
  const { problems, metrics } = evaluate({ startCustomers: 1.5, lostCustomers: -1, startMrr: '€5' });
  assert.deepEqual(problems.map((problem) => problem.field), ['figures.start-mrr', 'figures.start-customers', 'figures.lost-customers']);
  assert.ok(metrics.every((metric) => metric.value === null || metric.reason === null));
  assert.match(grade('logo-churn', 2).reason.sentence, /between 0% and 100%/);
  assert.equal(solve({ ...goal, band: 'splendid' }, FIGURES).whyNot, 'no-such-line');
  assert.equal(project({}).reason.code, 'missing');
  assert.equal(parse('many').kind, 'unreadable');
  assert.equal(evaluate({}, { pack: { version: 2 } }).problems[0].field.slice(0, 5), 'pack.');
});

test('own benchmarks, conventions and moves count', () => {
  const pack = {
    version: 1, name: 'Ours', sources: [{ id: 'board', title: 'Board', publisher: 'Us', date: '2026', evidence: 'own-data' }],
    scales: [{ metric: 'logo-churn', source: 'board', bands: [{ name: 'Calm', standing: 'good' }, { name: 'Leaking', standing: 'concerning', from: 25 }] }],
  };
  assert.equal(churn(FIGURES, { pack }).band.name, 'Calm');
  assert.equal(grade('logo-churn', 0.25, { pack }).band.name, 'Leaking');
  assert.equal(churn(FIGURES, { moves: [{ lever: 'churn', points: -0.02 }, { figure: 'startCustomers', percent: '100%' }] }).value.decimal, '0.09');
  const lifetime = evaluate({ ...FIGURES, grossMargin: 1, startMrr: 100 }, { conventions: ['lifetime-value-capped'] });
  assert.equal(metricOf(lifetime, 'lifetime-value').convention, 'lifetime-value-capped');
  assert.deepEqual(pack.scales[0].bands[1], { name: 'Leaking', standing: 'concerning', from: 25 });
});

test('numbers are printed as the locale has them', () => {
  const printed = (locale) => metricOf(evaluate({ startMrr: 100_000, startCustomers: 3, newCustomers: 0, lostCustomers: 0, newMrr: 0, expansionMrr: 0, contractionMrr: 0, churnedMrr: 0 }, { locale, currency: 'EUR' }), 'closing-mrr').printed;
  assert.equal(printed(undefined), '€100,000 a month');
  assert.match(printed('de-DE'), /^100\.000\s€ a month$/);
  for (const locale of ['fr', 'ja-JP', 'ar-EG', 'hi-IN', 'pt-BR', 'de-CH']) assert.match(printed(locale), /1,?00/, locale);
});

test('odd objects are harmless', () => {
  const cyclic = { startMrr: 1 };
  cyclic.self = cyclic;
  const pack = { version: 1 };
  pack.scales = [pack, pack, pack, pack, pack, pack, pack, pack, pack, pack];
  const deep = {};
  let inner = deep;
  for (let level = 0; level < 100_000; level += 1) inner = inner.a = {};
  const thrower = new Proxy({}, { ownKeys() { throw new Error('no keys'); } });
  const gone = Proxy.revocable({}, {});
  gone.revoke();
  const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`k${at}`, 1]));
  const calls = [
    () => evaluate(JSON.parse('{ "__proto__": { "polluted": 1 } }')), () => evaluate(JSON.parse('{ "constructor": 1 }')),
    () => evaluate({ hasOwnProperty: 1 }), () => evaluate(cyclic), () => evaluate({ get startMrr() { throw new Error('no'); } }),
    () => evaluate(thrower), () => evaluate(gone.proxy), () => evaluate(many), () => evaluate({ [`${'x'.repeat(1e6)}`]: 1 }),
    () => evaluate({}, { pack }), () => evaluate({}, { pack: deep }), () => evaluate({}, { pack: { a: many } }),
    () => evaluate({}, { moves: { length: 1e9 } }), () => evaluate({}, { moves: new Proxy([], { get: (_, key) => (key === 'length' ? 1e9 : {}) }) }),
    () => score(new Array(100_001).fill({})), () => score([thrower]), () => score([Object.create({ usageFrequency: [] }), gone.proxy]),
    () => parse('x'.repeat(4_000_001)), () => evaluate({}, JSON.parse('{ "__proto__": { "locale": "xx" } }')),
  ];
  for (const [at, call] of calls.entries()) {
    // A getter that throws is its own object's matter: `score` asks for known indicators only.
    if (at === 15) assert.equal(score([thrower]).scores[0].score, null);
    else assert.throws(call, (error) => error.constructor === TypeError && error.message.length < 700, String(call));
  }
});

test('inherited entries are nobody’s, and each own one is read once', () => {
  const inherited = Object.create({ lostCustomers: 999 }, { startCustomers: { value: 250, enumerable: true } });
  assert.deepEqual(churn(inherited).reason.missing, ['lost-customers']);
  let reads = 0;
  const changing = { startCustomers: 250, get lostCustomers() { reads += 1; return reads === 1 ? 50 : {}; } };
  assert.equal(churn(changing).value.decimal, '0.2');
  assert.equal(reads, 1);
  assert.equal(churn(Object.assign(Object.create(null), FIGURES)).value.decimal, '0.2');
  // One that asks in the middle of a question.
  assert.equal(churn({ startCustomers: 250, get lostCustomers() { return 250 * churn(FIGURES).value.number; } }).value.decimal, '0.2');
});

test('what comes back is plain, and the caller’s own', () => {
  const isPlain = (value) => value === null || typeof value !== 'object' || ([Object.prototype, Array.prototype].includes(Object.getPrototypeOf(value)) && Object.values(value).every(isPlain));
  const answers = [evaluate(FIGURES), explain('ltv-cac', FIGURES), solve(goal, FIGURES), project(FIGURES), score([{}]), parse('1'), plimsoll.metrics(), plimsoll.benchmarks()];
  assert.ok(answers.every(isPlain));
  assert.deepEqual(structuredClone(answers), answers);
  assert.deepEqual(JSON.parse(JSON.stringify(answers)), answers);
  plimsoll.figures().length = 0;
  plimsoll.segments()[0].slug = 'x';
  assert.ok(plimsoll.figures().length > 50);
  assert.equal(plimsoll.segments()[0].slug, 'enterprise');
});

test('lists name what there is', () => {
  const slugs = (list) => list.map((one) => one.slug);
  assert.ok(slugs(plimsoll.metrics()).includes('net-revenue-retention'));
  assert.ok(plimsoll.benchmarks().find((one) => one.metric === 'net-revenue-retention').bands.length > 3);
  assert.deepEqual(slugs(plimsoll.levers()), ['churn', 'contraction', 'expansion', 'price', 'gross-margin', 'acquisition-cost']);
  assert.ok(plimsoll.currencies().includes('EUR') && slugs(plimsoll.stages()).includes('early') && slugs(plimsoll.industries()).includes('fintech'));
  for (const model of plimsoll.healthModels()) {
    const account = Object.fromEntries(model.indicators.map((one) => [one.name, 50]));
    assert.deepEqual(score([account, { id: 7 }], { model: model.slug }).scores.map((one) => one.score?.decimal), ['50', undefined]);
  }
});

test('whatever the arguments are, there is an answer or a TypeError', () => {
  let seed = 2026;
  const below = (most) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * most);
  };
  const pick = (list) => list[below(list.length)];
  const words = [...plimsoll.figures().slice(0, 12).map((one) => one.name), 'logoChurn', 'window', 'known', 'moves', 'pack', 'lever', 'points', 'months', 'band', 'metric', 'locale', 'version', 'scales', '__proto__', ''];
  const texts = ['', '0', '-1', '12.5k', '78%', '1e9', 'NaN', '\u0000', '\ud800', '١٢', '9'.repeat(60), 'year', 'smb', 'churn', 'good', 'logo-churn', 'a\tb\n1\t2', 'de-DE'];
  const leaves = [0, -0, 1, -1, 0.5, 1e308, 5e-324, NaN, Infinity, 7n, -7n, true, null, undefined, () => 1, Symbol('s'), new Date(0), /x/, new Uint8Array(3)];
  const value = (depth) => {
    const kind = below(depth > 2 ? 2 : 4);
    if (kind === 0) return pick(leaves);
    if (kind === 1) return pick(texts);
    if (kind === 2) return Array.from({ length: below(4) }, () => value(depth + 1));
    return Object.fromEntries(Array.from({ length: below(5) }, () => [pick(words), value(depth + 1)]));
  };
  const calls = [evaluate, explain, grade, solve, project, score, parse, metricOf, plimsoll.benchmarks];
  const right = [undefined, {}, 'logo-churn', FIGURES, goal, [{ usageFrequency: 1 }]];
  let answers = 0;
  for (let round = 0; round < 4_000; round += 1) {
    const call = pick(calls);
    try {
      call(...Array.from({ length: 3 }, () => (below(3) ? pick(right) : value(0))));
      answers += 1;
    } catch (error) {
      assert.equal(error.constructor, TypeError, `${call.name}: ${error.stack}`);
      assert.ok(error.message.startsWith(`${call.name}: `), error.message);
    }
  }
  assert.ok(answers > 200, `${answers} answers`);
  assert.ok(plimsoll.isLoaded());
});
