// How sure NRR and GRR of a ledger are: its customers drawn again, beside its figures, once they are shown.
import { expect, open, test } from '../../guard.js';
import { accept, openLedger, review } from '../../room.js';

const sure = (page) => page.locator('.ps-offer__sure');
const openSample = async (page) => {
  await page.getByRole('group', { name: 'or try a sample:' }).getByRole('button').first().click();
  await expect(review(page)).toBeVisible();
  await accept(page, 'Sample, small');
};
const RANGE = /^With other customers of the same kind, NRR would lie between (\d+\.\d)% and (\d+\.\d)% and GRR between (\d+\.\d)% and (\d+\.\d)% in nine of ten cases \(10,000 redraws of your (\d+) customers, seed 1\)\.$/;

test('net and gross retention have an interval and chances, the same each time', async ({ page, seen }) => {
  await open(page);
  await openSample(page);
  const range = sure(page).locator('p').first();
  await expect(range).toHaveText(RANGE);
  const text = await range.innerText();
  const [low, high, grossLow, grossHigh, customers] = text.match(RANGE).slice(1).map(Number);
  expect(low).toBeLessThan(high);
  expect(grossLow).toBeLessThan(grossHigh);
  expect(grossHigh).toBeLessThanOrEqual(100);
  await page.getByRole('button', { name: 'Rows behind MRR at the start' }).click();
  await expect(page.locator('#behind-title')).toContainText(`${customers} customers`);
  await expect(sure(page).locator('p')).toHaveCount(3);
  await expect(sure(page).locator('p').nth(1)).toHaveText(/^Chance of each band for NRR: “.+” (\d+|under 1)%/);
  expect(seen.requests.filter((url) => /plimsoll-draws_bg/.test(url)).length).toBeGreaterThan(0);

  // Bands are annual. Over another window there is another interval, and no band; back again, the same seed gives the same.
  await page.locator('#choice-window').selectOption('quarter');
  await expect(sure(page).locator('p')).toHaveCount(1);
  await expect(range).toHaveText(RANGE);
  expect(await range.innerText()).not.toBe(text);
  await page.locator('#choice-window').selectOption('year');
  await expect(range).toHaveText(text);

  // The seed is the one that the reader gave the draws on the view of scenarios.
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Scenarios', exact: true }).click();
  await page.locator('#ranges summary').click();
  await page.locator('#entry-uncertainty-seed').fill('7');
  await expect(range).toContainText(/ customers, seed 7\)\.$/);
});

test('a few customers are too few, and it says so', async ({ page }) => {
  await open(page);
  await openLedger(page);
  await expect(sure(page)).toHaveText('3 customers are too few to say how sure NRR and GRR are. From 10 on it is told here.');
});
