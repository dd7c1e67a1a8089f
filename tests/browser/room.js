// The data room, as specs speak of it, and tables to bring along.
import { expect } from './guard.js';

// What each customer of a small ledger pays from January 2024 to February 2025. `tests/cases/ledgers.toml` holds the same
// ledger, with everything that it must give worked out by hand.
const PAID = {
  Acme: ['Big', 100, 100, 100, 100, 100, 100, 150, 150, 150, 150, 150, 150, 150, 150],
  Bolt: ['Big', 200, 200, 200, 200, 200, 200, 200, 200, 200, 0, 0, 120, 120, 120],
  Cog: ['Small', 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 60, 60],
  Dune: ['Small', 0, 0, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 70],
  Elm: ['Small', 0, 0, 30, 30, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  Fern: ['Small', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 25],
  Gorse: ['Small', 50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
};

/** Its rows, from the header on. */
export const ROWS = [['Customer', 'Month', 'MRR', 'Segment'], ...Object.entries(PAID).flatMap(([name, [segment, ...paid]]) =>
  paid.map((amount, at) => [name, `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`, amount, segment])
    .filter(([, , amount]) => amount > 0))];
/** The same as a file. */
export const LEDGER = ROWS.map((row) => row.join(',')).join('\n');
/** Neither its amounts nor its dates tell which way they are meant. */
export const AMBIGUOUS = 'Customer,Date,MRR\nAcme,03/04/2025,1.000\nBolt,05/06/2025,2.500\nAcme,04/05/2025,1.200\n';

export const room = (page) => page.locator('#room');
export const review = (page) => page.locator('.ps-look');
export const outcome = (page) => page.locator('.ps-look__outcome');
export const failure = (page) => room(page).getByRole('alert');
export const ledger = (page) => page.locator('#ledger');
export const picture = (page, slug) => page.locator(`#picture-${slug}`);
export const behind = (page) => page.locator('.ps-behind');
export const use = (page) => review(page).getByRole('button', { name: 'Use this data' });
/** What is said where nothing came of a file before it was read. */
export const said = (page) => page.locator('#said');

/** A file as it is chosen. */
export const file = (name, content) => ({ name, mimeType: '', buffer: Buffer.from(content) });

/** Chooses files through the file field. */
export const choose = (page, ...files) => page.locator('#data-files').setInputFiles(files);

/** Lets go of a file over an element, as a reader who drags it there. */
export async function drop(page, target, name, text) {
  const dataTransfer = await page.evaluateHandle(([name, text]) => {
    const carried = new DataTransfer();
    carried.items.add(new File([text], name));
    return carried;
  }, [name, text]);
  await target.dispatchEvent('dragover', { dataTransfer });
  await expect(page.locator('html')).toHaveAttribute('data-dropping');
  await target.dispatchEvent('drop', { dataTransfer });
  await expect(page.locator('html')).not.toHaveAttribute('data-dropping');
}

/** Accepts what is under review, and waits for its ledger. */
export async function accept(page, name = 'ledger.csv') {
  await use(page).click();
  await expect(ledger(page).getByRole('heading', { level: 2 })).toHaveText(name);
  await expect(review(page)).toHaveCount(0);
}

/** Opens the small ledger and accepts it. */
export async function openLedger(page) {
  await choose(page, file('ledger.csv', LEDGER));
  await expect(outcome(page)).toContainText('count.');
  await accept(page);
}
