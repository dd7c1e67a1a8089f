// What others judge the package by: publint, are the types wrong?, the TypeScript compiler, bundlers.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { test } from 'node:test';
import { promisify } from 'node:util';

const project = join(import.meta.dirname, '..');
const tool = (name) => join(env.PLIMSOLL_TOOLS, '.bin', name);
async function runs(name, args) {
  try {
    return (await promisify(execFile)(tool(name), args, { cwd: project })).stdout;
  } catch (error) {
    return assert.fail(`${name}: ${error.stdout}\n${error.stderr}`);
  }
}

test('the tarball holds what it should, and nothing else', () => {
  const there = readdirSync(join(project, 'node_modules/plimsoll')).map((name) => name.replace(/-[0-9a-f]{8}\./, '-HASH.')).sort();
  assert.deepEqual(there, ['CHANGELOG.md', 'LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'node.js', 'package.json', 'plimsoll-HASH.wasm', 'plimsoll.d.ts', 'plimsoll.js', 'report.d.ts']);
});

test('publint has nothing to say', () => runs('publint', ['--strict', '--pack', 'false', 'node_modules/plimsoll']));
test('attw has nothing to say', () => runs('attw', ['--no-emoji', '--no-color', '--profile', 'esm-only', '--exclude-entrypoints', './plimsoll.wasm', '-f', 'ascii', env.PLIMSOLL_TARBALL]));

for (const resolution of ['bundler', 'nodenext']) {
  test(`the types are true (${resolution})`, async () => {
    const compilerOptions = {
      target: 'es2022', module: resolution === 'bundler' ? 'esnext' : 'nodenext', moduleResolution: resolution, strict: true, noEmit: true,
      exactOptionalPropertyTypes: true,
      // In the one a page's surroundings are declared, in the other one Node's alone.
      ...(resolution === 'bundler' ? { types: [], lib: ['es2022', 'dom'] } : { types: ['node'], typeRoots: [join(env.PLIMSOLL_TOOLS, '@types')], lib: ['es2022'] }),
    };
    const file = `tsconfig.${resolution}.json`;
    writeFileSync(join(project, file), JSON.stringify({ compilerOptions, files: ['specs/usage.ts'] }));
    await runs('tsc', ['-p', file]);
  });
}

test('the types of the elements are true', async () => {
  const compilerOptions = {
    target: 'es2022', module: 'esnext', moduleResolution: 'bundler', strict: true, noEmit: true, types: [], lib: ['es2022', 'dom'], noUncheckedIndexedAccess: true,
  };
  writeFileSync(join(project, 'tsconfig.elements.json'), JSON.stringify({ compilerOptions, files: ['specs/elements.ts'] }));
  await runs('tsc', ['-p', 'tsconfig.elements.json']);
});

test('nothing in it reaches the network, but for its own module', () => {
  const code = readFileSync(join(project, 'node_modules/plimsoll/plimsoll.js'), 'utf8');
  for (const word of ['XMLHttpRequest', 'WebSocket', 'EventSource', 'sendBeacon', 'RTCPeerConnection', 'localStorage', 'indexedDB', 'document.', 'eval(', 'new Function']) {
    assert.ok(!code.includes(word), word);
  }
});

test('esbuild bundles it', () => runs('esbuild', ['bundled/esbuild.js', '--bundle', '--format=esm', '--loader:.wasm=file', '--outdir=../esbuild', '--log-level=warning']));
test('Vite bundles it', () => runs('vite', ['build', 'bundled/vite', '--base', './', '--outDir', join(project, '../vite'), '--emptyOutDir', '--logLevel', 'warn']));
