// The whole page by keyboard: every stop can be seen, stops follow the page, nothing traps the focus or loses it.
import { expect, open, test } from '../../guard.js';
import { card, field, panel, sentence, slider, tool, value } from '../../parts.js';
import { TABLE, openIn } from '../../states.js';

/** Presses Tab from the top until the focus leaves the page; answers each stop with its place and how it is marked. */
async function walk(page) {
  const stops = [];
  await page.evaluate(() => { globalThis.walked = []; });
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body) return null;
      globalThis.walked.push(element);
      const marks = [element, element.closest('.ps-input')].filter((each) => each).map((each) => getComputedStyle(each));
      const box = element.getBoundingClientRect();
      return {
        name: element.id || element.getAttribute('aria-labelledby') || element.textContent,
        again: globalThis.walked.indexOf(element) < globalThis.walked.length - 1,
        marked: marks.some((style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2),
        seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && getComputedStyle(element).visibility === 'visible',
      };
    });
    if (stop === null) return stops;
    stops.push(stop);
  }
  throw new Error('the focus never leaves the page');
}

/** Where the stops of a walk lie on the page, once it is at rest. */
const places = (page) => page.evaluate(() => {
  document.activeElement.blur();
  scrollTo(0, 0);
  document.querySelector('.ps-figures').scrollTop = 0; // it scrolls by itself where it stands beside the rest
  return globalThis.walked.map((element) => {
    const { top, bottom, left } = (element.closest('.ps-input') ?? element).getBoundingClientRect();
    return { name: element.id || element.textContent, top, bottom, left, skips: element.className === 'ps-skip' };
  }).filter(({ skips }) => !skips);
});

test('every stop is seen and marked, once, there and back', async ({ page }) => {
  await openIn(page, 'known');
  const stops = await walk(page);
  expect(stops.length).toBeGreaterThan(60);
  expect(stops.filter(({ again }) => again)).toEqual([]);
  expect(stops.filter(({ marked }) => !marked)).toEqual([]);
  expect(stops.filter(({ seen }) => !seen)).toEqual([]);
  await page.keyboard.press('Shift+Tab');
  await expect(page.locator(':focus')).toHaveText(stops.at(-1).name);
});

test('the order of stops is the order in which the page is read', async ({ page }) => {
  for (const width of [360, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    await openIn(page, 'known');
    await walk(page);
    const stops = await places(page);
    // In one column a stop never lies above the one before; in several, only where it lies further on as well.
    const goesBack = (from, to) => to.bottom <= from.top && (width === 360 || to.left <= from.left);
    expect(stops.slice(1).filter((to, at) => goesBack(stops[at], to)), `at ${width} pixels`).toEqual([]);
  }
});

test('the link past it all goes to the results', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the results' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(card(page, 'net-revenue-retention').locator('summary, button').first()).toBeFocused();
});

test('the main job: figures in, two points less churn, and back', async ({ page }) => {
  await open(page);
  await field(page, 'figure', 'start-mrr').focus();
  await page.keyboard.press('Tab');
  await expect(field(page, 'figure', 'new-mrr')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('300000');
  await expect(value(page, 'net-revenue-retention')).toHaveText('94.8%');
  await slider(page, 'churn').focus();
  await page.keyboard.press('PageDown');
  await expect(sentence(page)).toContainText('With churn 2 points lower');
  const reset = page.getByRole('button', { name: 'Reset levers' });
  await reset.focus();
  await page.keyboard.press('Enter');
  await expect(sentence(page)).toContainText('Move a lever');
  await expect(reset).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(sentence(page)).toContainText('With churn 2 points lower');
  await expect(reset).toBeFocused();
  await tool(page, 'Undo').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Space');
  await expect(field(page, 'figure', 'start-mrr')).toHaveValue('240,000');
  await expect(tool(page, 'Undo')).toHaveAttribute('aria-disabled', 'true');
  await expect(tool(page, 'Undo')).toBeFocused();
});

test('what can be opened says so, opens and closes', async ({ page }) => {
  await open(page);
  const churn = card(page, 'logo-churn');
  for (const [name, key, inside] of [['How this came about', 'Enter', '.ps-steps'], ['I know this number', 'Space', '.ps-known']]) {
    const button = churn.getByRole('button', { name });
    await expect(button).toHaveAttribute('aria-expanded', 'false');
    await expect(churn.locator(inside)).toHaveCount(0);
    await button.focus();
    await page.keyboard.press(key);
    await expect(button).toHaveAttribute('aria-expanded', 'true');
    const controlled = page.locator(`#${await button.getAttribute('aria-controls')}`);
    await expect(controlled.locator(inside)).toBeVisible();
    await page.keyboard.press(key);
    await expect(button).toHaveAttribute('aria-expanded', 'false');
    await expect(controlled).toBeEmpty();
    await expect(button).toBeFocused();
  }
});

test('a number that is known is typed, and taken back', async ({ page }) => {
  await open(page);
  const churn = card(page, 'logo-churn');
  await churn.getByRole('button', { name: 'I know this number' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(field(page, 'known', 'logo-churn')).toBeFocused();
  await page.keyboard.type('10');
  await expect(value(page, 'logo-churn')).toHaveText('10.0%');
  await expect(value(page, 'customer-retention')).toHaveText('90.0%');
  await expect(field(page, 'known', 'logo-churn')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(churn.getByRole('combobox', { name: 'Measured over' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(churn.getByRole('button', { name: 'Use the formula again' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(value(page, 'logo-churn')).toHaveText('20.0%');
  await expect(churn.getByRole('button', { name: 'I know this number' })).toBeFocused();
});

test('a table is typed, accepted and taken back', async ({ page }) => {
  await open(page);
  await panel(page).locator('summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.locator('#paste-text')).toBeFocused();
  await page.keyboard.insertText(TABLE);
  await expect(page.locator('.ps-issue')).toHaveCount(2);
  await page.keyboard.press('Tab');
  await expect(panel(page).getByRole('combobox', { name: 'Count the segment' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(panel(page).getByRole('button', { name: 'Use these figures' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field(page, 'figure', 'start-mrr')).toHaveValue('2000');
  await expect(page.locator('#paste-text')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(field(page, 'figure', 'start-mrr')).toHaveValue('240,000');
  await expect(page.locator('#paste-text')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  await expect(panel(page)).not.toHaveAttribute('open');
});
