// The browser writes numbers as the native tests do, whose goldens hold every word of a page; and as its reader does.
import { readFileSync } from 'node:fs';
import { expect, open, test } from '../../guard.js';
import { card, field, sentence, slider, value } from '../../parts.js';
import { openIn } from '../../states.js';

/** The lines of a golden page. */
function golden(name) {
  const text = readFileSync(new URL(`../../../cases/pages/${name}.expected.txt`, import.meta.url), 'utf8');
  return text.split('\n').map((line) => line.trim());
}

/** All that the page says in numbers, in the words of a golden. */
function numbers(app) {
  const lines = (selector, start = '') => [...app.querySelectorAll(selector)].map((each) => start + each.textContent.trim());
  return [
    ...lines('.ps-headline__sentence'),
    ...lines('.ps-headline__detail'),
    ...lines('.ps-field__reading:not(:empty)', '> '),
    ...[...app.querySelectorAll('.ps-derived__row')].map(({ children: [label, amount] }) => `= ${label.textContent}: ${amount.textContent}`),
    ...lines('.ps-what-if__sentence'),
    ...lines('.ps-lever__effect:not(:empty)', '> '),
    ...[...app.querySelectorAll('.ps-value:not(.ps-value--undefined) .ps-value__line')].map((line) => `= ${line.textContent.trim()}`),
    ...lines('.ps-value__annual:not(:empty)', '= '),
    ...lines('.ps-verdict__target:not(:empty)'),
    ...lines('.ps-card__next:not(:empty)', 'next step: '),
    ...[...app.querySelectorAll('.ps-scale')].map((scale) => `scale: ${scale.ariaLabel}`),
    ...[...app.querySelectorAll('.ps-step')].map((step) => [...step.children].map((line) => line.textContent).filter((text) => text).join(' ')),
  ];
}

const EUROS = {
  window: 'quarter', currency: 'EUR', decimalMark: ',', segment: 'enterprise', industry: 'infrastructure', stage: 'scale',
  'figures.start-mrr': '1.250.000', 'figures.new-mrr': '60000', 'figures.expansion-mrr': '87.500,50', 'figures.contraction-mrr': '6.250',
  'figures.churned-mrr': '12,5k', 'figures.start-customers': '120', 'figures.new-customers': '5', 'figures.lost-customers': '0',
  'figures.gross-margin': '82,5', 'figures.acquisition-spend': '0', 'figures.lifetime-years': '7,5',
  'known.gross-revenue-retention': '95', 'known.customer-retention': '98,5', 'knownWindows.gross-revenue-retention': 'year',
};
const MOVED = {
  segment: '', stage: '', 'levers.churn': '-5', 'levers.contraction': '1', 'levers.expansion': '3', 'levers.price': '10',
  'levers.gross-margin': '2.5', 'levers.acquisition-cost': '-20',
};

for (const [name, state] of [['example', {}], ['every-lever-moved', MOVED], ['quarter-in-euros', EUROS]]) {
  test(`an American browser says every number as the golden does: ${name}`, async ({ page }) => {
    await openIn(page, state);
    for (const button of await page.getByRole('button', { name: 'How this came about' }).all()) await button.click();
    const said = await page.locator('#app').evaluate(numbers);
    const lines = golden(name);
    expect(said.length).toBeGreaterThan(60);
    expect(said.filter((line) => !lines.includes(line.trim()))).toEqual([]);
  });
}

// As `English` in crates/report/src/format.rs writes them.
const SIGNS = {
  USD: '$', EUR: '€', GBP: '£', CAD: 'CA$', AUD: 'A$', CHF: 'CHF', SEK: 'SEK', NOK: 'NOK', DKK: 'DKK', PLN: 'PLN', BRL: 'R$', MXN: 'MX$',
  INR: '₹', SGD: 'SGD', JPY: '¥', KRW: '₩', ILS: '₪', KWD: 'KWD',
};

test('an American browser writes every currency as the native tests do', async ({ page }) => {
  await open(page);
  const currency = page.getByRole('combobox', { name: 'Currency' });
  await expect(currency.locator('option')).toHaveText(Object.keys(SIGNS));
  for (const [code, sign] of Object.entries(SIGNS)) {
    await currency.selectOption(code);
    const gap = /[A-Z]$/.test(sign) ? '\u00a0' : '';
    await expect(page.locator('#figure-start-mrr').locator('xpath=preceding-sibling::span')).toHaveText(sign);
    await expect(value(page, 'acquisition-cost')).toHaveText(`${sign}${gap}18,571`);
  }
});

test.describe('in a German browser', () => {
  test.use({ locale: 'de-DE' });

  test('a comma begins the decimals, typed and shown', async ({ page }) => {
    await open(page);
    await expect(value(page, 'net-revenue-retention')).toHaveText('93,5\u00a0%');
    await expect(value(page, 'acquisition-cost')).toHaveText('18.571\u00a0$');
    await field(page, 'figure', 'gross-margin').fill('78,5');
    await expect(card(page, 'lifetime-value')).toContainText('51.705\u00a0$');
    await field(page, 'figure', 'start-mrr').fill('1.250');
    await expect(page.locator('#figure-note-start-mrr')).toHaveText('Read as 1.250\u00a0$.');
    await field(page, 'figure', 'start-mrr').fill('240.000,00');
    await expect(value(page, 'net-revenue-retention')).toHaveText('93,5\u00a0%');
    await field(page, 'lever', 'churn').fill('-0,5');
    await expect(slider(page, 'churn')).toHaveJSProperty('value', '-0.5');
    await expect(sentence(page)).toContainText('With churn 0,5 points lower a year');
  });

  test('a slider writes a number that the page can read', async ({ page }) => {
    await open(page);
    await slider(page, 'churn').press('ArrowLeft');
    await expect(page.locator('#lever-problem-churn')).toBeEmpty();
    await expect(sentence(page)).toContainText('With churn 0,1 points lower a year');
    await expect(value(page, 'logo-churn')).toHaveText('19,9\u00a0%');
  });
});
