// The sums from the rows as they were made: one customer after another, every number from its definition, in whole numbers.
import { NUMBERS, place, room } from './layout.mjs';

export function expected(task, { byMonth, customers }) {
  const paid = customers.map(() => new Map()), out = room(task);
  byMonth.forEach((list, month) => {
    for (const [customer, cents] of list) paid[customer].set(month, (paid[customer].get(month) ?? 0) + cents);
  });
  customers.forEach(({ segment }, customer) => {
    const pays = (month) => paid[customer].get(month) ?? 0;
    const first = Math.min(...[...paid[customer]].filter(([, cents]) => cents > 0).map(([month]) => month));
    for (let month = 0; month < task.months; month++) {
      const now = pays(month), before = pays(month === 0 ? 0 : month - 1), then = pays(month - 12);
      const came = before === 0 && now > 0, left = before > 0 && now === 0;
      const numbers = {
        start: before,
        end: now,
        new: came && month === first ? now : 0,
        reactivation: came && month > first ? now : 0,
        expansion: before > 0 && now > before ? now - before : 0,
        contraction: now > 0 && now < before ? before - now : 0,
        churn: left ? before : 0,
        startLogos: before > 0,
        endLogos: now > 0,
        newLogos: came && month === first,
        reactivationLogos: came && month > first,
        churnLogos: left,
        base12: then,
        now12: then > 0 ? now : 0,
        kept12: Math.min(then, now),
        baseLogos12: then > 0,
        lostLogos12: then > 0 && now === 0,
      };
      for (const group of [segment, task.segments.length]) {
        NUMBERS.forEach((name, number) => { out[place(task, group, month) + number] += Number(numbers[name]); });
      }
    }
  });
  return out;
}
