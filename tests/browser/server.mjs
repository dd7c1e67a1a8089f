// A plain static host, as dull as the one that a reader's page may lie on: no header beyond the type of the file.
// Every request is written to results/requests.log.
import { createWriteStream, mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { env } from 'node:process';

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
  '.json': 'application/json',
};

mkdirSync(join(HERE, 'results'), { recursive: true });
const log = createWriteStream(join(HERE, 'results/requests.log'));

/** The file that a path names, or nothing when it names none of these pages' files. */
function fileOf(path) {
  const mount = MOUNTS.find(([prefix]) => path.startsWith(prefix));
  if (!mount) return undefined;
  const [prefix, folder] = mount;
  const file = normalize(join(folder, path.slice(prefix.length) || 'index.html'));
  return file.startsWith(normalize(folder) + sep) ? file : undefined;
}

async function answer(request, response) {
  const path = decodeURIComponent(new URL(request.url, 'http://host').pathname);
  const file = fileOf(path);
  try {
    if (!file) throw new Error('outside');
    const bytes = await readFile(file);
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
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
