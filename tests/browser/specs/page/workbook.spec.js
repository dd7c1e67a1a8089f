// The spreadsheet reader: fetched only for a spreadsheet, and read away from the page.
import { readFileSync } from 'node:fs';
import { expect, open, test } from '../../guard.js';

const FILES = /\/(plimsoll-)?workbook(-worker)?[._][^/]*$/;
const ledger = (end) => [...readFileSync(new URL(`../../../../crates/workbook/tests/fixtures/ledger.${end}`, import.meta.url))];

/** Posts messages to a reader of its own, one after the other; answers all that it posts until each is done. */
const read = (page, bytes, sheet) => page.evaluate(async ({ bytes, sheet }) => {
  const worker = plimsollKeep.worker('workbook');
  const heard = [];
  const until = (isLast) => new Promise((resolve) => {
    worker.onmessage = ({ data }) => {
      heard.push(data?.csv ? { csv: new TextDecoder().decode(data.csv), rows: data.rows } : data);
      if (isLast(data)) resolve();
    };
  });
  const { buffer } = new Uint8Array(bytes);
  const listed = until(() => true);
  worker.postMessage({ bytes: buffer }, [buffer]);
  await listed;
  if (sheet !== undefined) {
    const done = until((data) => !data?.csv);
    worker.postMessage({ sheet });
    await done;
  }
  worker.terminate();
  return heard;
}, { bytes, sheet });

test('is fetched for a spreadsheet only', async ({ page, seen }) => {
  await open(page);
  await page.waitForLoadState('networkidle');
  const names = () => seen.requests.map((url) => new URL(url).pathname).filter((name) => FILES.test(name)).map((name) => name.split('/').pop()).sort();
  expect(names()).toEqual([]);
  await read(page, ledger('ods'));
  expect(names()).toEqual(['plimsoll-workbook-worker.js', 'plimsoll-workbook-worker_bg.wasm', 'workbook.js']);
});

test('answers sheets, then a table in blocks', async ({ page }) => {
  await open(page);
  const [sheets, block, done] = await read(page, ledger('ods'), 1);
  expect(sheets).toEqual({ sheets: [{ name: 'Ledger & more', rows: 6, columns: 7, hidden: false }, { name: 'Hidden', rows: 1, columns: 3, hidden: true }] });
  expect(block).toEqual({ csv: 'merged,,3\n', rows: 1 });
  expect(done).toEqual({ done: 1 });
  const binary = await read(page, ledger('xls'), 2);
  expect(binary[1].csv).toMatch(/^Customer number 0 of the ledger – ünïcödé ✓,0\n/);
  expect(binary.at(-1)).toEqual({ done: 2 });
});

test('says why a file is not read, and goes on', async ({ page }) => {
  await open(page);
  const text = [...Buffer.from('Customer,MRR\n')];
  expect(await read(page, text)).toEqual([{
    refusal: {
      code: 'not_a_workbook',
      what: 'This is plain text, such as CSV, whatever its name says.',
      help: 'Rename it so that it ends in .csv, then open it again.',
    },
  }]);
  const [{ refusal }] = await read(page, ledger('xls').slice(0, 50_000));
  expect(refusal.code).toBe('truncated');
  const [, missing] = await read(page, ledger('ods'), 9);
  expect(missing.refusal.code).toBe('no_such_sheet');
});

test('lets no other worker through', async ({ page }) => {
  await open(page);
  const refused = await page.evaluate(() => ['constructor', 'reader', './workbook.js'].map((name) => {
    try { plimsollKeep.worker(name); return ''; } catch (error) { return error.message; }
  }));
  expect(refused).toEqual(Array(3).fill('This page runs no other worker.'));
});
