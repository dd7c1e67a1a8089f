// A program that stops never takes the reader's figures with it. The drill page panics when it is given a drill.
import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { ASIDE, STATE, expect, open, seed, started, stored, test } from '../../guard.js';

test.use({ noErrors: false });

const panelOf = (page) => page.getByRole('alertdialog');
const restart = (page) => panelOf(page).getByRole('button', { name: 'Restart' }).click();

/** Makes the program stop and waits for the panel. */
async function drill(page) {
  await page.evaluate(() => { setTimeout(() => globalThis.plimsollData.give('drill', '', [])); });
  await expect(panelOf(page)).toBeVisible({ timeout: 10_000 });
}

/** The first field that takes a figure. */
const field = (page) => page.locator('#app').getByRole('textbox').first();

/** Changes a figure, as a reader would, and waits until the change is stored. */
async function change(page, figure) {
  const before = await stored(page);
  await field(page).fill(String(figure));
  await field(page).blur();
  await page.waitForTimeout(400);
  const after = await stored(page);
  expect(after).not.toBe(before);
  return after;
}

test('ten panics in a row lose nothing', async ({ page }) => {
  test.slow();
  await open(page);
  for (let round = 1; round <= 10; round += 1) {
    const kept = await change(page, 4000 + round);
    await drill(page);
    expect(await stored(page)).toBe(kept);
    await restart(page);
    await started(page);
    await expect(panelOf(page)).toBeHidden();
    expect(await stored(page)).toBe(kept);
  }
});

test('a figure typed the moment before is kept as well', async ({ page }) => {
  await open(page);
  const before = await stored(page);
  await field(page).fill('4321');
  await drill(page);
  const kept = await stored(page);
  expect(kept).not.toBe(before);
  await restart(page);
  await started(page);
  expect(await stored(page)).toBe(kept);
});

test('the panel is plain, complete and the only thing that answers', async ({ page }) => {
  await open(page);
  const kept = await change(page, 4100);
  await drill(page);
  const panel = panelOf(page);
  await expect(panel).toHaveAccessibleName('Plimsoll has stopped');
  await expect(panel).toContainText('Your figures are kept in this browser.');
  await expect(panel.getByRole('button', { name: 'Restart' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(panel).toBeVisible();

  const reached = await page.evaluate(() => {
    let count = 0;
    for (const type of ['click', 'keydown', 'input']) {
      document.addEventListener(type, () => { count += 1; });
      document.querySelector('#app').dispatchEvent(new Event(type, { bubbles: true }));
    }
    return count;
  });
  expect(reached).toBe(0);
  await page.evaluate(() => plimsollKeep.keep('from a dead program'));
  await page.waitForTimeout(400);
  expect(await stored(page)).toBe(kept);

  const found = await new AxeBuilder({ page }).include('#recovery').analyze();
  expect(found.violations.map(({ id }) => id)).toEqual([]);
});

test('the figures can be taken away as a file', async ({ page }) => {
  await open(page);
  const kept = await change(page, 4200);
  await drill(page);
  const arrives = page.waitForEvent('download');
  await panelOf(page).getByRole('button', { name: 'Download the figures' }).click();
  const file = await arrives;
  expect(file.suggestedFilename()).toBe('plimsoll-figures.json');
  expect(await readFile(await file.path(), 'utf8')).toBe(kept);
});

test('starting empty puts the figures aside', async ({ page }) => {
  await open(page);
  const kept = await change(page, 4300);
  await drill(page);
  await panelOf(page).getByRole('button', { name: 'Start empty' }).click();
  await started(page);
  expect(await stored(page)).not.toBe(kept);
  expect(await stored(page, ASIDE)).toBe(kept);
});

test('two starts that end early make the third begin empty, and offer the figures', async ({ page }) => {
  await open(page);
  const kept = await change(page, 4400);
  const broken = 'plimsollKeep.recall(); plimsollKeep.died("at the start");';
  await page.route('**/start.js*', (route) => route.fulfill({ contentType: 'text/javascript', body: broken }));
  for (let start = 1; start <= 2; start += 1) {
    await page.reload();
    await expect(panelOf(page)).toHaveAccessibleName('Plimsoll could not start');
  }
  await page.unrouteAll();
  await restart(page);
  await started(page);
  await expect(page.locator('#notice')).toContainText('They are still kept.');
  expect(await stored(page)).not.toBe(kept);
  expect(await stored(page, ASIDE)).toBe(kept);

  await page.getByRole('button', { name: 'Try these figures again' }).click();
  await expect(page.locator('#notice')).toBeHidden();
  await started(page);
  expect(await stored(page)).toBe(kept);
});

const POISON = [
  '', ' ', 'null', 'true', '0', '-1', '1e999', '""', '"text"', '[]', '[[[[]]]]', '{', '}', '{"', '{"a":', 'undefined', 'NaN',
  '<script>alert(1)</script>', '{"__proto__":{"polluted":true}}', '{"version":999999}', '{"version":"one"}', '{"version":null}',
  '\u0000', '\ud800', '\ufeff{}', '\u{1d7d9}'.repeat(500), '9'.repeat(100_000), '['.repeat(50_000), '{"a":'.repeat(20_000),
  'a'.repeat(1_000_000),
];

test(`${POISON.length} poisoned states each leave a page that works`, async ({ page }) => {
  test.slow();
  for (const text of POISON) {
    const name = JSON.stringify(text.slice(0, 30));
    await seed(page, text);
    await open(page);
    await expect(panelOf(page), name).toBeHidden();
    const aside = await stored(page, ASIDE);
    if (aside !== null) {
      expect(aside === text, `${name} is put aside unchanged`).toBe(true);
      await expect(page.locator('#notice'), name).toContainText('put aside');
    }
    expect(await page.evaluate(() => ({}).polluted), name).toBeUndefined();
  }
});

test('an unreadable state gives way to the last good one', async ({ page }) => {
  await open(page);
  const good = await change(page, 4500);
  await page.reload();
  await started(page);
  expect(await stored(page, 'plimsoll.v1.previous')).toBe(good);
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [STATE, good.slice(0, -3)]);
  await page.reload();
  await started(page);
  expect(await stored(page, ASIDE)).toBe(good.slice(0, -3));
  await expect(page.locator('#notice')).toContainText('put aside');
  expect(await stored(page)).toBe(good);
});

for (const [name, fault] of Object.entries({
  denied: () => Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } }),
  full: () => { Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); }; },
})) {
  test(`${name} storage is survived and said, and a restart keeps the figures`, async ({ page }) => {
    await page.addInitScript(fault);
    await open(page);
    const carried = () => page.evaluate(() => history.state?.plimsoll?.text ?? null);
    const before = await carried();
    await field(page).fill('4600');
    await page.waitForTimeout(400);
    const kept = await carried();
    expect(kept).not.toBe(before);
    expect(await page.evaluate(() => plimsollKeep.storageProblem())).toMatch(/\.$/);
    await drill(page);
    await expect(panelOf(page)).toContainText('download them to be safe');
    await restart(page);
    await started(page);
    expect(await carried()).toBe(kept);
  });
}
