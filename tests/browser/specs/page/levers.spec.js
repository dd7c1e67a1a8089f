// Levers: a native slider and a number field that say the same, and what would change beside what is.
import { expect, open, test } from '../../guard.js';
import { card, expectProblem, expectWords, field, sentence, slider, tool, value } from '../../parts.js';

const change = (page, slug) => card(page, slug).locator('.ps-change');
const TWO_LESS = 'With churn 2 points lower a year, you would keep 95.1% of revenue instead of 93.5%, '
  + '83.1% without upsells instead of 81.5% and a customer would return 3.1 times its cost instead of 2.8 (now “3 : 1 or more”).';

test('two points less churn, by the keys of the slider', async ({ page }) => {
  await open(page);
  await slider(page, 'churn').focus();
  for (let presses = 0; presses < 20; presses += 1) await page.keyboard.press('ArrowLeft');
  await expect(field(page, 'lever', 'churn')).toHaveValue('-2');
  await expect(slider(page, 'churn')).toHaveAttribute('aria-valuetext', '2 points less');
  await expect(value(page, 'logo-churn')).toHaveText('18.0%');
  await expect(change(page, 'logo-churn')).toContainText('20.0% → to 18.0% −2.0 points better');
  await expect(change(page, 'ltv-cac')).toContainText('Below 3 : 1 → 3 : 1 or more');
  await expect(sentence(page)).toHaveText(TWO_LESS);
  await expect(page.locator('#lever-note-churn')).toHaveText('Logo churn 20.0% → 18.0%');
  await page.keyboard.press('Home');
  await expect(field(page, 'lever', 'churn')).toHaveValue('-10');
  await page.keyboard.press('End');
  await expect(field(page, 'lever', 'churn')).toHaveValue('10');
  await expect(change(page, 'logo-churn')).toContainText('worse');
});

test('two points less churn, by the number field, and back to rest', async ({ page }) => {
  await open(page);
  await field(page, 'lever', 'churn').pressSequentially('-2');
  await expect(slider(page, 'churn')).toHaveJSProperty('value', '-2');
  await expect(sentence(page)).toHaveText(TWO_LESS);
  await page.getByRole('button', { name: 'Reset levers' }).click();
  await expect(sentence(page)).toHaveText('Move a lever to see what would change. Try two points less churn.');
  await expect(slider(page, 'churn')).toHaveJSProperty('value', '0');
  await expect(field(page, 'lever', 'churn')).toHaveValue('');
  await expect(page.locator('.ps-change')).toHaveCount(0);
  await tool(page, 'Undo').click();
  await expect(slider(page, 'churn')).toHaveJSProperty('value', '-2');
  await expect(sentence(page)).toHaveText(TWO_LESS);
});

test('what a lever cannot do is said beside it, and the others still move', async ({ page }) => {
  await open(page);
  await field(page, 'lever', 'gross-margin').fill('30');
  await expectProblem(page, 'lever', 'gross-margin', 'That would take the gross margin out of 0% to 100%.');
  await field(page, 'lever', 'churn').fill('-2');
  await expect(value(page, 'logo-churn')).toHaveText('18.0%');
  await expect(sentence(page)).toHaveText(TWO_LESS);
  await expectWords(page);
});

test('what churn moves is chosen by the arrow keys', async ({ page }) => {
  await open(page);
  await field(page, 'lever', 'churn').fill('-2');
  await page.getByRole('radio', { name: 'Customers and revenue' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Customers only' })).toBeChecked();
  await expect(value(page, 'net-revenue-retention')).toHaveText('93.5%');
  await expect(value(page, 'logo-churn')).toHaveText('18.0%');
  await expect(sentence(page)).toContainText('churn 2 points lower a year (customers only)');
});
