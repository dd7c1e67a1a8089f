// Files of a few folders, isolated from other origins: the clock is then exact to five microseconds.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm' };
const HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin', 'Cache-Control': 'no-store',
};
const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile();

/** Serves the folders, the first one first, and what `memory` holds by path. */
export function serve(folders, memory) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    if (memory.has(path)) return response.writeHead(200, HEADERS).end(memory.get(path));
    const file = folders.map((folder) => join(folder, path)).find(isFile);
    if (!file) return response.writeHead(404, HEADERS).end();
    response.writeHead(200, { ...HEADERS, 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
    return createReadStream(file).pipe(response);
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done({ url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }));
  });
}
