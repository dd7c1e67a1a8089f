// The health lab: accounts come in by the data room, and are scored while weights and lines move.
import AxeBuilder from '@axe-core/playwright';
import { expect, open, stored, test } from '../../guard.js';
import { tool } from '../../parts.js';
import { choose, file, use } from '../../room.js';

// Scores of 0 to 100, so that every number below can be worked out by hand.
const ACCOUNTS = ['Account,Segment,Owner,ARR,Usage score,NPS', 'Acme,SMB,Ada,12000.00,90,50', 'Birch,SMB,Ada,8000.00,30,-100',
  'Cedar,Enterprise,Bob,90000.00,60,100', 'Dune,Enterprise,Bob,50000.00,10,', '=Elm(1),SMB,Bob,2000.00,,'].join('\n');

const lab = (page) => page.locator('#lab');
const weight = (page, name) => lab(page).getByRole('textbox', { name: `Weight of ${name}` });
const slider = (page, name) => lab(page).getByRole('slider', { name });
const stat = (page, slug) => page.locator(`#lab-${slug} .ps-stat__value`);
const names = (page) => page.locator('.ps-accounts__row th').allInnerTexts();

/** Opens the lab with these accounts in it. */
async function openLab(page, text = ACCOUNTS) {
  await open(page);
  await page.getByRole('button', { name: 'Health lab' }).click();
  await expect(lab(page).getByRole('heading', { name: 'Tune a health score on your own accounts' })).toBeVisible();
  await choose(page, file('accounts.csv', text));
  await use(page).click();
  await expect(page.locator('.ps-lab__bench')).toBeVisible();
}

test('is fetched with its view, and its worker with the first accounts', async ({ page, seen }) => {
  const fetched = (name) => seen.requests.filter((url) => new URL(url).pathname.split('/').pop().startsWith(name)).length;
  await open(page);
  await page.waitForLoadState('networkidle');
  expect(fetched('plimsoll-lab') + fetched('lab.js') + fetched('plimsoll-portfolio')).toBe(0);
  await page.getByRole('button', { name: 'Health lab' }).click();
  await expect(lab(page).getByRole('button', { name: 'Small' })).toBeVisible();
  expect(fetched('plimsoll-portfolio')).toBe(0);
  await lab(page).getByRole('button', { name: 'Small' }).click();
  await use(page).click();
  await expect(page.locator('.ps-lab__bench')).toBeVisible();
  await expect(lab(page)).toContainText('200 accounts');
  expect(fetched('plimsoll-portfolio')).toBe(2);
});

test('accounts are scored, and who is red changes with a weight and with a line', async ({ page }) => {
  await openLab(page);
  await expect(lab(page)).toContainText('5 accounts, $162,000 ARR');
  await lab(page).getByLabel('Model', { exact: true }).selectOption('Four dimensions');
  // Usage 30 and NPS, which feeds the relationship, 25: Acme (90 × 30 + 75 × 25) ÷ 55.
  await expect(page.locator('.ps-accounts__row', { hasText: 'Acme' })).toContainText('83.2');
  await expect(page.locator('.ps-accounts__row', { hasText: 'Dune' })).toContainText('10.0');
  await expect(page.locator('.ps-accounts__row', { hasText: '=Elm(1)' })).toContainText('No score');
  expect(await names(page)).toEqual(['Dune', 'Birch', 'Cedar', 'Acme', '=Elm(1)']);
  await expect(stat(page, 'at-risk')).toContainText('50.0%');

  await weight(page, 'Relationship').fill('0');
  await expect(page.locator('.ps-accounts__row', { hasText: 'Cedar' })).toContainText('60.0');
  await page.locator('[data-threshold=red]').focus();
  for (let step = 0; step < 25; step += 1) await page.keyboard.press('ArrowRight');
  await expect(stat(page, 'at-risk')).toContainText('75.0%');
  await expect(page.locator('#lab-moved')).toHaveText('1 account changes class: 1 turns red, 0 leave it.');
  await expect(page.locator('.ps-moved__row')).toContainText(['Cedar']);
});

