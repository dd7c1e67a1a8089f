// Files of the reader's own benchmarks: JSON to texts by place (`scales.0.bands.1.from`) and back, in the form that
// docs/benchmark-pack.md describes. What the texts mean is none of this; fetched with the first file.
const MOST_BYTES = 262_144;
const DEEPEST = 8;

// What became of the file, and texts: ['entries', place, text, place, text, …], ['syntax', line, column], ['large'],
// ['deep'] or ['unopened'].
export async function opened(file) {
  if (file.size > MOST_BYTES) return ['large'];
  let text;
  try {
    text = await file.text();
  } catch {
    return ['unopened'];
  }
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return ['syntax', ...wrongAt(text)];
  }
  const entries = [];
  return flatten(value, '', DEEPEST, entries) ? ['entries', ...entries] : ['deep'];
}

// Own entries only, each read once. What is null counts as not there.
function flatten(value, place, depth, entries) {
  if (value === null) return true;
  if (typeof value !== 'object') {
    entries.push(place, String(value));
    return true;
  }
  if (depth === 0) return false;
  // A point in a name would make two places of it; no part of a pack has one in its name.
  const below = (name) => (place ? `${place}.` : '') + name.replaceAll('.', '·');
  return Object.entries(value).every(([name, part]) => flatten(part, below(name), depth - 1, entries));
}

// The line and column, from 1, at which a text stops being JSON. Browsers do not agree on whether to say so.
function wrongAt(text) {
  let at = 0;
  const take = (pattern) => {
    pattern.lastIndex = at;
    const found = pattern.test(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const space = () => take(/[ \t\n\r]*/y);
  const string = () => take(/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y);
  const scalar = () => string() || take(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y);
  // One list or object whose opening bracket was taken.
  const rest = (close, part) => {
    space();
    if (take(close)) return true;
    do {
      space();
      if (!part()) return false;
      space();
    } while (take(/,/y));
    return take(close);
  };
  const value = (depth) => {
    if (depth === 0) return false;
    if (take(/\[/y)) return rest(/\]/y, () => value(depth - 1));
    if (take(/\{/y)) return rest(/\}/y, () => string() && (space(), take(/:/y)) && (space(), value(depth - 1)));
    return scalar();
  };
  space();
  if (value(100)) space();
  const before = text.slice(0, at).split(/\r\n|\n|\r/);
  return [String(before.length), String([...before.at(-1)].length + 1)];
}

// Texts by place become a document again. Its objects have no prototype, so that no name means anything to them.
function grown(texts) {
  const root = Object.create(null);
  for (let each = 0; each < texts.length; each += 2) {
    const names = texts[each].split('.');
    const last = names.pop();
    const part = names.reduce((held, name, depth) => {
      const next = names[depth + 1] ?? last;
      return (held[name] ??= /^\d+$/.test(next) ? [] : Object.create(null));
    }, root);
    const isNumber = ['version', 'from', 'line'].includes(last);
    const number = Number(texts[each + 1]);
    part[last] = isNumber && String(number) === texts[each + 1] ? number : texts[each + 1]; // else it would lose digits
  }
  return root;
}

export function save(name, texts) {
  const file = new Blob([`${JSON.stringify(grown(texts), null, 2)}\n`], { type: 'application/json' });
  globalThis.plimsollKeep.download(file, `${name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').toLowerCase() || 'benchmarks'}.json`);
}
