// The custom elements in pages of others: what they show, what they are told, what they tell.
import { expect, open, test } from '../../guard.js';
import { events, figure, host, number } from '../../host.js';

const CHURN = `figures='{"start-customers": 250, "lost-customers": 50}'`;

test('one script tag gives a live calculator, under a strict policy and below a path', async ({ page, seen }) => {
  await host(page, '<plimsoll-calculator>A calculator.</plimsoll-calculator>');
  await expect(number(page)).toHaveText('93.5%');
  await expect(page.locator('plimsoll-calculator .ps-chip')).toHaveText('Below target');
  await figure(page, 'expansion-mrr').fill('90000');
  await expect(number(page)).toHaveText('119.0%');
  const origin = new URL(page.url()).origin;
  expect(seen.requests.filter((url) => !url.startsWith('data:') && new URL(url).origin !== origin)).toEqual([]);
});

test('a card says and shows what the page’s card does', async ({ page }) => {
  const outline = (card) => card.evaluate((article) => {
    const parts = ['.ps-card__term', '.ps-card__answer', '.ps-verdict', '.ps-card__scale', '.ps-neighbours'];
    const told = (node) => [node.localName, node.className?.baseVal ?? node.className ?? '', ...['x', 'width', 'd', 'r', 'x1', 'x2', 'data-standing', 'data-side', 'data-current', 'data-reading', 'aria-label'].map((name) => node.getAttribute(name))];
    const walk = (node) => [told(node), [...node.childNodes].filter((child) => child.nodeType === 1 || child.data.trim()).map((child) => (child.nodeType === 1 ? walk(child) : child.data.trim()))];
    return parts.map((part) => walk(article.querySelector(part)));
  });
  await open(page);
  const slugs = ['net-revenue-retention', 'ltv-cac', 'logo-churn'];
  const theirs = [];
  for (const slug of slugs) theirs.push(await outline(page.locator(`article[aria-labelledby=card-${slug}]`)));
  await host(page, `<plimsoll-calculator metrics="${slugs.join(' ')}"></plimsoll-calculator>`);
  await expect(number(page)).toHaveText('93.5%');
  for (const [at, slug] of slugs.entries()) {
    expect(await outline(page.locator(`plimsoll-calculator article[aria-labelledby=card-${slug}]`)), slug).toEqual(theirs[at]);
  }
});

test('attributes and properties mirror each other', async ({ page }) => {
  await host(page, '<plimsoll-calculator metrics="logo-churn"></plimsoll-calculator>');
  await expect(number(page)).toHaveText('20.0%');
  const mirrored = await page.locator('plimsoll-calculator').evaluate((element) => {
    const told = {};
    element.figures = { 'start-customers': 100, 'lost-customers': '3' };
    told.figures = element.getAttribute('figures');
    element.metrics = ['logo-churn', 'customer-retention'];
    told.metrics = element.getAttribute('metrics');
    element.setAttribute('segment', 'enterprise');
    told.segment = element.segment;
    element.readOnly = true;
    told.readonly = element.hasAttribute('readonly');
    element.window = 'month';
    told.report = element.report.metrics.find(({ slug }) => slug === 'logo-churn').printed;
    return told;
  });
  expect(mirrored).toEqual({
    figures: '{"start-customers":100,"lost-customers":"3"}', metrics: 'logo-churn customer-retention', segment: 'enterprise', readonly: true, report: '3.0% a month',
  });
  await expect(number(page)).toHaveText('3.0%');
  await expect(page.locator('plimsoll-calculator .ps-card')).toHaveCount(2);
  await expect(figure(page, 'lost-customers')).not.toBeEditable();
});

test('what was set before the script ran counts', async ({ page }) => {
  await host(page, '<plimsoll-calculator metrics="logo-churn"></plimsoll-calculator>', {
    head: '<script defer src="early.js"></script><script type="module" src="late.js"></script>',
    more: {
      'early.js': 'document.querySelector("plimsoll-calculator").figures = { "start-customers": 10, "lost-customers": 1 };',
      'late.js': 'setTimeout(() => import("./embed/plimsoll.js"), 50);',
    },
  });
  await expect(number(page)).toHaveText('10.0%');
});

test('a change of the reader raises an event with the report, out of shadow roots too', async ({ page }) => {
  await host(page, `<plimsoll-calculator metrics="logo-churn" ${CHURN} parts="choices form levers cards"></plimsoll-calculator>`);
  await expect(number(page)).toHaveText('20.0%');
  const heard = await events(page);
  await figure(page, 'lost-customers').fill('25');
  await page.locator('#choice-window').selectOption('month');
  await page.locator('#lever-churn').fill('-5');
  const all = await heard();
  expect(all.map(({ target }) => target)).toEqual([true, true, true]);
  const churn = all.map(({ detail }) => detail.metrics.find(({ slug }) => slug === 'logo-churn'));
  expect(churn.map(({ printed }) => printed)).toEqual(['10.0% a year', '10.0% a month', '5.0% a month']);
  expect(churn[0].value).toMatchObject({ decimal: '0.1', isExact: true });
  expect(await page.locator('plimsoll-calculator').evaluate((element) => [element.window, element.figures['lost-customers'], element.getAttribute('levers')]))
    .toEqual(['month', '25', '{"churn":"-5"}']);
  // What the page itself sets, the page knows.
  await page.locator('plimsoll-calculator').evaluate((element) => { element.window = 'year'; });
  expect((await heard()).length).toBe(3);
});

