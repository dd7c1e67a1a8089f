// A plain static host, as dull as the one that a reader's page may lie on: no header beyond the type of the file. Only the
// example sites of the book, each at a host of its own name, have the policy of their guide.
// Every request is written to results/requests.log.
import { createWriteStream, mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { env } from 'node:process';
import { BASE, NAMES, folderOf, isBuilt, policyOf } from './sites.js';

const HERE = import.meta.dirname;
const MOUNTS = [
  ['/some/where/', env.PLIMSOLL_PAGE ?? join(HERE, '../../dist')],
  ['/drill/', env.PLIMSOLL_DRILL ?? join(HERE, '../../target/plimsoll/drill')],
  // What bundlers made of the JavaScript package, by its own tests.
  ['/bundled/', env.PLIMSOLL_BUNDLED ?? join(HERE, '../../target/plimsoll/package-test')],
];
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

mkdirSync(join(HERE, 'results'), { recursive: true });
const log = createWriteStream(join(HERE, 'results/requests.log'));

/** The file that a path names, or nothing when it names none of the mounts' files. */
function fileOf(path, mounts) {
  const mount = mounts.find(([prefix]) => path.startsWith(prefix));
  if (!mount) return undefined;
  const [prefix, folder] = mount;
  const name = path.slice(prefix.length);
  const file = normalize(join(folder, name === '' || name.endsWith('/') ? `${name}index.html` : name));
  return file.startsWith(normalize(folder) + sep) ? file : undefined;
}

/** The example site of a host, where it is one's: `vitepress.localhost`. */
const siteOf = (host) => NAMES.find((name) => host?.startsWith(`${name}.localhost`) && isBuilt(name));

async function answer(request, response) {
  const path = decodeURIComponent(new URL(request.url, 'http://host').pathname);
  const site = siteOf(request.headers.host);
  const file = fileOf(path, site ? [[BASE, folderOf(site)]] : MOUNTS);
  try {
    if (!file) throw new Error('outside');
    // Hosts answer an address without an ending by the page of that name.
    const bytes = await readFile(file).catch((error) => (site && !extname(file) ? readFile(`${file}.html`) : Promise.reject(error)));
    const policy = site ? { 'Content-Security-Policy': policyOf(site) } : {};
    response.writeHead(200, { 'Content-Type': TYPES[extname(file) || '.html'] ?? 'application/octet-stream', ...policy });
    response.end(bytes);
  } catch {
    response.writeHead(404, { 'Content-Type': 'text/plain' });
    response.end('no such file');
  }
  log.write(`${request.method} ${request.url} ${response.statusCode}\n`);
}

// The port beside it is another origin with the same files: for what stands in a frame.
for (const beside of [0, 1]) {
  createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  }).listen(Number(env.PORT ?? 4179) + beside, '127.0.0.1');
}