test('a step is taken back as one, and what was set survives a reload', async ({ page }) => {
  await openLab(page);
  const usage = slider(page, 'Product usage');
  const before = await weight(page, 'Product usage').inputValue();
  await usage.focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight');
  await usage.evaluate((slider) => slider.dispatchEvent(new Event('change', { bubbles: true })));
  const after = await weight(page, 'Product usage').inputValue();
  expect(Number(after)).toBe(Number(before) + 2.5);
  await tool(page, 'Undo').click();
  await expect(weight(page, 'Product usage')).not.toHaveValue(after);
  await tool(page, 'Redo').click();
  await expect(weight(page, 'Product usage')).toHaveValue(after);

  await expect.poll(() => stored(page)).toContain('seven-indicators');
  await page.reload();
  await expect(lab(page).getByRole('heading', { name: 'Tune a health score on your own accounts' })).toBeVisible();
  await choose(page, file('accounts.csv', ACCOUNTS));
  await use(page).click();
  await expect(weight(page, 'Product usage')).toHaveValue(after);
});

test('a score is taken apart, and the table is sorted, narrowed and searched', async ({ page }) => {
  await openLab(page);
  await page.locator('.ps-accounts__row').getByRole('button', { name: 'Acme' }).click();
  const parts = page.locator('.ps-parts');
  await expect(parts.getByRole('heading')).toHaveText('Acme');
  await expect(parts).toContainText('looked after by Ada');
  await expect(parts.locator('tbody tr', { hasText: 'Product usage' })).toContainText('90');
  await parts.getByRole('button', { name: 'Close' }).click();
  await expect(parts).toHaveCount(0);

  await page.locator('.ps-sort', { hasText: 'ARR' }).click();
  await expect.poll(async () => (await names(page))[0]).toBe('Cedar');
  await lab(page).getByLabel('Owner').selectOption('Ada');
  await expect(page.locator('.ps-accounts__row')).toHaveCount(2);
  await page.locator('#lab-search').fill('bir');
  await expect.poll(() => names(page)).toEqual(['Birch']);
});

test('by keys alone: one stop for the whole table, arrows within it, and the sheets below', async ({ page }) => {
  await openLab(page);
  await page.locator('.ps-accounts__scroll').focus();
  const inRows = () => page.evaluate(() => Boolean(document.activeElement.closest('.ps-accounts__row')));
  for (let stops = 0; stops < 10 && !(await inRows()); stops += 1) await page.keyboard.press('Tab'); // past the heads
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
  await expect(page.locator('.ps-parts').getByRole('heading')).toHaveText((await names(page))[1]);
  await page.keyboard.press('Tab');
  await expect(page.locator('.ps-parts').getByRole('button', { name: 'Close' })).toBeFocused();
});

test('what cannot be used is named beside its field, and the results stay', async ({ page }) => {
  await openLab(page);
  const rate = await stat(page, 'at-risk').innerText();
  await weight(page, 'Product usage').fill('lots');
  await expect(page.locator('#lab-problem-weight-usage-frequency')).toContainText('A weight is a number of 0 or more');
  await weight(page, 'Product usage').fill('30');
  await lab(page).getByRole('textbox', { name: 'Green from' }).fill('20');
  await expect(page.locator('#lab-problem-green')).toContainText('Green has to begin above the line of red');
  await expect(stat(page, 'at-risk')).toHaveText(rate);
});

test('of a long table only what is seen is there, wherever it is scrolled to', async ({ page }) => {
  const rows = Array.from({ length: 3000 }, (_, at) => `Account ${String(at).padStart(4, '0')},${at % 101},${1000 + at}.50`);
  await openLab(page, ['Account,Usage score,ARR', ...rows].join('\n'));
  await page.locator('.ps-sort', { hasText: 'Account' }).click();
  await expect.poll(async () => (await names(page))[0]).toBe('Account 0000');
  expect((await names(page)).length).toBeLessThan(100);
  await page.locator('.ps-accounts__scroll').scrollIntoViewIfNeeded();
  await page.locator('.ps-accounts__scroll').evaluate((table) => { table.scrollTop = table.scrollHeight; });
  await expect(page.locator('.ps-accounts__row', { hasText: 'Account 2999' })).toBeInViewport();
  await expect(page.locator('.ps-accounts__row', { hasText: 'Account 2999' })).toHaveAttribute('aria-rowindex', '3001');
});

for (const scheme of ['light', 'dark']) test(`axe finds nothing, and nothing sticks out: ${scheme}`, async ({ page }) => {
  await page.emulateMedia({ colorScheme: scheme });
  await openLab(page);
  await lab(page).getByRole('button', { name: 'How it counts' }).first().click();
  await page.locator('.ps-accounts__row').getByRole('button', { name: 'Acme' }).click();
  await expect(page.locator('.ps-parts')).toBeVisible();
  for (const width of [360, 1280, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    const found = await new AxeBuilder({ page }).include('#lab').analyze();
    expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target).slice(0, 3)]), `at ${width}`).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `at ${width}`).toBeLessThanOrEqual(width);
  }
});
