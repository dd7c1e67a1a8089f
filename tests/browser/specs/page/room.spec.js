// The reader's own data: chosen, looked over, accepted, and what comes of it.
import { expect, open, started, stored, test } from '../../guard.js';
import { expectWords, field, tool, value } from '../../parts.js';
import { AMBIGUOUS, LEDGER, accept, behind, choose, drop, failure, file, ledger, openLedger, outcome, picture, review, room, use } from '../../room.js';

const PICTURES = ['mrr-bridge', 'mrr-movements', 'net-revenue-retention-trend', 'gross-revenue-retention-trend', 'logo-churn-trend',
  'monthly-logo-churn-trend', 'cohorts-in-customers', 'cohorts-in-money', 'customer-survival'];
const shown = (page) => page.locator('.ps-picture').evaluateAll((all) => all.map(({ id }) => id.replace('picture-', '')));

test('a chosen file is looked over first, then it is a ledger with pictures', async ({ page, seen }) => {
  await open(page);
  await page.waitForLoadState('networkidle');
  expect(seen.requests.filter((url) => /plimsoll-room|data\.js|plimsoll-worker/.test(url)), 'nothing of the room before it is wanted').toEqual([]);
  await choose(page, file('ledger.csv', LEDGER));
  await expect(review(page)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'ledger.csv' })).toBeFocused();
  await expect(page.locator('.ps-look__shape')).toHaveText('A ledger: one row for each customer and month.');
  await expect(outcome(page)).toHaveText('7 customers over 14 months, January 2024 to February 2025. 56 of 56 rows count.');
  await expect(ledger(page)).toHaveCount(0);
  await expect(field(page, 'figure', 'start-mrr')).toHaveValue('240,000');

  await accept(page);
  await expect(page.locator('#ledger-title')).toBeFocused();
  await expect(page.locator('.ps-ledger__summary')).toHaveText('7 customers, January 2024 to February 2025, monthly amounts in USD.');
  expect(await shown(page)).toEqual(PICTURES);
  await expect(picture(page, 'mrr-bridge').getByRole('heading')).toHaveText(/^MRR grew 11\.8% in twelve months, to \$425/);
  await expect(picture(page, 'net-revenue-retention-trend').getByRole('heading')).toHaveText(/^NRR rose from 76\.7% to 86\.8% since January 2025/);
  await expectWords(page);

  // Seen up to another month, told apart by a column.
  await page.getByLabel('Up to the month').selectOption('January 2025');
  await expect(picture(page, 'net-revenue-retention-trend').getByRole('heading')).toHaveText(/^NRR is 76\.7% in January 2025/);
  await page.getByLabel('Told apart by').selectOption('Segment');
  await expect(picture(page, 'arr-by-group')).toBeVisible();
  await expect(page.getByLabel('Up to the month').locator('option:checked')).toHaveText('January 2025');

  await page.getByRole('button', { name: 'Put this ledger away' }).click();
  await expect(ledger(page)).toHaveCount(0);
});

test('a file that is dropped, a table that is pasted and a sample come in by the same door', async ({ page }) => {
  await open(page);
  await drop(page, page.locator('main'), 'dropped.csv', LEDGER);
  await expect(review(page).getByRole('heading', { name: 'dropped.csv' })).toBeVisible();
  await expect(outcome(page)).toContainText('7 customers over 14 months');
  await review(page).getByRole('button', { name: 'Discard' }).click();
  await expect(review(page)).toHaveCount(0);

  await page.getByRole('group', { name: 'or try a sample:' }).getByRole('button').first().click();
  await expect(outcome(page)).toContainText('90 customers over 24 months, January 2023 to December 2024.');
  await accept(page, 'Sample, small');
  expect(await shown(page)).toEqual(PICTURES);
  await expect(picture(page, 'mrr-bridge').locator('.ps-marks').first()).toBeAttached();
  await expectWords(page);
});

