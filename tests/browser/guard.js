// The test function for all specs. Whatever a spec does, it fails when the page breaks its policy, writes an error to
// the console, or asks another origin for anything.
import { test as base, expect } from '@playwright/test';

/** The keys of boot.js. */
export const STATE = 'plimsoll.v1.state';
export const ASIDE = 'plimsoll.v1.aside';

export const test = base.extend({
  /** Set to false where a spec breaks the page on purpose. */
  noErrors: [true, { option: true }],
  /** Set to false where a spec tries what the policy forbids. */
  noViolations: [true, { option: true }],

  /** Where the server listens, for hosts of other names. */
  port: [4179, { option: true }],

  /** What was seen: requests, violations of the policy, errors. */
  seen: [async ({ page, noErrors, noViolations }, use) => {
    const seen = { requests: [], foreign: [], violations: [], errors: [] };
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      seen.requests.push(request.url());
      if (protocol.startsWith('http') && hostname !== '127.0.0.1' && !hostname.endsWith('.localhost')) seen.foreign.push(request.url());
    });
    page.on('pageerror', (error) => seen.errors.push(String(error)));
    page.on('console', (message) => {
      // A document that names no icon, as the one of `seed`, makes the browser ask for this one.
      const isIcon = message.location().url.endsWith('/favicon.ico');
      if (message.type() === 'error' && !isIcon) seen.errors.push(message.text());
    });
    await page.exposeFunction('tellViolation', (text) => seen.violations.push(text));
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        tellViolation(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
      });
    });
    await use(seen);
    expect(seen.foreign, 'requests to other origins').toEqual([]);
    if (noViolations) expect(seen.violations, 'violations of the policy').toEqual([]);
    if (noErrors) expect(seen.errors, 'errors in the console').toEqual([]);
  }, { auto: true }],
});

/** Opens the page and waits until the program has started. */
export async function open(page) {
  await page.goto('./');
  await started(page);
}

/** Waits until the program shows the reader's state. */
export async function started(page) {
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
}

/** Leaves nothing but one text in the page's storage, from a document of the same origin that runs no script. */
export async function seed(page, text) {
  await page.goto('./icon.svg');
  await page.evaluate(([key, value]) => {
    localStorage.clear();
    localStorage.setItem(key, value);
  }, [STATE, text]);
}

/** What lies in the page's storage. */
export function stored(page, key = STATE) {
  return page.evaluate((name) => localStorage.getItem(name), key);
}

export { expect };
