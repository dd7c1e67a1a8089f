// A large file: the page goes on while it is read, says how far it is, and can be told to stop.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, open, test } from '../../guard.js';
import { value } from '../../parts.js';
import { behind, ledger, openLedger, outcome, room } from '../../room.js';

const MEGABYTES = 60;
const ROWS_OF_A_BLOCK = 40_000;

/** A ledger of so many megabytes: a block of rows for one month after the other, 40,000 customers in each. */
async function large(place, megabytes) {
  const block = Array.from({ length: ROWS_OF_A_BLOCK }, (_, at) => `cus_${100_000 + at},0000-00,${10 + (at % 900)}.50,SMB\n`).join('');
  const blocks = ['Customer,Month,MRR,Segment\n'];
  for (let size = 0, at = 0; size < megabytes * 1e6; at += 1) {
    blocks.push(block.replaceAll('0000-00', `${2020 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`));
    size += blocks.at(-1).length;
  }
  await writeFile(place, blocks.join(''));
  return { months: blocks.length - 1, rows: (blocks.length - 1) * ROWS_OF_A_BLOCK };
}

test.describe.configure({ mode: 'default' }); // one after the other: each wants the machine for itself

let place;
let held;
test.beforeAll(async () => {
  place = join(await mkdtemp(join(tmpdir(), 'plimsoll-')), 'large.csv');
  held = await large(place, MEGABYTES);
});
test.afterAll(() => rm(join(place, '..'), { recursive: true }));

const give = (page, place) => page.locator('#data-files').setInputFiles(place);

test('reading can be stopped at once, and what was there before stays', async ({ page }) => {
  await open(page);
  await openLedger(page);
  const stopped = [];
  for (let round = 0; round < 3; round += 1) {
    // In the page itself: a fast machine has read it all before a driver has looked twice.
    const stop = page.evaluate(async (types) => {
      const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
      const text = (name) => document.querySelector(name)?.textContent ?? '';
      while (!/^[\d,]+ rows, [\d.]+ of 6\d\.\d MB/.test(text('.ps-reading__more'))) await frame();
      if (types) { // the page answers meanwhile
        const [field, before] = [document.querySelector('#figure-churned-mrr'), text('.ps-value__text')];
        field.value = '0';
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        while (text('.ps-value__text') === before) await frame();
      }
      const cancel = document.querySelector('.ps-reading button');
      if (!cancel) return Infinity; // read to its end already
      const began = performance.now();
      cancel.click();
      while (document.querySelector('.ps-reading')) await frame();
      return performance.now() - began;
    }, round === 0);
    await give(page, place);
    stopped.push(await stop);
    if (stopped.at(-1) === Infinity) await room(page).getByRole('button', { name: 'Discard' }).click();
    await page.waitForTimeout(300);
    await expect(room(page).locator('.ps-room__candidate')).toBeEmpty();
  }
  await expect(value(page, 'gross-revenue-retention')).toHaveText('97.5%');
  expect(Math.min(...stopped), `milliseconds until it had stopped: ${stopped}`).toBeLessThan(200);
  await expect(ledger(page).getByRole('heading', { level: 2 })).toHaveText('ledger.csv');
  await page.getByRole('button', { name: 'Rows behind MRR at the start' }).click();
  await expect(behind(page)).toContainText('3 customers');
});

test('a large file is read beside the page, which says how far it is', async ({ page }) => {
  const { rows, months } = held;
  // When the worker speaks, and what keeps the page busy for longer than a twentieth of a second.
  await page.addInitScript(() => {
    globalThis.heard = [];
    globalThis.busy = [];
    new PerformanceObserver((list) => busy.push(...list.getEntries().map(({ startTime, duration }) => [startTime, duration]))).observe({ type: 'longtask' });
    globalThis.Worker = class extends Worker {
      constructor(...given) {
        super(...given);
        this.addEventListener('message', () => heard.push(performance.now()));
      }
    };
  });
  await open(page);
  const program = await page.evaluate(async () => (await (await fetch('./plimsoll-worker_bg.wasm')).arrayBuffer()).byteLength);
  const isOptimised = program < 1e6; // how fast an unoptimised build reads says nothing
  const worst = [];
  for (let round = 0; round < 3; round += 1) {
    await page.evaluate(() => { heard.length = 0; busy.length = 0; });
    await give(page, place);
    await expect(outcome(page)).toContainText(`40,000 customers over ${months} months`, { timeout: 120_000 });
    await expect(outcome(page)).toContainText(`${rows.toLocaleString('en-US')} of ${rows.toLocaleString('en-US')} rows count.`);
    worst.push(await page.evaluate(() => {
      // From the first word of progress to the last; then the review is drawn.
      const [first, last] = [heard[0], heard.at(-2)];
      const gaps = heard.slice(1).map((time, at) => time - heard[at]).sort((one, other) => one - other);
      const tasks = busy.filter(([start, length]) => start + length > first && start < last).map(([, length]) => length);
      // The middle one: on a machine that does something else as well, the worker has to wait for its turn now and then.
      return { words: heard.length, gap: gaps[gaps.length >> 1], longest: gaps.at(-1), task: Math.max(0, ...tasks) };
    }));
    await room(page).getByRole('button', { name: 'Discard' }).click();
    await expect(outcome(page)).toHaveCount(0);
    if (worst.at(-1).task < 50 && (worst.at(-1).gap < 100 || !isOptimised)) break; // a machine may be busy with something else
  }
  const last = worst.at(-1);
  expect(last.words, JSON.stringify(worst)).toBeGreaterThan(3);
  expect(last.task, `the longest task of the page: ${JSON.stringify(worst)}`).toBeLessThan(50);
  if (isOptimised) expect(last.gap, `between two words of progress: ${JSON.stringify(worst)}`).toBeLessThan(100);
});
