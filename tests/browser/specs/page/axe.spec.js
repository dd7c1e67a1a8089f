// No fault that a checker of accessibility can find, in any state, light or dark, at any width.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../../guard.js';
import { STATES as KEPT, openIn } from '../../states.js';

// Between light and dark only colours differ.
const RULES = {
  light: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  dark: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};

/** How each state is brought about, beyond what is kept. */
const STATES = {
  example: () => {},
  wrong: () => {},
  moved: () => {},
  known: () => {},
  pasted: (page) => expect(page.locator('.ps-issue')).toHaveCount(2),
  movable: async (page) => {
    for (const button of await page.getByRole('button', { name: 'Move the lines' }).all()) await button.click();
    await expect(page.locator('.ps-lines__strip').first()).toBeVisible();
    await page.locator('.ps-divider').first().focus();
    await page.keyboard.press('ArrowRight');
  },
  scenarios: async (page) => {
    await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Scenarios' }).click();
    await page.getByRole('button', { name: 'Add an empty scenario' }).click();
    await page.locator('#entry-s1-churn').fill('90');
    await page.locator('#entry-project-target').fill('6m');
    await page.getByText('The numbers', { exact: true }).click();
  },
  unsure: async (page) => {
    await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Scenarios' }).click();
    await page.locator('#ranges summary').click();
    await page.locator('#entry-range-churned-mrr').fill('20k to 60k');
    await page.locator('#entry-range-new-mrr').fill('60k to 50k');
    await expect(page.locator('.ps-unsure')).toContainText(/(?<! of )100,032 draws of/);
  },
  explained: async (page) => {
    for (const button of await page.getByRole('button', { name: 'How this came about' }).all()) await button.click();
    await expect(page.locator('.ps-why')).toHaveCount(await page.locator('.ps-card').count() - 1); // the equation explains itself
  },
};

for (const [state, reach] of Object.entries(STATES)) test(`axe finds nothing: ${state}`, async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' }); // colours are judged at rest
  await openIn(page, state in KEPT ? state : 'example');
  await reach(page);
  for (const width of [360, 1280, 1920]) for (const colorScheme of ['light', 'dark']) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode() // one frame needs no joining, which takes longest
      .options({ runOnly: RULES[colorScheme], resultTypes: ['violations'] }).analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`));
    expect(found, `${colorScheme}, ${width} pixels`).toEqual([]);
  }
});
