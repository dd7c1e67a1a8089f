// On paper the page is a brief: all of the answer, nothing that can only be pressed, nothing cut off.
import { expect, test } from '../../guard.js';
import { openIn } from '../../states.js';

test('nothing is cut off, and what can only be pressed is left out', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.setViewportSize({ width: 688, height: 1017 }); // A4 within its margins
  await openIn(page, 'moved');
  const found = await page.evaluate(() => {
    const shown = [...document.querySelectorAll('#app *')].filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('svg, .ps-unseen'));
    const cut = (element) => getComputedStyle(element).overflow !== 'visible'
      && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
    return {
      wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      outside: shown.filter((element) => element.getBoundingClientRect().right > 689).map((element) => element.className),
      cut: shown.filter(cut).map((element) => element.id || element.className),
      pressed: shown.filter((element) => element.matches('button, input[type=range], input[type=radio], textarea')).length,
    };
  });
  expect(found).toEqual({ wide: false, outside: [], cut: [], pressed: 0 });
  for (const part of ['.ps-headline__sentence', '.ps-what-if__sentence', '#figure-start-mrr']) await expect(page.locator(part)).toBeVisible();
  await expect(page.locator('.ps-card:visible')).toHaveCount(15);
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
});
