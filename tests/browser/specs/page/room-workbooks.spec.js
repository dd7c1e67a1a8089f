// Spreadsheets brought along: read as any table, or refused with what is wrong and what helps.
import { archive, locked, ods, xlsx } from '../../archive.js';
import { expect, open, test } from '../../guard.js';
import { LEDGER, ROWS, choose, file, ledger, openLedger, outcome, review, room, said, use } from '../../room.js';

test('workbooks of Excel and of LibreOffice are read as the table that they hold', async ({ page }) => {
  await open(page);
  const sentence = '7 customers over 14 months, January 2024 to February 2025. 56 of 56 rows count.';
  for (const [name, bytes] of [['ledger.xlsx', xlsx(ROWS)], ['ledger.ods', ods(ROWS)], ['wrongly-named.csv', xlsx(ROWS)]]) {
    await choose(page, file(name, bytes));
    await expect(review(page).getByRole('heading').first()).toHaveText(`${name}, sheet “Ledger”`);
    await expect(outcome(page)).toHaveText(sentence);
    await expect(said(page)).toHaveText('');
    await review(page).getByRole('button', { name: 'Discard' }).click();
    await expect(review(page)).toHaveCount(0);
  }
  await choose(page, file('ledger.xlsx', xlsx(ROWS)));
  await use(page).click();
  await expect(page.locator('#ledger-title')).toHaveText('ledger.xlsx, sheet “Ledger”');
});

test('of a workbook the largest sheet is read, and another one can be chosen', async ({ page }) => {
  await open(page);
  await choose(page, file('two.ods', ods({ Notes: [['Customer', 'Month', 'MRR'], ['Acme', '2025-01', 10]], Ledger: ROWS })));
  await expect(review(page).getByRole('heading').first()).toHaveText('two.ods, sheet “Ledger”');
  await expect(outcome(page)).toContainText('7 customers over 14 months');
  await page.getByLabel('Sheet', { exact: true }).selectOption('Notes');
  await expect(review(page).getByRole('heading').first()).toHaveText('two.ods, sheet “Notes”');
  await expect(outcome(page)).toContainText('1 customer over 1 month');
});

test('what cannot be read says which file, what is wrong and what helps, and leaves what was there', async ({ page }) => {
  await open(page);
  await openLedger(page);
  const refused = [
    [file('secret.xlsx', locked()), /^secret\.xlsx: .*password.* remove the password, and save it again\.$/],
    [file('cut.xlsx', xlsx(ROWS).subarray(0, 900)), /^cut\.xlsx: .*\.$/],
    [file('photos.zip', archive([['a.txt', 'a']])), /^photos\.zip: This is a zip archive without a workbook\. Unpack it/],
    [file('report.pdf', '%PDF-1.7\n'), /^report\.pdf: This is a PDF, not a workbook\. Export the table/],
    [file('old.xls', '<html><table><tr><td>Customer</td></tr></table></html>'), /^old\.xls: This is a web page with a table in it, whatever its name says\./],
    [file('empty.xlsx', archive([['[Content_Types].xml', '<Types/>'], ['xl/workbook.xml', '<workbook/>']])), /^empty\.xlsx: .*\.$/],
  ];
  for (const [given, words] of refused) {
    await choose(page, given);
    await expect(said(page)).toHaveText(words);
    await expect(said(page)).toBeVisible();
    await expect(review(page)).toHaveCount(0);
    await expect(ledger(page).getByRole('heading', { level: 2 })).toHaveText('ledger.csv');
  }
  // What is wrong with one file is not said of the next.
  await choose(page, file('next.csv', LEDGER));
  await expect(review(page)).toBeVisible();
  await expect(said(page)).toHaveText('');
});

test('a file that is too large is refused at once, by its size and the limit', async ({ page }) => {
  await open(page);
  // Files of any size that hold nothing: only their size is asked.
  const give = (name, size, head) => page.evaluate(([name, size, head]) => {
    const file = new File([new Uint8Array(head)], name);
    Object.defineProperty(file, 'size', { value: size });
    plimsollData.open([{ name, blob: file }]);
  }, [name, size, head]);
  await give('large.xlsx', 65 * 1024 * 1024, [...Buffer.from('PK\x03\x04')]);
  await expect(said(page)).toHaveText(/^large\.xlsx: .*65.*64.*$/);
  await page.evaluate(() => plimsollData.open([{ name: 'large.csv', blob: new Blob(Array(201).fill(new Uint8Array(1024 * 1024).fill(65))) }]));
  await expect(room(page).getByRole('alert')).toContainText('There are 201 MiB of data; up to 200 MiB are read at once.');
  await expect(said(page)).toHaveText('');
});

test('what is opened last is what counts, whichever is read first', async ({ page }) => {
  await open(page);
  const long = [ROWS[0], ...Array.from({ length: 20_000 }, (_, at) => [`Customer ${at}`, '2025-01', 10, 'Big'])];
  await choose(page, file('slow.xlsx', xlsx(long)));
  await choose(page, file('quick.csv', LEDGER));
  await expect(outcome(page)).toContainText('7 customers');
  await page.waitForTimeout(1_500); // the workbook would have come by now
  await expect(review(page).getByRole('heading').first()).toHaveText('quick.csv');
});

test('what is opened last is what counts, also where the part that reads has yet to arrive', async ({ page }) => {
  let letGo;
  const held = new Promise((resolve) => { letGo = resolve; });
  await page.route(/\/data\.js/, (route) => held.then(() => route.continue()));
  await open(page);
  for (let at = 0; at < 8; at += 1) await choose(page, file(`early ${at}.csv`, 'Customer,Month,MRR\nAcme,2025-01,10\n'));
  await choose(page, file('last.csv', LEDGER));
  letGo();
  await expect(outcome(page)).toContainText('7 customers');
  await expect(review(page).getByRole('heading').first()).toHaveText('last.csv');
});
