// What holds whatever the page shows: it starts from any path, keeps its policy, and speaks to nobody.
import { expect, open, test } from '../../guard.js';

test('starts below a path', async ({ page, seen }) => {
  await open(page);
  await expect(page.locator('#app')).toBeVisible();
  await expect(page.locator('#recovery')).toBeHidden();
  await expect(page.locator('#notice')).toBeHidden();
  for (const url of seen.requests) expect(new URL(url).pathname).toMatch(/^\/some\/where\//);
});

test('fetches each file once, all of one version', async ({ page, seen }) => {
  await open(page);
  const files = seen.requests.map((url) => new URL(url)).filter((url) => !url.pathname.endsWith('/where/'));
  const versions = new Set(files.map((url) => url.search));
  expect([...versions]).toEqual([expect.stringMatching(/^\?v=[0-9a-f]{16}$/)]);
  expect(new Set(files.map(String)).size).toBe(files.length);
});

test('asks nobody for anything between load and close', async ({ page, seen, context }) => {
  await open(page);
  await page.waitForLoadState('networkidle');
  const before = seen.requests.length;
  await context.setOffline(true);
  for (let presses = 0; presses < 40; presses += 1) await page.keyboard.press('Tab');
  await page.mouse.wheel(0, 4000);
  await page.waitForTimeout(500);
  await page.close({ runBeforeUnload: true });
  expect(seen.requests.length).toBe(before);
});

test('has a policy without unsafe words, before anything it governs', async ({ page, request }) => {
  const html = await (await request.get('./')).text();
  const policy = html.match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)"/);
  expect(policy?.[1]).toContain("default-src 'none'");
  expect(policy?.[1]).toMatch(/; require-trusted-types-for 'script'; trusted-types plimsoll plimsoll-clipboard$/);
  expect(policy?.[1]).not.toMatch(/'unsafe-inline'|'unsafe-eval'|https?:|\*/);
  expect(html.slice(0, policy.index)).not.toMatch(/<script|<link|<style/);
  expect(html).not.toMatch(/<script(?![^>]*src=)|<style| on[a-z]+="| style="/);
  await open(page);
});

test.describe('what the policy forbids', () => {
  test.use({ noErrors: false, noViolations: false });

  test('is refused even to a script of the page', async ({ page, seen }) => {
    const attempts = () => {
      const succeeded = [];
      const attempt = (name, deed) => { try { if (deed() !== false) succeeded.push(name); } catch { /* refused */ } };
      attempt('eval', () => globalThis.eval('1'));
      attempt('Function', () => new Function('return 1')());
      attempt('markup', () => { document.createElement('div').innerHTML = '<b>x</b>'; });
      attempt('another policy', () => globalThis.trustedTypes.createPolicy('default', {}));
      attempt('the same policy again', () => globalThis.trustedTypes.createPolicy('plimsoll', {}));
      attempt('a worker of its own', () => new Worker('./worker.js', { type: 'module' }));
      attempt('a worker from a blob', () => new Worker(URL.createObjectURL(new Blob(['']))));
      attempt('an inline script', () => {
        const script = document.createElement('script');
        script.append('document.title = "ran"');
        document.head.append(script);
        return document.title === 'ran';
      });
      document.querySelector('#app').textContent = `succeeded: ${succeeded.join()}.`;
    };
    await page.route('**/start.js*', (route) => route.fulfill({ contentType: 'text/javascript', body: `(${attempts})();` }));
    await page.goto('./');
    await expect(page.locator('#app')).toHaveText('succeeded: .');
    expect(seen.violations.length).toBeGreaterThanOrEqual(7);
  });
});

// The policy binds the page; a worker from a plain host has none of its own, so for it this is the only wall.
for (const program of ['plimsoll-web', 'plimsoll-worker']) test(`${program} has no way to talk to anybody`, async ({ request }) => {
  const glue = await (await request.get(`./${program}.js`)).text();
  const ways = /\bfetch\b ?\(|\bXMLHttpRequest|\bWebSocket|\bEventSource|\bRTCPeerConnection|\b(import|importScripts|open|send|sendBeacon|assign|replace)\(|\.(href|location|src) ?=[^=]/g;
  expect(glue.match(ways), 'its own module, and nothing else').toEqual(['fetch(']);
});

test('cannot be made to fail by what makes the drill fail', async ({ page }) => {
  await open(page);
  await page.evaluate(() => { setTimeout(() => globalThis.plimsollData.give('drill', '', [])); });
  await page.waitForTimeout(300);
  await expect(page.locator('#recovery')).toBeHidden();
});

test('says what to do without scripts', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(baseURL);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plimsoll');
  await expect(page.locator('noscript p')).toContainText('Please allow scripts');
  await context.close();
});
