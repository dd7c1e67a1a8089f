// Every link of the book leads somewhere: files, and the places in them.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from '@playwright/test';
import { BOOK, pages, textOf } from '../../book.js';

const fileOf = (path) => (existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path);
const places = new Map();
function has(file, place) {
  if (!places.has(file)) {
    places.set(file, new Set([...readFileSync(file, 'utf8').matchAll(/\b(?:id|name)=["']?([^"'\s>]+)/g)].map(([, name]) => name)));
  }
  return places.get(file).has(place);
}

test('every link and every picture is there', () => {
  const all = pages();
  expect(all.length).toBeGreaterThan(25);
  const lost = [];
  let followed = 0;
  for (const page of all) {
    // What stands as code is shown, not followed.
    const html = textOf(page).replace(/<code[^>]*>[^]*?<\/code>/g, '');
    expect(html, `${page} has everything that it includes`).not.toContain('{{#');
    for (const [, address] of html.matchAll(/\b(?:href|src)="([^"]*)"/g)) {
      if (/^[a-z]+:/.test(address)) continue;
      const [path, place] = address.replaceAll('&amp;', '&').split('#');
      const file = fileOf(path ? normalize(join(BOOK, dirname(page), path.split('?')[0])) : join(BOOK, page));
      followed += 1;
      if (!existsSync(file)) lost.push(`${page}: ${address}`);
      else if (place && file.endsWith('.html') && !has(file, decodeURIComponent(place))) lost.push(`${page}: there is no such place: ${address}`);
    }
  }
  expect(lost).toEqual([]);
  expect(followed).toBeGreaterThan(500);
});

test('the book has no script and no style within a page', () => {
  for (const page of pages()) {
    expect(textOf(page), page).not.toMatch(/<script>|<script (?![^>]*\bsrc=)|<style|\bstyle="/);
  }
});
