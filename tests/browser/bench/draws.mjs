// What 100,000 draws cost the page while they arrive: how soon the first fan is painted after a range was typed, and how far apart
// its frames are until all are drawn. `./dev bench` runs this. It measures and judges nothing. What draws has a thread of its own, which
// the browser does not slow; on a machine whose cores are busy it waits for one.
import { stdout } from 'node:process';
import { FRAME, between, measured, opened, quantile, rowsOf, spent, staged, tell, view } from './stage.mjs';

const PRESSES = 20;

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

async function measure(page, session, slower) {
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.waitForTimeout(1000);
  await page.evaluate(() => { globalThis.runs.length = 0; });
  const costs = [];
  for (let press = 0; press < PRESSES; press += 1) {
    const before = await spent(session);
    await page.keyboard.press(press % 2 ? 'Backspace' : '6'); // 465k and 45k
    await page.waitForFunction((runs) => globalThis.runs.length === runs && globalThis.runs.at(-1).last, press + 1);
    costs.push(between(before, await spent(session)));
    await page.waitForTimeout(100 + press % 16); // not in step with the frames
  }
  const runs = await page.evaluate(() => globalThis.runs);
  const gaps = runs.flatMap(({ frames }) => frames.slice(1).map((at, place) => at - frames[place]));
  const speed = slower === 1 ? '' : `, ${slower} times slower`;
  tell(`100,032 draws, ${PRESSES} presses${speed}`, [
    ['from the key to the first fan, painted', runs.map((run) => run.first)],
    ['from the key to the last one', runs.map((run) => run.last)],
    ['between two frames until then', gaps],
    ...rowsOf(costs),
  ]);
  const late = gaps.filter((gap) => gap > 1.5 * FRAME).length;
  stdout.write(`  ${late} of ${gaps.length} frames came late; a press was told of ${quantile(runs.map((run) => run.told))} times.\n`);
}

await staged(async (browser) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await opened(page);
  await view(page, 'Scenarios');
  await page.locator('#ranges summary').click();
  await page.locator('#entry-range-churned-mrr').fill('30k to 45k');
  await page.locator('.ps-fan').first().waitFor();
  await page.waitForTimeout(3000);
  await page.keyboard.press('ArrowLeft'); // before the k
  await page.evaluate(watch);
  const session = await measured(page);
  for (const slower of [1, 4]) await measure(page, session, slower);
});
