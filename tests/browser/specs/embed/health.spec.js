// <plimsoll-health>: scores of supplied accounts, and weights that are moved.
import { expect, test } from '../../guard.js';
import { events, host, said } from '../../host.js';

const ACCOUNTS = [
  { name: 'Acme', usage: 80, engagement: 70, support: 60, relationship: 90 },
  { name: 'Brook', usage: 20, engagement: 30, support: 40, relationship: 10 },
  { name: 'Cole', usage: 50, support: 100 },
  { name: 'Dune' },
];
const scores = (page) => page.locator('plimsoll-health tbody tr').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())));

test('scores accounts by the model, lowest first, and follows the weights', async ({ page }) => {
  await host(page, `<plimsoll-health model="four-dimensions" accounts='${JSON.stringify(ACCOUNTS)}'>Scores.</plimsoll-health>`);
  // (30 × 80 + 25 × 70 + 20 × 60 + 25 × 90) ÷ 100 = 76; of Cole only 50 of 100 weights are known: (30 × 50 + 20 × 100) ÷ 50 = 70.
  await expect.poll(() => scores(page)).toEqual([
    ['Brook', '24.0', 'At risk'], ['Cole', '70.0 2 of 4 known', 'Healthy'], ['Acme', '76.0', 'Healthy'], ['Dune', '– 0 of 4 known', 'no score'],
  ]);
  const heard = await events(page, 'plimsoll-health');
  const slider = page.locator('#weight-usage');
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', '0, 0.0% of all weights');
  // (25 × 70 + 20 × 60 + 25 × 90) ÷ 70 = 74.29
  await expect.poll(async () => (await scores(page)).find(([name]) => name === 'Acme')[1]).toBe('74.3');
  const [{ target, detail }] = await heard();
  expect([target, detail.model, detail.weights.usage, detail.accounts[0]]).toEqual([true, 'four-dimensions', '0', { name: 'Acme', score: '74.2857', band: 'Healthy', standing: 'good' }]);
  expect(await page.locator('plimsoll-health').evaluate((element) => element.weights.usage)).toBe(0);
  await page.locator('#model').selectOption('seven-indicators');
  await expect(page.locator('plimsoll-health input[type=range]')).toHaveCount(7);
});

test('says what is wrong with accounts and weights', async ({ page }) => {
  const console_ = said(page);
  await host(page, '<plimsoll-health model="nine" weights=\'{"luck": 5, "usage-frequency": 200}\'></plimsoll-health>');
  const notes = page.locator('plimsoll-health .ps-embed__notes p');
  await expect(notes).toHaveText(['There is no model “nine”.', 'This model has no indicator “luck”.', 'The weight of “usage-frequency” has to lie between 0 and 100.']);
  await expect(page.locator('plimsoll-health')).toContainText('There are no accounts yet.');
  await page.locator('plimsoll-health').evaluate((element) => {
    element.model = 'four-dimensions';
    element.weights = { usage: 0, engagement: 0, support: 0, relationship: 0 };
    element.accounts = [{ name: '<b>Acme</b>', usage: 101, support: 'much', __proto__: { engagement: 5 } }, 7, null, { name: 'Brook', usage: [] }];
  });
  await expect(notes).toHaveText(['An account is no object, and is left out.', 'An account is no object, and is left out.',
    '“<b>Acme</b>”: usage is no number from 0 to 100, and counts as unknown.', '“<b>Acme</b>”: support is no number from 0 to 100, and counts as unknown.',
    'Every weight is zero, so there is no score: move one up.']);
  await expect.poll(() => scores(page)).toEqual([['<b>Acme</b>', '– 0 of 4 known', 'no score'], ['Brook', '– 0 of 4 known', 'no score']]);
  expect(console_.warning.length).toBeGreaterThan(5);
});

test('takes thousands of accounts, shows the hundred that need it most, and answers at once', async ({ page }) => {
  await host(page, '<plimsoll-health model="four-dimensions"></plimsoll-health>');
  await page.locator('plimsoll-health').evaluate((element) => {
    element.accounts = Array.from({ length: 2500 }, (_, at) => ({ name: `Account ${at}`, usage: at % 101, engagement: (at * 7) % 101, support: (at * 13) % 101, relationship: 50 }));
  });
  await expect(page.locator('plimsoll-health tbody tr')).toHaveCount(100);
  await expect(page.locator('plimsoll-health .ps-embed__notes')).toHaveText('No more than 2000 accounts are scored.');
  await expect(page.locator('plimsoll-health')).toContainText('1900 more have higher scores, or none.');
});
