// What a moved weight costs in the health lab, and a table that is scrolled: at 100,000 accounts, and at a million.
// `./dev bench` runs this; `node bench/lab.mjs 100000` measures one size. It measures and judges nothing. The page is not slowed
// here: the reach is a frame of this machine, 6 ms at 100,000 accounts and 8.3 (a 120th of a second) at a million.
//
// A move is a key pressed on a weight's slider, which is let go each time, or a step of the pointer that drags it. Its cost is what
// the worker spends on it and what the page's own thread does, the picture included. The time by the clock holds the wait for the
// next frame as well, of which this browser makes 60 a second. What is out of sight waits until nothing moves, and is not measured.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, stdout } from 'node:process';
import { between, measured, opened, rowsOf, spent, staged, tell, view } from './stage.mjs';

const SIZES = argv.length > 2 ? argv.slice(2).map(Number) : [100_000, 1_000_000];
const MOVES = 60;
const FRAMES = 180;
const ROWS_A_FRAME = [5, 25]; // a quick turn of the wheel; and twice what is seen
const ROW = 36;
const SEED = 20261201;

/** The same numbers for the same seed, each from 0 to below 1. */
function drawn(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SEGMENTS = ['SMB', 'Mid-market', 'Enterprise', 'Strategic'];

/** An account: healthier ones use more, ask less and rate better; some cells are blank. */
function account(at, draw) {
  const health = draw();
  const near = (most) => Math.max(0, Math.min(most, Math.round(most * (health * 0.7 + draw() * 0.3))));
  const seldom = (value, share) => (draw() < share ? '' : value);
  const renewal = new Date(Date.UTC(2026, 0, 1 + Math.floor(draw() * 365))).toISOString().slice(0, 10);
  const [segment, owner] = [SEGMENTS[Math.floor(draw() * 4)], `Owner ${1 + Math.floor(draw() * 60)}`];
  return [`acc_${String(at).padStart(7, '0')}`, `Account ${at}`, segment, owner, `${1200 + Math.floor(draw() ** 3 * 90_000)}.50`, near(30), near(100),
    seldom(Math.round((1 - health) * 8 * draw()), 0.05), seldom(near(200) - 100, 0.4), seldom((1 + health * 4).toFixed(1), 0.3), renewal,
    seldom(near(12), 0.1), health < 0.12 ? 'yes' : 'no'].join(',');
}

/** Writes the accounts to a file, a block at a time. */
async function write(place, count) {
  const file = createWriteStream(place);
  const draw = drawn(SEED);
  file.write('Account ID,Account,Segment,Owner,ARR,Logins per week,Usage score,Open tickets,NPS,CSAT,Renewal date,Contacts,Churned\n');
  for (let at = 0; at < count; at += 10_000) {
    const rows = Array.from({ length: Math.min(10_000, count - at) }, (_, row) => `${account(at + row, draw)}\n`);
    if (!file.write(rows.join(''))) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
  return file.bytesWritten;
}

/** In the page, before its programs: notes when the portfolio worker is asked, when it has answered, and when that was painted. */
function watch() {
  globalThis.moves = [];
  let began = 0;
  for (const type of ['keydown', 'pointermove']) addEventListener(type, (event) => { began = event.timeStamp; }, true);
  const Plain = globalThis.Worker;
  globalThis.Worker = class extends Plain {
    constructor(address, options) {
      super(address, options);
      if (!String(address).includes('portfolio')) return;
      this.addEventListener('message', ({ data }) => {
        if (!data?.isDone) return;
        const move = { began, bytes: data.told.byteLength };
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => globalThis.moves.push({ ...move, painted: performance.now() - move.began }); // after layout and paint
          port2.postMessage(null);
        });
      });
    }
  };
}

/** In the portfolio worker: how long each answer takes. */
function watchWorker() {
  const [hear, say] = [globalThis.onmessage, globalThis.postMessage.bind(globalThis)];
  let began = 0;
  globalThis.answers = [];
  globalThis.onmessage = (event) => {
    began = performance.now();
    return hear(event);
  };
  globalThis.postMessage = (data, given) => {
    globalThis.answers.push(performance.now() - began);
    say(data, given);
  };
}

/** The most memory that the page with its workers has held so far, in megabytes; nothing where the system does not say. */
async function peak(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const most = processInfo.filter(({ type }) => type === 'renderer').map(async ({ id }) => {
    const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  });
  return Math.max(...await Promise.all(most));
}

const since = (began) => ((performance.now() - began) / 1000).toFixed(1);

/** Brings the file in as a reader would, and says how long each part of it takes. */
async function bring(browser, page, place) {
  await opened(page);
  await view(page, 'Health lab');
  await page.locator('.ps-lab__empty').waitFor();
  let began = performance.now();
  await page.locator('#data-files').setInputFiles(place);
  const use = page.locator('.ps-look').getByRole('button', { name: 'Use this data' });
  await use.waitFor({ timeout: 300_000 });
  const read = since(began);
  began = performance.now();
  await use.click();
  await page.locator('.ps-lab__bench').waitFor({ timeout: 300_000 });
  stdout.write(`  read in ${read} s, in the lab ${since(began)} s after it was accepted; at most ${(await peak(browser)).toFixed(0)} MB with its workers\n`);
}

