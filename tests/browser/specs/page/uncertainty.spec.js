// Ranges: entered, drawn, refined, drawn anew; and what the worker that draws must come to.
import { readFileSync } from 'node:fs';
import { expect, open, test } from '../../guard.js';
import { expectWords } from '../../parts.js';

const CASE = JSON.parse(readFileSync(new URL('../../../cases/draws.json', import.meta.url), 'utf8'));

const show = (page, name) => page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name, exact: true }).click();
const section = (page) => page.locator('.ps-unsure');
const fans = (page) => page.locator('.ps-fan');
const range = (page, slug) => page.locator(`#entry-range-${slug}`);
const seed = (page) => page.locator('#entry-uncertainty-seed');
const drawn = async (page) => {
  // In this order: what was drawn of before says so too, until the first draws of what is asked now are there.
  await expect(section(page)).not.toHaveAttribute('data-stale');
  await expect(section(page)).toContainText(/(?<! of )100,032 draws of/);
  return page.locator('#spreads').innerText();
};

async function ranged(page, text = '30k to 45k') {
  await open(page);
  await show(page, 'Scenarios');
  await page.locator('#ranges summary').click();
  await range(page, 'churned-mrr').fill(text);
}

test('one click puts a range in, and fans open around every scenario', async ({ page, seen }) => {
  await open(page);
  await show(page, 'Scenarios');
  await expect(section(page)).toContainText('Nothing has a range yet.');
  expect(seen.requests.filter((url) => url.includes('draws')), 'what draws is fetched with the first range').toEqual([]);
  await page.getByRole('button', { name: 'Try it: churned MRR from $31,000 to $46,000' }).click();
  await expect(fans(page)).toHaveCount(3);
  await expect(section(page)).toContainText('After 36 months, nine draws of ten have ARR between');
  await expect(fans(page).first().locator('.ps-fan__plot')).toHaveAttribute('aria-label', /^As it is: \$\d.*nine of ten draws between/);
  await drawn(page);
  await expect(page.locator('#spreads').getByRole('row').filter({ hasText: 'NRR' }).getByRole('cell')).toHaveCount(6);
  await expectWords(page);
});

test('the same seed gives the same numbers, another one others', async ({ page }) => {
  await ranged(page);
  const first = await drawn(page);
  await page.getByRole('button', { name: 'Draw with another seed' }).click();
  await expect(seed(page)).toHaveValue('2');
  await expect(section(page)).toContainText('from seed 2');
  const second = await drawn(page);
  expect(second).not.toBe(first);
  await seed(page).fill('1');
  await expect(section(page)).toContainText('from seed 1:');
  expect(await drawn(page)).toBe(first);
  await seed(page).fill('many');
  await expect(page.locator('#entry-problem-uncertainty-seed')).toContainText('is not part of a number');
});

test('other inputs end what is being drawn', async ({ page }) => {
  await ranged(page, '20k to 30k');
  for (const text of ['25k to 35k', '35k to 50k', '10k to 60k', '30k to 45k']) await range(page, 'churned-mrr').fill(text);
  const last = await drawn(page);
  await page.reload();
  await expect(fans(page)).toHaveCount(3);
  expect(await drawn(page)).toBe(last);
});

test('a range that is none is said beside its field, and the others are drawn', async ({ page }) => {
  await ranged(page);
  await drawn(page);
  await range(page, 'expansion-mrr').fill('40k to 30k');
  await expect(page.locator('#entry-problem-range-expansion-mrr')).toHaveText('A range begins with its smallest number.');
  await expect(range(page, 'expansion-mrr')).toHaveAttribute('aria-invalid', 'true');
  await expect(fans(page)).toHaveCount(3);
  await range(page, 'lost-customers').fill('200 to 290');
  await expect(section(page)).toContainText('draws the figures contradict each other');
});

test('keys alone enter a range, and stay in its field while it is drawn', async ({ page }) => {
  await open(page);
  await show(page, 'Scenarios');
  await page.locator('#ranges summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(range(page, 'start-mrr')).toBeFocused();
  await page.keyboard.type('220k..260k');
  await expect(fans(page)).toHaveCount(3);
  await drawn(page);
  await expect(range(page, 'start-mrr')).toBeFocused();
  await expect(range(page, 'start-mrr')).toHaveValue('220k..260k');
});

test('a ready-made scenario is copied by one click, and can be changed', async ({ page }) => {
  await open(page);
  await show(page, 'Scenarios');
  await page.getByRole('button', { name: 'Copy Upside as a scenario of my own' }).click();
  await expect(page.locator('#entry-s1-churn')).toHaveValue('-20');
  await expect(page.locator('#entry-s1-churn-by')).toHaveValue('percent');
  await expect(page.locator('#entry-s1-churn-months')).toHaveValue('12');
  const ltv = page.locator('#compare').getByRole('row').filter({ hasText: 'LTV : CAC' }).getByRole('cell');
  expect(await ltv.nth(3).innerText()).toBe(await ltv.nth(1).innerText());
});

test.describe('without what draws', () => {
  test.use({ noErrors: false });

  test('a fault is said, and the page goes on', async ({ page }) => {
    await page.route(/plimsoll-draws_bg\.wasm/, (route) => route.fulfill({ status: 200, contentType: 'application/wasm', body: 'no module' }));
    await ranged(page);
    await expect(section(page)).toContainText('The program that draws met a fault of its own');
    await page.unroute(/plimsoll-draws_bg\.wasm/);
    await range(page, 'churned-mrr').fill('30k to 46k');
    await expect(fans(page)).toHaveCount(3);
    await expect(section(page)).not.toContainText('met a fault');
  });
});

test('the worker draws the bits that are drawn natively', async ({ page }) => {
  await open(page);
  const hash = await page.evaluate((entries) => new Promise((resolve, reject) => {
    const worker = plimsollKeep.worker('draws');
    worker.onerror = reject;
    worker.onmessage = ({ data }) => {
      worker.terminate();
      if (!data) reject(new Error('the worker was lost'));
      else resolve(data.found.reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193), 0x811c9dc5 | 0) >>> 0);
    };
    worker.postMessage({ turn: 1, entries: Object.entries(entries).flat() });
  }), CASE.entries);
  expect(hash).toBe(CASE.hash);
});
