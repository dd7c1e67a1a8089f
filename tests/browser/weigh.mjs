// What a built page weighs: node weigh.mjs <folder> <part=budget> …, budgets in bytes
//
// Each part is what is fetched together: the page before the first result, every other part when it is first needed, and what
// is embedded elsewhere before its first metric. All
// after brotli at its best, as a host sends them.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { argv, exit, stdout } from 'node:process';
import { brotliCompressSync, constants } from 'node:zlib';

const [folder, ...budgets] = argv.slice(2);
const COUNTED = new Set(['.wasm', '.js', '.css']);
// Whose a file is; the page's, where it is nobody else's.
const PARTS = [
  ['package', /^package[\\/](plimsoll\.js|.*\.wasm)$/],
  ['element of health', /^embed[\\/]health\.js/],
  ['frame', /^embed[\\/](frame|fit)\./],
  ['element', /^embed[\\/]/],
  ['data worker', /^(plimsoll-)?worker[._]/],
  ['samples', /^plimsoll-sampler[._]/],
  ['paste reader', /^(plimsoll-)?paste[._]/],
  ['drawing worker', /^(plimsoll-)?draws[._]/],
  ['spreadsheet reader', /^(plimsoll-)?workbook(-worker)?[._]/],
  ['health lab', /^(plimsoll-lab[._]|lab\.js|styles[\\/]lab\.css)/],
  ['portfolio worker', /^(plimsoll-)?portfolio[._]/],
  ['views', /^(plimsoll-shelf[._]|shelf\.js|pack\.js|styles[\\/](views|scenarios)\.css)/],
  ['data room', /^(plimsoll-room[._]|data\.js|clipboard\.js|keep\.js|picture\.js|styles[\\/](data|pictures)\.css)/],
];
// The package's file for Node has what its file for browsers has; one of the two is loaded.
const UNCOUNTED = /^package[\\/]node\.js$/;
const partOf = (name) => (COUNTED.has(extname(name)) && !UNCOUNTED.test(name) ? PARTS.find(([, files]) => files.test(name))?.[0] ?? 'page' : 'rest');

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  .sort()
  .filter((path) => !path.startsWith(join(folder, 'docs'))) // the book is beside the page, no part of it
  .map((path) => {
    const name = path.slice(folder.length).replace(/^[\\/]/, '');
    const bytes = readFileSync(path);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    return { name, raw: bytes.length, brotli: brotliCompressSync(bytes, { params }).length, part: partOf(name) };
  });

const number = (value) => value.toLocaleString('en-US').padStart(11);
const row = (name, raw, brotli, remark = '') => stdout.write(`   ${name.padEnd(34)}${number(raw)}${number(brotli)}  ${remark}\n`);
const sum = (list, key) => list.reduce((total, file) => total + file[key], 0);
const of = (part) => files.filter((file) => file.part === part);

stdout.write(`   ${''.padEnd(34)}${'bytes'.padStart(11)}${'brotli'.padStart(11)}\n`);
let over = false;
for (const given of budgets) {
  const [part, limit] = given.split('=');
  const budget = Number(limit);
  const brotli = sum(of(part), 'brotli');
  for (const file of of(part)) row(file.name, file.raw, file.brotli);
  row(`the ${part}`, sum(of(part), 'raw'), brotli, `of ${budget.toLocaleString('en-US')}: ${brotli > budget ? 'OVER BUDGET' : 'within the budget'}`);
  over ||= brotli > budget;
}
for (const file of of('rest')) row(file.name, file.raw, file.brotli, '(in no budget)');
exit(over ? 1 : 0);
