// The data room as it looks: nothing a checker of accessibility finds, nothing cut off, in any light and at any width.
import AxeBuilder from '@axe-core/playwright';
import { expect, open, test } from '../../guard.js';
import { expectWords } from '../../parts.js';
import { AMBIGUOUS, behind, choose, file, openLedger, outcome, picture } from '../../room.js';

const WIDTHS = [360, 1280, 1920];
const RULES = {
  light: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  dark: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};

// What is asked, what was left out, and names that are as long and odd as they come.
const HARD = `${AMBIGUOUS}"${'Worldwide Amalgamated '.repeat(9)}",03/04/2025,n/a\n${'w'.repeat(300)},03/04/2025,1.000\n<b>\u202eBold</b>,soon,5%\n`;

const STATES = {
  review: async (page) => {
    await choose(page, file(`${'a-very-long-name-'.repeat(12)}.csv`, HARD));
    await expect(outcome(page)).toContainText('2 things cannot be told');
    await page.locator('.ps-preview summary').click();
  },
  pictures: async (page) => {
    await openLedger(page);
    await page.getByLabel('Told apart by').selectOption('Segment');
    await expect(picture(page, 'arr-by-group')).toBeVisible();
    await picture(page, 'mrr-bridge').getByRole('button', { name: 'Table' }).click();
    await page.getByRole('button', { name: 'Rows behind MRR at the start' }).click();
    await expect(behind(page)).toBeVisible();
  },
  refused: async (page) => {
    await choose(page, file('rand.csv', 'Customer,Month,MRR\nAcme,2025-01,ZAR 100.00\n'));
    await expect(page.locator('#room').getByRole('alert')).toContainText('The amounts are in ZAR');
  },
};

for (const [state, reach] of Object.entries(STATES)) test(`nothing is found, and all fits: ${state}`, async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await reach(page);
  await expectWords(page);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const found = await page.evaluate(() => {
      const root = document.documentElement;
      const scrolls = (element) => element && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
      const outside = (element) => {
        const { width, left, right } = element.getBoundingClientRect();
        return width > 1 && (right > root.clientWidth + 1 || left < -1) && !scrolls(element.parentElement);
      };
      const all = [...document.querySelectorAll('#room *')].filter((element) => !element.closest('svg, .ps-unseen'));
      return { scrolls: root.scrollWidth > root.clientWidth, outside: all.filter(outside).map((each) => `${each.tagName}.${each.className}`) };
    });
    expect(found, `at ${width} pixels`).toEqual({ scrolls: false, outside: [] });
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('#room')
        .options({ runOnly: RULES[colorScheme], resultTypes: ['violations'] }).analyze();
      const list = violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`));
      expect(list, `${colorScheme}, ${width} pixels`).toEqual([]);
    }
  }

});
