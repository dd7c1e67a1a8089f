// The worker beside the page: fetched when it is first wanted, the only one that the policy lets through.
import { expect, open, test } from '../../guard.js';

const FILES = /\/(plimsoll-)?worker[._][^/]*$/;
const names = (urls) => urls.map((url) => new URL(url).pathname.split('/').pop()).filter((name) => FILES.test(`/${name}`)).sort();

test('is fetched when it is first wanted, all of the version of the page', async ({ page, seen }) => {
  await open(page);
  await page.waitForLoadState('networkidle');
  expect(names(seen.requests)).toEqual([]);
  const program = page.waitForResponse((response) => response.url().includes('/plimsoll-worker_bg.wasm?'));
  await page.evaluate(() => { plimsollKeep.worker(); });
  expect((await program).ok()).toBe(true);
  expect(names(seen.requests)).toEqual(['plimsoll-worker.js', 'plimsoll-worker_bg.wasm', 'worker.js']);
  const versions = seen.requests.map((url) => new URL(url).search).filter((search) => search);
  expect(new Set(versions).size).toBe(1);
});

test('is one of many, each ended on its own', async ({ page }) => {
  await page.route('**/worker.js*', (route) => route.fulfill({ contentType: 'text/javascript', body: 'onmessage = ({ data }) => postMessage(data);' }));
  await open(page);
  const heard = await page.evaluate(() => {
    const [ended, living] = [plimsollKeep.worker(), plimsollKeep.worker()];
    ended.terminate();
    living.postMessage('here');
    return new Promise((resolve) => { living.onmessage = (event) => resolve(event.data); });
  });
  expect(heard).toBe('here');
});

test('says nothing to a program that has stopped', async ({ page }) => {
  await page.route('**/worker.js*', (route) => route.fulfill({ contentType: 'text/javascript', body: 'setInterval(() => postMessage(0), 10);' }));
  await open(page);
  const outcome = await page.evaluate(async () => {
    const wait = (time) => new Promise((resolve) => { setTimeout(resolve, time); });
    let heard = 0;
    const worker = plimsollKeep.worker();
    worker.onmessage = () => { heard += 1; };
    worker.addEventListener('message', () => { heard += 1; });
    while (heard === 0) await wait(10);
    plimsollKeep.died('a drill');
    heard = 0;
    await wait(200);
    let refused = '';
    try { plimsollKeep.worker(); } catch (error) { refused = error.message; }
    return { heard, refused };
  });
  expect(outcome).toEqual({ heard: 0, refused: 'The program has stopped.' });
});
