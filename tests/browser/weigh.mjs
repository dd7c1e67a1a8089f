// What a built page weighs: node weigh.mjs <folder> <budget in bytes>
//
// The budget is for what a reader fetches before the first result: the program, its glue, the other scripts and the
// styles, each after brotli at its best, as a host sends them.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { argv, exit, stdout } from 'node:process';
import { brotliCompressSync, constants } from 'node:zlib';

const [folder, budgetText] = argv.slice(2);
const budget = Number(budgetText);
const COUNTED = new Set(['.wasm', '.js', '.css']);

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  .sort()
  .map((path) => {
    const bytes = readFileSync(path);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    const brotli = brotliCompressSync(bytes, { params }).length;
    return { name: path.slice(folder.length).replace(/^[\\/]/, ''), raw: bytes.length, brotli, counted: COUNTED.has(extname(path)) };
  });

const number = (value) => value.toLocaleString('en-US').padStart(11);
const row = (name, raw, brotli, remark = '') => stdout.write(`   ${name.padEnd(28)}${number(raw)}${number(brotli)}  ${remark}\n`);
const sum = (list, key) => list.reduce((total, file) => total + file[key], 0);
const counted = files.filter((file) => file.counted);
const total = sum(counted, 'brotli');

stdout.write(`   ${''.padEnd(28)}${'bytes'.padStart(11)}${'brotli'.padStart(11)}\n`);
for (const file of files) row(file.name, file.raw, file.brotli, file.counted ? '' : '(not in the budget)');
row('together', sum(counted, 'raw'), total, `of ${budget.toLocaleString('en-US')}: ${total > budget ? 'OVER BUDGET' : 'within the budget'}`);
exit(total > budget ? 1 : 0);
