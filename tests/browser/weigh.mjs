// What a built page weighs: node weigh.mjs <folder> <budget of the page> <of the worker> <of pictures>, budgets in bytes
//
// The page's budget is for what a reader fetches before the first result: the program, its glue, the other scripts and
// the styles. The worker has one of its own, because it is fetched when it is first needed, and so has what only
// pictures need. All after brotli at its best, as a host sends them.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { argv, exit, stdout } from 'node:process';
import { brotliCompressSync, constants } from 'node:zlib';

const [folder, ...budgets] = argv.slice(2);
const COUNTED = new Set(['.wasm', '.js', '.css']);
const WORKER = /^(plimsoll-)?worker[._]/;
const PICTURES = /^(picture\.js|styles[\\/]pictures\.css)$/;

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  .sort()
  .map((path) => {
    const name = path.slice(folder.length).replace(/^[\\/]/, '');
    const bytes = readFileSync(path);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    const group = !COUNTED.has(extname(path)) ? 'rest' : WORKER.test(name) ? 'worker' : PICTURES.test(name) ? 'pictures' : 'page';
    return { name, raw: bytes.length, brotli: brotliCompressSync(bytes, { params }).length, group };
  });

const number = (value) => value.toLocaleString('en-US').padStart(11);
const row = (name, raw, brotli, remark = '') => stdout.write(`   ${name.padEnd(28)}${number(raw)}${number(brotli)}  ${remark}\n`);
const sum = (list, key) => list.reduce((total, file) => total + file[key], 0);
const of = (group) => files.filter((file) => file.group === group);

stdout.write(`   ${''.padEnd(28)}${'bytes'.padStart(11)}${'brotli'.padStart(11)}\n`);
let over = false;
['page', 'worker', 'pictures'].forEach((group, at) => {
  const budget = Number(budgets[at]);
  const brotli = sum(of(group), 'brotli');
  for (const file of of(group)) row(file.name, file.raw, file.brotli);
  row(`the ${group}`, sum(of(group), 'raw'), brotli, `of ${budget.toLocaleString('en-US')}: ${brotli > budget ? 'OVER BUDGET' : 'within the budget'}`);
  over ||= brotli > budget;
});
for (const file of of('rest')) row(file.name, file.raw, file.brotli, '(in no budget)');
exit(over ? 1 : 0);
