// From data to the calculator, and back to the rows behind each figure.
import { expect, open, test } from '../../guard.js';
import { field, panel, tool } from '../../parts.js';
import { accept, behind, choose, file, ledger, openLedger, outcome, said } from '../../room.js';

const TWO_DATES = 'Customer,Start MRR,End MRR,Segment\nAcme,1200,1500,SMB\nBrook,800,0,SMB\nCove,0,99.5,Mid\n';
const SHORT = ['Customer,Month,MRR', ...['01', '02', '03', '04', '05'].flatMap((month, at) => [`Acme,2025-${month},${100 + at}`, `Bolt,2025-${month},50`])].join('\n');

const use = (page) => ledger(page).getByRole('button', { name: 'Use these figures' });
const links = (page) => page.locator('#app').getByRole('button', { name: /^Rows behind / });

test('a figure that a ledger gave leads to the rows behind it, as long as it says the same', async ({ page }) => {
  await open(page);
  await openLedger(page);
  await expect(links(page)).toHaveCount(0);
  await use(page).click();
  await expect(links(page)).toHaveCount(8);
  await page.locator('#app').getByRole('button', { name: 'Rows behind Contraction MRR' }).click();
  await expect(page.locator('#behind-title')).toBeFocused();
  await expect(page.locator('#behind-title')).toHaveText('Contraction MRR, February 2024 to February 2025: 2 customers');
  await expect(behind(page).getByRole('rowheader')).toHaveText(['Bolt', 'Cog']);

  await field(page, 'figure', 'contraction-mrr').fill('5');
  await expect(links(page)).toHaveCount(7);
  await tool(page, 'Undo').click();
  await expect(links(page)).toHaveCount(8);

  await page.reload();
  await expect(links(page), 'what is kept is kept with where it came from').toHaveCount(8);
  await links(page).first().click();
  await expect(said(page)).toHaveText('The ledger is not open any more. Open its file again, and the rows are there.');
});

test('who is back within the win-back window has never left, in whatever light', async ({ page }) => {
  await open(page);
  await openLedger(page);
  const churned = ledger(page).getByRole('row', { name: /^Churned MRR, month by month/ });
  await expect(churned).toContainText('$230');
  await page.getByLabel('Who comes back').selectOption('3');
  await expect(churned).toContainText('$30');
  await page.getByLabel('Told apart by').selectOption('Segment');
  await expect(page.getByLabel('Who comes back')).toHaveValue('3');
  await expect(page.locator('#picture-movements-by-group')).toContainText('grew by $75');
  await page.getByLabel('Who comes back').selectOption('0');
  await expect(churned).toContainText('$230');
});

test('a table of two dates gives figures too, whatever the window', async ({ page }) => {
  await open(page);
  await choose(page, file('two.csv', TWO_DATES));
  await expect(outcome(page)).toHaveText('3 customers at two dates. 3 of 3 rows count.');
  await accept(page, 'two.csv');
  await expect(page.locator('.ps-picture')).toHaveCount(0);
  await page.getByLabel('Told apart by').selectOption('Segment');
  await page.getByLabel('Count', { exact: true }).selectOption('SMB');
  await use(page).click();
  for (const [slug, text] of Object.entries({ 'start-mrr': '2000', 'new-mrr': '0', 'expansion-mrr': '300', 'churned-mrr': '800', 'start-customers': '2' })) {
    await expect(field(page, 'figure', slug)).toHaveValue(text);
  }
  await expect(page.getByLabel('Window', { exact: true })).toHaveValue('year');
});

test('a ledger that is shorter than the window offers a shorter one, and says so', async ({ page }) => {
  await open(page);
  await choose(page, file('short.csv', SHORT));
  await accept(page, 'short.csv');
  await expect(page.locator('.ps-offer__shorter')).toContainText('counted over a shorter one');
  await expect(page.locator('.ps-offer__span')).toHaveText('February 2025 to May 2025');
  await use(page).click();
  await expect(page.getByLabel('Window', { exact: true })).toHaveValue('quarter');
  await expect(page.locator('.ps-offer__shorter')).toHaveText('');
  await tool(page, 'Undo').click();
  await expect(page.getByLabel('Window', { exact: true })).toHaveValue('year');
});

test('a table of the clipboard keeps merged cells, and whole numbers that are shown rounded', async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Segment\tName\tStart MRR\tEnd MRR\nSMB\tAcme\t1,200.00\t$1,235\n\tBrook\t800.00\t0\n');
    clipboardData.setData('text/html', `<table><tr><td>Segment<td>Name<td>Start MRR<td>End MRR
      <tr><td rowspan="2">SMB<td>Acme<td x:num="1200">1,200.00<td x:num="1234.57">$1,235
      <tr><td>Brook<br>Ltd<td data-sheets-value='{"1":3,"3":800}'>800.00<td x:num>0</table><img src="https://elsewhere.example/x.png">`);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(panel(page)).toHaveAttribute('open');
  await expect(page.locator('#paste-text')).toHaveValue('Segment\tName\tStart MRR\tEnd MRR\nSMB\tAcme\t1,200.00\t$1234.57\nSMB\tBrook Ltd\t800.00\t0');
  await expect(panel(page).getByRole('row', { name: /Expansion MRR/ })).toHaveText('Expansion MRR$28,800$34.57');
});
