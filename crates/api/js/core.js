// The functions of the package. Each reads its arguments, asks the program, and gives back what it answers: plain values, of
// which nothing is kept and nothing has to be freed.
import makeGlue from './glue.js';
import { inPercent, isDecimal, reader } from './read.js';

const MOST_ACCOUNTS = 100_000;
const LONGEST_PASTE = 4_000_000;
const CHOICES = ['window', 'currency', 'segment', 'industry', 'stage', 'annualising', 'conventions', 'known', 'pack', 'moves', 'locale'];
const WINDOWS = ['month', 'quarter', 'year'];

/** The glue of the instance that answers. */
let live;
/** What there is, by name. */
let names;
/** Why none answers. */
let stopped = false;
let loading;

/** A fault with a code, so that programs can tell. */
const fault = (call, code, message, cause) => Object.assign(new Error(`${call}: ${message}`, cause && { cause }), { code });

/**
 * Starts the program, once. `find` gives its bytes where the caller gives none.
 */
export async function loadFrom(options, find) {
  const read = reader('load');
  const { wasm } = read.record(options, 'options', ['wasm']);
  if (live) return;
  loading ??= start(read, wasm ?? find()).finally(() => {
    loading = undefined;
  });
  await loading;
}

async function start(read, given) {
  const module = await compiled(read, await given);
  const glue = makeGlue();
  await glue.default({ module_or_path: module });
  const listing = asked(glue, 'listing', 'en-US', {});
  names = {
    listing,
    figures: byName(listing.figures),
    metrics: byName(listing.metrics),
    indicators: new Map(listing.healthModels.map((model) => [model.slug, byName(model.indicators)])),
    levers: listing.levers.map((lever) => lever.slug),
  };
  stopped = false;
  live = glue;
}

/** By key and by slug, in a map: there no name means anything of its own. */
const byName = (list) => new Map(list.flatMap((one) => [[one.name, one], [one.slug, one]]));

