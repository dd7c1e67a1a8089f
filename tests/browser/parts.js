// The parts of the page, as specs speak of them.
import { expect } from './guard.js';

/** The answer at the top. */
export const answer = (page) => page.getByRole('heading', { level: 1 });
/** The field of a figure, a lever or a known metric, and what is wrong with it. */
export const field = (page, what, slug) => page.locator(`#${what}-${slug}`);
export const problem = (page, what, slug) => page.locator(`#${what}-problem-${slug}`);
/** A lever's slider. */
export const slider = (page, slug) => page.locator(`input[type=range][aria-labelledby=lever-label-${slug}]`);
/** A metric's card, and the large number on it. */
export const card = (page, slug) => page.locator(`article[aria-labelledby=card-${slug}]`);
export const value = (page, slug) => card(page, slug).locator('.ps-value__text');
/** What the levers change, in a sentence. */
export const sentence = (page) => page.locator('.ps-what-if__sentence');
/** The paste panel. */
export const panel = (page) => page.locator('#paste');
/** A button of the toolbar, whatever it says it would take back. */
export const tool = (page, name) => page.locator('.ps-toolbar').getByRole('button', { name: new RegExp(`^${name}`) });

/** What is wrong stands beside the field, and the field says so to who cannot see it. */
export async function expectProblem(page, what, slug, words) {
  await expect(problem(page, what, slug)).toHaveText(words);
  await expect(problem(page, what, slug)).toBeVisible();
  await expect(field(page, what, slug)).toHaveAttribute('aria-invalid', 'true');
  await expect(field(page, what, slug)).toHaveAttribute('aria-describedby', new RegExp(`\\b${what}-problem-${slug}\\b`));
}

/** Nothing that a program says to itself is ever shown. */
export async function expectWords(page) {
  const text = await page.locator('#app').evaluate((app) => {
    const spoken = [...app.querySelectorAll('[aria-label], [aria-valuetext]')];
    return app.innerText + spoken.map((each) => each.ariaLabel ?? each.ariaValueText).join('\n');
  });
  expect(text).not.toMatch(/\bNaN\b|Infinity|∞|undefined|\bnull\b|\[object|\bNone\b|\bSome\(/);
}
