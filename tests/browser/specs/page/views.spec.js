// The views: panels of their own, conventions side by side, what feeds what, every published table, the reference.
import { expect, open, test } from '../../guard.js';
import { card, field, value } from '../../parts.js';

const view = (page, name) => page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name, exact: true });
const show = async (page, name) => {
  await view(page, name).click();
  await expect(view(page, name)).toHaveAttribute('aria-current', 'page');
};

test('each panel brings its figures and its cards', async ({ page }) => {
  await open(page);
  for (const [name, figure, metric, text] of [
    ['Expansion', 'licensed-seats', 'seat-utilisation', '80.0%'],
    ['Renewal', 'contracts-due', 'renewal-rate-by-logo', '84.8%'],
    ['Health', 'scored-customers', 'at-risk-rate', '10.7%'],
    ['Engagement', 'promoters', 'net-promoter-score', '22.9'],
    ['Team', 'csms', 'accounts-per-csm', '90'],
  ]) {
    await show(page, name);
    await expect(field(page, 'figure', figure)).toBeVisible();
    await expect(value(page, metric)).toHaveText(text);
  }
  await field(page, 'figure', 'csms').fill('4');
  await expect(value(page, 'accounts-per-csm')).toHaveText('67.5');
});

test('what waits for figures says so, and what would help most is one click away', async ({ page }) => {
  await open(page);
  await show(page, 'Team');
  const waiting = page.locator('.ps-waiting__row', { hasText: 'Managers that your accounts take' });
  await expect(waiting).toContainText('Needs hours a month per manager and hours a month per account.');
  await page.getByRole('link', { name: 'Hours a month per manager' }).click();
  await expect(field(page, 'figure', 'hours-per-csm')).toBeFocused();
  await page.keyboard.type('160');
  await field(page, 'figure', 'hours-per-account').fill('2');
  await expect(value(page, 'csm-capacity')).toHaveText('53.3');
  await expect(value(page, 'csms-by-time')).toHaveText('6');
  await expect(page.locator('.ps-waiting')).toHaveCount(0);
});

test('a number that is known needs no figures', async ({ page }) => {
  await open(page);
  await show(page, 'Team');
  await page.getByRole('button', { name: 'I know this number: Accounts that a manager has time for' }).click();
  await field(page, 'known', 'csm-capacity').fill('45');
  await expect(value(page, 'csms-by-time')).toHaveText('6');
});

test('a convention counts wherever its metric does, and is taken back', async ({ page }) => {
  await open(page);
  await card(page, 'lifetime-value').getByLabel('Counted as').selectOption('Lifetime value, capped and discounted');
  await expect(card(page, 'lifetime-value')).toContainText('Lifetime value, capped and discounted');
  await expect(value(page, 'ltv-cac')).toHaveText('1.6 : 1');
  await show(page, 'Conventions');
  const rows = page.locator('.ps-convention', { hasText: 'Lifetime value, on revenue' }).getByRole('row');
  await expect(rows.filter({ hasText: 'capped and discounted' })).toContainText('counts');
  await page.getByRole('button', { name: 'Count by: Lifetime value, on revenue' }).click();
  await expect(rows.filter({ hasText: 'on revenue' })).toContainText('counts');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(rows.filter({ hasText: 'capped and discounted' })).toContainText('counts');
  await expect(view(page, 'Conventions')).toHaveAttribute('aria-current', 'page');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await show(page, 'Overview');
  await expect(value(page, 'ltv-cac')).toHaveText('2.8 : 1');
});

test('the open view is there again after a reload', async ({ page }) => {
  await open(page);
  await show(page, 'Health');
  await page.reload();
  await expect(view(page, 'Health')).toHaveAttribute('aria-current', 'page');
  await expect(value(page, 'health-score')).toHaveText('60.5');
});

test('every published table is found and sorted', async ({ page }) => {
  await open(page);
  await show(page, 'Benchmarks');
  await expect(page.locator('#benchmark-found')).toHaveText(/^\d\d tables, \d{3} rows$/);
  await page.getByLabel('Search').fill('medians by industry');
  await expect(page.locator('.ps-published')).toHaveCount(1);
  const table = page.locator('.ps-published');
  const first = table.locator('tbody tr').first();
  await expect(first).toContainText('Infrastructure / DevOps');
  const churn = table.getByRole('columnheader').last();
  await churn.getByRole('button').click();
  await churn.getByRole('button').click();
  await expect(churn).toHaveAttribute('aria-sort', 'descending');
  await expect(first).toContainText('EdTech');
  await page.getByLabel('Search').fill('nothing like that');
  await expect(page.locator('#benchmark-found')).toHaveText('0 tables, 0 rows');
});

