// The page opens on an answer, and fits wherever it is opened.
import { expect, open, test } from '../../guard.js';
import { answer, card, value } from '../../parts.js';
import { openIn } from '../../states.js';

const WIDTHS = [360, 768, 1280, 1920];

test('opens on an answer: the verdict on a worked example', async ({ page }) => {
  await open(page);
  await expect(page).toHaveTitle('Plimsoll – where your subscription business floats');
  await expect(answer(page)).toHaveText('You keep 93.5% of your revenue a year, upsells included.');
  await expect(value(page, 'net-revenue-retention')).toHaveText('93.5%');
  await expect(card(page, 'net-revenue-retention').locator('.ps-chip')).toHaveText('Below target');
  await expect(page.getByText('A worked example, ready to be overwritten.')).toBeVisible();
});

for (const state of ['example', 'wrong', 'moved', 'known', 'pasted']) test(`fits every width: ${state}`, async ({ page }) => {
  await openIn(page, state);
  if (state === 'pasted') await expect(page.locator('.ps-issue')).toHaveCount(2);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const found = await page.evaluate(() => {
      const root = document.documentElement;
      const name = (element) => `${element.tagName.toLowerCase()}.${element.className.baseVal ?? element.className}`;
      const outside = (element) => {
        const box = element.getBoundingClientRect();
        return box.width > 1 && (box.right > root.clientWidth + 1 || box.left < -1);
      };
      const all = [...document.querySelectorAll('#app *')].filter((element) => !element.closest('svg, .ps-unseen, .ps-skip'));
      return { scrolls: root.scrollWidth > root.clientWidth, outside: all.filter(outside).map(name) };
    });
    expect(found, `at ${width} pixels`).toEqual({ scrolls: false, outside: [] });
  }
});

test('nothing jumps when the program takes the place of the first paint', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 900 });
  await open(page);
  const jumps = await page.evaluate(() => new Promise((resolve) => {
    const seen = [];
    new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ value }) => value))).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(seen), 300);
  }));
  expect(jumps.reduce((sum, jump) => sum + jump, 0)).toBeLessThan(0.01);
});

test('shows every figure of the example whole in its field', async ({ page }) => {
  await open(page);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const cut = await page.locator('.ps-input__text').evaluateAll((inputs) =>
      inputs.filter((input) => input.scrollWidth > input.clientWidth).map((input) => input.id));
    expect(cut, `at ${width} pixels`).toEqual([]);
  }
});

test('is light or dark as the reader has it', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  const brightness = async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    const colours = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      return [backgroundColor, color].map((text) => text.match(/\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3);
    });
    return { paper: colours[0], ink: colours[1] };
  };
  const [light, dark] = [await brightness('light'), await brightness('dark')];
  expect(light.paper - light.ink).toBeGreaterThan(150);
  expect(dark.ink - dark.paper).toBeGreaterThan(150);
});
