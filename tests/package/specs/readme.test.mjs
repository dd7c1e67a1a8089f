// The examples of the README run, and print what stands beside them.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { format } from 'node:util';
import { pathToFileURL } from 'node:url';

const readme = readFileSync(join(import.meta.dirname, '../node_modules/plimsoll/README.md'), 'utf8');
const examples = [...readme.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code]) => code);

test('there are examples', () => assert.ok(examples.length >= 3));

for (const [at, code] of examples.entries()) {
  test(`example ${at + 1}`, async () => {
    const printed = [];
    const expected = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text]) => text);
    const file = join(import.meta.dirname, `example-${at}.mjs`);
    writeFileSync(file, code);
    const { log } = console;
    console.log = (...parts) => printed.push(format(...parts));
    try {
      await import(pathToFileURL(file));
    } finally {
      console.log = log;
    }
    assert.ok(expected.length > 0);
    assert.deepEqual(printed, expected);
  });
}
