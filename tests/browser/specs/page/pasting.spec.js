// A table pasted anywhere on the page is read beside it, and changes nothing until it is accepted.
import { expect, open, test } from '../../guard.js';
import { field, panel, tool, value } from '../../parts.js';
import { TABLE } from '../../states.js';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** Pastes as a reader does: the text lies on the clipboard, and the keys are pressed. */
async function paste(page, text) {
  await page.evaluate((held) => navigator.clipboard.writeText(held), text);
  await page.keyboard.press('ControlOrMeta+v');
}

const accept = (page) => panel(page).getByRole('button', { name: 'Use these figures' });
const summary = (page) => page.locator('#paste-summary');

test('what is wrong is named by row and column; accepted, it fills the figures; undone, all is back', async ({ page }) => {
  await open(page);
  await field(page, 'figure', 'start-mrr').fill('250000');
  await page.getByRole('heading', { level: 1 }).click();
  await expect(panel(page)).not.toHaveAttribute('open');
  await paste(page, TABLE);
  await expect(panel(page)).toHaveAttribute('open');
  await expect(panel(page)).toBeInViewport();
  await expect(summary(page)).toHaveText('5 rows read: 3 customers, 2 rows left out. Cells apart by a tab.');
  await expect(page.locator('.ps-issue__place')).toHaveText(['Row 4, column “Start”', 'Row 6, column “Start”']);
  await expect(page.locator('.ps-issue__reason').first()).toContainText('“l” at place 1 is not part of a number.');
  await expect(panel(page).getByRole('row', { name: /MRR at the start/ })).toHaveText('MRR at the start$250,000$2,000');

  // Nothing has changed yet.
  await expect(field(page, 'figure', 'start-mrr')).toHaveValue('250,000');
  await expect(field(page, 'figure', 'churned-mrr')).toHaveValue('38,400');

  await accept(page).click();
  const figures = { 'start-mrr': '2000', 'new-mrr': '700', 'expansion-mrr': '300', 'contraction-mrr': '0', 'churned-mrr': '800',
    'start-customers': '2', 'new-customers': '1', 'lost-customers': '1', 'gross-margin': '78' };
  for (const [slug, text] of Object.entries(figures)) await expect(field(page, 'figure', slug)).toHaveValue(text);
  await expect(value(page, 'net-revenue-retention')).toHaveText('75.0%');

  await tool(page, 'Undo').click();
  await expect(field(page, 'figure', 'start-mrr')).toHaveValue('250,000');
  await expect(field(page, 'figure', 'churned-mrr')).toHaveValue('38,400');
  await expect(page.locator('#paste-text')).toHaveValue(TABLE);
  await expect(accept(page)).not.toHaveAttribute('aria-disabled', 'true');
});

test('one of its segments can be counted, and the rest left out', async ({ page }) => {
  await open(page);
  await paste(page, TABLE);
  await panel(page).getByRole('combobox', { name: 'Count the segment' }).selectOption('Big');
  await accept(page).click();
  await expect(field(page, 'figure', 'start-mrr')).toHaveValue('1200');
  await expect(value(page, 'net-revenue-retention')).toHaveText('125.0%');
});

test('amounts that can be read in two ways are asked about', async ({ page }) => {
  await open(page);
  await paste(page, 'Customer;Start;End\nAcme;1.200;1.500\nBrook;2.000;2.000');
  await expect(panel(page).getByRole('group')).toContainText('Which mark begins the decimals?');
  await expect(accept(page)).toHaveAttribute('aria-disabled', 'true');
  await panel(page).getByRole('radio', { name: 'The comma: 1.000 is a thousand' }).check();
  await accept(page).click();
  await expect(field(page, 'figure', 'start-mrr')).toHaveValue('3200');
});

test('a table pasted over a figure spares the figure, and a single number goes into it', async ({ page }) => {
  await open(page);
  await field(page, 'figure', 'churned-mrr').focus();
  await paste(page, TABLE);
  await expect(summary(page)).toContainText('5 rows read');
  await expect(field(page, 'figure', 'churned-mrr')).toHaveValue('38,400');
  await field(page, 'figure', 'churned-mrr').selectText();
  await paste(page, '24,000');
  await expect(field(page, 'figure', 'churned-mrr')).toHaveValue('24,000');
  await expect(value(page, 'net-revenue-retention')).toHaveText('99.5%');
});

test('a table thrown away leaves what was there', async ({ page }) => {
  await open(page);
  await paste(page, TABLE);
  await panel(page).getByRole('button', { name: 'Discard' }).click();
  await expect(page.locator('#paste-text')).toHaveValue('');
  await expect(summary(page)).toBeEmpty();
  await expect(value(page, 'net-revenue-retention')).toHaveText('93.5%');
});

test('words that look like markup are words', async ({ page }) => {
  await open(page);
  await paste(page, 'Customer\tStart\tEnd\n<img src=x onerror=alert(1)>\tmany\t5\nAcme\t10\t<script>alert(1)</script>');
  await expect(page.locator('.ps-issue')).toHaveCount(2);
  await expect(page.locator('.ps-issue__reason').nth(1)).toContainText('<script>alert(1)</script>');
  await expect(panel(page).locator('img, script')).toHaveCount(0);
});
