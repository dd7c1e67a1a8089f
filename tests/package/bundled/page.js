// A page's program, for the bundlers.
import { evaluate, load, metricOf } from 'plimsoll';

export async function answer(options) {
  await load(options);
  return metricOf(evaluate({ startCustomers: 200, lostCustomers: 8 }, { window: 'quarter' }), 'logo-churn').printedAnnual;
}

globalThis.answer = answer;
