// Prints what a policy has to say for the scripts that a generator writes into its pages: node hashes.mjs <folder>
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, stdout } from 'node:process';

/** The sources of all inline scripts below a folder, as they stand in `script-src`. */
export function hashes(folder) {
  const pages = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.html'));
  const found = new Set();
  for (const page of pages) {
    for (const [, attributes, script] of readFileSync(join(folder, page), 'utf8').matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g)) {
      if (/\bsrc=|type="?application\//.test(attributes)) continue; // a file, or data
      found.add(`'sha256-${createHash('sha256').update(script).digest('base64')}'`);
    }
  }
  return [...found].join(' ');
}

if (argv[1] === import.meta.filename) stdout.write(`${hashes(argv[2] ?? '.')}\n`);
