// Pages of others, in which elements stand: plain HTML, served beside the page under a policy of their own.
import { expect } from './guard.js';

/** What a careful host allows; nothing of ours needs more. */
export const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src data:; frame-src *; base-uri 'none'";
export const SCRIPT = '<script type="module" src="embed/plimsoll.js"></script>';

/** Opens a page of somebody else with these lines in its body. `more` are files beside it, by name. */
export async function host(page, body, { head = SCRIPT, policy = STRICT, more = {} } = {}) {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A host</title>
    <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
  const types = { css: 'text/css', js: 'text/javascript', html: 'text/html' };
  for (const [name, text] of Object.entries({ 'host.html': html, ...more })) {
    await page.route(`**/some/where/${name}`, (route) => route.fulfill({
      body: text, contentType: types[name.split('.').pop()], headers: policy ? { 'Content-Security-Policy': policy } : {},
    }));
  }
  await page.goto('./host.html');
}

/** The large number on an element's card. Locators look into open shadow roots. */
export const number = (page, at = 'plimsoll-calculator') => page.locator(at).locator('.ps-value__text').first();
export const figure = (page, slug) => page.locator(`#figure-${slug}`);

/** The element's events, from now on. */
export async function events(page, selector = 'plimsoll-calculator') {
  await page.evaluate((at) => {
    globalThis.heard = [];
    document.addEventListener('plimsoll-change', (event) => globalThis.heard.push({ target: event.target.matches(at), detail: event.detail }));
  }, selector);
  return () => page.evaluate(() => globalThis.heard);
}

/** What is said in the console, by kind. */
export function said(page) {
  const lines = { warning: [], error: [] };
  page.on('console', (message) => lines[message.type()]?.push(message.text()));
  page.on('pageerror', (error) => lines.error.push(`thrown: ${error}`));
  return lines;
}

export { expect };
