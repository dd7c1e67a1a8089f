// A ledger outlives the worker that holds it: after a fault it is read anew from the same file, as it was read before.
import { expect, open, test } from '../../guard.js';
import { AMBIGUOUS, LEDGER, accept, behind, choose, failure, file, openLedger, outcome, picture, review } from '../../room.js';

test.use({ noErrors: false });

const rows = (page) => page.getByRole('button', { name: 'Rows behind MRR at the start' });

/** Makes each of these methods of the data worker's program a trap: it reads far outside of its memory, as a fault would. */
async function trap(worker, ...methods) {
  await worker.evaluate(async (methods) => {
    const address = new URL('./plimsoll-worker.js', location.href);
    address.search = location.search;
    const { default: init, DataReader } = await import(address.href);
    const program = await init();
    for (const method of methods) {
      DataReader.prototype[method] = () => program.datareader_push(2 ** 31, 2 ** 31, 2 ** 30);
    }
  }, methods);
}

/** The data worker that holds the store: after each read, another one stands ready beside it. */
const holder = (page) => page.workers().filter((worker) => worker.url().includes('/worker.js')).at(-2);

test('a store that meets a fault is built anew without asking, in the light in which it was seen', async ({ page }) => {
  await open(page);
  await openLedger(page);
  await page.getByLabel('Up to the month').selectOption('January 2025');
  await page.getByLabel('Told apart by').selectOption('Segment');
  await expect(picture(page, 'arr-by-group')).toBeVisible();
  const before = await page.locator('.ps-picture__finding').allInnerTexts();
  for (let round = 1; round <= 3; round += 1) {
    const lost = holder(page);
    await trap(lost, 'ask');
    const ended = new Promise((resolve) => { lost.once('close', resolve); });
    await rows(page).click();
    await ended;
    // Nothing is asked and nothing goes; what is asked next is answered by the new one.
    await expect(async () => {
      await rows(page).click();
      await expect(behind(page)).toContainText('January 2024 to January 2025: 4 customers', { timeout: 500 });
    }).toPass({ timeout: 20_000 });
    await expect(review(page)).toHaveCount(0);
    await expect(failure(page)).toHaveCount(0);
    expect(await page.locator('.ps-picture__finding').allInnerTexts()).toEqual(before);
    await expect(page.getByLabel('Up to the month').locator('option:checked')).toHaveText('January 2025');
    await behind(page).getByRole('button', { name: 'Close' }).click();
  }
});

test('it is read as its reader decided, not asked again', async ({ page }) => {
  await open(page);
  await choose(page, file('both.csv', AMBIGUOUS));
  await review(page).getByRole('radio', { name: 'The month' }).click();
  await review(page).getByRole('radio', { name: /^The point/ }).click();
  await accept(page, 'both.csv');
  const before = await page.locator('.ps-picture__finding').allInnerTexts();
  await trap(holder(page), 'ask');
  const month = page.getByLabel('Up to the month');
  // What was asked as the fault came is answered by the new one; and all is as it was before, read in the same way.
  await month.selectOption('April 2025');
  await expect(page.locator('.ps-picture__finding').first()).not.toHaveText(before[0]);
  await month.selectOption('May 2025');
  await expect(page.locator('.ps-picture__finding')).toHaveText(before);
  await expect(failure(page)).toHaveCount(0);
});

test('a fault while a file is read says so, and leaves the ledger', async ({ page }) => {
  await page.route('**/worker.js*', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('reader.push(piece)', "(source.name === 'next.csv' && reader.free(), reader.push(piece))");
    await route.fulfill({ response, body });
  });
  await open(page);
  await openLedger(page);
  await choose(page, file('next.csv', LEDGER));
  await expect(failure(page)).toContainText('did not answer, or met a fault of its own. Nothing was changed.');
  await failure(page).getByRole('button', { name: 'Close' }).click();
  await page.unrouteAll();
  await rows(page).click();
  await expect(behind(page)).toContainText('3 customers');
  await choose(page, file('next.csv', LEDGER));
  await expect(outcome(page)).toContainText('7 customers');
});