test('numbers keep what is typed, and stand in groups when the field is left', async ({ page }) => {
  await host(page, '<plimsoll-calculator></plimsoll-calculator>');
  const field = figure(page, 'start-mrr');
  await expect(field).toHaveValue('240,000');
  await field.click();
  await page.keyboard.press('End');
  await page.keyboard.type('5');
  await expect(field).toHaveValue('240,0005');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('1');
  await expect(field).toHaveValue('240,00015');
  expect(await page.locator('plimsoll-calculator').evaluate((element) => element.figures['start-mrr'])).toBe('24000015');
  await page.keyboard.press('Tab');
  await expect(field).toHaveValue('24,000,015');
});

test('figures may be its light children, and are what stands there without script', async ({ page }) => {
  await host(page, `<plimsoll-calculator metrics="logo-churn"><p>We lost <data data-figure="lost-customers" value="5">five</data> of
    <data data-figure="start-customers" value="50">fifty</data> customers.</p></plimsoll-calculator>`);
  await expect(number(page)).toHaveText('10.0%');
  await expect(page.getByText('We lost')).toBeHidden();
});

test('writes and reads numbers as its locale does', async ({ page }) => {
  await host(page, '<plimsoll-calculator locale="de-DE" currency="EUR" figures=\'{"start-mrr": 1000.5, "expansion-mrr": "1,5", "contraction-mrr": 0, "churned-mrr": 0}\'></plimsoll-calculator>');
  await expect(number(page)).toHaveText('100,1\u00a0%');
  await expect(figure(page, 'start-mrr')).toHaveValue('1000,5');
  await expect(figure(page, 'start-mrr').locator('xpath=..')).toContainText('€');
});

test('a metric inside of a sentence shows its number with its band, and follows a calculator', async ({ page }) => {
  await host(page, `<p>Churn is <plimsoll-metric metric="logo-churn" for="one">20 %</plimsoll-metric> now.</p>
    <plimsoll-calculator id="one" metrics="logo-churn" ${CHURN}></plimsoll-calculator>
    <p>Theirs is <plimsoll-metric id="own" metric="logo-churn" figures='{"start-customers": 100, "lost-customers": 4}'></plimsoll-metric>.</p>`);
  const metric = page.locator('plimsoll-metric').first();
  await expect(metric.locator('.ps-inline')).toHaveText('20.0% a year Below target');
  await expect(page.locator('#own .ps-inline')).toHaveText(/^4\.0% a year /);
  await figure(page, 'lost-customers').fill('5');
  await expect(metric.locator('.ps-inline')).toHaveText(/^2\.0% a year /);
  const heights = await page.locator('p').first().evaluate((p) => [p.getBoundingClientRect().height, p.nextElementSibling.nextElementSibling.getBoundingClientRect().height]);
  expect(Math.abs(heights[0] - heights[1]), 'it stays within the line').toBeLessThan(3);
});

test('read-only can be read only', async ({ page }) => {
  await host(page, `<plimsoll-calculator readonly metrics="logo-churn" ${CHURN} parts="choices form levers cards"></plimsoll-calculator>`);
  await expect(figure(page, 'lost-customers')).not.toBeEditable();
  await expect(page.locator('#choice-window')).toBeDisabled();
  await expect(page.locator('input[type=range]').first()).toBeDisabled();
});

test('every part can be left out', async ({ page }) => {
  await host(page, '<plimsoll-calculator parts="cards, formula sources"></plimsoll-calculator>');
  await expect(number(page)).toHaveText('93.5%');
  const element = page.locator('plimsoll-calculator');
  await expect(element.locator('.ps-form, .ps-what-if, .ps-choices')).toHaveCount(0);
  await element.getByText('How this came about').click();
  await expect(element.locator('.ps-step__line').nth(1)).toContainText('$240,000');
  await expect(element.locator('.ps-sources')).toContainText('Bands: ');
});

test('an explanation that is open stays open while figures change', async ({ page }) => {
  await host(page, '<plimsoll-calculator parts="form cards formula levers"></plimsoll-calculator>');
  const details = page.locator('plimsoll-calculator details').last();
  await details.locator('summary').click();
  await page.locator('#lever-churn').fill('-2');
  await expect(page.locator('plimsoll-calculator .ps-change')).toContainText('better');
  await expect(details).toHaveAttribute('open', '');
});
