// What an element is told may be wrong or meant ill, and the page around it may be hostile or fragile.
import { expect, test } from '../../guard.js';
import { SCRIPT, host, number, said } from '../../host.js';

const CASES = {
  'an unknown metric': ['metrics="nonsense logo-churn"', 'There is no metric “nonsense”.'],
  'no JSON': ['figures="{start-mrr: 5"', /^“figures” is no JSON: /],
  'a list for an object': ['figures="[1, 2]"', '“figures” is no JSON object.'],
  'a number for an object': ['figures="7"', '“figures” is no JSON object.'],
  'a list for a figure': ['figures=\'{"start-mrr": [1]}\'', '“start-mrr” in “figures” is neither a number nor a text.'],
  'true for a figure': ['figures=\'{"start-mrr": true}\'', '“start-mrr” in “figures” is neither a number nor a text.'],
  'an unknown figure': ['figures=\'{"start-arr": 1}\'', 'There is no figure “start-arr”.'],
  'an object that would pollute': ['figures=\'{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}\'', /^“__proto__” in “figures” is neither/],
  'an unknown lever': ['levers=\'{"luck": 1}\'', 'There is no lever “luck”.'],
  'an unknown segment': ['segment="giants"', 'There is no segment “giants”.'],
  'an unknown window': ['window="decade"', 'There is no window “decade”.'],
  'an unknown currency': ['currency="XXX"', 'There is no currency “XXX”.'],
  'an unknown part': ['parts="cards bells"', 'There is no part “bells”.'],
  'an unknown locale': ['locale="not a locale"', 'There is no locale “not a locale”.'],
  'markup for a metric': ['metrics="<img/src=x/onerror=alert(1)>"', 'There is no metric “<img/src=x/onerror=alert(1)>”.'],
  'too many metrics': [`metrics="${Array.from({ length: 300 }, (_, at) => `m${at}`).join(' ')}"`, 'There is no metric “m0”.'],
};

for (const [name, [attributes, sentence]] of Object.entries(CASES)) test(`says what is wrong: ${name}`, async ({ page }) => {
  const console_ = said(page);
  await host(page, `<plimsoll-calculator ${attributes}></plimsoll-calculator>`);
  await expect(page.locator('plimsoll-calculator .ps-card').first()).toBeVisible();
  await expect(page.locator('plimsoll-calculator .ps-embed__notes p').first()).toHaveText(sentence);
  const told = console_.warning.filter((line) => line.startsWith('<plimsoll-calculator>: '));
  expect(told[0].slice('<plimsoll-calculator>: '.length)).toMatch(sentence);
  expect(new Set(told).size, 'each is said once').toBe(told.length);
  expect(await page.evaluate(() => [({}).polluted, Object.keys(Object.prototype)])).toEqual([undefined, []]);
});

test('a figure that cannot be read says so beside its field', async ({ page }) => {
  await host(page, '<plimsoll-calculator metrics="logo-churn" figures=\'{"start-customers": "a lot", "lost-customers": 5}\'></plimsoll-calculator>');
  await expect(page.locator('#figure-problem-start-customers')).toContainText('not part of a number');
  await expect(page.locator('#figure-start-customers')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('.ps-value__reason')).toContainText('see the word beside the field');
});

test('whatever a property is set to, nothing is thrown', async ({ page }) => {
  const console_ = said(page);
  await host(page, '<plimsoll-calculator></plimsoll-calculator>');
  await expect(number(page)).toHaveText('93.5%');
  const thrown = await page.locator('plimsoll-calculator').evaluate(async (element) => {
    const circle = {};
    circle.circle = circle;
    const values = [null, undefined, 7, NaN, '', 'x', true, [], [[]], {}, circle, () => {}, Symbol('s'), 7n, new Proxy({}, { ownKeys() { throw new Error('no'); } }),
      { get 'start-mrr'() { throw new Error('no'); } }, Object.create({ 'start-mrr': 5 }), { 'start-mrr': { toString() { throw new Error('no'); } } }, document, new Date(NaN)];
    const thrown = [];
    for (const name of ['figures', 'levers', 'metrics', 'parts', 'segment', 'window', 'currency', 'locale', 'theme', 'readOnly']) {
      for (const [at, value] of values.entries()) {
        try {
          element[name] = value;
          await Promise.resolve();
          void element[name];
          void element.report;
        } catch (error) {
          thrown.push(`${name} ${at}: ${error}`);
        }
      }
      element[name] = null;
    }
    return thrown;
  });
  expect(thrown).toEqual([]);
  await expect(number(page)).toHaveText('93.5%');
  expect(console_.error).toEqual([]);
});

