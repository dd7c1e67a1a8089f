// node run.mjs <folder for files made here, with the built module in product/> [--sizes 10k,100k,1m] [--peers a,b] [--rounds 5]
//              [--browser PATH]
// What comes from npm, and the server, are those of the ledger's benchmark beside this one.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { argv, exit, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { serve } from '../ledger/server.mjs';

const here = import.meta.dirname, ledger = join(here, '../ledger');
const { build } = createRequire(join(ledger, 'package.json'))('esbuild');
const { chromium } = createRequire(join(ledger, 'package.json'))('playwright-core');
const PEERS = ['plimsoll', 'javascript', 'duckdb'], STEPS = 21;
const { values: options, positionals: [made] } = parseArgs({ args: argv.slice(2), allowPositionals: true, options: {
  sizes: { type: 'string', default: '10k,100k,1m' }, peers: { type: 'string', default: PEERS.join() },
  rounds: { type: 'string', default: '5' }, browser: { type: 'string' },
} });
const names = options.peers.split(',');
const countOf = (size) => Number.parseFloat(size) * (size.endsWith('m') ? 1e6 : size.endsWith('k') ? 1e3 : 1);
const middle = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
const say = (line) => stdout.write(`${line}\n`);

/** A page of its own for a peer, with the portfolio loaded. */
async function open(browser, url, name, title, size) {
  const page = await (await browser.newContext()).newPage();
  page.on('pageerror', (error) => say(`${name}: ${error}`));
  await page.goto(`${url}/page.html?peer=${name}`);
  await page.waitForFunction('window.ready');
  await page.evaluate(([job, count]) => window.bench.load(job, count), [title, countOf(size)]);
  return { name, page, times: [], exact: await page.evaluate('window.bench.check()') };
}

/** All peers on one job, round by round, so that all see the same machine. */
async function measure(browser, url, title, size) {
  const peers = [];
  for (const name of names) peers.push(await open(browser, url, name, title, size));
  for (let round = -1; round < Number(options.rounds); round++) {
    for (const peer of peers) {
      const ms = await peer.page.evaluate((steps) => window.bench.drag(steps), STEPS);
      if (round >= 0) peer.times.push(ms);
    }
  }
  const best = Math.min(...peers.map((peer) => middle(peer.times)));
  say(`\n${title}: ${size} accounts\n\n| peer | ms | × fastest | fastest round | to the cent |\n| --- | ---: | ---: | ---: | --- |`);
  for (const { name, times, exact } of peers) {
    const ms = middle(times);
    say(`| ${name} | ${ms.toFixed(3)} | ${(ms / best).toFixed(1)} | ${Math.min(...times).toFixed(3)} | ${exact ? 'yes' : 'NO'} |`);
  }
  for (const { name, page } of peers) {
    const more = await page.evaluate((steps) => window.bench.more(steps), STEPS);
    for (const [what, ms] of Object.entries(more)) say(`${name}, ${what} after a move: ${ms.toFixed(3)} ms`);
  }
  for (const context of browser.contexts()) await context.close();
  return peers.filter((peer) => !peer.exact).map((peer) => `${peer.name} (${title}, ${size})`);
}

await build({
  entryPoints: names.map((name) => join(here, 'peers', `${name}.mjs`)), outdir: join(made, 'peers'), bundle: true, minify: true,
  format: 'esm', target: 'es2022', logLevel: 'error', nodePaths: [join(ledger, 'node_modules')],
});
const { url, close } = await serve([here, made, ledger], new Map());
const browser = await chromium.launch({ executablePath: options.browser, args: ['--no-sandbox', '--disable-gpu'] });
const wrong = [];
for (const title of ['plain', 'general']) for (const size of options.sizes.split(',')) wrong.push(...await measure(browser, url, title, size));
await browser.close();
close();
if (wrong.length > 0) {
  say(`\nNot exact: ${wrong.join(', ')}`);
  exit(1);
}
