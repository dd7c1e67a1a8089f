// The builder of embeds: what is chosen is seen, and the lines that are copied show the same in a page of others.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../../guard.js';
import { host } from '../../host.js';
import { openIn } from '../../states.js';

const lines = (page) => page.locator('.ps-builder__lines');
const seen = (page) => page.locator('#shelf plimsoll-calculator');
const choose = (page, name) => page.locator('#shelf').getByText(name, { exact: true }).first().click();

async function openBuilder(page) {
  await openIn(page, { 'figures.lost-customers': '25' });
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Embed' }).click();
  await expect(seen(page).locator('.ps-card')).toHaveCount(1);
}

test('what is chosen is seen and stands in the lines', async ({ page }) => {
  await openBuilder(page);
  await choose(page, 'Retention');
  await page.getByRole('checkbox', { name: 'Logo churn', exact: true }).check();
  await page.getByRole('checkbox', { name: 'Levers' }).check();
  await page.getByRole('checkbox', { name: 'Figures' }).uncheck();
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(seen(page).locator('.ps-value__text')).toHaveText('10.0%');
  await expect(seen(page).locator('.ps-what-if')).toBeVisible();
  await expect(seen(page).locator('.ps-form')).toHaveCount(0);
  for (const line of ['embed/plimsoll.js"></script>', 'metrics="logo-churn"', '"lost-customers": 25', 'theme="dark"', 'parts="levers cards"']) {
    await expect(lines(page)).toContainText(line);
  }
});

test('the lines show the same in a page of others, as an element and in a frame', async ({ page }) => {
  await openBuilder(page);
  await choose(page, 'Retention');
  await page.getByRole('checkbox', { name: 'Logo churn', exact: true }).check();
  const element = await lines(page).innerText();
  await page.getByRole('radio', { name: 'Frame' }).check();
  await expect(lines(page)).toContainText('<iframe');
  const frame = await lines(page).innerText();
  await host(page, element, { head: '' });
  await expect(page.locator('plimsoll-calculator .ps-value__text')).toHaveText('10.0%');
  await host(page, frame, { head: '', policy: "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; frame-src 'self'" });
  await expect(page.frameLocator('iframe').locator('.ps-value__text')).toHaveText('10.0%');
  await expect.poll(() => page.locator('iframe').evaluate((iframe) => iframe.style.height)).toMatch(/px$/);
});

test('the lines for the package and for a plain script name the same figures', async ({ page }) => {
  await openBuilder(page);
  for (const [way, from] of [['Package', "from 'plimsoll'"], ['Plain script', 'package/plimsoll.js']]) {
    await page.getByRole('radio', { name: way }).check();
    await expect(lines(page)).toContainText(from);
    await expect(lines(page)).toContainText('"lost-customers": 25');
  }
});

test('axe finds nothing in the builder, and it fits', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openBuilder(page);
  for (const width of [360, 1280]) for (const colorScheme of ['light', 'dark']) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), `${width} pixels`).toBe(false);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode()
      .options({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] }).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`)), `${colorScheme}, ${width} pixels`).toEqual([]);
  }
});
