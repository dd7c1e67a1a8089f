// The example sites of the book's guides: where each one ends, and the policy that its guide tells.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { hashes } from '../../docs/book/src/embed/hashes.mjs';

const HERE = import.meta.dirname;
const SITES = env.PLIMSOLL_SITES ?? join(HERE, '../../target/plimsoll/sites');
const MADE = {
  html: '.', mdbook: 'book', mkdocs: 'site', vitepress: '.vitepress/dist', astro: 'dist', docusaurus: 'build',
};

/** The path below which every site lies. */
export const BASE = '/handbook/';
export const NAMES = Object.keys(MADE);
/** Those whose generator was not to be had, as `./dev test` tells. */
export const LEFT_OUT = new Set((env.PLIMSOLL_SITES_LEFT_OUT ?? '').split(','));
export const folderOf = (name) => join(SITES, name, MADE[name]);
export const isBuilt = (name) => existsSync(join(folderOf(name), 'index.html'));

const policies = new Map();
/** The policy of a guide: its first block that is said to be one, with the hashes of the site's scripts. */
export function policyOf(name) {
  if (!policies.has(name)) {
    const guide = readFileSync(join(HERE, `../../docs/book/src/embed/${name}.md`), 'utf8');
    const [, policy] = guide.match(/```text,policy\n([^]*?)\n```/);
    policies.set(name, policy.replace(/\s+/g, ' ').replace('HASHES', hashes(folderOf(name))));
  }
  return policies.get(name);
}
