// The health lab's sheets on whether the score works, and which weights would, on made-up accounts.
import AxeBuilder from '@axe-core/playwright';
import { expect, open, test } from '../../guard.js';
import { tool } from '../../parts.js';
import { use } from '../../room.js';

const lab = (page) => page.locator('.ps-lab');
const sheet = (page) => page.locator('#lab-sheet');
const tab = (page, name) => lab(page).getByRole('tab', { name });
const weights = (page) => lab(page).locator('.ps-weight input[type=text]').evaluateAll((all) => all.map((each) => each.value).join(' '));

/** Opens five thousand accounts of two moments. */
async function openAccounts(page) {
  await open(page);
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Health lab' }).click();
  await lab(page).getByRole('button', { name: 'Medium' }).click();
  await use(page).click();
  await expect(lab(page).getByRole('heading', { name: 'Accounts', exact: true })).toBeVisible();
}

test('a score is held against who left, and says so when it is another one', async ({ page }) => {
  await openAccounts(page);
  await tab(page, 'Does it work?').click();
  await expect(sheet(page).getByLabel('Scores as of')).toHaveValue('0');
  await sheet(page).getByRole('button', { name: 'Check the score' }).click();
  await expect(sheet(page).getByRole('heading', { level: 3 })).toHaveText(/^Of two accounts, one that left and one that stayed, the score puts the one that left lower \d+ times in 100\.$/);
  await expect(sheet(page)).toContainText('left within 184 days, until 2025-12-31');

  // Thresholds on the curve are reached by key, and their words are those of the title.
  const mark = sheet(page).locator('.ps-roc__mark').first();
  await mark.focus();
  await expect(mark).toBeFocused();
  await expect(mark).toHaveAttribute('aria-label', await sheet(page).locator('#lab-curve').textContent());
  await sheet(page).locator('summary').first().click();
  await expect(sheet(page).getByRole('table', { name: 'What a warning at a score and below catches' })).toBeVisible();
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('#lab-sheet').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`), colorScheme).toEqual([]);
  }

  await lab(page).locator('#lab-red').fill('30');
  await expect(sheet(page)).toContainText('as they were when it was asked');
  await sheet(page).getByRole('button', { name: 'Check again' }).click();
  await expect(sheet(page)).not.toContainText('as they were when it was asked');
  await sheet(page).getByLabel('Scores as of').selectOption('1');
  await sheet(page).getByRole('button', { name: 'Check again' }).click();
  await expect(sheet(page)).toContainText('Of those who left nothing is known any more');
});

test('weights are suggested by steps, tried, taken back, and left', async ({ page }) => {
  await openAccounts(page);
  await tab(page, 'Does it work?').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowRight');
  await tab(page, 'Suggested weights').click();
  await expect(tab(page, 'Suggested weights')).toHaveAttribute('aria-selected', 'true');
  const before = await weights(page);
  await sheet(page).getByRole('button', { name: 'Suggest weights' }).click();
  await expect(sheet(page).getByRole('heading', { level: 3 })).toContainText('Of two accounts that it did not learn from');
  await expect(sheet(page)).toContainText('It is a suggestion');
  await sheet(page).getByRole('button', { name: 'Try these weights' }).click();
  await expect.poll(() => weights(page)).not.toBe(before);
  const tried = await weights(page);
  await tool(page, 'Undo').click();
  await expect.poll(() => weights(page)).toBe(before);
  await tool(page, 'Redo').click();
  await expect.poll(() => weights(page)).toBe(tried);
  await sheet(page).getByRole('button', { name: 'Back to your weights' }).click();
  await expect.poll(() => weights(page)).toBe(before);
});

test('what is asked while weights are learnt is answered', async ({ page }) => {
  await openAccounts(page);
  await tab(page, 'Suggested weights').click();
  await sheet(page).getByRole('button', { name: 'Suggest weights' }).click();
  await lab(page).getByLabel('Search').fill('zzzz');
  await expect(lab(page)).toContainText('0 of 5,000 accounts');
  await expect(sheet(page).getByRole('button', { name: /Suggest (weights|again)/ })).toBeVisible();
});
