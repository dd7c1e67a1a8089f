// node run.mjs <folder for files made here, with the built worker in worker/> [--sizes 10k,100k,1m] [--peers a,b] [--rounds 7]
//              [--variants no] [--browser PATH]
import { build } from 'esbuild';
import { join } from 'node:path';
import { argv, exit, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { expected } from './oracle.mjs';
import { serve } from './server.mjs';
import { FIRST_YEAR, PLAIN, VARIANTS, makeTable, write } from './table.mjs';

const PEERS = ['plimsoll', 'javascript', 'udsv', 'papaparse', 'duckdb'];
const { values: options, positionals: [made] } = parseArgs({ args: argv.slice(2), allowPositionals: true, options: {
  sizes: { type: 'string', default: '10k,100k,1m' }, peers: { type: 'string', default: PEERS.join() },
  rounds: { type: 'string', default: '7' }, variants: { type: 'string', default: 'yes' }, browser: { type: 'string' },
} });
const names = options.peers.split(','), sizes = options.sizes.split(','), here = import.meta.dirname;
const countOf = (size) => Number.parseFloat(size) * (size.endsWith('m') ? 1e6 : size.endsWith('k') ? 1e3 : 1);
const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
const say = (line) => stdout.write(`${line}\n`);

/** A table as bytes, what a peer is told of it, and what it must answer. */
function prepare(size, variant) {
  const table = makeTable(countOf(size), variant), at = (column) => variant.order.indexOf(column);
  const task = {
    months: variant.months, first: FIRST_YEAR * 12, segments: table.names,
    columns: { customer: at(0), month: at(1), amount: at(2), segment: at(3) },
  };
  return { bytes: write(table, variant), task, wanted: expected(task, table) };
}

/** A page of its own for a peer, with the table loaded. */
async function open(browser, url, name, task) {
  const page = await (await browser.newContext()).newPage();
  page.on('pageerror', (error) => say(`${name}: ${error}`));
  await page.goto(`${url}/page.html?peer=${name}`);
  await page.waitForFunction('window.ready');
  await page.evaluate((told) => window.bench.load('/table.csv', told), task);
  return { name, times: [], run: (wanted) => page.evaluate((all) => window.bench.run(all), wanted) };
}

/** Runs all peers on one table; a row of the report for each. */
async function measure(browser, size, variant, title) {
  const { bytes, task, wanted } = prepare(size, variant);
  const { url, close } = await serve([here, made], new Map([['/table.csv', bytes]]));
  const peers = [];
  for (const name of names) peers.push(await open(browser, url, name, task));
  for (const peer of peers) {
    const { ms, out } = await peer.run(true);
    peer.first = ms;
    peer.exact = out.length === wanted.length && out.every((number, place) => number === wanted[place]);
  }
  for (let round = -1; round < Number(options.rounds); round++) {
    for (const peer of peers) {
      const { ms } = await peer.run(false);
      if (round >= 0) peer.times.push(ms);
    }
  }
  for (const context of browser.contexts()) await context.close();
  close();
  const fastest = Math.min(...peers.map((peer) => median(peer.times)));
  say(`\n${title}: ${size} rows, ${(bytes.length / 1e6).toFixed(1)} MB\n`);
  say('| peer | ms | × fastest | fastest run | first run | to the cent |\n| --- | ---: | ---: | ---: | ---: | --- |');
  for (const { name, times, first, exact } of peers) {
    const ms = median(times);
    say(`| ${name} | ${ms.toFixed(2)} | ${(ms / fastest).toFixed(1)} | ${Math.min(...times).toFixed(2)} | ${first.toFixed(1)} | ${exact ? 'yes' : 'NO'} |`);
  }
  return { wrong: peers.filter((peer) => !peer.exact).map((peer) => peer.name), ms: median(peers[0].times) };
}

await build({
  entryPoints: names.map((name) => join(here, 'peers', `${name}.mjs`)), outdir: join(made, 'peers'), bundle: true,
  minify: true, format: 'esm', target: 'es2022', external: ['/worker/*'], logLevel: 'error',
});
const browser = await chromium.launch({ executablePath: options.browser, args: ['--no-sandbox', '--disable-gpu'] });
const wrong = [];
const times = {};
for (const size of sizes) {
  const row = await measure(browser, size, PLAIN, 'plain');
  wrong.push(...row.wrong);
  times.plain = row.ms;
}
if (options.variants === 'yes') {
  for (const [title, variant] of Object.entries(VARIANTS)) {
    const row = await measure(browser, sizes.at(-1), variant, title);
    wrong.push(...row.wrong);
    times[title] = row.ms;
  }
  say(`\n${names[0]} on variants, in multiples of the plain table of that size:`);
  for (const [title, ms] of Object.entries(times)) say(`  ${title}: ${(ms / times.plain).toFixed(2)}`);
}
await browser.close();
if (wrong.length > 0) {
  say(`\nNot exact: ${[...new Set(wrong)].join(', ')}`);
  exit(1);
}