test('several files of one export are one ledger; others are told apart', async ({ page }) => {
  await open(page);
  const [header, ...rows] = LEDGER.split('\n');
  const half = (from, to) => [header, ...rows.slice(from, to)].join('\n');
  await choose(page, file('one.csv', half(0, 30)), file('two.csv', half(30)));
  await expect(review(page).getByRole('heading').first()).toHaveText('one.csv and 1 more');
  await expect(outcome(page)).toHaveText('7 customers over 14 months, January 2024 to February 2025. 56 of 56 rows count.');
  await choose(page, file('one.csv', LEDGER), file('other.csv', 'Date,Customer,Type,MRR\n2025-01-03,Acme,New,100.00\n'));
  await expect(failure(page)).toContainText('“other.csv” has other columns than “one.csv”, so they are not one table.');
  await failure(page).getByRole('button', { name: 'Close' }).click();
  await expect(room(page).locator('.ps-failed')).toHaveCount(0);
});

test('what can be read in two ways is asked, and nothing is accepted before it is answered', async ({ page }) => {
  await open(page);
  await choose(page, file('both.csv', AMBIGUOUS));
  await expect(outcome(page)).toHaveText('2 things cannot be told from the data alone. Answer them, and the rest is read.');
  await expect(use(page)).toHaveAttribute('aria-disabled', 'true');
  await use(page).focus();
  await page.keyboard.press('Enter');
  await expect(use(page)).toBeFocused();
  await expect(ledger(page)).toHaveCount(0);

  const dates = review(page).getByRole('group', { name: /“03\/04\/2025”: what stands first/ });
  const amounts = review(page).getByRole('group', { name: /“1\.000”: is the mark a decimal mark/ });
  await expect(review(page).getByRole('radio', { checked: true })).toHaveCount(0);
  await dates.getByRole('radio', { name: 'The day' }).click();
  await expect(outcome(page)).toHaveText('One thing cannot be told from the data alone. Answer it, and the rest is read.');
  await amounts.getByRole('radio', { name: /^The comma/ }).click();
  // Answered so, the amounts are whole numbers, which raises a question of its own.
  await review(page).getByRole('group', { name: /“1\.000”: are amounts whole units, or cents/ }).getByRole('radio', { name: /^Whole/ }).click();
  await expect(outcome(page)).toHaveText('2 customers over 3 months, April 2025 to June 2025. 3 of 3 rows count.');
  await accept(page, 'both.csv');
  await expect(picture(page, 'mrr-bridge').getByRole('heading')).toContainText('to $2,500');
});

test('what a column holds can be changed, and is remembered for the next file with such headers', async ({ page }) => {
  await open(page);
  const wrong = LEDGER.replace('Segment', 'Listed');
  await choose(page, file('first.csv', wrong));
  await expect(outcome(page)).toContainText('7 customers over 14 months');
  const listed = review(page).getByRole('row', { name: /Listed/ }).getByRole('combobox');
  const before = await listed.inputValue();
  await listed.selectOption("Customer's name");
  await review(page).getByRole('row', { name: /^Customer/ }).getByRole('combobox').selectOption('Not used');
  await expect(outcome(page)).toContainText('2 customers over 14 months');
  await accept(page, 'first.csv');

  // The page keeps it: it is there after a reload, for next month's file.
  await expect.poll(() => stored(page)).toContain('plimsoll-mapping');
  await page.reload();
  await started(page);
  await choose(page, file('next.csv', `${wrong}\nHazel,2025-03,10,Tiny`));
  await expect(outcome(page)).toContainText('3 customers over 15 months');
  await expect(review(page).getByRole('row', { name: /Listed/ }).getByRole('combobox')).not.toHaveValue(before);
  // Other headers are read afresh.
  await choose(page, file('other.csv', LEDGER));
  await expect(outcome(page)).toContainText('7 customers over 14 months');
});

test('an answer is remembered as well, so that the same question is not asked twice', async ({ page }) => {
  await open(page);
  await choose(page, file('both.csv', AMBIGUOUS));
  await review(page).getByRole('radio', { name: 'The month' }).click();
  await review(page).getByRole('radio', { name: /^The point/ }).click();
  await expect(outcome(page)).toContainText('March 2025 to May 2025');
  await accept(page, 'both.csv');
  await choose(page, file('both.csv', AMBIGUOUS));
  await expect(outcome(page)).toContainText('March 2025 to May 2025');
  await expect(review(page).getByRole('radio')).toHaveCount(0);
});

