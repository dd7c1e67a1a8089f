// The built book, as files: its pages, and what stands in them.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';

/** The folder of the page, in which the book is one folder. */
export const DIST = env.PLIMSOLL_PAGE ?? join(import.meta.dirname, '../../dist');
export const BOOK = join(DIST, 'docs');

const SKIPPED = new Set(['404.html', 'toc.html']);
/** The pages by their path within the book. */
export const pages = () => readdirSync(BOOK, { recursive: true })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.html') && !SKIPPED.has(name))
  .sort();
export const textOf = (name) => readFileSync(join(BOOK, name), 'utf8');

const LETTERS = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'", '#x27': "'" };
const plain = (html) => html.replace(/<[^>]*>/g, '').replace(/&(#?\w+);/g, (all, name) => LETTERS[name] ?? all);

/** The samples of a page: what is shown as code, with the words that its block has been given. */
export const samples = (name) => [...textOf(name).matchAll(/<pre><code class="([^"]*)">([^]*?)<\/code><\/pre>/g)]
  .map(([, words, code], at) => ({ name: `${name}, sample ${at + 1}`, words: words.split(/\s+/), code: plain(code) }));
