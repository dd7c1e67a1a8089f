// The JavaScript package in a browser: a plain page, a worker, and what bundlers made of it.
import { expect, test } from '../../guard.js';

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'; connect-src 'self'; worker-src 'self'; img-src data:";
const page = (script) => `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>A page of somebody else</title><link rel="icon" href="data:,">${script}`;
const ANSWER = '15.1% a year, annualised, not measured';

/** A page of somebody else, beside the package, with the folder's other files as they are. */
async function open(browserPage, name, body, contentType = 'text/html') {
  await browserPage.route(`**/package/${name}`, (route) => route.fulfill({ contentType, body }));
}

const USE = `
  import { evaluate, isLoaded, load, metricOf } from './plimsoll.js';
  const globals = Object.keys(globalThis);
  await load();
  const report = evaluate({ startCustomers: 200, lostCustomers: 8 }, { window: 'quarter' });
  const answer = metricOf(report, 'logo-churn').printedAnnual;
  const added = Object.keys(globalThis).filter((name) => !globals.includes(name));`;

test('a page without a bundler', async ({ page: browserPage, seen }) => {
  await open(browserPage, 'plain.html', page(`<script type="module">${USE}
    globalThis.told = { answer, added, german: metricOf(evaluate({ startMrr: 1e5, newMrr: 0, expansionMrr: 0, contractionMrr: 0, churnedMrr: 0 }, { locale: 'de-DE', currency: 'EUR' }), 'closing-mrr').printed };
  </script>`));
  await browserPage.goto('./package/plain.html');
  await browserPage.waitForFunction(() => globalThis.told);
  const told = await browserPage.evaluate(() => globalThis.told);
  expect(told).toEqual({ answer: ANSWER, added: [], german: '100.000\u00a0€ a month' });
  expect(seen.requests.map((address) => address.replace(/.*\/package\//, '').replace(/-[0-9a-f]{8}/, '')).sort()).toEqual(['plain.html', 'plimsoll.js', 'plimsoll.wasm']);
});

test('a worker', async ({ page: browserPage }) => {
  await open(browserPage, 'worker.js', `${USE}\npostMessage(answer);`, 'text/javascript');
  await open(browserPage, 'works.html', page('<script>new Worker("worker.js", { type: "module" }).onmessage = ({ data }) => { globalThis.told = data; };</script>'));
  await browserPage.goto('./package/works.html');
  await browserPage.waitForFunction(() => globalThis.told);
  expect(await browserPage.evaluate(() => globalThis.told)).toBe(ANSWER);
});

test('what Vite made of it', async ({ page: browserPage }) => {
  await browserPage.goto('/bundled/vite/index.html');
  await browserPage.waitForFunction(() => globalThis.answer);
  expect(await browserPage.evaluate(() => globalThis.answer())).toBe(ANSWER);
});

test('what esbuild made of it', async ({ page: browserPage }) => {
  await browserPage.route('**/bundled/esbuild/index.html', (route) => route.fulfill({ contentType: 'text/html', body: page('<script type="module" src="esbuild.js"></script>') }));
  await browserPage.goto('/bundled/esbuild/index.html');
  await browserPage.waitForFunction(() => globalThis.answer);
  expect(await browserPage.evaluate(() => globalThis.answer())).toBe(ANSWER);
});

test('a module that is not there: it is said, and the page is as before', async ({ page: browserPage }) => {
  await open(browserPage, 'fails.html', page(`<script type="module">
    import { evaluate, load } from './plimsoll.js';
    globalThis.told = await load({ wasm: 'gone.wasm' }).catch((error) => [error.code, error.message]);
    try { evaluate({}); } catch (error) { told.push(error.code); }
    await load();
    told.push(evaluate({}).metrics.length > 50);
    globalThis.done = true;
  </script>`));
  await browserPage.route('**/gone.wasm', (route) => route.fulfill({ status: 203, contentType: 'application/wasm', body: 'no wasm' }));
  await browserPage.goto('./package/fails.html');
  await browserPage.waitForFunction(() => globalThis.done);
  const [code, message, next, works] = await browserPage.evaluate(() => globalThis.told);
  expect(code ?? message).toMatch(/wasm|WebAssembly|magic/i);
  expect([next, works]).toEqual(['ERR_NOT_LOADED', true]);
});
