// What is typed counts at once; what cannot be read is said beside its field, and everything else goes on.
import { expect, open, test } from '../../guard.js';
import { answer, card, expectProblem, expectWords, field, problem, value } from '../../parts.js';

test('a figure changes its cards at every key', async ({ page }) => {
  await open(page);
  await field(page, 'figure', 'churned-mrr').fill('');
  await expect(card(page, 'net-revenue-retention')).toContainText('Needs churned MRR.');
  await expect(value(page, 'revenue-per-account')).toHaveText('–');
  await field(page, 'figure', 'churned-mrr').pressSequentially('24');
  await expect(value(page, 'net-revenue-retention')).toHaveText('109.5%');
  await field(page, 'figure', 'churned-mrr').pressSequentially('000');
  await expect(value(page, 'net-revenue-retention')).toHaveText('99.5%');
  await expect(answer(page)).toContainText('99.5%');
  await expect(page.locator('.ps-derived').first()).toContainText('$310,800 a month');
});

test('cards out of sight follow those that are seen', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 700 });
  await open(page);
  await card(page, 'net-revenue-retention').evaluate((element) => element.scrollIntoView());
  await expect(value(page, 'net-revenue-retention')).toBeInViewport();
  await expect(card(page, 'customer-lifetime')).not.toBeInViewport();
  const atOnce = await page.evaluate(async () => {
    const texts = () => ['net-revenue-retention', 'customer-lifetime'].map((slug) => document.querySelector(`[aria-labelledby=card-${slug}] .ps-value__text`).textContent);
    const before = texts();
    for (const [slug, text] of [['churned-mrr', '24000'], ['lost-customers', '10']]) {
      const field = document.querySelector(`#figure-${slug}`);
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await null;
    }
    return { before, far: texts()[1] };
  });
  expect(atOnce.far, 'nobody sees it yet').toBe(atOnce.before[1]);
  await expect(value(page, 'net-revenue-retention')).toHaveText('99.5%');
  await expect(value(page, 'customer-lifetime')).not.toHaveText(atOnce.before[1]);
});

test('a short way to write is read, and how it was read is said', async ({ page }) => {
  await open(page);
  await field(page, 'figure', 'start-mrr').fill('1.2m');
  await expect(page.locator('#figure-note-start-mrr')).toHaveText('Read as $1,200,000.');
  await expect(field(page, 'figure', 'start-mrr')).toHaveValue('1.2m');
});

test('a wrong figure says so beside its field, and other cards go on', async ({ page }) => {
  await open(page);
  await field(page, 'figure', 'gross-margin').fill('seven');
  await expectProblem(page, 'figure', 'gross-margin', '“s” at place 1 is not part of a number. Write it like 12,500 or 12.5k.');
  await expect(card(page, 'lifetime-value')).toContainText('Waits for gross margin: see the word beside the field.');
  await expect(value(page, 'net-revenue-retention')).toHaveText('93.5%');
  await expect(value(page, 'acquisition-cost')).toHaveText('$18,571');
  await field(page, 'figure', 'gross-margin').fill('70');
  await expect(problem(page, 'figure', 'gross-margin')).toBeEmpty();
  await expect(field(page, 'figure', 'gross-margin')).not.toHaveAttribute('aria-invalid');
});

/** Figures that have a value for no card, or for few: the figures, the card, and its words. */
const EDGES = {
  'nothing at the start': [{ 'start-mrr': '0', 'contraction-mrr': '0', 'churned-mrr': '0' }, 'net-revenue-retention', 'With no MRR at the start, there is nothing to measure against.'],
  'nobody left': [{ 'lost-customers': '0' }, 'lifetime-value', 'Nobody left in this window, so a lifetime has no end.'],
  'nothing spent': [{ 'acquisition-spend': '0' }, 'ltv-cac', 'With no customer acquisition cost, there is nothing to measure against.'],
  'no margin': [{ 'gross-margin': '0' }, 'cac-payback', 'An account brings nothing in, so its cost is never earned back.'],
  'ten to the fifteenth': [{ 'start-mrr': '1000000000000000' }, 'revenue-per-account', '$3,703,703,703,913'],
  'everything lost': [{ 'lost-customers': '250', 'new-customers': '0' }, 'revenue-per-account', 'With no customers at the end, there is nothing to measure against.'],
};

for (const [edge, [figures, slug, words]] of Object.entries(EDGES)) test(`at the edge: ${edge}`, async ({ page }) => {
  await open(page);
  for (const [figure, text] of Object.entries(figures)) await field(page, 'figure', figure).fill(text);
  await expect(card(page, slug)).toContainText(words);
  await expectWords(page);
});

/** Texts that are no figure: the field, the text, and the words. */
const WRONG = [
  ['churned-mrr', '-100', 'It cannot be below zero. Losses are entered as positive numbers.'],
  ['churned-mrr', '1.2.3', 'There is a second decimal mark at place 4. Keep one.'],
  ['churned-mrr', '1'.repeat(40), 'It has 40 digits; up to 28 are kept exactly. Leave some out.'],
  ['churned-mrr', 'NaN', '“N” at place 1 is not part of a number. Write it like 12,500 or 12.5k.'],
  ['churned-mrr', '1e400', '“e” at place 2 is not part of a number. Write it like 12,500 or 12.5k.'],
  ['churned-mrr', '٣٤', '“٣” at place 1 is not a plain digit. Use the digits 0 to 9.'],
  ['churned-mrr', '€5', 'This is in EUR, the page is in USD. Choose the currency above, or enter the amount in USD.'],
  ['lost-customers', '2.5', 'This is counted whole: leave out the fraction.'],
  ['gross-margin', '101', 'It must lie between 0% and 100%.'],
];

test('what is no figure is answered in words, each its own', async ({ page }) => {
  await open(page);
  for (const [figure, text, words] of WRONG) {
    await field(page, 'figure', figure).fill(text);
    await expectProblem(page, 'figure', figure, words);
    await expectWords(page);
    await expect(value(page, 'acquisition-cost')).toHaveText('$18,571');
  }
});
