// Compiled and never run: uses that have to be allowed, and, each below a remark, uses that must not be.
import {
  benchmarks, evaluate, explain, figures, grade, healthModels, load, metricOf, parse, project, score, segments, solve,
} from 'plimsoll';
import type { Band, Figures, MetricReport, MetricSlug, Quantity, Report, Standing } from 'plimsoll';

await load();
await load({ wasm: new Uint8Array() });
await load({ wasm: fetch('plimsoll.wasm') });

const given: Figures = { startMrr: 1, 'new-mrr': '2k', churnedMrr: 3n, lostCustomers: null };
const report: Report = evaluate(given, {
  window: 'quarter', currency: 'EUR', segment: '', stage: 'early', locale: 'de-DE', conventions: ['lifetime-value-capped'],
  known: { logoChurn: 0.02, netRevenueRetention: { value: '115%', window: 'year' } },
  moves: [{ lever: 'churn', points: -0.02, months: 6 }, { figure: 'newMrr', to: '80k' }],
});
const metric: MetricReport = metricOf(report, 'net-revenue-retention');
const value: Quantity | null = metric.value;
const text: string | undefined = value?.decimal;
const number: number | undefined = value?.number;
const band: Band | null = metric.band;
const standing: Standing | undefined = band?.better?.standing;
const slug: MetricSlug = metric.slug;
const missing: string[] = metric.reason?.missing ?? [];

if (metric.value) grade(metric.slug, metric.value).target?.isMet;
explain('ltv-cac', given).steps.map((step) => step.numbers);
solve({ metric: 'logo-churn', band: 'good', figure: 'lostCustomers' }, given).at?.number.toFixed(1);
solve({ metric: 'logo-churn', target: true, lever: 'churn' }).sentence.length;
project(given, { months: 12, arr: '6m' }).months.at(-1)?.customers?.closing?.decimal;
score([{ id: 1, usageFrequency: 80 }], { model: 'seven-indicators' }).scores[0]?.band;
healthModels()[0]?.indicators[0]?.weight?.number;
benchmarks({ segment: 'enterprise' })[0]?.neighbours[0]?.median.decimal;
segments().map((one) => one.label);
for (const figure of figures()) evaluate({ [figure.name]: 1 });

const parsed = parse('12.5k', { figure: 'startMrr' });
switch (parsed.kind) {
  case 'number': parsed.value.decimal.length; break;
  case 'table': evaluate(parsed.segments[0]?.figures); break;
  case 'unreadable': parsed.sentence.length; break;
  default: parsed satisfies never;
}

// @ts-expect-error no such figure
evaluate({ startMmr: 1 });
// @ts-expect-error no amount
evaluate({ startMrr: true });
// @ts-expect-error no such segment
evaluate({}, { segment: 'small' });
// @ts-expect-error a value may be missing
metric.value.decimal;
// @ts-expect-error no such metric
metricOf(report, 'nrr');
// @ts-expect-error nothing that may move
solve({ metric: 'logo-churn', band: 'good' });
// @ts-expect-error two goals
solve({ metric: 'logo-churn', band: 'good', value: 1, lever: 'churn' });
// @ts-expect-error how far?
evaluate({}, { moves: [{ lever: 'churn' }] });
// @ts-expect-error a solution takes no moves
solve({ metric: 'logo-churn', band: 'good', lever: 'churn' }, {}, { moves: [] });
// @ts-expect-error load takes no address by itself
load('plimsoll.wasm');

export { missing, number, slug, standing, text };
