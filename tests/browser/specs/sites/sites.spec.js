// The example site of each guide, under the policy of its guide: the element is alive, the site goes on working.
import { expect, test } from '../../guard.js';
import { BASE, LEFT_OUT, NAMES, isBuilt } from '../../sites.js';

/** How each site is made dark by its own means; a plain page follows an attribute of its own sheet. */
const DARK = {
  html: (page) => page.evaluate(() => { document.documentElement.dataset.theme = 'dark'; }),
  astro: (page) => page.evaluate(() => { document.documentElement.dataset.theme = 'dark'; }),
  mdbook: async (page) => {
    await page.locator('#mdbook-theme-toggle').click();
    await page.locator('#mdbook-theme-navy').click();
  },
  mkdocs: (page) => page.locator('label[title="Dark"]').click(),
  vitepress: (page) => page.locator('.VPNavBarAppearance button').click(),
  docusaurus: async (page) => {
    const toggle = page.getByRole('button', { name: /switch between dark and light/i }).first();
    while (await page.locator('html[data-theme=dark]').count() === 0) await toggle.click();
  },
};

const calculator = (page) => page.locator('plimsoll-calculator');
const value = (page) => calculator(page).locator('.ps-value__text');
const field = (page) => calculator(page).getByLabel('Churned MRR');
const lightness = (locator) => locator.evaluate((element) => {
  const [red, green, blue] = getComputedStyle(element).color.match(/[\d.]+/g).map(Number);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
});

for (const name of NAMES) {
  test.describe(name, () => {
    test.skip(LEFT_OUT.has(name), 'its generator could not be installed');
    test.use({ baseURL: async ({ port }, use) => use(`http://${name}.localhost:${port}${BASE}`) });

    test('the element is alive, and is so again after a walk through the site', async ({ page, seen }) => {
      expect(isBuilt(name), 'the site is built').toBe(true);
      await page.goto('./');
      await expect(value(page)).toHaveText('107.5%');
      await expect(page.locator('plimsoll-metric')).toContainText('4.0%');

      const again = async () => {
        await page.getByRole('link', { name: 'How we count' }).last().click();
        await expect(page.getByRole('heading', { level: 1, name: 'How we count' })).toBeVisible();
        await expect(calculator(page)).toHaveCount(0);
        await page.getByRole('link', { name: 'Back to retention' }).click();
        await expect(value(page)).toHaveText('107.5%');
      };
      await again();
      await again();

      await field(page).fill('50000');
      await expect(value(page)).toHaveText('97.5%');

      const { origin } = new URL(page.url());
      expect(seen.requests.filter((url) => url.startsWith('http') && new URL(url).origin !== origin)).toEqual([]);
    });

    test('dark where the site is', async ({ page }) => {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto('./');
      await expect(value(page)).toHaveText('107.5%');
      expect(await lightness(value(page))).toBeLessThan(90);
      await DARK[name](page);
      await expect.poll(() => lightness(value(page))).toBeGreaterThan(160);
    });

    test('without script, the page says it in words', async ({ browser, port }) => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(`http://${name}.localhost:${port}${BASE}`);
      await expect(page.getByText('Net revenue retention: 107.5% a quarter.')).toBeVisible();
      await context.close();
    });
  });
}
