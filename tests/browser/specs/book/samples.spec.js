// Every sample of the book that is JavaScript or HTML is run, in a page whose address is that of a page beside the folder
// `plimsoll`, under the policy that the book tells. What is marked `built` is a part of an example site, and is run there.
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { DIST, pages, samples } from '../../book.js';
import { expect, test } from '../../guard.js';

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self'; frame-src 'self'";
const TYPES = { '.js': 'text/javascript', '.wasm': 'application/wasm', '.css': 'text/css', '.html': 'text/html' };
const FOLDERS = { plimsoll: join(DIST, 'embed'), package: join(DIST, 'package') };

const all = pages().flatMap(samples);
const html = all.filter(({ words }) => words.includes('language-html') && !words.includes('built'));
const scripts = all.filter(({ words }) => words.includes('language-js') && !words.includes('built'));

/** Serves a page with this body, and what lies beside it. */
async function serve(page, body) {
  await page.route('**/sample/**', async (route) => {
    const [, folder, name] = new URL(route.request().url()).pathname.match(/\/sample\/(?:(\w+)\/(.+))?/);
    if (!folder) return route.fulfill({ contentType: 'text/html', headers: { 'Content-Security-Policy': POLICY }, body });
    const file = FOLDERS[folder] && join(FOLDERS[folder], name);
    if (!file || !existsSync(file)) return route.fulfill({ status: 404, body: 'no such file' });
    return route.fulfill({ contentType: TYPES[extname(file)] ?? 'application/octet-stream', body: readFileSync(file) });
  });
}

const MODULE = '<script type="module" src="plimsoll/plimsoll.js"></script>';
const CALCULATOR = '<plimsoll-calculator></plimsoll-calculator>';
const FRAME = '<iframe src="plimsoll/embed.html" title="A calculator"></iframe>';
/** A whole page. What belongs into the head of one stands there, above a calculator. */
const document = (sample) => {
  const [head, body] = sample.startsWith('<meta') ? [sample, MODULE + CALCULATOR] : ['', sample];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}<title>Sample</title></head><body>${body}</body></html>`;
};

test('there are samples to run', () => {
  expect(html.length).toBeGreaterThan(5);
  expect(scripts.length).toBeGreaterThan(2);
});

for (const { name, code } of html) {
  test(`${name}: the markup comes alive`, async ({ page }) => {
    const isLoaded = code.includes('plimsoll.js');
    await serve(page, document(isLoaded || code.startsWith('<meta') ? code : MODULE + code));
    await page.goto('/sample/');
    for (const element of await page.locator('plimsoll-calculator, plimsoll-metric, plimsoll-health').all()) {
      await element.scrollIntoViewIfNeeded();
      await expect(element.locator('[part=value], [part=table]').first()).toBeVisible();
    }
    for (const frame of await page.locator('iframe').all()) {
      await expect(frame.contentFrame().locator('[part=value]').first()).toBeVisible();
    }
  });
}

for (const { name, code } of scripts) {
  test(`${name}: the script runs`, async ({ page }) => {
    const map = '<script type="importmap">{"imports":{"plimsoll":"./package/plimsoll.js"}}</script>';
    const beside = code.includes("from 'plimsoll'") ? map : MODULE + CALCULATOR + (code.includes("'iframe'") ? FRAME : '');
    await serve(page, document(`${beside}<script type="module">${code}\ndocument.body.dataset.ran = 'true';</script>`));
    await page.goto('/sample/');
    await expect(page.locator('body')).toHaveAttribute('data-ran', 'true');
  });
}
