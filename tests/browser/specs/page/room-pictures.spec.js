// Pictures: taken along as files, and walked over by key.
import { readFile } from 'node:fs/promises';
import { expect, open, test } from '../../guard.js';
import { behind, choose, file, ledger, openLedger, picture, review, use, LEDGER } from '../../room.js';

const DRAWN = ['mrr-movements', 'net-revenue-retention-trend', 'cohorts-in-money'];

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** Takes a picture along as a file; answers its name and bytes. */
async function take(page, slug, way) {
  const arrives = page.waitForEvent('download');
  await picture(page, slug).getByRole('button', { name: way, exact: true }).click();
  const download = await arrives;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The table behind a picture, as it stands on the page. */
async function tableOf(page, slug) {
  const button = picture(page, slug).getByRole('button', { name: 'Table' });
  await button.click();
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  const rows = await picture(page, slug).locator('.ps-picture__table tr').evaluateAll((all) =>
    all.map((row) => [...row.cells].map((cell) => cell.innerText.trim())));
  await button.click();
  return rows;
}

test('a picture is taken along as a drawing, an image and a table', async ({ page, context }) => {
  const desk = await context.newPage(); // where no policy keeps a drawing from being read
  await open(page);
  await openLedger(page);
  for (const slug of DRAWN) {
    const finding = await picture(page, slug).getByRole('heading').innerText();
    const { name, bytes } = await take(page, slug, 'SVG');
    expect(name).toBe(`plimsoll-${slug}.svg`);
    const drawing = await desk.evaluate((text) => {
      const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml');
      const names = [...root.querySelectorAll('*')].map(({ tagName }) => tagName);
      return {
        root: root.tagName, title: root.querySelector('title')?.textContent, names: [...new Set(names)].sort(), size: names.length,
        broken: [...root.querySelectorAll('*')].flatMap((part) => [...part.attributes]).filter(({ value }) => /NaN|undefined|Infinity|var\(/.test(value)).length,
      };
    }, bytes.toString('utf8'));
    expect(drawing).toMatchObject({ root: 'svg', title: finding, broken: 0 });
    expect(drawing.size, slug).toBeGreaterThan(20);
    const shapes = ['circle', 'desc', 'polyline', 'rect', 'text', 'title'];
    expect(drawing.names.filter((each) => !shapes.includes(each)), 'nothing that another program cannot draw').toEqual([]);

    const image = await take(page, slug, 'PNG');
    expect(image.name).toBe(`plimsoll-${slug}.png`);
    expect(image.bytes.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
    const painted = await desk.evaluate(async (text) => {
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      pen.drawImage(bitmap, 0, 0);
      const { data } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
      const colours = new Set(new Uint32Array(data.buffer));
      return { width: bitmap.width, colours: colours.size };
    }, image.bytes.toString('base64'));
    expect(painted.width).toBeGreaterThanOrEqual(1_900);
    expect(painted.colours, 'it is painted').toBeGreaterThan(5);
  }
});

test('the table of a picture is a file that can be opened here again, to the cell', async ({ page }) => {
  await open(page);
  await openLedger(page);
  const table = await tableOf(page, 'mrr-movements');
  const { name, bytes } = await take(page, 'mrr-movements', 'CSV');
  expect(name).toBe('plimsoll-mrr-movements.csv');
  const text = bytes.toString('utf8');
  expect(text.startsWith('\ufeffMonth,Start (USD),New (USD)')).toBe(true);
  const rows = text.slice(1).trimEnd().split('\r\n').map((row) => row.split(','));
  const plain = (cell) => cell.replace('−', '-').replace(/[+$,]/g, '');
  const numbers = (lines) => lines.slice(1).map((row) => row.slice(1).map((cell) => Number(plain(cell))));
  expect(numbers(rows)).toEqual(numbers(table));
  expect(rows.length).toBe(14);
  await choose(page, file(name, bytes));
  const columns = review(page).locator('.ps-columns tbody th');
  await expect(columns).toHaveText(rows[0]);

  await picture(page, 'mrr-bridge').getByRole('button', { name: 'Copy' }).click();
  await expect(page.locator('#said')).toHaveText('The picture and its table are on the clipboard.');
  const held = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return { types: item.types, text: await (await item.getType('text/plain')).text() };
  });
  expect(held.types).toContain('image/png');
  expect(held.text.split('\n')[1]).toMatch(/^MRR in February 2024\t380\.00\t3$/);
});

test('by keyboard alone from the file field to the rows behind a mark', async ({ page }) => {
  await open(page);
  const focused = page.locator(':focus');
  const reach = async (target, most = 80) => {
    for (let presses = 0; presses < most; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
      // Whatever is reached on the way can be seen.
      const stop = await focused.evaluate((element) => {
        const seen = element.closest('label, .ps-input') ?? element;
        const { width, height, top, bottom } = seen.getBoundingClientRect();
        const marks = [element, seen].map((each) => getComputedStyle(each));
        const marked = marks.some((style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)
          || element instanceof SVGElement || element.matches('td');
        return { what: element.id || element.textContent.slice(0, 40), there: width > 0 && height > 0 && bottom > 0 && top < innerHeight, marked };
      });
      expect(stop).toMatchObject({ there: true, marked: true });
    }
    throw new Error('it is never reached');
  };
  const chooser = page.waitForEvent('filechooser'); // asked for early: the browser takes a moment to hand choosers over
  await reach(page.locator('#data-files'));
  await page.keyboard.press('Enter');
  await (await chooser).setFiles([file('ledger.csv', LEDGER)]);
  await expect(page.locator('#review-title')).toBeFocused();
  await reach(use(page));
  await page.keyboard.press('Enter');
  await expect(page.locator('#ledger-title')).toBeFocused();

  const marks = picture(page, 'mrr-bridge').locator('.ps-marks:visible').first();
  await reach(marks.locator('[tabindex="0"]'));
  await expect(focused).toHaveAccessibleName(/^February 2024: MRR \$380/);
  await page.keyboard.press('ArrowRight');
  await expect(focused).toHaveAccessibleName(/^New: \+\$95/);
  await expect(picture(page, 'mrr-bridge').locator('.ps-picture__readout')).toHaveText(/^New/);
  await page.keyboard.press('End');
  await expect(focused).toHaveAccessibleName(/^February 2025: MRR \$425/);
  await page.keyboard.press('ArrowLeft');
  await expect(focused).toHaveAccessibleName(/^Churn: −\$230/);
  await expect(marks.locator('[tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.locator('#behind-title')).toBeFocused();
  await expect(behind(page)).toContainText('Churn, March 2024 to February 2025: 2 customers');
  await reach(behind(page).getByRole('button', { name: 'Close' }), 5);
  await page.keyboard.press('Enter');
  await expect(behind(page)).toHaveCount(0);

  // A grid of cohorts is one stop, and its cells are walked over.
  const grid = picture(page, 'cohorts-in-customers').getByRole('grid');
  await grid.locator('[tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await expect(focused).toHaveAccessibleName(/^January 2024 or before, in the first month: 4 of 4 customers/);
  await page.keyboard.press('ArrowRight');
  await expect(focused).toHaveAccessibleName(/^January 2024 or before, after one month: 3 of 4 customers \(75\.0%\)/);
  await page.keyboard.press(' ');
  await expect(behind(page)).toContainText('First paid in January 2024, measured in February 2024: 4 customers');
  await expect(ledger(page)).toBeVisible();
});
