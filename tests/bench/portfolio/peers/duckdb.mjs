// DuckDB-Wasm in its own worker: one table, two queries a move, whole numbers.
import * as duckdb from '@duckdb/duckdb-wasm';
import { MISSING, WORST } from '../table.mjs';

const DIST = '/node_modules/@duckdb/duckdb-wasm/dist/';
let database, connection;

export async function start() {
  const bundle = await duckdb.selectBundle({
    mvp: { mainModule: `${DIST}duckdb-mvp.wasm`, mainWorker: `${DIST}duckdb-browser-mvp.worker.js` },
    eh: { mainModule: `${DIST}duckdb-eh.wasm`, mainWorker: `${DIST}duckdb-browser-eh.worker.js` },
  });
  database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker(bundle.mainWorker));
  await database.instantiate(bundle.mainModule);
  connection = await database.connect();
}

export async function load({ count, columns, of, now, then }, { segments }) {
  const lines = [];
  for (let row = 0; row < count; row++) {
    lines.push([row, of[row], now[row], then[row], ...columns.map((column) => (column[row] === MISSING ? '' : column[row]))].join(','));
  }
  await database.registerFileText('accounts.csv', lines.join('\n'));
  const names = columns.map((_, k) => `'x${k}': 'INTEGER'`).join(', ');
  await connection.query(`CREATE OR REPLACE TABLE accounts AS SELECT * FROM read_csv('accounts.csv', header = false, columns = {
    'id': 'INTEGER', 'segment': 'INTEGER', 'now': 'BIGINT', 'past': 'BIGINT', ${names}})`);
  await database.dropFile('accounts.csv');
  return { segments, indicators: columns.length };
}

/** A weight by segment; a plain number where all have the same. */
const weightOf = (weights, k) => {
  const list = weights.map((of) => of[k]);
  return list.every((weight) => weight === list[0]) ? `${list[0]}` : `[${list.join()}][segment + 1]`;
};

export async function score({ segments, indicators }, { weights, red, green }) {
  const all = Array.from({ length: indicators }, (_, k) => k), out = new Float64Array(segments * 9 + WORST).fill(-1, segments * 9);
  const sum = all.map((k) => `coalesce(x${k} * ${weightOf(weights, k)}, 0)`).join(' + ');
  const weight = all.map((k) => `CASE WHEN x${k} IS NULL THEN 0 ELSE ${weightOf(weights, k)} END`).join(' + ');
  const scored = `(SELECT id, segment, now, past, CASE WHEN points < ${red} * weight THEN 0 WHEN points < ${green} * weight THEN 1 ELSE 2 END AS type
    FROM (SELECT *, (${sum})::BIGINT AS points, (${weight})::BIGINT AS weight FROM accounts) WHERE weight > 0)`;
  const cells = await connection.query(
    `SELECT segment, type, count(*)::DOUBLE, sum(now)::DOUBLE, sum(past)::DOUBLE FROM ${scored} GROUP BY ALL`);
  const columns = Array.from({ length: 5 }, (_, i) => cells.getChildAt(i));
  for (let row = 0; row < cells.numRows; row++) {
    const [segment, type, ...sums] = columns.map((column) => Number(column.get(row)));
    out.set(sums, segment * 9 + type * 3);
  }
  const top = (await connection.query(`SELECT id FROM ${scored} WHERE type = 0 ORDER BY now DESC, id LIMIT ${WORST}`)).getChildAt(0);
  for (let row = 0; row < top.length; row++) out[segments * 9 + row] = top.get(row);
  return out;
}
