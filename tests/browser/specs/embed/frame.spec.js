// The iframe: a page of another origin (the port beside) that shows an element, tells its height, and hears nobody but its parent.
import { expect, test } from '../../guard.js';
import { host } from '../../host.js';

const PORT = Number(process.env.PLIMSOLL_TEST_PORT ?? 4179);
const OTHER = `http://127.0.0.1:${PORT + 1}/some/where/embed`;
const FIT = `<script defer src="${OTHER}/fit.js"></script>`;
const POLICY = `default-src 'none'; script-src 'self' http://127.0.0.1:${PORT + 1}; style-src 'self'; img-src data:; frame-src http://127.0.0.1:${PORT + 1}`;
const frame = (options) => `<iframe src="${OTHER}/embed.html#${options}" title="A calculator" width="700"></iframe>`;

const CHURN = `metrics=logo-churn&figures=${encodeURIComponent('{"start-customers":250,"lost-customers":50}')}&theme=dark`;

test('shows what its address says, and is as high as that', async ({ page }) => {
  await host(page, frame(CHURN), { head: FIT, policy: POLICY });
  const inner = page.frameLocator('iframe');
  await expect(inner.locator('.ps-value__text')).toHaveText('20.0%');
  const fits = () => page.locator('iframe').evaluate((iframe) => iframe.getBoundingClientRect().height);
  await expect.poll(fits).toBeGreaterThan(300);
  const content = await inner.locator('plimsoll-calculator').evaluate((element) => element.getBoundingClientRect().height);
  expect(Math.abs(await fits() - content)).toBeLessThan(6);
  // Narrower is higher.
  const before = await fits();
  await page.locator('iframe').evaluate((iframe) => { iframe.width = '320'; });
  await expect.poll(fits).toBeGreaterThan(before);
});

test('takes any of the elements, and options after the question mark too', async ({ page }) => {
  const accounts = encodeURIComponent('[{"name":"Acme","usage":80}]');
  await page.goto(`${OTHER}/embed.html?element=health&model=four-dimensions#accounts=${accounts}`);
  await expect(page.locator('plimsoll-health tbody tr')).toHaveCount(1);
  await page.goto(`${OTHER}/embed.html?element=metric&metric=ltv-cac`);
  await expect(page.locator('plimsoll-metric .ps-inline')).toContainText('2.8 : 1');
  await page.goto(`${OTHER}/embed.html?element=script&onload=alert(1)&class=x&id=y`);
  await expect(page.locator('plimsoll-calculator .ps-value__text')).toHaveText('93.5%');
  expect(await page.locator('plimsoll-calculator').evaluate((element) => element.getAttributeNames())).toEqual([]);
});

test('tells its parent of changes, and takes options from it alone', async ({ page }) => {
  await host(page, frame(CHURN), { head: '', policy: POLICY });
  const inner = page.frameLocator('iframe').first();
  await expect(inner.locator('.ps-value__text')).toHaveText('20.0%');
  await page.evaluate(() => {
    globalThis.heard = [];
    addEventListener('message', ({ data, origin }) => globalThis.heard.push([origin, data]));
  });
  await inner.locator('#figure-lost-customers').fill('25');
  await expect.poll(() => page.evaluate(() => globalThis.heard.some(([, { type, report }]) => type === 'change' && report.metrics.some(({ printed }) => printed === '10.0% a year')))).toBe(true);
  expect(await page.evaluate(() => [...new Set(globalThis.heard.map(([origin]) => origin))])).toEqual([new URL(OTHER).origin]);
  const send = (message) => page.evaluate((data) => document.querySelector('iframe').contentWindow.postMessage(data, '*'), message);
  await send({ plimsoll: 1, type: 'set', options: { segment: 'enterprise', figures: '{"start-customers":100,"lost-customers":7}' } });
  await expect(inner.locator('.ps-value__text')).toHaveText('7.0%');
  // What is no message of ours counts for nothing.
  for (const message of [null, 7, 'set', [], { plimsoll: 2, type: 'set', options: { segment: 'smb' } }, { plimsoll: 1, type: 'set' }, { plimsoll: 1, type: 'set', options: 'x' },
    { plimsoll: 1, type: 'set', options: { onclick: 'alert(1)', style: 'color: red', id: 'x', figures: 'x'.repeat(70_000) } }]) await send(message);
  await page.waitForTimeout(100);
  await expect(inner.locator('.ps-value__text')).toHaveText('7.0%');
  expect(await inner.locator('plimsoll-calculator').evaluate((element) => element.getAttributeNames().sort())).toEqual(['figures', 'metrics', 'segment', 'theme']);
});

test('hears nobody else, and tells nobody else', async ({ page }) => {
  // A frame beside it, of the host's own origin, is a stranger; so is the parent, where another origin is stated.
  const stated = frame(`${CHURN}&origin=${encodeURIComponent('https://example.com')}`);
  await host(page, `${frame(CHURN)}${stated}<iframe src="stranger.html" title="A stranger"></iframe>`, {
    head: '', policy: `${POLICY} 'self'`, more: { 'stranger.html': '<!doctype html><title>Stranger</title>' },
  });
  const inner = page.frameLocator('iframe').nth(0);
  const other = page.frameLocator('iframe').nth(1);
  await expect(inner.locator('.ps-value__text')).toHaveText('20.0%');
  await expect(other.locator('.ps-value__text')).toHaveText('20.0%');
  const message = { plimsoll: 1, type: 'set', options: { figures: '{"start-customers":100,"lost-customers":7}' } };
  await page.frames().find((each) => each.url().endsWith('stranger.html')).evaluate((data) => {
    for (const at of [0, 1]) parent.frames[at].postMessage(data, '*');
  }, message);
  await page.evaluate((data) => {
    globalThis.heard = [];
    addEventListener('message', (event) => globalThis.heard.push(event.data.type));
    document.querySelectorAll('iframe')[1].contentWindow.postMessage(data, '*');
    document.querySelectorAll('iframe')[1].contentWindow.postMessage({ plimsoll: 1, type: 'hello' }, '*');
  }, message);
  await other.locator('#figure-lost-customers').fill('25');
  await page.waitForTimeout(200);
  await expect(inner.locator('.ps-value__text')).toHaveText('20.0%');
  await expect(other.locator('.ps-value__text')).toHaveText('10.0%');
  expect(await page.evaluate(() => globalThis.heard)).toEqual([]);
});

test('fits nothing for a message of somebody else', async ({ page }) => {
  await host(page, `${frame(CHURN)}<iframe src="stranger.html" title="A stranger"></iframe>`, {
    head: FIT, policy: `${POLICY} 'self'`, more: { 'stranger.html': '<!doctype html><title>Stranger</title>' },
  });
  await expect(page.frameLocator('iframe').first().locator('.ps-value__text')).toHaveText('20.0%');
  const heights = () => page.locator('iframe').evaluateAll((all) => all.map((iframe) => iframe.style.height));
  await expect.poll(async () => (await heights())[0]).toMatch(/px$/);
  const before = await heights();
  await page.frames().find((each) => each.url().endsWith('stranger.html')).evaluate(() => parent.postMessage({ plimsoll: 1, type: 'height', height: 9999 }, '*'));
  await page.evaluate(() => postMessage({ plimsoll: 1, type: 'height', height: 9999 }, '*'));
  await page.waitForTimeout(100);
  expect(await heights()).toEqual(before);
});
