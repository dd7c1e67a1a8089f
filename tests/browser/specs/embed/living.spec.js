// Elements that are moved, removed, defined twice, fetched in vain: the page of others goes on, and so do they.
import { expect, test } from '../../guard.js';
import { SCRIPT, figure, host, number, said } from '../../host.js';

const CHURN = `<plimsoll-calculator metrics="logo-churn" figures='{"start-customers": 250, "lost-customers": 50}'>A fallback.</plimsoll-calculator>`;
const fetched = (seen, name) => seen.requests.filter((url) => new URL(url).pathname.endsWith(name)).length;

test('keeps what was typed when it is moved, removed and brought back', async ({ page }) => {
  await host(page, `<div id="from">${CHURN}</div><div id="to"></div>`);
  await expect(number(page)).toHaveText('20.0%');
  await figure(page, 'lost-customers').fill('25');
  await page.evaluate(() => document.getElementById('to').append(document.querySelector('plimsoll-calculator')));
  await expect(page.locator('#to .ps-value__text')).toHaveText('10.0%');
  await page.evaluate(() => {
    globalThis.kept = document.querySelector('plimsoll-calculator');
    globalThis.kept.remove();
  });
  await page.waitForTimeout(50);
  await page.evaluate(() => {
    globalThis.kept.setAttribute('window', 'month');
    document.getElementById('from').append(globalThis.kept);
  });
  await expect(page.locator('#from .ps-value__text')).toHaveText('10.0%');
  await expect(page.locator('#from .ps-value__unit')).toHaveText('a month');
  await figure(page, 'lost-customers').fill('50');
  await expect(number(page)).toHaveText('20.0%');
});

test('a copy of it is one of its own', async ({ page }) => {
  await host(page, CHURN);
  await expect(number(page)).toHaveText('20.0%');
  await figure(page, 'lost-customers').fill('25');
  await page.evaluate(() => document.body.append(document.querySelector('plimsoll-calculator').cloneNode(true)));
  await expect(page.locator('.ps-value__text')).toHaveText(['10.0%', '10.0%']);
  await figure(page, 'lost-customers').first().fill('50');
  await expect(page.locator('.ps-value__text')).toHaveText(['20.0%', '10.0%']);
});

test('is dressed and works in another document too', async ({ page }) => {
  await host(page, `${CHURN}<iframe src="inner.html" width="700" height="700"></iframe>`, { more: { 'inner.html': '<!doctype html><title>Inner</title><body></body>' } });
  await expect(number(page)).toHaveText('20.0%');
  const background = (at) => at.locator('.ps-chip').evaluate((chip) => getComputedStyle(chip).backgroundColor);
  const before = await background(page);
  await page.evaluate(() => document.querySelector('iframe').contentDocument.body.append(document.querySelector('plimsoll-calculator')));
  const inner = page.frameLocator('iframe');
  await expect(inner.locator('.ps-value__text')).toHaveText('20.0%');
  expect(await background(inner)).toBe(before);
  await inner.locator('#figure-lost-customers').fill('25');
  await expect(inner.locator('.ps-value__text')).toHaveText('10.0%');
});

test('may be removed while it loads', async ({ page, seen }) => {
  let go;
  const held = new Promise((settled) => { go = settled; });
  await page.route('**/plimsoll-embed_bg.wasm*', async (route) => {
    await held;
    await route.continue();
  });
  await host(page, `<div id="from">${CHURN}</div>`);
  await expect.poll(() => fetched(seen, 'core.js')).toBe(1);
  await page.evaluate(() => {
    globalThis.kept = document.querySelector('plimsoll-calculator');
    globalThis.kept.remove();
  });
  go();
  await page.waitForTimeout(200);
  await page.evaluate(() => document.getElementById('from').append(globalThis.kept));
  await expect(number(page)).toHaveText('20.0%');
});

test('is fetched when it comes near, and once for all', async ({ page, seen }) => {
  await host(page, `<div id="far"></div>${CHURN.repeat(20)}`, { head: `<link rel="stylesheet" href="far.css">${SCRIPT}`, more: { 'far.css': '#far { block-size: 5000px; }' } });
  await expect(page.getByText('A fallback.').first()).toBeVisible();
  await page.waitForTimeout(300);
  expect(fetched(seen, 'core.js')).toBe(0);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(number(page)).toHaveText('20.0%');
  for (const at of [0, 10, 19]) {
    const one = page.locator('plimsoll-calculator').nth(at);
    await expect(async () => { // those above it grow, and may push it away again
      await one.scrollIntoViewIfNeeded();
      await expect(one.locator('.ps-value__text')).toHaveText('20.0%', { timeout: 1000 });
    }).toPass();
  }
  for (const name of ['plimsoll.js', 'core.js', 'app.css', 'embed.css', 'plimsoll-embed.js', 'plimsoll-embed_bg.wasm']) expect(fetched(seen, name), name).toBe(1);
  expect(fetched(seen, 'health.js')).toBe(0);
});

test('elements share nothing but the program', async ({ page }) => {
  await host(page, CHURN.repeat(2));
  await expect(page.locator('.ps-value__text')).toHaveText(['20.0%', '20.0%']);
  await figure(page, 'lost-customers').last().fill('5');
  await expect(page.locator('.ps-value__text')).toHaveText(['20.0%', '2.0%']);
});

test('may be defined twice', async ({ page }) => {
  const console_ = said(page);
  await host(page, CHURN, { head: `${SCRIPT}<script type="module" src="embed/plimsoll.js?again"></script>` });
  await expect(number(page)).toHaveText('20.0%');
  expect(console_.warning.filter((line) => line.includes('twice')).length).toBe(3);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('the page’s own words stand there', async ({ page }) => {
    await host(page, CHURN);
    await expect(page.getByText('A fallback.')).toBeVisible();
  });
});

test.describe('when a part does not arrive', () => {
  test.use({ noErrors: false });
  for (const name of ['plimsoll-embed_bg.wasm', 'core.js', 'app.css']) test(name, async ({ page }) => {
    const console_ = said(page);
    await page.route(`**/embed/${name}*`, (route) => route.fulfill({ status: 404, body: 'no' }));
    await host(page, `${CHURN}<plimsoll-calculator id="bare"></plimsoll-calculator>`);
    await expect(page.locator('#bare').getByRole('status')).toHaveText('The calculator could not be loaded.');
    await expect(page.getByText('A fallback.')).toBeVisible();
    expect(console_.error.filter((line) => line.startsWith('thrown'))).toEqual([]);
    expect(console_.error.filter((line) => line.includes('<plimsoll-calculator> could not be loaded')).length).toBe(2);
  });
});