test('the rows behind a bar, a month, a cohort and a figure are those that were counted', async ({ page }) => {
  await open(page);
  await openLedger(page);
  const rows = () => behind(page).locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.innerText).join(' ')));
  const mark = (slug, name) => picture(page, slug).locator('.ps-marks').getByLabel(name).locator('visible=true').first();

  await mark('mrr-bridge', /^Churn: −\$230/).click();
  await expect(behind(page).getByRole('heading')).toHaveText('Churn, March 2024 to February 2025: 2 customers');
  await expect(page.locator('#behind-title')).toBeFocused();
  expect(await rows()).toEqual(['Bolt Big $200.00 $120.00 −$200.00', 'Elm Small $0.00 $0.00 −$30.00']);
  await behind(page).getByRole('button', { name: 'Close' }).click();
  await expect(behind(page)).toHaveCount(0);

  await mark('mrr-movements', /^October 2024: net/).click({ position: { x: 20, y: 5 } });
  await expect(behind(page).getByRole('heading')).toHaveText('Customers in October 2024: 3 customers');
  await mark('mrr-movements', /^October 2024: churn/).click();
  await expect(behind(page).getByRole('heading')).toHaveText('Churn, October 2024: 1 customer');
  await mark('cohorts-in-customers', /^January 2024 or before, after 9 months: 2 of 4 customers \(50\.0%\)$/).click();
  await expect(behind(page).getByRole('heading')).toHaveText('First paid in January 2024, measured in October 2024: 4 customers');
  expect(await rows()).toEqual(['Bolt Big $200.00 $0.00 −$200.00', 'Acme Big $100.00 $150.00 $50.00', 'Gorse Small $50.00 $0.00 −$50.00',
    'Cog Small $80.00 $80.00 $0.00']);
  await page.getByRole('button', { name: 'Rows behind New MRR' }).click();
  await expect(behind(page).getByRole('heading')).toHaveText('New MRR, February 2024 to February 2025: 2 customers');
  expect(await rows()).toEqual(['Dune Small $0.00 $70.00 $70.00', 'Fern Small $0.00 $25.00 $25.00']);
});

test('the calculator takes the figures over, and gives them back', async ({ page }) => {
  await open(page);
  await openLedger(page);
  const offer = page.locator('.ps-offer');
  await expect(offer.getByRole('row', { name: /^MRR at the start/ })).toContainText('$240,000');
  await offer.getByRole('button', { name: 'Use these figures' }).click();
  const figures = { 'start-mrr': '380', 'new-mrr': '95', 'expansion-mrr': '50', 'contraction-mrr': '100', 'churned-mrr': '0',
    'start-customers': '3', 'new-customers': '2', 'lost-customers': '0' };
  for (const [slug, text] of Object.entries(figures)) await expect.poll(async () => Number(await field(page, 'figure', slug).inputValue()), slug).toBe(Number(text));
  await expect(value(page, 'net-revenue-retention')).toHaveText('86.8%');
  await expect(value(page, 'gross-revenue-retention')).toHaveText('73.7%');
  await expect(offer.locator('tr[data-changed=true]')).toHaveCount(0);
  await expect(tool(page, 'Undo')).toHaveAccessibleName("Undo: use of the ledger's figures");
  await tool(page, 'Undo').click();
  await expect(field(page, 'figure', 'start-mrr')).toHaveValue('240,000');
  await expect(offer.locator('tr[data-changed=true]')).not.toHaveCount(0);

  // Of one group.
  await page.getByLabel('Told apart by').selectOption('Segment');
  await page.getByLabel('Count', { exact: true }).selectOption('Big');
  await expect(offer.getByRole('row', { name: /^MRR at the start/ })).toContainText('$300');
});

test('another file takes the place of the ledger only when it is accepted', async ({ page }) => {
  await open(page);
  await openLedger(page);
  await choose(page, file('next.csv', 'Customer,Month,MRR\nHazel,2025-01,10.00\nHazel,2025-02,12.00\n'));
  await expect(outcome(page)).toContainText('1 customer over 2 months');
  await expect(page.locator('#ledger-title')).toHaveText('ledger.csv');
  await review(page).getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('button', { name: 'Rows behind MRR at the start' }).click();
  await expect(behind(page)).toContainText('3 customers');
  await choose(page, file('next.csv', 'Customer,Month,MRR\nHazel,2025-01,10.00\nHazel,2025-02,12.00\n'));
  await accept(page, 'next.csv');
  await expect(page.locator('.ps-notes')).toContainText('does not reach back a quarter');
});