/** The worker that holds the accounts. */
const portfolio = (page) => page.workers().find((worker) => worker.url().includes('portfolio'));

/** Does each step, and notes what it cost: what the worker answered first is what is painted. */
async function moves(page, session, step) {
  await step(0); // what the first one makes is kept for the others
  await page.waitForTimeout(1500);
  const worker = portfolio(page);
  const costs = [];
  for (let at = 1; at <= MOVES; at += 1) {
    await page.evaluate(() => { globalThis.moves = []; });
    await worker.evaluate(() => { globalThis.answers = []; });
    const before = await spent(session);
    await step(at);
    await page.waitForFunction(() => globalThis.moves.length > 0);
    await page.waitForTimeout(60 + at % 16); // until all is done, and not in step with the frames
    const cost = between(before, await spent(session));
    const [seen, answers] = [await page.evaluate(() => globalThis.moves), await worker.evaluate(() => globalThis.answers)];
    const spentThere = answers.reduce((sum, time) => sum + time, 0);
    costs.push({ ...cost, worker: spentThere, both: cost.all + spentThere, painted: seen[0].painted, bytes: seen.reduce((sum, { bytes }) => sum + bytes, 0) });
  }
  return costs;
}

async function byKeys(page, session, slider) {
  await slider.focus();
  return moves(page, session, (at) => page.keyboard.press(at % 40 < 20 ? 'ArrowLeft' : 'ArrowRight'));
}

async function byPointer(page, session, slider) {
  const { x, y, width, height } = await slider.boundingBox();
  const to = (at) => page.mouse.move(x + width * (0.2 + 0.6 * at / MOVES), y + height / 2);
  await to(0);
  await page.mouse.down();
  const costs = await moves(page, session, to);
  await page.mouse.up();
  return costs;
}

function told(what, costs) {
  const of = (part) => costs.map((cost) => cost[part]);
  tell(`${what}, ${costs.length} times`, [
    ['the worker', of('worker')], ...rowsOf(costs), ['worker and page together', of('both')],
    ['from key or pointer to the paint, by the clock', of('painted')],
  ]);
  stdout.write(`  An answer has at most ${Math.max(...of('bytes')).toLocaleString('en')} bytes.\n`);
}

/** In the page, until it is told to end: notes when frames came, and whether rows were in sight in what was painted. */
function watchFrames() {
  const table = document.querySelector('.ps-accounts__scroll');
  const { left, top, width, height } = table.getBoundingClientRect();
  const frames = { times: [], places: [], bare: 0, isOver: false };
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { // after layout and paint
    if (!document.elementFromPoint(left + width / 3, top + height / 2)?.closest('.ps-accounts__row')) frames.bare += 1;
  };
  const step = (now) => {
    frames.times.push(now);
    frames.places.push(table.scrollTop);
    port2.postMessage(null);
    if (!frames.isOver) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
  globalThis.frames = frames;
}

/** Scrolls the table as a wheel would, by so many pixels a frame. */
async function scrolled(page, session, what, by) {
  const table = page.locator('.ps-accounts__scroll');
  await table.scrollIntoViewIfNeeded();
  await table.evaluate((element) => { element.scrollTop = 0; });
  await page.waitForTimeout(1000);
  const { x, y, width, height } = await table.boundingBox();
  await page.evaluate(watchFrames);
  const before = await spent(session);
  const gesture = { x: x + width / 2, y: y + height / 2, yDistance: -Math.round(by * FRAMES), speed: Math.round(by * 60), gestureSourceType: 'mouse', preventFling: true };
  await session.send('Input.synthesizeScrollGesture', gesture);
  const cost = between(before, await spent(session));
  const { times, places, bare } = await page.evaluate(() => { globalThis.frames.isOver = true; return globalThis.frames; });
  const moved = times.slice(1).filter((_, at) => places[at + 1] !== places[at]).length;
  const late = times.slice(1).filter((time, at) => time - times[at] > 25).length;
  const each = Object.entries(cost).map(([part, time]) => `${part} ${(time / times.length).toFixed(1)}`).join(', ');
  stdout.write(`\n${what}: of ${times.length} frames ${moved} scrolled, ${late} late, ${bare} without rows in the middle\n  ms of the page's thread for each frame: ${each}\n`);
}

async function measure(browser, folder, count) {
  const place = join(folder, `${count}.csv`);
  const bytes = await write(place, count);
  stdout.write(`\n${count.toLocaleString('en')} accounts, ${(bytes / 1e6).toFixed(0)} MB\n`);
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.addInitScript(watch);
  await bring(browser, page, place);
  await portfolio(page).evaluate(watchWorker);
  const session = await measured(page);
  const slider = page.locator('.ps-weight .ps-slider').first();
  told('Moving a weight by keys', await byKeys(page, session, slider));
  told('Dragging a weight', await byPointer(page, session, slider));
  for (const rows of ROWS_A_FRAME) await scrolled(page, session, `Scrolling by ${rows} rows a frame`, rows * ROW);
  await scrolled(page, session, 'Scrolling through all of it', 12_000_000 / FRAMES);
  await page.close();
  await rm(place);
}

await staged(async (browser) => {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-'));
  try {
    for (const count of SIZES) await measure(browser, folder, count);
  } finally {
    await rm(folder, { recursive: true });
  }
});
