// Benchmarks of the reader's own: packs that are loaded and saved, and lines that are moved on a card.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, open, started, test } from '../../guard.js';
import { card, expectWords, tool } from '../../parts.js';

const file = (name) => fileURLToPath(new URL(`../../../cases/packs/${name}.json`, import.meta.url));
const load = (page, name) => page.locator('#pack-file').setInputFiles(file(name));
const said = (page) => page.locator('#pack .ps-lead');
const problem = (page) => page.locator('#pack-problem');
const NRR = 'net-revenue-retention';
const band = (page, slug = NRR) => card(page, slug).locator('.ps-chip').first();
const divider = (page, position, slug = NRR) => card(page, slug).locator(`.ps-divider[data-position="${position}"]`);
const movable = (page, slug = NRR) => card(page, slug).getByRole('button', { name: 'Move the lines' }).click();
const view = (page, name) => page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
const panel = (page) => view(page, 'Benchmarks');
const PUBLISHED = 'The built-in benchmarks count, as published.';
const LOADED = 'The pack “Our board, 2026” counts: 3 scales of your own, the rest as published.';
const STRIP = { width: 0.8, low: 0.7 }; // the lines of NRR move between 70% and 150%

/** Drags a divider to a value, by the mouse. */
async function drag(page, position, value) {
  const strip = await card(page, NRR).locator('.ps-lines__strip').boundingBox();
  const from = await divider(page, position).locator('circle').boundingBox();
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(strip.x + strip.width * (value - STRIP.low) / STRIP.width, strip.y + 60, { steps: 5 });
  await page.mouse.up();
}

test('a pack counts once it is loaded, outlives a reload, and is put away', async ({ page }) => {
  await open(page);
  await expect(band(page)).toHaveText('Below target');
  await panel(page);
  await expect(said(page)).toHaveText(PUBLISHED);
  await load(page, 'good');
  await expect(said(page)).toHaveText(LOADED);
  await view(page, 'Overview');
  await expect(band(page)).toHaveText('Fine');
  await expect(band(page, 'logo-churn')).toHaveText('Leaking');
  await expect(card(page, NRR).locator('.ps-lines__note')).toContainText('Your own lines: Targets of the board (Example Ltd)');
  await expectWords(page);
  await page.reload();
  await started(page);
  await expect(band(page)).toHaveText('Fine');
  await panel(page);
  await page.getByRole('button', { name: 'Back to the built-in benchmarks' }).click();
  await expect(said(page)).toHaveText(PUBLISHED);
  await tool(page, 'Undo').click();
  await expect(said(page)).toHaveText(LOADED);
});

test('a broken pack is refused with place and reason, and what counted still counts', async ({ page }) => {
  await open(page);
  await panel(page);
  await load(page, 'good');
  await expect(said(page)).toHaveText(LOADED);
  for (const [name, words] of [
    ['overlap', 'scales[0].bands[2].from: The band starts below the one before it, so the two overlap.'],
    ['unknown-metric', 'scales[0].metric: There is no metric “net-retention”.'],
    ['not-json', 'Line 4, column 3: from here on it is no JSON.'],
    ['not-json-trailing', 'Line 1, column 15: from here on it is no JSON.'],
    ['not-json-text', 'Line 1, column 1: from here on it is no JSON.'],
    ['empty', 'Line 1, column 1: from here on it is no JSON.'],
    ['too-deep', 'Lists and objects lie in each other deeper than in any pack.'],
    ['proto', '__proto__: This is no part of a pack.'],
  ]) {
    await load(page, name);
    await expect(problem(page)).toContainText(words);
    await expect(problem(page)).toContainText('Nothing was changed');
    await expect(said(page)).toHaveText(LOADED);
  }
  await page.locator('#pack-file').setInputFiles({ name: 'large.json', mimeType: 'application/json', buffer: Buffer.alloc(262_145, ' ') });
  await expect(problem(page)).toContainText('The file is larger than 256 KiB');
  await load(page, 'good');
  await expect(problem(page)).toBeEmpty();
  await view(page, 'Overview');
  await expect(band(page)).toHaveText('Fine');
});

