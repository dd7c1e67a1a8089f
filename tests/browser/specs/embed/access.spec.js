// Elements for whoever uses keys, a screen reader, large text, few pixels, or colours of their own.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../../guard.js';
import { SCRIPT, figure, host, number } from '../../host.js';

const ACCOUNTS = JSON.stringify([{ name: 'Acme', usage: 80, engagement: 70, support: 60, relationship: 90 }, { name: 'Brook', usage: 20 }, { name: 'Cole' }]);
const EVERYTHING = (theme) => `<main><h1>A page of others</h1>
  <p>Retention is <plimsoll-metric theme="${theme}">108 %</plimsoll-metric> and <plimsoll-metric theme="${theme}" metric="nothing">?</plimsoll-metric> today.</p>
  <plimsoll-calculator theme="${theme}" metrics="net-revenue-retention ltv-cac" parts="choices form levers cards formula sources" levers='{"churn": -2}'></plimsoll-calculator>
  <plimsoll-calculator theme="${theme}" metrics="logo-churn nothing" figures='{"start-customers": "a lot"}' readonly></plimsoll-calculator>
  <plimsoll-health theme="${theme}" model="four-dimensions" accounts='${ACCOUNTS}'></plimsoll-health></main>`;

for (const theme of ['light', 'dark']) test(`axe finds nothing: ${theme}`, async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: theme });
  await host(page, EVERYTHING(theme), {
    head: `<meta name="color-scheme" content="light dark"><link rel="stylesheet" href="ground.css">${SCRIPT}`, more: { 'ground.css': 'html { background: Canvas }' },
  });
  await expect(number(page)).toHaveText('95.1%');
  await page.locator('plimsoll-health').scrollIntoViewIfNeeded(); // what is far waits
  await expect(page.locator('plimsoll-health .ps-table tbody tr')).toHaveCount(3);
  for (const summary of await page.locator('plimsoll-calculator summary').all()) await summary.click();
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode()
      .options({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] }).analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`));
    expect(found, `${width} pixels`).toEqual([]);
  }
});

test('fits 360 pixels and 1280', async ({ page }) => {
  await host(page, EVERYTHING('light'));
  await expect(number(page)).toHaveText('95.1%');
  await page.locator('plimsoll-health').scrollIntoViewIfNeeded();
  await expect(page.locator('plimsoll-health .ps-table')).toBeVisible();
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const found = await page.evaluate(() => {
      const outside = [];
      for (const element of document.querySelectorAll('plimsoll-calculator, plimsoll-health')) {
        for (const part of element.shadowRoot.querySelectorAll('*')) {
          const box = part.getBoundingClientRect();
          if (!part.closest('svg, .ps-unseen, .ps-embed__rows') && box.width > 1 && (box.right > innerWidth + 1 || box.left < -1)) outside.push(part.className);
        }
      }
      return [document.documentElement.scrollWidth > innerWidth, outside];
    });
    expect(found, `${width} pixels`).toEqual([false, []]);
  }
});

test('the keys go through it as the eye does, and out again', async ({ page }) => {
  await host(page, `<a href="#before" id="before">Before</a>
    <plimsoll-calculator metrics="logo-churn" parts="choices form levers cards formula" figures='{"start-customers": 250, "lost-customers": 50}'></plimsoll-calculator>
    <a href="#after" id="after">After</a>`);
  await expect(number(page)).toHaveText('20.0%');
  await page.locator('#before').focus();
  const way = [];
  const where = () => page.evaluate(() => {
    let active = document.activeElement;
    while (active.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active.id || active.dataset.lever || active.localName;
  });
  for (let press = 0; press < 40 && way.at(-1) !== 'after'; press += 1) {
    await page.keyboard.press('Tab');
    way.push(await where());
  }
  expect(way.slice(0, 7)).toEqual(['choice-window', 'choice-currency', 'choice-segment', 'choice-industry', 'choice-stage', 'figure-start-customers', 'figure-lost-customers']);
  expect(way.slice(7, 9)).toEqual(['lever-churn', 'churn']);
  expect(way.slice(-2)).toEqual(['summary', 'after']);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('.ps-step').first()).toBeVisible();
  await page.locator('input[type=range]').first().focus();
  for (let press = 0; press < 10; press += 1) await page.keyboard.press('ArrowLeft');
  await expect(page.locator('#lever-churn')).toHaveValue('-1');
  await expect(number(page)).toHaveText('19.0%');
  expect(await where()).toBe('churn');
});

test('a number that is not right is told to who cannot see it', async ({ page }) => {
  await host(page, '<plimsoll-calculator metrics="logo-churn"></plimsoll-calculator>');
  await figure(page, 'lost-customers').fill('€5');
  const about = await figure(page, 'lost-customers').getAttribute('aria-describedby');
  expect(about).toContain('figure-problem-lost-customers');
  await expect(page.locator('#figure-problem-lost-customers')).not.toHaveText('');
  await expect(page.locator('#figure-problem-lost-customers')).toHaveAttribute('aria-live', 'polite');
});

test('colours that the reader chose are kept', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await host(page, '<plimsoll-calculator parts="cards"></plimsoll-calculator>');
  await expect(number(page)).toHaveText('93.5%');
  const lines = await page.locator('plimsoll-calculator').evaluate(({ shadowRoot }) => [
    getComputedStyle(shadowRoot.querySelector('.ps-chip')).borderTopStyle,
    getComputedStyle(shadowRoot.querySelector('.ps-scale__stretch[data-current]')).fill !== getComputedStyle(shadowRoot.querySelector('.ps-scale__stretch')).fill,
  ]);
  expect(lines).toEqual(['solid', true]);
});

test('moves nothing where the reader asked for none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await host(page, '<plimsoll-calculator parts="form levers cards"></plimsoll-calculator>');
  await expect(number(page)).toHaveText('93.5%');
  const moving = await page.locator('plimsoll-calculator').evaluate(({ shadowRoot }) => [...shadowRoot.querySelectorAll('*')]
    .filter((part) => getComputedStyle(part).transitionDuration !== '0s' || getComputedStyle(part).animationName !== 'none').map((part) => part.className));
  expect(moving).toEqual([]);
});
