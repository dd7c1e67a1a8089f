// The book in a browser: its pages load under their own policy, its elements are alive, and it can be read.
import AxeBuilder from '@axe-core/playwright';
import { pages } from '../../book.js';
import { expect, test } from '../../guard.js';

const calculator = (page) => page.locator('plimsoll-calculator').first();
const begins = (text) => new RegExp(`^${text.replace(/[$().]/g, '\\$&')}( |$)`);
const value = (page) => calculator(page).locator('.ps-value__text').first();

test('the first page is a live calculator', async ({ page }) => {
  await page.goto('./');
  await expect(value(page)).toHaveText('93.5%');
  await calculator(page).getByLabel('Churned MRR').fill('14400');
  await expect(value(page)).toHaveText('103.5%');
});

test('the calculator leads to it', async ({ page }) => {
  await page.goto('../index.html');
  await page.getByRole('navigation', { name: 'Documentation' }).getByRole('link').click();
  await expect(page.locator('main h1').first()).toBeVisible();
  await expect(page).toHaveURL(/\/docs\/index\.html$/);
});

test('an element is laid out by its own width, whatever a rem is in the page', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('./');
  await expect(value(page)).toHaveText('93.5%');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('10px');
  const [left, right] = await calculator(page).locator('[part=card]').evaluateAll((cards) => cards.map((card) => card.getBoundingClientRect().left));
  expect(right, 'one card below the other, because two do not fit').toBe(left);
});

test('every page loads, and nothing of it is wider than a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const wide = [];
  for (const name of pages()) {
    await page.goto(name);
    await expect(page.locator('main h1').first()).toBeVisible();
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) wide.push(`${name}: ${over} pixels`);
  }
  expect(wide).toEqual([]);
});

test('each number of the reference is what its example comes to', async ({ page }) => {
  for (const name of pages().filter((each) => each.startsWith('reference/'))) {
    await page.goto(name);
    const metrics = page.locator('main plimsoll-metric');
    for (let at = 0; at < await metrics.count(); at += 1) {
      const metric = metrics.nth(at);
      const fallback = await metric.evaluate((element) => element.textContent);
      await metric.scrollIntoViewIfNeeded();
      // The page leaves units out where its label says them.
      await expect(metric.locator('[part=value]'), `${name}: ${await metric.getAttribute('metric')}`).toHaveText(begins(fallback));
    }
  }
});

test('a metric of the reference can be tried', async ({ page }) => {
  await page.goto('reference/retention.html#logo-churn');
  const tried = page.locator('details', { has: page.locator('plimsoll-calculator[metrics="logo-churn"]') });
  await tried.locator('summary').first().click();
  await expect(tried.locator('.ps-value__text')).toHaveText('4.0%');
  await tried.getByLabel('Customers lost').fill('20');
  await expect(tried.locator('.ps-value__text')).toHaveText('10.0%');
});

test('light and dark by the switch of the book, pictures too', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('guide/founder.html');
  await expect(value(page)).toHaveText('93.5%');
  const ink = () => value(page).evaluate((element) => getComputedStyle(element).color);
  const before = await ink();
  await expect(page.locator('figure img:visible').first()).toHaveAttribute('src', /-light\.png$/);
  await page.locator('#mdbook-theme-toggle').click();
  await page.locator('#mdbook-theme-navy').click();
  await expect.poll(ink).not.toBe(before);
  await expect(page.locator('figure img:visible').first()).toHaveAttribute('src', /-dark\.png$/);
});

test('numbers in the text follow the calculator beside them', async ({ page }) => {
  await page.goto('guide/author.html');
  const ours = page.locator('main > div > plimsoll-calculator#ours');
  await ours.scrollIntoViewIfNeeded();
  await ours.getByLabel('Customers lost').fill('10');
  await expect(page.locator('main > p > plimsoll-metric[metric="customer-retention"]')).toContainText('95.0%');
});

test('the search finds a metric', async ({ page }) => {
  await page.goto('./');
  await page.locator('#mdbook-search-toggle').click();
  await page.locator('#mdbook-searchbar').pressSequentially('quick ratio');
  await expect(page.locator('#mdbook-searchresults li').first()).toContainText(/quick ratio/i);
});

for (const colorScheme of ['light', 'dark']) {
  test(`pages can be read by everybody, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const name of ['index.html', 'guide/leader.html', 'embed/element.html', 'reference/retention.html']) {
      await page.goto(name);
      await expect(page.locator('main h1').first()).toBeVisible();
      // What mdBook writes around the pages is mdBook's.
      const { violations } = await new AxeBuilder({ page }).include('main').disableRules(['region']).analyze();
      expect(violations.map(({ id, nodes }) => `${name}: ${id}, ${nodes[0].target}`)).toEqual([]);
    }
  });
}
