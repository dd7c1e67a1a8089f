// The custom elements as a typed page writes them. It is compiled and not run.
import type { HealthReport, PlimsollIntrinsicElements, PlimsollTag } from '../embed/elements.js';

const calculator = document.createElement('plimsoll-calculator');
calculator.metrics = ['net-revenue-retention', 'logo-churn'];
calculator.figures = { 'start-mrr': 240_000, 'churned-mrr': '38.4k' };
calculator.parts = ['form', 'cards'];
calculator.window = 'quarter';
calculator.readOnly = true;
const printed: string | undefined = calculator.report?.metrics[0]?.printed;

const metric = document.createElement('plimsoll-metric');
metric.htmlFor = calculator.id;
// @ts-expect-error: a metric shows no form
metric.parts = ['form'];
// @ts-expect-error: there is no such window
calculator.window = 'decade';

const health = document.createElement('plimsoll-health');
health.accounts = [{ name: 'Acme', usage: 80, support: null }];
const told: HealthReport | null = health.report;

// The event bubbles: whoever listens hears all elements below.
calculator.addEventListener('plimsoll-change', (event) => console.log(event.detail));
document.addEventListener('plimsoll-change', (event) => console.log(event.detail));
window.addEventListener('plimsoll-change', (event) => {
  if ('metrics' in event.detail) console.log(event.detail.metrics.length);
});
const tag: PlimsollTag = 'plimsoll-health';
const jsx: PlimsollIntrinsicElements = { 'plimsoll-calculator': { metrics: 'logo-churn' }, 'plimsoll-metric': {}, 'plimsoll-health': {} };
console.log(printed, told?.accounts[0]?.score, tag, jsx);
