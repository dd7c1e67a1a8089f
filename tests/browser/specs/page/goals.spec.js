// Goals, sensitivity and the grid of two levers, on the view of scenarios.
import AxeBuilder from '@axe-core/playwright';
import { expect, open, test } from '../../guard.js';
import { expectWords } from '../../parts.js';

const show = async (page) => {
  await open(page);
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Scenarios', exact: true }).click();
  await expect(page.locator('.ps-goal')).toBeVisible();
};
const region = (page, name) => page.getByRole('region', { name });
const goal = (page) => region(page, 'What would it take?');
const answer = (page) => page.locator('.ps-goal__sentence');

test('a goal is reached, and its figure used by one click', async ({ page }) => {
  await show(page);
  await expect(answer(page)).toHaveText('Customers lost from 50 to 37, 13 fewer, take logo churn to 14.8% a year, into “Acceptable”.');
  await goal(page).getByLabel('Goal', { exact: true }).selectOption('“Good”: from 8% to below 12%');
  await expect(answer(page)).toHaveText('Customers lost from 50 to 29, 21 fewer, take logo churn to 11.6% a year, into “Good”.');
  await goal(page).getByRole('button', { name: 'Use this figure' }).click();
  await expect(answer(page)).toHaveText('Logo churn is 11.6% a year, in “Good” already: nothing has to move.');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(answer(page)).toContainText('from 50 to 29');
});

test('a lever that reaches a goal becomes a scenario, by keys alone', async ({ page }) => {
  await show(page);
  await goal(page).getByLabel('What may move').selectOption('Lever: churn');
  await expect(answer(page)).toHaveText('Churn 5.01 points lower takes logo churn to 14.99% a year, into “Acceptable”.');
  const keep = goal(page).getByRole('button', { name: 'Keep as a scenario' });
  await keep.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#goal-rests')).toHaveText('Kept as “Logo churn to “Acceptable””.');
  await expect(keep).toBeFocused();
  await expect(keep).toHaveAttribute('aria-disabled', 'true');
});

test('a value of your own, and why it is not reachable', async ({ page }) => {
  await show(page);
  await goal(page).getByLabel('Metric to move').selectOption('Net revenue retention');
  await goal(page).getByLabel('Goal', { exact: true }).selectOption('A value of your own');
  await expect(answer(page)).toHaveText('Type the value that NRR shall have.');
  await goal(page).getByLabel('What may move').selectOption('Churned MRR');
  await goal(page).getByLabel('Value', { exact: true }).pressSequentially('150');
  await expect(answer(page)).toContainText('Not reachable, because churned MRR cannot go below $0.');
  await expect(answer(page)).toContainText('Nearest: churned MRR from $38,400 to $0');
  await goal(page).getByLabel('Value', { exact: true }).fill('much');
  await expect(goal(page).getByLabel('Value', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await page.reload();
  await expect(goal(page).getByLabel('Value', { exact: true })).toHaveValue('much');
});

test('the tornado states its finding, and has a table behind it', async ({ page }) => {
  await show(page);
  const tornado = region(page, 'What matters most?');
  await tornado.getByLabel('Metric', { exact: true }).selectOption('CAC payback, on margin');
  await expect(tornado.locator('.ps-tornado__finding')).toHaveText('Gross margin matters most: one point moves CAC payback, on margin by 0.28 months.');
  const widths = await tornado.locator('.ps-tornado__row').evaluateAll((rows) => rows.map((row) => Math.max(...[...row.querySelectorAll('rect')].map((bar) => bar.getBoundingClientRect().width))));
  expect(widths).toEqual([...widths].sort((one, next) => next - one));
  await tornado.getByText('Table', { exact: true }).click();
  await expect(tornado.getByRole('row').filter({ hasText: 'Gross margin' })).toContainText('1 point+0.28 months worse−0.27 months better');
});

test('the grid is a table that says bands and marks how things are', async ({ page }) => {
  await show(page);
  const grid = region(page, 'Two levers at once');
  await expect(grid.getByRole('table')).toHaveAccessibleName('LTV : CAC, by churn down and expansion across');
  await expect(grid.getByRole('cell')).toHaveCount(49);
  await expect(grid.getByRole('cell', { name: '2.8 : 1 Below 3 : 1, as things are' })).toHaveAttribute('data-now', 'true');
  await grid.getByLabel('Across', { exact: true }).selectOption('Gross margin');
  await expect(grid.getByRole('columnheader', { name: '+15 points' })).toBeVisible();
  await region(page, 'What matters most?').getByLabel('Metric', { exact: true }).selectOption('Net revenue retention');
  await expect(grid.getByRole('cell', { name: /as things are/ })).toHaveText('93.5% Below target, as things are');
});

test('nothing sticks out, axe finds nothing, and paper has no buttons', async ({ page }) => {
  await show(page);
  await page.locator('.ps-tornado__table summary').click();
  for (const width of [360, 1280, 1920]) for (const colorScheme of ['light', 'dark']) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, `${width} pixels`).toBe(0);
    const { violations } = await new AxeBuilder({ page }).include('.ps-shelf').setLegacyMode().analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`));
    expect(found, `${colorScheme}, ${width} pixels`).toEqual([]);
  }
  await expectWords(page);
  await page.setViewportSize({ width: 688, height: 1017 });
  await page.emulateMedia({ media: 'print' });
  const outside = await page.evaluate(() => [...document.querySelectorAll('.ps-asked, .ps-asked td, .ps-asked button')]
    .filter((element) => element.checkVisibility() && (element.matches('button') || element.getBoundingClientRect().right > 689))
    .map((element) => element.className));
  expect(outside).toEqual([]);
});
