// Data that its reader wants kept is back after a reload, as it was seen; other data is not, and nothing of it stays behind.
import { expect, open, started, test } from '../../guard.js';
import { accept, behind, choose, file, ledger, openLedger, outcome, picture, review, said } from '../../room.js';

const keep = (page) => page.getByRole('checkbox', { name: 'Keep this data in this browser' });
const hint = (page) => page.locator('#keep-hint');

/** What lies in the browser's storage: the mark, and the names of its databases. */
const left = (page) => page.evaluate(async () => [
  localStorage['plimsoll.v1.kept'] ?? null, ...(await indexedDB.databases()).map(({ name }) => name),
]);
const nothing = [null];

async function reload(page) {
  await page.reload();
  await started(page);
}

test('what is kept is back after a reload in the light in which it was seen, and answers', async ({ page }) => {
  await open(page);
  await openLedger(page);
  await expect(hint(page)).toHaveText('It is not kept: after a reload, open its file again.');
  expect(await left(page), 'nothing is kept unasked').toEqual(nothing);
  await keep(page).check();
  await expect(hint(page)).toContainText('A copy lies in this browser');
  await page.getByLabel('Up to the month').selectOption('January 2025');
  await page.getByLabel('Told apart by').selectOption('Segment');
  await expect(picture(page, 'arr-by-group')).toBeVisible();
  const before = await page.locator('.ps-picture__finding').allInnerTexts();
  await expect.poll(() => left(page)).toEqual(['1', 'plimsoll']);

  for (let round = 0; round < 2; round += 1) {
    await reload(page);
    await expect(ledger(page).getByRole('heading', { level: 2 })).toHaveText('ledger.csv');
    await expect(picture(page, 'arr-by-group')).toBeVisible();
    await expect(page.locator('.ps-picture__finding')).toHaveText(before);
    await expect(page.getByLabel('Up to the month').locator('option:checked')).toHaveText('January 2025');
    await expect(keep(page)).toBeChecked();
    await expect(review(page), 'nothing is asked again').toHaveCount(0);
    await expect(said(page)).toHaveText('');
    expect(await page.evaluate(() => document.activeElement === document.body), 'the reader is left where they are').toBe(true);
  }
  await page.getByRole('button', { name: 'Rows behind MRR at the start' }).click();
  await expect(behind(page)).toContainText('January 2024 to January 2025: 4 customers');
});

test('putting it away, undoing the choice and other data each remove the copy', async ({ page }) => {
  const ways = [
    () => page.getByRole('button', { name: 'Put this ledger away' }).click(),
    () => keep(page).uncheck(),
    async () => {
      await choose(page, file('other.csv', 'Customer,Month,MRR\nAcme,2025-01,5\nAcme,2025-02,6\n'));
      await expect(outcome(page)).toContainText('count.');
      await accept(page, 'other.csv');
      await expect(keep(page)).not.toBeChecked();
    },
  ];
  for (const way of ways) {
    await open(page);
    await openLedger(page);
    await keep(page).check();
    await expect.poll(() => left(page)).toEqual(['1', 'plimsoll']);
    await way();
    await expect.poll(() => left(page)).toEqual(nothing);
    await reload(page);
    await page.waitForTimeout(300);
    await expect(ledger(page)).toHaveCount(0);
  }
});

test('accounts are kept alike, and other data can be read beside what comes back', async ({ page }) => {
  await open(page);
  await choose(page, file('accounts.csv', 'Account,ARR,Health score,Renewal date\nAcme,1200.00,80,2026-03-01\nBolt,2400.00,40,2026-05-01\n'));
  await expect(review(page)).toBeVisible();
  await review(page).getByRole('button', { name: 'Use this data' }).click();
  await expect(page.locator('#accounts-title')).toHaveText('accounts.csv');
  await keep(page).check();
  await expect.poll(() => left(page)).toEqual(['1', 'plimsoll']);
  await reload(page);
  await expect(page.locator('#accounts-title')).toHaveText('accounts.csv');
  await openLedger(page);
  await expect.poll(() => left(page)).toEqual(nothing);
});

test('a storage that is full or denied says so, and nothing is left', async ({ page }) => {
  await page.addInitScript(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function wanting(...given) {
      if (globalThis.refuse) throw new DOMException('refused', globalThis.refuse);
      return put.apply(this, given);
    };
  });
  await open(page);
  await openLedger(page);
  const sentences = {
    QuotaExceededError: 'The storage that this browser gives the page is full, so the data is not kept.',
    NotReadableError: 'The file was moved or changed since it was read, so it is not kept. Open it again, then keep it.',
    SecurityError: 'This browser does not let the page store anything, so the data is not kept.',
  };
  for (const [name, sentence] of Object.entries(sentences)) {
    await page.evaluate((name) => { globalThis.refuse = name; }, name);
    await keep(page).click();
    await expect(said(page)).toHaveText(sentence);
    await expect(keep(page)).not.toBeChecked();
    await expect.poll(() => left(page)).toEqual(nothing);
  }
  await page.evaluate(() => { globalThis.refuse = ''; });
  await keep(page).check();
  await expect.poll(() => left(page)).toEqual(['1', 'plimsoll']);

  // The browser may let go of it by itself.
  await page.evaluate(() => new Promise((done) => { indexedDB.deleteDatabase('plimsoll').onsuccess = done; }));
  await reload(page);
  await expect.poll(() => left(page)).toEqual(nothing);
  await expect(ledger(page)).toHaveCount(0);
});
