// What twenty calculators on one page cost its thread until it rests, on a processor four times slower than this one: loading, compiling,
// evaluating, style, layout and paint of all that are near, which is more than those in sight. It is the thread's own time, and
// nobody looks into the page meanwhile, since looking costs it as well. `./dev bench` runs this. It measures and judges nothing.
// The same page without the script is taken off: that is the host's own.
import { stdout } from 'node:process';
import { ADDRESS, measured, quantile, spent, staged } from './stage.mjs';

const SLOWER = 4;
const ROUNDS = 9;
const METRICS = ['net-revenue-retention', 'gross-revenue-retention', 'logo-churn', 'customer-retention', 'ltv-cac'];

const elements = Array.from({ length: 20 }, (_, at) => `<p>Words of the host.</p>
  <plimsoll-calculator metrics="${METRICS[at % METRICS.length]}">A calculator.</plimsoll-calculator>`).join('');
const page = (head) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A host</title><link rel="icon" href="data:,">${head}<body>${elements}</body></html>`;
const SCRIPT = '<script type="module" src="embed/plimsoll.js"></script>';

/** How long the page is left alone, in milliseconds. */
const REST = 4000;

/** Opens the page anew, leaves it alone until it rests, and only then makes sure that every element in sight is ready. */
async function hosted(browser, head, isReady) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const tab = await context.newPage();
  await tab.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body: page(head) }));
  const session = await measured(tab, SLOWER);
  await tab.goto(`${ADDRESS}host.html`);
  await new Promise((settled) => { setTimeout(settled, REST); });
  const cost = await spent(session);
  if (!await tab.evaluate(isReady)) throw new Error(`not ready after ${REST} ms: the machine is too busy to measure`);
  cost.shown = await tab.locator('plimsoll-calculator .ps-embed').count();
  await context.close();
  return cost;
}

await staged(async (browser) => {
  const [host, ours] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    host.push(await hosted(browser, '', () => document.readyState === 'complete'));
    ours.push(await hosted(browser, SCRIPT, () => {
      const inSight = [...document.querySelectorAll('plimsoll-calculator')].filter((each) => each.getBoundingClientRect().top < innerHeight);
      return inSight.every((each) => each.shadowRoot?.querySelector('.ps-value__text'));
    }));
  }
  const middle = (rows, part) => quantile(rows.map((row) => row[part]));
  stdout.write(`\nTwenty calculators, processor ${SLOWER} times slower, median of ${ROUNDS}: ms of the page's thread; ${ours[0].shown} near enough to be shown\n`);
  for (const part of ['script', 'style', 'layout', 'all']) {
    const [alone, both] = [middle(host, part), middle(ours, part)];
    stdout.write(`  ${part.padEnd(10)}${(both - alone).toFixed(1).padStart(8)}   (the page alone ${alone.toFixed(1)})\n`);
  }
});
