// What the benchmarks of the page share: a server and a browser, the thread's own time, and rows of numbers.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { env, stdout } from 'node:process';
import { chromium } from '@playwright/test';

const PORT = 4178;
const DEBIAN = '/usr/bin/chromium';

/** Where the page lies. */
export const ADDRESS = `http://127.0.0.1:${PORT}/some/where/`;

/** How long a frame takes, in milliseconds, of which this browser makes 60 a second. */
export const FRAME = 1000 / 60;

/** Serves the page and hands a browser over, until the benchmark is done. */
export async function staged(benchmark) {
  const server = spawn('node', [new URL('../server.mjs', import.meta.url).pathname], { env: { ...env, PORT: String(PORT) }, stdio: 'inherit' });
  const browser = await chromium.launch({
    executablePath: env.CHROMIUM ?? (existsSync(DEBIAN) ? DEBIAN : undefined),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  try {
    await listening();
    await benchmark(browser);
  } finally {
    await browser.close();
    server.kill();
  }
}

async function listening() {
  for (let tries = 0; ; tries += 1) {
    const error = await fetch(ADDRESS).then(() => null, (failure) => failure);
    if (!error) return;
    if (tries === 50) throw error;
    await new Promise((settled) => { setTimeout(settled, 100); });
  }
}

/** Opens the page, until its program shows it. */
export async function opened(page) {
  await page.goto(ADDRESS);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
}

/** Opens one of the page's views. */
export const view = (page, name) => page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name, exact: true }).click();

/** A session that measures a page's thread; its processor may be slowed. */
export async function measured(page, slower = 1) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  return session;
}

/** What the page's thread has spent so far, in milliseconds of its own: what else runs on this machine does not count. */
export async function spent(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name) => 1000 * metrics.find((metric) => metric.name === name).value;
  return { script: of('ScriptDuration'), style: of('RecalcStyleDuration'), layout: of('LayoutDuration'), all: of('TaskDuration') };
}

/** What was spent between two looks. */
export const between = (before, after) => Object.fromEntries(Object.keys(after).map((part) => [part, after[part] - before[part]]));

/** The number that this share of all are below. */
export const quantile = (numbers, share = 0.5) => [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) * share)];

const LEAST_MEDIAN_P95 = [['least', 0], ['median', 0.5], ['p95', 0.95]];

/** Writes a head and a row for each name with its numbers. */
export function tell(what, rows) {
  const heads = LEAST_MEDIAN_P95.map(([head]) => head.padStart(9)).join('');
  stdout.write(`\n${what.padEnd(51)}${heads}   ms; a frame is ${FRAME.toFixed(1)}\n`);
  for (const [name, numbers] of rows) {
    stdout.write(`  ${name.padEnd(49)}${LEAST_MEDIAN_P95.map(([, share]) => quantile(numbers, share).toFixed(1).padStart(9)).join('')}\n`);
  }
}

/** The rows of what a page's thread had to do. */
export const rowsOf = (costs) => [
  ['the program and its changes to the page', costs.map(({ script }) => script)],
  ['style and layout', costs.map(({ style, layout }) => style + layout)],
  ["all that the page's thread had to do", costs.map(({ all }) => all)],
];
