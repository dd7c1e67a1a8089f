// How long the whole catalogue takes in wasm, built as the page is. Usage: node run.mjs <folder of the module>
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = resolve(process.argv[2]);
const NAME = 'plimsoll-bench-catalogue';
const module = await import(pathToFileURL(join(folder, `${NAME}.js`)).href);
module.initSync({ module: readFileSync(join(folder, `${NAME}_bg.wasm`)) });

const LIMIT = 200; // microseconds
const ROUNDS = 15;
const TIMES = 400;
let worst = 0;
console.log(`${module.metrics()} metrics, each over its window and over a year, with its band; microseconds for all of them`);
for (const window of ['year', 'quarter', 'month']) {
  const bands = module.evaluate(window, 1);
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    module.evaluate(window, TIMES);
    return ((performance.now() - start) / TIMES) * 1000;
  }).sort((one, other) => one - other);
  const middle = rounds[ROUNDS >> 1];
  worst = Math.max(worst, rounds[0]);
  console.log(`  ${window.padEnd(8)} ${bands} bands   least ${rounds[0].toFixed(0).padStart(4)}   middle ${middle.toFixed(0).padStart(4)}`);
}
console.log(worst <= LIMIT ? `within ${LIMIT}` : `over ${LIMIT}`);
