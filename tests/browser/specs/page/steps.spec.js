// Steps that can be taken back, and what survives a reload.
import { expect, open, started, test } from '../../guard.js';
import { answer, field, sentence, tool, value } from '../../parts.js';

const EXAMPLE = '240,000';
const start = (page) => field(page, 'figure', 'start-mrr');

test('undo and redo by buttons, which say what they would do', async ({ page }) => {
  await open(page);
  await expect(tool(page, 'Undo')).toHaveAttribute('aria-disabled', 'true');
  await start(page).press('End');
  await page.keyboard.type('00');
  await field(page, 'figure', 'churned-mrr').fill('1');
  await expect(tool(page, 'Undo')).toHaveAccessibleName('Undo: churned MRR');
  await tool(page, 'Undo').click();
  await expect(field(page, 'figure', 'churned-mrr')).toHaveValue('38,400');
  await expect(start(page)).toHaveValue('24,000,000');
  await expect(tool(page, 'Redo')).toHaveAccessibleName('Redo: churned MRR');
  await tool(page, 'Undo').click();
  await expect(start(page)).toHaveValue(EXAMPLE);
  await tool(page, 'Redo').click();
  await tool(page, 'Redo').click();
  await expect(field(page, 'figure', 'churned-mrr')).toHaveValue('1');
  await expect(tool(page, 'Redo')).toHaveAttribute('aria-disabled', 'true');
});

test('undo and redo by keys, within a field and without', async ({ page }) => {
  await open(page);
  await start(page).fill('1');
  await page.keyboard.press('Control+z');
  await expect(start(page)).toHaveValue(EXAMPLE);
  await page.keyboard.press('Control+Shift+Z');
  await expect(start(page)).toHaveValue('1');
  await answer(page).click();
  await page.keyboard.press('Control+z');
  await expect(start(page)).toHaveValue(EXAMPLE);
  await page.keyboard.press('Control+y');
  await expect(start(page)).toHaveValue('1');
  await page.keyboard.press('Meta+z');
  await expect(start(page)).toHaveValue(EXAMPLE);
});

test('clear empties every field, example fills them, and both can be taken back', async ({ page }) => {
  await open(page);
  await field(page, 'lever', 'churn').fill('-2');
  await tool(page, 'Clear').click();
  await expect(answer(page)).toHaveText('Enter your figures and see where you stand.');
  await expect(start(page)).toHaveValue('');
  await expect(field(page, 'lever', 'churn')).toHaveValue('');
  await expect(tool(page, 'Clear')).toHaveAttribute('aria-disabled', 'true');
  await tool(page, 'Example').click();
  await expect(value(page, 'net-revenue-retention')).toHaveText('93.5%');
  await tool(page, 'Undo').click();
  await tool(page, 'Undo').click();
  await expect(start(page)).toHaveValue(EXAMPLE);
  await expect(sentence(page)).toContainText('With churn 2 points lower');
});

test('a choice is shown as it was after an undo', async ({ page }) => {
  await open(page);
  const currency = page.getByRole('combobox', { name: 'Currency' });
  await currency.selectOption('EUR');
  await expect(value(page, 'acquisition-cost')).toHaveText('€18,571');
  await tool(page, 'Undo').click();
  await expect(currency).toHaveValue('USD');
  await expect(value(page, 'acquisition-cost')).toHaveText('$18,571');
});

test('what was typed survives a reload, also a moment after', async ({ page }) => {
  await open(page);
  await start(page).fill('250 000');
  await page.getByRole('combobox', { name: 'Industry' }).selectOption('fintech');
  await field(page, 'lever', 'price').fill('5');
  await field(page, 'figure', 'churned-mrr').fill('1.5k'); // no wait: it is stored when the page is left
  await page.reload();
  await started(page);
  await expect(start(page)).toHaveValue('250 000');
  await expect(page.getByRole('combobox', { name: 'Industry' })).toHaveValue('fintech');
  await expect(field(page, 'lever', 'price')).toHaveValue('5');
  await expect(field(page, 'figure', 'churned-mrr')).toHaveValue('1.5k');
  await expect(page.locator('#figure-note-churned-mrr')).toHaveText('Read as $1,500.');
  await expect(tool(page, 'Undo')).toHaveAttribute('aria-disabled', 'true');
});

test('another tab does not take what this one holds', async ({ page, context }) => {
  await open(page);
  await start(page).fill('1000');
  await page.waitForTimeout(400);
  const other = await context.newPage();
  await open(other);
  await expect(start(other)).toHaveValue('1000');
  await other.close();
  await expect(start(page)).toHaveValue('1000');
});
