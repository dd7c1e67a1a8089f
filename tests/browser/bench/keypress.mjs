// How long a key press takes until its results are painted, on a processor four times slower than this one.
// `./dev bench` runs this. It measures and judges nothing: on a busy machine the numbers say little. Beside the page stands
// the least that the browser itself can do on this machine: one field and one line of text that repeats it, nothing else.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { env, stdout } from 'node:process';
import { chromium } from '@playwright/test';

const PORT = 4178;
const ADDRESS = `http://127.0.0.1:${PORT}/some/where/`;
const SLOWER = 4;
const FRAME = 1000 / 60;
const PRESSES = 60;
const DEBIAN = '/usr/bin/chromium';

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

/** What the page's thread has spent so far, in milliseconds of its own: what else runs on this machine does not count. */
async function spent(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name) => 1000 * metrics.find((metric) => metric.name === name).value;
  return { script: of('ScriptDuration'), layout: of('LayoutDuration') + of('RecalcStyleDuration'), all: of('TaskDuration') };
}

/** A field and a line of text, and no program: what no page can undercut. */
const EMPTY = '<!doctype html><title>One field</title><label>Field <input id="field" oninput="line.value = value"></label><output id="line"></output>';

/** Opens a session in which the page's processor is slowed. */
async function slowed(page) {
  await page.evaluate(watch);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return session;
}

async function measure(page, session, key) {
  await page.waitForTimeout(1000); // what was done to begin with is not measured
  await page.evaluate(() => { globalThis.painted = []; });
  const presses = [];
  for (let press = 0; press < PRESSES; press += 1) {
    const before = await spent(session);
    await page.keyboard.press(key(press));
    await page.waitForTimeout(280 + press % 16); // until all is done, and not in step with the frames
    const after = await spent(session);
    presses.push(Object.fromEntries(Object.keys(after).map((part) => [part, after[part] - before[part]])));
  }
  const painted = await page.evaluate(() => globalThis.painted);
  if (painted.length !== PRESSES) throw new Error(`${painted.length} of ${PRESSES} presses changed something`);
  return presses.map((press, at) => ({ ...press, painted: painted[at] }));
}

function tell(what, presses) {
  const at = (part, share) => {
    const times = presses.map((press) => press[part]).sort((a, b) => a - b);
    return times[Math.floor((times.length - 1) * share)].toFixed(1).padStart(8);
  };
  const row = (name, part) => stdout.write(`  ${name.padEnd(44)}${at(part, 0.5)}${at(part, 0.95)}\n`);
  stdout.write(`\n${`${what}, ${presses.length} presses`.padEnd(47)} median     p95   ms; a frame is ${FRAME.toFixed(1)}\n`);
  row('the program and its changes to the page', 'script');
  row('style and layout', 'layout');
  row('all that the page had to do', 'all');
  row('from the key to the paint, by the clock', 'painted');
  return Number(at('painted', 0.5));
}

const server = spawn('node', [new URL('../server.mjs', import.meta.url).pathname], { env: { ...env, PORT: String(PORT) }, stdio: 'inherit' });
const browser = await chromium.launch({
  executablePath: env.CHROMIUM ?? (existsSync(DEBIAN) ? DEBIAN : undefined),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  for (let tries = 0; ; tries += 1) { // until the server listens
    const error = await page.goto(ADDRESS).then(() => null, (failure) => failure);
    if (!error) break;
    if (tries === 50) throw error;
    await page.waitForTimeout(100);
  }
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  const digits = (press) => (press % 6 === 5 ? 'Control+Backspace' : String(press % 6 + 1));
  const bare = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await bare.setContent(EMPTY);
  await bare.locator('#field').focus();
  const least = tell('One field and no program', await measure(bare, await slowed(bare), digits));
  await bare.close();

  await page.bringToFront();
  const session = await slowed(page);
  await page.locator('#figure-churned-mrr').fill('');
  const typing = tell('Typing a figure', await measure(page, session, digits));
  await page.locator('#figure-churned-mrr').fill('38400');
  await page.locator('input[aria-labelledby=lever-label-churn]').focus();
  tell('Moving a slider', await measure(page, session, (press) => (press % 40 < 20 ? 'ArrowLeft' : 'ArrowRight')));
  // Scenarios have a view, and a program, of their own, told within the same task: the levers are kept as one, then one of them moves.
  await page.locator('.ps-keep button').first().click();
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Scenarios', exact: true }).click();
  await page.locator('#entry-s1-churn').fill('-1');
  await page.locator('#entry-s1-churn').focus();
  tell("Moving a scenario's lever", await measure(page, session, (press) => (press % 2 ? 'Backspace' : '2')));
  stdout.write(`\nTyping takes ${(typing / least).toFixed(1)} times as long as a field alone does here, by the clock.\n`);
} finally {
  await browser.close();
  server.kill();
}
