// What 100,000 draws cost the page while they arrive: how soon the first fan is painted after a range was typed, and how far apart
// its frames are until all are drawn. `./dev bench` runs this. It measures and judges nothing. What draws has a thread of its own, which
// the browser does not slow; on a machine whose cores are busy it waits for one.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { env, stdout } from 'node:process';
import { chromium } from '@playwright/test';

const PORT = 4176;
const ADDRESS = `http://127.0.0.1:${PORT}/some/where/`;
const FRAME = 1000 / 60;
const PRESSES = 20;
const DEBIAN = '/usr/bin/chromium';

/** In the page: notes of each press when the first fan of it was painted, when the last one was, and every frame until then. */
function watch() {
  const section = document.querySelector('.ps-unsure');
  const isDone = () => /(?<! of )100,032 draws of/.test(section.textContent);
  const later = (then) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(null);
  };
  // What changes within a frame's own callbacks is painted with it, anything else with the next frame.
  const wait = globalThis.requestAnimationFrame.bind(globalThis);
  let isInFrame = false;
  globalThis.requestAnimationFrame = (callback) => wait((at) => {
    isInFrame = true;
    later(() => { isInFrame = false; });
    callback(at);
  });
  const painted = (then) => {
    const tell = () => later(() => then(performance.now()));
    if (isInFrame) tell();
    else wait(tell);
  };
  globalThis.runs = [];
  let run = null;
  addEventListener('keydown', ({ timeStamp }) => {
    run = { began: timeStamp, frames: [], told: 0, first: null, last: null };
    globalThis.runs.push(run);
  }, true);
  new MutationObserver(() => {
    if (!run || section.dataset.stale !== undefined) return;
    const mine = run;
    mine.told += 1;
    if (mine.told === 1) painted((at) => { mine.first = at - mine.began; });
    if (isDone()) {
      run = null;
      painted((at) => { mine.last = at - mine.began; });
    }
  }).observe(section, { attributes: true, childList: true, characterData: true, subtree: true });
  const frame = (at) => {
    if (run && at > run.began) run.frames.push(at);
    wait(frame);
  };
  wait(frame);
}

/** What the page's thread has spent so far, in milliseconds of its own: what else runs on this machine does not count. */
async function spent(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name) => 1000 * metrics.find((metric) => metric.name === name).value;
  return { script: of('ScriptDuration'), layout: of('LayoutDuration') + of('RecalcStyleDuration'), all: of('TaskDuration') };
}

const middle = (numbers, share = 0.5) => [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) * share)];

async function measure(page, session, slower) {
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.waitForTimeout(1000);
  await page.evaluate(() => { globalThis.runs.length = 0; });
  const costs = [];
  for (let press = 0; press < PRESSES; press += 1) {
    const before = await spent(session);
    await page.keyboard.press(press % 2 ? 'Backspace' : '6'); // 465k and 45k
    await page.waitForFunction((runs) => globalThis.runs.length === runs && globalThis.runs.at(-1).last, press + 1);
    const after = await spent(session);
    costs.push(Object.fromEntries(Object.keys(after).map((part) => [part, after[part] - before[part]])));
    await page.waitForTimeout(100 + press % 16); // not in step with the frames
  }
  const runs = await page.evaluate(() => globalThis.runs);
  const gaps = runs.flatMap(({ frames }) => frames.slice(1).map((at, place) => at - frames[place]));
  const [told] = [middle(runs.map((run) => run.told))];
  const row = (name, values) => {
    const shown = [middle(values), middle(values, 0.95), Math.max(...values)].map((value) => value.toFixed(1).padStart(8));
    stdout.write(`  ${name.padEnd(44)}${shown.join('')}\n`);
  };
  const speed = slower === 1 ? 'as fast as this machine is' : `${slower} times slower`;
  stdout.write(`\n${`100,032 draws, ${PRESSES} presses, ${speed}`.padEnd(47)} median     p95     max   ms; a frame is ${FRAME.toFixed(1)}\n`);
  row('from the key to the first fan, painted', runs.map((run) => run.first));
  row('from the key to the last one', runs.map((run) => run.last));
  row('between two frames until then', gaps);
  row('the page\'s program, of its thread', costs.map((cost) => cost.script));
  row('style and layout, of its thread', costs.map((cost) => cost.layout));
  row('all that the page\'s thread had to do', costs.map((cost) => cost.all));
  const late = gaps.filter((gap) => gap > 1.5 * FRAME).length;
  stdout.write(`  ${late} of ${gaps.length} frames came late; a press was told of ${told} times.\n`);
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
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Scenarios', exact: true }).click();
  await page.locator('#ranges summary').click();
  await page.locator('#entry-range-churned-mrr').fill('30k to 45k');
  await page.locator('.ps-fan').first().waitFor();
  await page.waitForTimeout(3000);
  await page.keyboard.press('ArrowLeft'); // before the k
  await page.evaluate(watch);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  for (const slower of [1, 4]) await measure(page, session, slower);
} finally {
  await browser.close();
  server.kill();
}
