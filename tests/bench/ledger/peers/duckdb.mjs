// DuckDB-Wasm in its own worker: two queries, amounts as exact cents.
import * as duckdb from '@duckdb/duckdb-wasm';
import { place, room, withTotal } from '../layout.mjs';

const DIST = '/node_modules/@duckdb/duckdb-wasm/dist/';
let database, connection, files = 0;

export async function start() {
  const bundle = await duckdb.selectBundle({
    mvp: { mainModule: `${DIST}duckdb-mvp.wasm`, mainWorker: `${DIST}duckdb-browser-mvp.worker.js` },
    eh: { mainModule: `${DIST}duckdb-eh.wasm`, mainWorker: `${DIST}duckdb-browser-eh.worker.js` },
  });
  database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker(bundle.mainWorker));
  await database.instantiate(bundle.mainModule);
  connection = await database.connect();
}

const columnsOf = ({ columns }) => Object.entries(columns).sort(([, a], [, b]) => a - b)
  .map(([name]) => `'${name}': '${name === 'amount' ? 'DECIMAL(18,2)' : 'VARCHAR'}'`).join(', ');

// What each customer pays by month, with the paid months before and after.
const cells = (file, task) => `CREATE OR REPLACE TABLE paid AS
  WITH sums AS (
    SELECT customer, any_value(segment) AS segment, CAST(sum(amount) * 100 AS BIGINT) AS cents,
      CAST(left(month, 4) AS INTEGER) * 12 + CAST(substr(month, 6, 2) AS INTEGER) - 1 - ${task.first} AS m
    FROM read_csv('${file}', header = true, quote = '"', columns = {${columnsOf(task)}}) GROUP BY customer, m)
  SELECT *, lag(m) OVER line AS m_before, lag(cents) OVER line AS before, lead(m) OVER line AS m_after
  FROM sums WHERE cents > 0 WINDOW line AS (PARTITION BY customer ORDER BY m)`;

const moves = (task) => `
  SELECT segment, m,
    sum(CASE WHEN m > 0 AND m_before IS NULL THEN cents ELSE 0 END)::DOUBLE,
    sum(CASE WHEN m_before = m - 1 THEN greatest(cents - before, 0) ELSE 0 END)::DOUBLE,
    sum(CASE WHEN m_before = m - 1 THEN greatest(before - cents, 0) ELSE 0 END)::DOUBLE,
    0::DOUBLE AS churn, sum(CASE WHEN m_before < m - 1 THEN cents ELSE 0 END)::DOUBLE, sum(cents)::DOUBLE,
    count(*) FILTER (m > 0 AND m_before IS NULL)::DOUBLE, 0::DOUBLE AS churn_logos,
    count(*) FILTER (m_before < m - 1)::DOUBLE, count(*)::DOUBLE
  FROM paid GROUP BY segment, m
  UNION ALL
  SELECT segment, m + 1, 0, 0, 0, sum(cents)::DOUBLE, 0, 0, 0, count(*)::DOUBLE, 0, 0
  FROM paid WHERE m + 1 < ${task.months} AND (m_after IS NULL OR m_after > m + 1) GROUP BY segment, m`;
const MOVES_AT = [1, 2, 3, 4, 5, 6, 8, 9, 10, 11];

const years = (task) => `
  SELECT a.segment, a.m + 12, sum(a.cents)::DOUBLE, sum(coalesce(b.cents, 0))::DOUBLE,
    sum(least(a.cents, coalesce(b.cents, 0)))::DOUBLE, count(*)::DOUBLE, count(*) FILTER (b.cents IS NULL)::DOUBLE
  FROM paid a LEFT JOIN paid b ON a.customer = b.customer AND b.m = a.m + 12
  WHERE a.m + 12 < ${task.months} GROUP BY a.segment, a.m`;
const YEARS_AT = [12, 13, 14, 15, 16];

export async function sums(bytes, task) {
  const file = `ledger${files++}.csv`, out = room(task);
  await database.registerFileBuffer(file, bytes.slice()); // the buffer moves to the worker
  await connection.query(cells(file, task));
  await database.dropFile(file);
  for (const [query, places] of [[moves(task), MOVES_AT], [years(task), YEARS_AT]]) {
    for (const row of (await connection.query(query)).toArray()) {
      const [segment, month, ...numbers] = Object.values(row.toJSON());
      const at = place(task, task.segments.indexOf(segment), month);
      numbers.forEach((number, i) => { out[at + places[i]] += number; });
    }
  }
  // The start of a month is the end of the one before; the first month opens with its end.
  for (let segment = 0; segment < task.segments.length; segment++) {
    for (let month = 0; month < task.months; month++) {
      const at = place(task, segment, month), from = place(task, segment, Math.max(month - 1, 0));
      out[at] = out[from + 6];
      out[at + 7] = out[from + 11];
    }
  }
  return withTotal(task, out);
}
