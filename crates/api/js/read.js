// What a caller gives, read: own entries only, each value once, into plain texts. Whatever else an object can do (getters that
// throw, proxies, cycles, odd prototypes), nothing of it gets past here. What is wrong with a call is a TypeError that names the
// argument; what is wrong with data is not looked at here.

/** The most characters of an amount. */
const LONGEST = 400;
/** The most entries of an object or list, where nothing else is said. */
const MOST = 500;
/** The most parts of a pack, and how deep they may lie in each other. */
const MOST_PARTS = 20_000;
const DEEPEST = 8;
/** No amount is larger. */
const LARGEST = 10n ** 40n;

const DECIMAL = /^[+-]?\d+(?:\.\d+)?$/;

/** What something is, for a sentence. */
function kind(value) {
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return value.length > 40 ? `a text of ${value.length} characters` : JSON.stringify(value);
  if (typeof value === 'object') return tagOf(value) === 'Object' ? 'an object' : `an object (${tagOf(value)})`;
  return typeof value === 'symbol' || typeof value === 'function' ? `a ${typeof value}` : String(value).slice(0, 40);
}

/** "Object" for a plain object, "Array", "Map", "Promise" … */
function tagOf(value) {
  try {
    return Object.prototype.toString.call(value).slice(8, -1).slice(0, 40);
  } catch {
    return 'unreadable';
  }
}

/** A number in plain digits, without an exponent. */
function inDigits(number) {
  const text = String(number);
  const parts = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!parts) return text;
  const [, sign, first, rest = '', power] = parts;
  const point = Number(power) + 1;
  const digits = first + rest;
  return sign + (point <= 0 ? `0.${'0'.repeat(-point)}${digits}` : digits.padEnd(point, '0'));
}

/** A decimal a hundred times as large: a share in percent. */
export function inPercent(decimal) {
  const sign = decimal.startsWith('-') ? '-' : '';
  const [whole, fraction = ''] = decimal.replace(/^[+-]/, '').split('.');
  const digits = whole + fraction.padEnd(2, '0');
  const point = whole.length + 2;
  const rest = digits.slice(point);
  return `${sign}${digits.slice(0, point)}${rest && `.${rest}`}%`;
}

export const isDecimal = (text) => DECIMAL.test(text);

/** Reads the arguments of one call, whose name begins every message. */
export function reader(call) {
  const wrong = (message, cause) => new TypeError(`${call}: ${message}`, cause && { cause });
  const not = (place, wanted, value) => wrong(`${place} must be ${wanted}, got ${kind(value)}`);
  const below = (place, key) => (/^[\w$]{1,60}$/.test(key) ? `${place}.${key}` : `${place}[${JSON.stringify(key.slice(0, 60))}]`);
  const guarded = (place, read) => {
    try {
      return read();
    } catch (cause) {
      throw wrong(`${place} could not be read`, cause);
    }
  };
  const is = {
    object: (value, place) => {
      if (typeof value !== 'object' || value === null || tagOf(value) !== 'Object') throw not(place, 'a plain object', value);
    },
  };
  const counted = (count, most, place) => {
    if (count > most) throw wrong(`${place} has ${count} entries; ${most} are the most`);
  };

  /** The own entries of an object, those without a value left out. */
  function entries(value, place, most = MOST) {
    if (value === undefined) return [];
    is.object(value, place);
    const keys = guarded(place, () => Object.keys(value));
    counted(keys.length, most, place);
    return keys
      .map((key) => [key, guarded(below(place, key), () => value[key]), below(place, key)])
      .filter(([, part]) => part !== undefined && part !== null);
  }

  /** The entries of a list. */
  function list(value, place, most = MOST) {
    if (value === undefined) return [];
    if (!guarded(place, () => Array.isArray(value))) throw not(place, 'a list', value);
    const length = guarded(place, () => value.length);
    counted(length, most, place);
    return Array.from({ length }, (_, at) => guarded(`${place}[${at}]`, () => value[at]));
  }

  /** The parts of a record that has no others: an object without a prototype. */
  function record(value, place, known) {
    const parts = Object.create(null);
    for (const [key, part, at] of entries(value, place)) {
      if (!known.includes(key)) throw wrong(`${at} is not known here; known are ${known.join(', ')}`);
      parts[key] = part;
    }
    return parts;
  }

  /** One own entry. */
  function own(value, key, place) {
    return guarded(below(place, key), () => (Object.hasOwn(value, key) ? value[key] : undefined));
  }

  function text(value, place, longest = LONGEST) {
    if (typeof value !== 'string') throw not(place, 'a text', value);
    if (value.length > longest) throw wrong(`${place} has ${value.length} characters; ${longest} are the most`);
    return value;
  }

  /** An amount as text: a number, a bigint, a text, or a number of a report. */
  function amount(value, place) {
    if (typeof value === 'number') return inDigits(value);
    if (typeof value === 'bigint') {
      if (value > LARGEST || value < -LARGEST) throw wrong(`${place} is larger than any amount`);
      return String(value);
    }
    if (typeof value === 'string') return text(value, place);
    if (typeof value === 'object' && value !== null && tagOf(value) === 'Object') {
      const decimal = own(value, 'decimal', place);
      if (typeof decimal === 'string') return text(decimal, `${place}.decimal`);
    }
    throw not(place, 'a number or text', value);
  }

  function oneOf(value, place, known) {
    if (typeof value !== 'string' || !known.includes(value)) {
      throw not(place, `one of ${known.map((one) => JSON.stringify(one)).join(', ')}`, value);
    }
    return value;
  }

  function whole(value, place, least, most) {
    if (!Number.isInteger(value) || value < least || value > most) throw not(place, `a whole number from ${least} to ${most}`, value);
    return value;
  }

  function locale(value, place) {
    if (typeof value === 'string' && value.length <= 100) {
      try {
        return Intl.getCanonicalLocales(value)[0] ?? 'en-US';
      } catch {
        // said below
      }
    }
    throw not(place, 'a language tag such as "en-US"', value);
  }

  /** A document: each place, then its text. */
  function document(value, place) {
    const found = [];
    let visited = 0;
    const walk = (part, at, depth) => {
      visited += 1;
      if (visited > MOST_PARTS) throw wrong(`${place} has more than ${MOST_PARTS} parts`);
      if (part === null || part === undefined) return;
      if (typeof part === 'string' || typeof part === 'number' || typeof part === 'boolean') {
        found.push(at, text(typeof part === 'number' ? inDigits(part) : String(part), below(place, at)));
        return;
      }
      if (depth === DEEPEST) throw wrong(`${place} is more than ${DEEPEST} levels deep`);
      const rows = guarded(place, () => Array.isArray(part));
      const parts = rows ? list(part, place).map((row, index) => [String(index), row]) : entries(part, at ? below(place, at) : place);
      // A point in a name would make two places of it; no part of a pack has one in its name.
      for (const [key, inner] of parts) walk(inner, (at ? `${at}.` : '') + key.slice(0, 60).replaceAll('.', '·'), depth + 1);
    };
    is.object(value, place);
    walk(value, '', 0);
    return found;
  }

  return { wrong, not, below, is, entries, list, record, own, text, amount, oneOf, whole, locale, document };
}
