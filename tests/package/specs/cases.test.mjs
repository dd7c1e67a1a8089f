// The worked examples of the native tests, by way of the package: the same values as text, the same words.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { env } from 'node:process';
import { test } from 'node:test';
import { evaluate, figures, grade, load, metricOf, metrics } from 'plimsoll';

await load();
const { parse } = createRequire(join(env.PLIMSOLL_TOOLS, 'x.js'))('smol-toml');
const { example: examples } = parse(readFileSync(join(env.PLIMSOLL_CASES, 'worked_examples.toml'), 'utf8'));
const units = new Map([...figures(), ...metrics()].map((one) => [one.slug, one.unit]));

/** What a case says of a share is typed into a field: in percent, without the sign. */
const amount = ([slug, text]) => [slug, units.get(slug) === 'percent' ? `${text}%` : text];
const amounts = (table = {}) => Object.fromEntries(Object.entries(table).map(amount));

function asked({ given }) {
  const { figures: typed, known = {}, window, currency, segment, industry, stage, conventions, ...rest } = given;
  const windows = rest['known-windows'] ?? {};
  delete rest['known-windows'];
  assert.deepEqual(rest, {}, 'this spec has to learn more of the cases');
  const options = { window, currency, segment, industry, stage };
  options.known = Object.fromEntries(Object.entries(amounts(known)).map(([slug, value]) => [slug, { value, window: windows[slug] }]));
  options.conventions = Object.values(conventions ?? {});
  return [amounts(typed), options];
}

/** The decimals of a text, with a percent sign a part of one. */
function decimal(text) {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?%?$/.exec(text);
  const places = text.endsWith('%') ? 2 : 0;
  const digits = whole.padStart(places + 1, '0') + fraction;
  const point = Math.max(whole.length, places + 1) - places;
  const rest = digits.slice(point).replace(/0+$/, '');
  return `${sign}${digits.slice(0, point).replace(/^0+(?=\d)/, '')}${rest && `.${rest}`}`;
}

for (const example of examples) {
  test(example.name, () => {
    const [given, options] = asked(example);
    const report = evaluate(given, options);
    assert.deepEqual(report.problems, []);
    for (const answer of example.answers) {
      const head = metrics().find((one) => one.slug === answer.metric).standsFor;
      const own = head ? evaluate(given, { ...options, conventions: [answer.metric] }) : report;
      // A convention that is chosen stands in its metric's place, as on the card.
      const slug = head ?? answer.metric;
      const metric = metricOf(own, slug);
      assert.deepEqual(metricOf(own, answer.metric).value, metric.value);
      assert.equal(metric.value.decimal, decimal(answer.value), answer.metric);
      assert.equal(metric.value.number, Number(decimal(answer.value)), answer.metric);
      assert.equal(metric.value.isExact, true, answer.metric);
      if (answer.annual) assert.equal(metric.annual.decimal, decimal(answer.annual), answer.metric);
      if (answer.printed) assert.ok(metric.printed.startsWith(answer.printed), `${metric.printed}: ${answer.printed}`);
      if (answer['annual-printed']) assert.equal(metric.printedAnnual, answer['annual-printed']);
      if (answer.band) {
        assert.equal(metric.band.name, answer.band, answer.metric);
        // By itself, an annual value gets the same verdict.
        assert.deepEqual(grade(slug, metric.annual, { segment: options.segment ?? 'smb' }).band, metric.band);
      }
      if (answer.target) assert.equal(metric.target.sentence, answer.target, answer.metric);
    }
  });
}
