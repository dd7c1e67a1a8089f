// Scenarios: kept from the levers, changed, compared, said in a line, projected.
import { expect, open, test } from '../../guard.js';
import { expectWords, field, tool } from '../../parts.js';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const show = (page, name) => page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name, exact: true }).click();
const keep = (page) => page.getByRole('button', { name: 'Keep the levers as a scenario' });
const entry = (page, key) => page.locator(`#entry-${key}`);
const wrong = (page, key) => page.locator(`#entry-problem-${key}`);
const cells = (page, metric) => page.locator('#compare').getByRole('row').filter({ hasText: metric }).getByRole('cell');
const milestones = (page, name) => page.locator('#milestones').getByRole('row').filter({ hasText: name }).getByRole('cell');
const finding = (page) => page.locator('#projection-finding');
const line = (page, name) => page.getByRole('listitem').filter({ has: page.getByRole('button', { name: `Copy the line: ${name}` }) });

/** The levers with two points less churn, kept, on the view of scenarios. */
async function kept(page) {
  await open(page);
  await expect(keep(page)).toHaveAttribute('aria-disabled', 'true');
  await field(page, 'lever', 'churn').fill('-2');
  await keep(page).click();
  await expect(page.locator('.ps-what-if')).toContainText('1 of 6 scenarios kept.');
  await show(page, 'Scenarios');
}

test('the levers are kept, and the scenario is compared, changed and removed', async ({ page }) => {
  await kept(page);
  await expect(entry(page, 's1-churn')).toHaveValue('-2');
  await expect(cells(page, 'LTV : CAC').last()).toHaveText('3.1 : 1+0.33 : 1 or more');
  await page.getByLabel('Name', { exact: true }).fill('Fewer leave');
  await expect(page.locator('#compare').getByRole('columnheader', { name: 'Fewer leave' })).toBeVisible();
  await expect(line(page, 'Fewer leave')).toContainText('Two points less churn lifts LTV : CAC from 2.8 to 3.1, into “3 : 1 or more”.');
  await entry(page, 's1-churn-by').selectOption('to');
  await entry(page, 's1-churn').fill('15');
  await entry(page, 's1-churn-months').fill('6');
  await expect(page.locator('#scenario-s1')).toContainText('After 6 months, churn at 15%.');
  await expect(cells(page, 'Logo churn').last()).toContainText('15.0% a year');
  await page.getByRole('button', { name: 'Remove Fewer leave' }).click();
  await expect(page.locator('#scenario-s1')).toHaveCount(0);
  await tool(page, 'Undo').click();
  await expect(entry(page, 's1-churn')).toHaveValue('15');
  await tool(page, 'Undo').click();
  await expect(entry(page, 's1-churn-months')).toHaveValue('');
  await expectWords(page);
});

test('what cannot be is said beside its field, and the others stay', async ({ page }) => {
  await kept(page);
  await page.getByRole('button', { name: 'Keep the levers as a scenario' }).click();
  await entry(page, 's2-churn').fill('90');
  await expect(wrong(page, 's2-churn')).toHaveText('That would lose more than everything: churn cannot pass 100%.');
  await expect(entry(page, 's2-churn')).toHaveAttribute('aria-invalid', 'true');
  await entry(page, 's2-churn-months').fill('61');
  await expect(wrong(page, 's2-churn-months')).toHaveText('It must lie between 0 and 60.');
  await entry(page, 's2-price').fill('dear');
  await expect(wrong(page, 's2-price')).toContainText('is not part of a number');
  await expect(cells(page, 'LTV : CAC').nth(3)).toContainText('3.1 : 1');
  await expect(cells(page, 'LTV : CAC').nth(4)).toContainText('2.8 : 1');
  await expectWords(page);
});

test('shares add up to the change of the chosen metric, and its line is copied', async ({ page }) => {
  await kept(page);
  await page.getByLabel('One metric in detail').selectOption('ltv-cac');
  const upside = page.getByRole('region', { name: 'Upside' });
  await expect(upside.getByRole('listitem')).toHaveCount(6);
  const amounts = (await upside.locator('.ps-compare__delta').allTextContents()).map((text) => Math.round(Number(text) * 100));
  expect(amounts.slice(0, -1).reduce((sum, part) => sum + part)).toBe(amounts.at(-1));
  await page.getByLabel('One metric in detail').selectOption('net-revenue-retention');
  await line(page, 'Scenario 1').getByRole('button').click();
  await expect(page.locator('#said')).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Two points less churn lifts NRR from 93.5% to 95.1%, still “Below target”.');
});

test('the projection follows what is asked, and all of it is there after a reload', async ({ page }) => {
  await kept(page);
  await expect(finding(page)).toHaveText(/^After 36 months, Upside ends at \$6\.3 million ARR, 18% above as it is; Downside at \$4\.5 million, 16% below\.$/);
  await entry(page, 'project-months').fill('60');
  await entry(page, 'project-target').fill('6m');
  await expect(page.locator('#milestones')).toContainText('Reaches $6 million ARR');
  await expect(milestones(page, 'Scenario 1').nth(2)).toHaveText('in month 46');
  await entry(page, 'project-months').fill('5');
  await expect(wrong(page, 'project-months')).toHaveText('It must lie between 12 and 60.');
  await entry(page, 'project-months').fill('24');
  await page.getByLabel('Project', { exact: true }).selectOption('customers');
  await expect(finding(page)).toContainText('customers');
  await expect(page.locator('.ps-ahead__lines polyline')).toHaveCount(4);
  await page.getByText('The numbers', { exact: true }).click();
  await expect(page.locator('.ps-ahead__numbers').getByRole('row').last()).toContainText('Month 24');
  const said = await finding(page).textContent();
  await page.reload();
  await expect(finding(page)).toHaveText(said);
  await expect(entry(page, 's1-churn')).toHaveValue('-2');
  await show(page, 'Overview');
  await field(page, 'figure', 'start-mrr').fill('300000');
  await show(page, 'Scenarios');
  await page.getByLabel('Project', { exact: true }).selectOption('arr');
  await page.getByText('The numbers', { exact: true }).click();
  await expect(page.locator('.ps-ahead__numbers').getByRole('row').nth(1)).not.toContainText('$3,556,800');
  await expectWords(page);
});

test('it is reached by keys, and nothing sticks out at any width', async ({ page }) => {
  await kept(page);
  await entry(page, 's1-churn').focus();
  await page.keyboard.press('Tab');
  await expect(entry(page, 's1-churn-months')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(entry(page, 's1-contraction-by')).toBeFocused();
  await page.getByLabel('Name', { exact: true }).fill('A scenario whose name is as long as the field allows, sixty!!');
  for (const width of [360, 1280, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, `at ${width}`).toBe(0);
    const out = await page.evaluate(() => {
      const figure = document.querySelector('.ps-ahead').getBoundingClientRect();
      return [...document.querySelectorAll('.ps-ahead text')].filter((text) => {
        const box = text.getBoundingClientRect();
        return box.left < figure.left || box.right > figure.right;
      }).map((text) => text.textContent);
    });
    expect(out, `at ${width}`).toEqual([]);
  }
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#compare')).toBeVisible();
  await expect(page.locator('.ps-ahead__plot')).toBeVisible();
  await expect(page.locator('.ps-move').first()).toBeHidden();
});
