// How long a key press takes until its results are painted, on a processor four times slower than this one.
// `./dev bench` runs this. It measures and judges nothing: on a busy machine the numbers say little. Beside the page stands
// the least that the browser itself can do on this machine: one field and one line of text that repeats it, nothing else.
import { stdout } from 'node:process';
import { between, measured, opened, quantile, rowsOf, spent, staged, tell, view } from './stage.mjs';

const SLOWER = 4;
const PRESSES = 60;
const SIZE = { viewport: { width: 1280, height: 800 } };

/** In the page: notes how long after each key press its results were painted. */
function watch() {
  globalThis.painted = [];
  let began = 0;
  addEventListener('keydown', (event) => { began = event.timeStamp; }, true);
  addEventListener('input', () => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => globalThis.painted.push(performance.now() - began); // after the frame's layout and paint
    port2.postMessage(null);
  }), true);
}

/** A field and a line of text, and no program: what no page can undercut. */
const EMPTY = '<!doctype html><title>One field</title><label>Field <input id="field" oninput="line.value = value"></label><output id="line"></output>';

/** Opens a session in which the page's processor is slowed. */
async function slowed(page) {
  await page.evaluate(watch);
  return measured(page, SLOWER);
}

/** Presses keys, tells what they cost, and answers the middle time from the key to the paint. */
async function press(what, page, session, key) {
  await page.waitForTimeout(1000); // what was done to begin with is not measured
  await page.evaluate(() => { globalThis.painted = []; });
  const costs = [];
  for (let at = 0; at < PRESSES; at += 1) {
    const before = await spent(session);
    await page.keyboard.press(key(at));
    await page.waitForTimeout(280 + at % 16); // until all is done, and not in step with the frames
    costs.push(between(before, await spent(session)));
  }
  const painted = await page.evaluate(() => globalThis.painted);
  if (painted.length !== PRESSES) throw new Error(`${painted.length} of ${PRESSES} presses changed something`);
  tell(`${what}, ${PRESSES} presses`, [...rowsOf(costs), ['from the key to the paint, by the clock', painted]]);
  return quantile(painted);
}

await staged(async (browser) => {
  const digits = (at) => (at % 6 === 5 ? 'Control+Backspace' : String(at % 6 + 1));
  const page = await browser.newPage(SIZE);
  await opened(page);
  const bare = await browser.newPage(SIZE);
  await bare.setContent(EMPTY);
  await bare.locator('#field').focus();
  const least = await press('One field and no program', bare, await slowed(bare), digits);
  await bare.close();

  await page.bringToFront();
  const session = await slowed(page);
  await page.locator('#figure-churned-mrr').fill('');
  await page.locator('.ps-panel').first().evaluate((element) => element.scrollIntoView()); // the first cards are seen
  const typing = await press('Typing a figure', page, session, digits);
  await page.locator('#figure-churned-mrr').fill('38400');
  await page.locator('input[aria-labelledby=lever-label-churn]').focus();
  await press('Moving a slider', page, session, (at) => (at % 40 < 20 ? 'ArrowLeft' : 'ArrowRight'));
  // Scenarios have a view, and a program, of their own, told within the same task: the levers are kept as one, then one of them moves.
  await page.locator('.ps-keep button').first().click();
  await view(page, 'Scenarios');
  await page.locator('#entry-s1-churn').fill('-1');
  await page.locator('#entry-s1-churn').focus();
  await press("Moving a scenario's lever", page, session, (at) => (at % 2 ? 'Backspace' : '2'));
  stdout.write(`\nTyping takes ${(typing / least).toFixed(1)} times as long as a field alone does here, by the clock.\n`);
});
