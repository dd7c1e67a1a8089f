// Starting, stopping, starting again. Every test has a program of its own, by an address that nothing else imports.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

const folder = join(import.meta.dirname, '../node_modules/plimsoll');
const bytes = readFileSync(join(folder, readdirSync(folder).find((name) => name.endsWith('.wasm'))));
let count = 0;
const fresh = (file = 'node.js') => import(`${pathToFileURL(join(folder, file))}?${(count += 1)}`);
const FIGURES = { startCustomers: 250, lostCustomers: 50 };
const churn = ({ evaluate, metricOf }) => metricOf(evaluate(FIGURES), 'logo-churn').value.decimal;

test('before it is loaded it says so', async () => {
  const plimsoll = await fresh();
  assert.equal(plimsoll.isLoaded(), false);
  const calls = [() => plimsoll.evaluate({}), () => plimsoll.metrics(), () => plimsoll.parse('1'), () => plimsoll.solve({}), () => plimsoll.score([])];
  for (const call of calls) assert.throws(call, { code: 'ERR_NOT_LOADED', message: /: await load\(\) comes first$/ });
});

test('it is loaded once, however often and however much at once that is asked', async () => {
  const plimsoll = await fresh();
  await Promise.all([plimsoll.load(), plimsoll.load(), plimsoll.load({ wasm: bytes })]);
  await plimsoll.load();
  assert.equal(churn(plimsoll), '0.2');
});

test('the module comes as bytes, compiled, or as a response', async () => {
  const typed = { headers: { 'content-type': 'application/wasm' } };
  const sources = [bytes, new Uint8Array(bytes).buffer, await WebAssembly.compile(bytes), new Response(bytes, typed), new Response(bytes), Promise.resolve(bytes)];
  for (const wasm of sources) {
    const plimsoll = await fresh('plimsoll.js');
    await plimsoll.load({ wasm });
    assert.equal(churn(plimsoll), '0.2');
  }
});

test('what is no module is refused, and loading can be tried again', async () => {
  const plimsoll = await fresh();
  for (const wasm of [7, {}, [], null]) {
    if (wasm !== null) await assert.rejects(plimsoll.load({ wasm }), { name: 'TypeError', message: /^load: options\.wasm must be an address, a Response, bytes or a WebAssembly\.Module/ });
  }
  await assert.rejects(plimsoll.load({ wsm: 1 }), { name: 'TypeError', message: /^load: options\.wsm is not known here/ });
  await assert.rejects(plimsoll.load({ wasm: bytes.subarray(0, 1000) }), WebAssembly.CompileError);
  await assert.rejects(plimsoll.load({ wasm: new Response('gone', { status: 404 }) }), { code: 'ERR_NOT_FOUND' });
  assert.equal(plimsoll.isLoaded(), false);
  await plimsoll.load();
  assert.equal(churn(plimsoll), '0.2');
});

/** The shipped module with no memory beyond what it starts with and so many pages: a large question then makes it fault. */
function confined(pages) {
  const number = (at) => {
    let [value, shift, byte] = [0, 0, 0];
    do {
      byte = bytes[at];
      value |= (byte & 127) << shift;
      shift += 7;
      at += 1;
    } while (byte & 128);
    return [value, at];
  };
  const written = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...written(value >>> 7)]);
  for (let at = 8; at < bytes.length;) {
    const id = bytes[at];
    const [size, start] = number(at + 1);
    if (id === 5) {
      const [least] = number(start + 2);
      const section = [1, 1, ...written(least), ...written(least + pages)];
      return Buffer.concat([bytes.subarray(0, at), Buffer.from([5, ...written(section.length), ...section]), bytes.subarray(start + size)]);
    }
    at = start + size;
  }
  throw new Error('the module has no memory');
}

test('after a fault it says so, is not entered again, and starts anew', async () => {
  const plimsoll = await fresh();
  await plimsoll.load({ wasm: confined(20) });
  assert.equal(churn(plimsoll), '0.2');
  const rows = Array.from({ length: 60_000 }, (_, row) => `Customer ${row}\t100\t130`).join('\n');
  const stopped = { code: 'ERR_STOPPED', message: /plimsoll stopped after a fault of its own; await load\(\) starts it anew$/ };
  assert.throws(() => plimsoll.parse(`Customer\tStart\tEnd\n${rows}`), (error) => {
    assert.equal(error.code, stopped.code);
    assert.match(error.message, stopped.message);
    assert.ok(error.cause instanceof WebAssembly.RuntimeError);
    return true;
  });
  assert.equal(plimsoll.isLoaded(), false);
  for (const call of [() => plimsoll.evaluate(FIGURES), () => plimsoll.metrics(), () => plimsoll.parse('1')]) assert.throws(call, stopped);
  await plimsoll.load();
  assert.equal(churn(plimsoll), '0.2');
  assert.equal(plimsoll.parse(`Customer\tStart\tEnd\n${rows.slice(0, 100_000)}`).kind, 'table');
});

test('a worker thread has a program of its own', async () => {
  const { Worker } = await import('node:worker_threads');
  const source = `
    import { parentPort } from 'node:worker_threads';
    import { evaluate, load, metricOf } from ${JSON.stringify(String(pathToFileURL(join(folder, 'node.js'))))};
    await load();
    parentPort.postMessage(metricOf(evaluate(${JSON.stringify(FIGURES)}), 'logo-churn'));`;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`));
  const metric = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  assert.equal(metric.value.decimal, '0.2');
  await worker.terminate();
});