test('a divider goes by the keys, never past its neighbours, and each press is taken back', async ({ page }) => {
  await open(page);
  await movable(page);
  await expect(divider(page, 0)).toHaveAccessibleName('Divider between Concerning and Below target');
  await expect(divider(page, 0)).toHaveAttribute('aria-valuetext', '90%');
  await divider(page, 0).focus();
  await page.keyboard.press('ArrowRight');
  await expect(divider(page, 0)).toHaveAttribute('aria-valuetext', '90.1%');
  await page.keyboard.press('PageUp');
  await expect(divider(page, 0)).toHaveAttribute('aria-valuetext', '91.1%');
  await page.keyboard.press('End');
  await expect(divider(page, 0)).toHaveAttribute('aria-valuetext', '99.9%');
  await expect(divider(page, 0)).toBeFocused();
  await expect(band(page)).toHaveText('Concerning');
  await expect(card(page, NRR).locator('.ps-lines__note')).toContainText('Your own lines, adapted from');
  await page.keyboard.press('ArrowRight');
  await expect(divider(page, 0)).toHaveAttribute('aria-valuetext', '99.9%');
  await expect(tool(page, 'Undo')).toHaveAccessibleName('Undo: lines of NRR');
  await page.keyboard.press('Control+z');
  await expect(divider(page, 0)).toHaveAttribute('aria-valuetext', '91.1%');
  await expect(band(page)).toHaveText('Below target');
  await card(page, NRR).getByRole('button', { name: 'Back to the published lines' }).click();
  await expect(divider(page, 0)).toHaveAttribute('aria-valuetext', '90%');
  await expect(card(page, NRR).locator('.ps-lines__note')).toBeEmpty();
  await expectWords(page);
});

test('a divider is dragged by the mouse, stops before its neighbours, and a drag is one step', async ({ page }) => {
  await open(page);
  await movable(page);
  await divider(page, 0).scrollIntoViewIfNeeded();
  await drag(page, 0, 0.95);
  await expect(band(page)).toHaveText('Concerning');
  const text = await divider(page, 0).getAttribute('aria-valuetext');
  expect(Math.abs(Number.parseFloat(text) - 95)).toBeLessThan(0.5);
  await drag(page, 0, 1.25);
  await expect(divider(page, 0)).toHaveAttribute('aria-valuetext', '99.9%');
  await drag(page, 4, 0.6);
  await expect(divider(page, 4)).toHaveAttribute('aria-valuetext', '120.1%');
  for (const before of ['99.9%', text, '90%']) {
    await tool(page, 'Undo').click();
    await expect(divider(page, 0)).toHaveAttribute('aria-valuetext', before);
  }
  await expect(divider(page, 4)).toHaveAttribute('aria-valuetext', '130%');
});

test('moved lines outlive a reload, and are saved and loaded again', async ({ page }) => {
  await open(page);
  await movable(page, 'customer-retention');
  await divider(page, 0, 'customer-retention').focus();
  await page.keyboard.press('PageUp');
  await expect(band(page, 'logo-churn')).toHaveText('Concerning');
  await page.reload();
  await started(page);
  await expect(band(page, 'logo-churn')).toHaveText('Concerning');
  await panel(page);
  await page.locator('#pack-name').fill('Stricter: churn');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('stricter-churn.json');
  const saved = await download.path();
  const pack = JSON.parse(await readFile(saved, 'utf8'));
  expect(pack).toMatchObject({ version: 1, name: 'Stricter: churn', scales: [{ metric: 'logo-churn', source: '004' }] });
  expect(pack.scales[0].bands.map((each) => each.from)).toEqual([undefined, 5, 8, 12, 15, 19]);
  await page.getByRole('button', { name: 'Back to the built-in benchmarks' }).click();
  await expect(said(page)).toHaveText(PUBLISHED);
  await page.locator('#pack-file').setInputFiles(saved);
  await expect(said(page)).toHaveText('The pack “Stricter: churn” counts: 1 scale of your own, the rest as published.');
  const [again] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  expect(await readFile(await again.path(), 'utf8')).toBe(await readFile(saved, 'utf8'));
  await view(page, 'Overview');
  await expect(band(page, 'logo-churn')).toHaveText('Concerning');
});

test('a pack that is chosen or dropped as data goes where packs go', async ({ page }) => {
  await open(page);
  await page.locator('#data-files').setInputFiles(file('good'));
  await expect(page.getByRole('navigation').getByRole('button', { name: 'Benchmarks', exact: true })).toHaveAttribute('aria-current', 'page');
  await expect(said(page)).toHaveText(LOADED);
});