const HOSTILE = `* { all: unset; } *, *::before, *::after { color: red !important; font: 40px cursive !important; letter-spacing: 1em; direction: rtl; visibility: visible }
  html { font-size: 40px; color-scheme: dark } div, p, article, svg, input, .ps-card, .ps-chip { display: none !important; position: fixed; opacity: 0 }
  :root { --ps-ink: red; --ps-band: red; --ps-surface: red }`;

test('a host’s sheet does not reach it', async ({ page }) => {
  const looks = () => page.locator('plimsoll-calculator').evaluate((element) => {
    const root = element.shadowRoot;
    return ['.ps-card', '.ps-chip', '.ps-value__text', '.ps-input__text', '.ps-field__label', '.ps-scale__picture'].map((selector) => {
      const part = root.querySelector(selector);
      const style = getComputedStyle(part);
      const box = part.getBoundingClientRect();
      return [selector, style.color, style.font, style.backgroundColor, style.display, style.opacity, style.letterSpacing, style.direction, box.width > 0, Math.round(box.height)];
    });
  });
  const element = '<plimsoll-calculator theme="light"></plimsoll-calculator>';
  await host(page, element);
  await expect(number(page)).toHaveText('93.5%');
  const alone = await looks();
  await host(page, `<section id="wide">${element}</section>`, { head: `<link rel="stylesheet" href="hostile.css">${SCRIPT}`, more: { 'hostile.css': `${HOSTILE} #wide, plimsoll-calculator { display: block !important; direction: ltr }` } });
  await expect(number(page)).toHaveText('93.5%');
  expect(await looks()).toEqual(alone);
});

test('nothing of it reaches the host', async ({ page }) => {
  const body = '<h1 id="title">Host</h1><p class="ps-card" id="card">Words <button class="ps-button" id="button">Press</button></p>';
  const state = () => page.evaluate(() => ({
    names: Object.getOwnPropertyNames(globalThis).sort(),
    sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
    head: document.head.children.length,
    looks: ['body', '#title', '#card', '#button'].map((selector) => {
      const style = getComputedStyle(document.querySelector(selector));
      return [style.color, style.backgroundColor, style.font, style.padding, style.border, style.display, style.colorScheme];
    }),
    storage: [localStorage.length, sessionStorage.length, document.cookie],
  }));
  await host(page, body, { head: '' });
  const before = await state();
  await host(page, `${body}<plimsoll-calculator></plimsoll-calculator>`);
  await expect(number(page)).toHaveText('93.5%');
  const after = await state();
  expect({ ...after, head: 0, names: 0 }).toEqual({ ...before, head: 0, names: 0 });
  expect(after.head).toBe(before.head + 1); // the script tag itself
  expect(after.names.filter((name) => !before.names.includes(name))).toEqual([]);
});

test('is dressed from outside by custom properties and parts, and by nothing else', async ({ page }) => {
  await host(page, '<plimsoll-calculator></plimsoll-calculator>', {
    head: `<link rel="stylesheet" href="own.css">${SCRIPT}`,
    more: { 'own.css': 'plimsoll-calculator { --ps-surface: rgb(1, 2, 3); --ps-rem: 20px } plimsoll-calculator::part(card) { border-radius: 9px } .ps-card { padding: 99px }' },
  });
  await expect(number(page)).toHaveText('93.5%');
  const style = await page.locator('plimsoll-calculator .ps-card').evaluate((card) => {
    const { backgroundColor, borderTopLeftRadius, paddingTop } = getComputedStyle(card);
    return [backgroundColor, borderTopLeftRadius, paddingTop, getComputedStyle(card.querySelector('.ps-value__text')).fontSize];
  });
  expect(style).toEqual(['rgb(1, 2, 3)', '9px', '20px', '45px']);
});

test('is light or dark as it is told, and else as the page is', async ({ page }) => {
  const element = (theme) => `<plimsoll-calculator parts="cards" ${theme}></plimsoll-calculator>`;
  await page.emulateMedia({ colorScheme: 'dark' });
  await host(page, element('id="page"') + element('theme="light"') + element('theme="dark"'));
  await expect(page.locator('.ps-value__text')).toHaveCount(3);
  const papers = () => page.locator('plimsoll-calculator').evaluateAll((all) => all.map((one) => getComputedStyle(one.shadowRoot.querySelector('.ps-embed')).backgroundColor));
  const [light, dark] = ['rgb(247, 245, 240)', 'rgb(20, 24, 29)'];
  expect(await papers()).toEqual([light, light, dark]); // a page that says nothing is light
  await page.evaluate(() => document.documentElement.style.setProperty('color-scheme', 'light dark'));
  expect(await papers()).toEqual([dark, light, dark]);
});