test('the map goes from metric to metric', async ({ page }) => {
  await open(page);
  await show(page, 'What feeds what');
  await expect(page.locator('#map-summary')).toContainText('feed LTV : CAC; no metric rests on it.');
  await page.locator('.ps-map').getByRole('button', { name: /^Logo churn/ }).click();
  await expect(page.locator('#map-summary')).toContainText('2 figures and metrics feed logo churn');
  await expect(page.locator('.ps-map__box[data-focus]')).toContainText('Logo churn');
  await page.getByLabel('Metric', { exact: true }).selectOption('Seat utilisation');
  await expect(page.locator('.ps-map__box--figure')).toHaveCount(2);
});

test('the reference says what each metric is', async ({ page }) => {
  await open(page);
  await show(page, 'Reference');
  await page.getByText('Quick ratio', { exact: true }).click();
  const quick = page.locator('.ps-definition[open]');
  await expect(quick).toContainText('= (new MRR + expansion MRR + reactivated MRR) ÷ (contraction MRR + churned MRR)');
  await quick.getByRole('button', { name: 'See what feeds it' }).click();
  await expect(page.locator('#map-summary')).toContainText('feed quick ratio');
});

test('how sure a rate is, and what others say, is one click away', async ({ page }) => {
  await open(page);
  const churn = card(page, 'logo-churn');
  await churn.getByText('The book is too small to tell').click();
  await expect(churn).toContainText('between 15.5% and 25.4% a year (95% interval, Wilson)');
  await show(page, 'Team');
  await card(page, 'accounts-per-csm').getByText('Inside 1 of 4 published ranges.').click();
  await expect(card(page, 'accounts-per-csm')).toContainText('Accounts below $25K a year');
});

test('nothing sticks out at any width, in any view', async ({ page }) => {
  await open(page);
  for (const width of [360, 1280, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    for (const name of ['Expansion', 'Renewal', 'Health', 'Engagement', 'Team', 'Benchmarks', 'Conventions', 'What feeds what', 'Reference']) {
      await show(page, name);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(wide, `${name} at ${width}`).toBe(0);
    }
  }
});

test('which published table a value is read by is chosen', async ({ page }) => {
  await open(page);
  await show(page, 'Team');
  const accounts = card(page, 'accounts-per-csm');
  await accounts.getByText('Inside 1 of 4 published ranges.').click();
  await expect(accounts).toContainText('Low-touch, $5K–$25K a year, 100 to 250: below it');
  await accounts.getByLabel('Read by').selectOption('Accounts per CSM by segment');
  await expect(accounts.locator('.ps-card__convention')).toContainText('SMB, 100 to 300 and more: below it.');
});

test('by keys alone: views, a convention, the map, a number that is known', async ({ page }) => {
  await open(page);
  const focused = page.locator(':focus');
  const reach = async (target, most = 120) => {
    for (let presses = 0; presses < most; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('it is never reached');
  };
  await reach(view(page, 'Conventions'));
  await page.keyboard.press('Enter');
  await reach(page.getByRole('button', { name: 'Count by: Lifetime value, on revenue' }));
  await page.keyboard.press('Enter');
  await expect(focused).toHaveText('counts');
  await expect(focused).toHaveAttribute('aria-pressed', 'true');

  await page.keyboard.press('Control+Home');
  await view(page, 'What feeds what').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#map-summary')).toBeVisible();
  await reach(page.locator('.ps-map').getByRole('button', { name: /^Logo churn/ }));
  await page.keyboard.press('Enter');
  await expect(page.locator('#map-summary')).toContainText('logo churn');
  await expect(focused).toHaveAccessibleName(/^Logo churn/);

  await view(page, 'Team').focus();
  await page.keyboard.press('Enter');
  await reach(page.getByRole('button', { name: 'I know this number: Accounts that a manager has time for' }));
  await page.keyboard.press('Enter');
  await expect(field(page, 'known', 'csm-capacity')).toBeFocused();
  await page.keyboard.type('45');
  await expect(value(page, 'csms-by-time')).toHaveText('6');
});