async function compiled(read, source) {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.compile(source);
  const isAddress = typeof source === 'string' || source instanceof URL;
  const response = isAddress ? await fetch(source) : source;
  if (!(response instanceof Response)) throw read.not('options.wasm', 'an address, a Response, bytes or a WebAssembly.Module', source);
  if (!response.ok) throw fault('load', 'ERR_NOT_FOUND', `${response.url || 'the module'} answered ${response.status}`);
  const isTyped = response.headers.get('content-type')?.startsWith('application/wasm');
  return isTyped ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** Whether questions can be asked. */
export const isLoaded = () => live !== undefined;

function needed(call) {
  if (live) return names;
  throw stopped
    ? fault(call, 'ERR_STOPPED', 'plimsoll stopped after a fault of its own; await load() starts it anew')
    : fault(call, 'ERR_NOT_LOADED', 'await load() comes first');
}

/** Every question is lists of texts; of pairs, each name stands before its text. */
function asked(glue, name, locale, { about = {}, inputs = {}, pack = [], moves = [], weights = [], accounts = [] }) {
  const pairs = (texts) => Object.entries(texts).flat();
  return glue.answer(name, locale, pairs(about), pairs(inputs), pack, moves, weights, accounts);
}

/** Asks the program. One that faults is never entered again: its memory may be half-written. */
function ask(call, name, locale, question) {
  needed(call);
  try {
    return asked(live, name, locale, question);
  } catch (cause) {
    live = undefined;
    stopped = true;
    throw fault(call, 'ERR_STOPPED', 'plimsoll stopped after a fault of its own; await load() starts it anew', cause);
  }
}

/** A share as it is typed: in percent. */
function share(call, text) {
  if (text.includes('%')) return text;
  if (isDecimal(text)) return inPercent(text);
  const parsed = ask(call, 'parse', 'en-US', { about: { text, mark: '.' } });
  return parsed.kind === 'number' ? inPercent(parsed.value.decimal) : text;
}

/** An amount of a unit as it is typed. */
function typed(call, read, unit, value, place) {
  const text = read.amount(value, place);
  return unit === 'percent' ? share(call, text) : text;
}

/** The entry of a map of names. */
function named(read, all, key, place, what) {
  const found = all.get(key);
  if (!found) throw read.wrong(`${place} is no ${what}; ${what}s are listed by ${what}s()`);
  return found;
}

/** What every question holds: figures and choices as the app saves them, own benchmarks, moves. */
function given(call, read, figures, options) {
  const { listing, figures: known } = needed(call);
  const inputs = Object.assign(Object.create(null), { version: '1' });
  const once = (name, text, place) => {
    if (name in inputs) throw read.wrong(`${place} is given twice`);
    inputs[name] = text;
  };
  for (const [key, value, place] of read.entries(figures, 'figures')) {
    const figure = named(read, known, key, place, 'figure');
    once(`figures.${figure.slug}`, typed(call, read, figure.unit, value, place), place);
  }
  const choose = (name, slugs) => {
    if (options[name] !== undefined) inputs[name] = read.oneOf(options[name], `options.${name}`, slugs);
  };
  const slugs = (list) => list.map((one) => one.slug);
  choose('window', WINDOWS);
  choose('currency', listing.currencies);
  choose('segment', [...slugs(listing.segments), '']);
  choose('industry', [...slugs(listing.industries), '']);
  choose('stage', [...slugs(listing.stages), '']);
  choose('annualising', ['compounded', 'times-twelve']);
  conventions(read, options.conventions, inputs);
  knownMetrics(call, read, options.known, once);
  return {
    inputs,
    pack: options.pack === undefined ? [] : read.document(options.pack, 'options.pack'),
    moves: read.list(options.moves, 'options.moves', 100).flatMap((move, at) => moved(call, read, move, `options.moves[${at}]`)),
  };
}

function conventions(read, list, inputs) {
  const all = names.listing.metrics.filter((metric) => metric.standsFor);
  read.list(list, 'options.conventions').forEach((slug, at) => {
    const chosen = read.oneOf(slug, `options.conventions[${at}]`, all.map((metric) => metric.slug));
    inputs[`conventions.${all.find((metric) => metric.slug === chosen).standsFor}`] = chosen;
  });
}

function knownMetrics(call, read, known, once) {
  for (const [key, value, place] of read.entries(known, 'options.known')) {
    const metric = named(read, names.metrics, key, place, 'metric');
    const isDated = typeof value === 'object' && read.own(value, 'value', place) !== undefined;
    const parts = isDated ? read.record(value, place, ['value', 'window']) : { value };
    once(`known.${metric.slug}`, typed(call, read, metric.unit, parts.value, isDated ? `${place}.value` : place), place);
    if (parts.window !== undefined) once(`knownWindows.${metric.slug}`, read.oneOf(parts.window, `${place}.window`, WINDOWS), place);
  }
}

/** The one of these parts that is there. */
function only(read, parts, place, keys) {
  const there = keys.filter((key) => parts[key] !== undefined);
  if (there.length !== 1) throw read.wrong(`${place} must have one of ${keys.join(', ')}, got ${there.length || 'none'}`);
  return there[0];
}

/** What may move: a lever or a figure, by slug. */
function mover(read, parts, place) {
  if (only(read, parts, place, ['lever', 'figure']) === 'lever') {
    return { lever: read.oneOf(parts.lever, `${place}.lever`, names.levers), figure: '' };
  }
  const figure = named(read, names.figures, read.text(parts.figure, `${place}.figure`), `${place}.figure`, 'figure');
  return { lever: '', figure: figure.slug };
}

const SHARES = ['churn', 'contraction', 'expansion', 'gross-margin'];

function moved(call, read, move, place) {
  read.is.object(move, place);
  const parts = read.record(move, place, ['lever', 'figure', 'points', 'percent', 'to', 'months']);
  const over = mover(read, parts, place);
  const by = only(read, parts, place, ['points', 'percent', 'to']);
  const isShare = by !== 'to' || SHARES.includes(over.lever) || names.figures.get(over.figure)?.unit === 'percent';
  const amount = typed(call, read, isShare ? 'percent' : '', parts[by], `${place}.${by}`);
  const months = parts.months === undefined ? 0 : read.whole(parts.months, `${place}.months`, 0, 60);
  return [over.lever, over.figure, by, amount, String(months)];
}

const localeOf = (read, options) => (options.locale === undefined ? 'en-US' : read.locale(options.locale, 'options.locale'));
const without = (...left) => CHOICES.filter((choice) => !left.includes(choice));

/** Every metric of some figures. */
export function evaluate(figures, options) {
  const read = reader('evaluate');
  const chosen = read.record(options, 'options', CHOICES);
  return ask('evaluate', 'evaluate', localeOf(read, chosen), given('evaluate', read, figures, chosen));
}

function metricNamed(read, value, place) {
  return named(read, names.metrics, read.text(value, place), place, 'metric');
}

/** How a metric's value came about. */
export function explain(metric, figures, options) {
  const read = reader('explain');
  needed('explain');
  const about = { metric: metricNamed(read, metric, 'metric').slug };
  const chosen = read.record(options, 'options', CHOICES);
  return ask('explain', 'explain', localeOf(read, chosen), { ...given('explain', read, figures, chosen), about });
}

/** A metric's annual value against everything that is known of it. */
export function grade(metric, value, options) {
  const read = reader('grade');
  needed('grade');
  const of = metricNamed(read, metric, 'metric');
  const chosen = read.record(options, 'options', ['currency', 'segment', 'industry', 'stage', 'pack', 'locale']);
  const text = typed('grade', read, of.unit, value, 'value');
  return ask('grade', 'grade', localeOf(read, chosen), {
    ...given('grade', read, undefined, chosen),
    about: { metric: of.slug, value: text },
  });
}

/** At which value of a figure or lever a metric gets where it shall. */
export function solve(goal, figures, options) {
  const read = reader('solve');
  needed('solve');
  read.is.object(goal, 'goal');
  const parts = read.record(goal, 'goal', ['metric', 'band', 'target', 'value', 'lever', 'figure']);
  const metric = metricNamed(read, parts.metric, 'goal.metric');
  const to = only(read, parts, 'goal', ['band', 'target', 'value']);
  if (to === 'target' && parts.target !== true) throw read.not('goal.target', 'true', parts.target);
  const about = {
    ...mover(read, parts, 'goal'),
    metric: metric.slug,
    band: to === 'band' ? read.text(parts.band, 'goal.band') : '',
    value: to === 'value' ? typed('solve', read, metric.unit, parts.value, 'goal.value') : '',
  };
  const chosen = read.record(options, 'options', without('moves'));
  return ask('solve', 'solve', localeOf(read, chosen), { ...given('solve', read, figures, chosen), about });
}

/** Where MRR and customers go, month by month. */
export function project(figures, options) {
  const read = reader('project');
  const chosen = read.record(options, 'options', [...CHOICES, 'months', 'opening', 'arr']);
  const about = {
    months: String(chosen.months === undefined ? 36 : read.whole(chosen.months, 'options.months', 1, 60)),
    opening: chosen.opening === undefined ? 'end' : read.oneOf(chosen.opening, 'options.opening', ['end', 'start']),
    arr: chosen.arr === undefined ? '' : read.amount(chosen.arr, 'options.arr'),
  };
  return ask('project', 'project', localeOf(read, chosen), { ...given('project', read, figures, chosen), about });
}

/** The health scores of accounts. */
export function score(accounts, options) {
  const read = reader('score');
  const { indicators } = needed('score');
  const chosen = read.record(options, 'options', ['model', 'weights', 'pack', 'segment', 'locale']);
  const isOwn = chosen.model === undefined && chosen.weights !== undefined;
  const model = isOwn ? '' : read.oneOf(chosen.model ?? 'seven-indicators', 'options.model', [...indicators.keys()]);
  const known = indicators.get(model) ?? new Map();
  const weights = read.entries(chosen.weights, 'options.weights', 100).flatMap(([key, value, place]) => {
    if (key === '') throw read.wrong(`${place} has no name`);
    return [known.get(key)?.slug ?? read.text(key, place, 60), read.amount(value, place)];
  });
  const keys = new Map([...known].map(([key, indicator]) => [key, indicator.slug]));
  for (let at = 0; at < weights.length; at += 2) keys.set(weights[at], weights[at]);
  if (accounts === undefined) throw read.not('accounts', 'a list', accounts);
  const found = [];
  read.list(accounts, 'accounts', MOST_ACCOUNTS).forEach((account, at) => {
    const place = `accounts[${at}]`;
    read.is.object(account, place);
    for (const [key, slug] of keys) {
      const value = read.own(account, key, place);
      if (value !== undefined && value !== null) found.push(slug, read.amount(value, read.below(place, key)));
    }
    found.push('', '');
  });
  return ask('score', 'score', localeOf(read, chosen), {
    ...given('score', read, undefined, { pack: chosen.pack, segment: chosen.segment }),
    about: { model },
    weights,
    accounts: found,
  });
}

/** A number as people type it, or a table as they paste it. */
export function parse(text, options) {
  const read = reader('parse');
  const { figures, listing } = needed('parse');
  const chosen = read.record(options, 'options', ['figure', 'currency', 'decimalMark', 'locale']);
  const figure = chosen.figure === undefined ? undefined : named(read, figures, read.text(chosen.figure, 'options.figure'), 'options.figure', 'figure');
  return ask('parse', 'parse', localeOf(read, chosen), {
    about: {
      text: read.text(text, 'text', LONGEST_PASTE),
      mark: chosen.decimalMark === undefined ? '' : read.oneOf(chosen.decimalMark, 'options.decimalMark', ['.', ',']),
      currency: chosen.currency === undefined ? 'USD' : read.oneOf(chosen.currency, 'options.currency', listing.currencies),
      figure: figure?.slug ?? '',
    },
  });
}

/** The metric of this slug in a report. */
export function metricOf(report, metric) {
  const read = reader('metricOf');
  needed('metricOf');
  read.is.object(report, 'report');
  const { slug } = metricNamed(read, metric, 'metric');
  const metrics = read.own(report, 'metrics', 'report');
  if (!Array.isArray(metrics)) throw read.not('report', 'what evaluate gives', report);
  return metrics.find((one) => one?.slug === slug);
}

/** What every metric is held against. */
export function benchmarks(options) {
  const read = reader('benchmarks');
  const chosen = read.record(options, 'options', ['segment', 'industry', 'stage', 'pack', 'locale']);
  return ask('benchmarks', 'benchmarks', localeOf(read, chosen), given('benchmarks', read, undefined, chosen));
}

// Copies, so that what a caller does to one is nobody else's concern.
const listed = (call, part) => structuredClone(needed(call).listing[part]);
export const metrics = () => listed('metrics', 'metrics');
export const figures = () => listed('figures', 'figures');
export const segments = () => listed('segments', 'segments');
export const industries = () => listed('industries', 'industries');
export const stages = () => listed('stages', 'stages');
export const levers = () => listed('levers', 'levers');
export const currencies = () => listed('currencies', 'currencies');
export const healthModels = () => listed('healthModels', 'healthModels');
