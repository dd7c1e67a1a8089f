// The JavaScript package as those get it who install it: node run.mjs <folder of the package> <scratch folder> <folder of the tools>
//
// The tarball is installed into an empty project without the network, bundled as a page would, and judged by publint, attw and
// the TypeScript compiler; then the specs run in that project. What the bundlers made is left for the browser's specs. The last
// line is in the words of cargo's own test runner, so that `./dev test` adds the counts up.
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { argv, env, exit, stdout } from 'node:process';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { promisify } from 'node:util';

const HERE = import.meta.dirname;
const [made, scratch, tools] = argv.slice(2).map((path) => resolve(path));
const project = join(scratch, 'project');
const tarball = join(made, readdirSync(made).find((name) => name.endsWith('.tgz')));

rmSync(scratch, { recursive: true, force: true });
mkdirSync(project, { recursive: true });
for (const name of ['specs', 'bundled']) cpSync(join(HERE, name), join(project, name), { recursive: true });
// The declarations of the elements, as they lie beside each other in a release.
for (const name of ['web/embed/elements.d.ts', 'docs/plimsoll.d.ts']) cpSync(join(HERE, '../..', name), join(project, 'embed', basename(name)));
writeFileSync(join(project, 'package.json'), '{ "name": "project", "private": true, "type": "module" }\n');
const npm = ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', tarball];
await promisify(execFile)('npm', npm, { cwd: project });

Object.assign(env, { PLIMSOLL_PACKAGE: made, PLIMSOLL_TARBALL: tarball, PLIMSOLL_TOOLS: tools, PLIMSOLL_CASES: join(dirname(HERE), 'cases') });
const files = readdirSync(join(project, 'specs')).filter((name) => name.endsWith('.test.mjs')).map((name) => join(project, 'specs', name));
const count = { passed: 0, failed: 0 };
const isTest = (data) => data.details?.type !== 'suite' && !files.includes(data.name);
const tests = run({ files, concurrency: 2 })
  .on('test:pass', (data) => { count.passed += isTest(data) ? 1 : 0; })
  .on('test:fail', (data) => { count.failed += 1; });
const reporter = new spec();
tests.pipe(reporter).pipe(stdout, { end: false });
reporter.on('end', () => {
  const word = count.failed > 0 || count.passed === 0 ? 'FAILED' : 'ok';
  stdout.write(`\ntest result: ${word}. ${count.passed} passed; ${count.failed} failed; 0 ignored\n`);
  exit(word === 'ok' ? 0 : 1);
});
