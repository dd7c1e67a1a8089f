import { inferSchema, initParser } from 'udsv';
import { sumsOfRows } from '../rows.mjs';

export function start() {}

export function sums(bytes, task) {
  const text = new TextDecoder().decode(bytes);
  return sumsOfRows(initParser(inferSchema(text)).stringArrs(text), task);
}
