// In Node: the same, the module read from disk.
import { readFile } from 'node:fs/promises';
import { loadFrom } from './core.js';

export {
  benchmarks, currencies, evaluate, explain, figures, grade, healthModels, industries, isLoaded, levers, metricOf, metrics, parse,
  project, score, segments, solve, stages,
} from './core.js';

/** Starts the program: once, before everything else, and again after a fault. */
export const load = (options) => loadFrom(options, () => readFile(new URL('./plimsoll.wasm', import.meta.url)));
