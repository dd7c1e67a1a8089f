// What elements show, as descriptions. The same classes as the page's cards and form, which one sheet dresses.
import { h, words } from './dom.js?v=dev';

/** <plimsoll-calculator>: choices, form and levers beside the cards. */
export function calculator(element, view, state) {
  const readOnly = element.hasAttribute('readonly');
  const asks = [
    view.choices.length > 0 && h('div', { class: 'ps-choices', part: 'choices' }, view.choices.map((each) => choice(each, readOnly))),
    view.groups.length > 0 && h('div', { class: 'ps-form', part: 'form' },
      h('div', { class: 'ps-form__groups' }, view.groups.map((each) => group(each, state, readOnly)))),
    view.levers.length > 0 && h('div', { class: 'ps-what-if', part: 'levers', role: 'group', 'aria-label': 'What if' },
      h('div', { class: 'ps-what-if__levers' }, view.levers.map((each) => lever(each, readOnly)))),
  ].filter(Boolean);
  const parts = (element.getAttribute('parts') ?? '').split(/[\s,]+/);
  return h('div', { class: 'ps-embed', part: 'calculator', role: 'group', 'aria-label': 'Plimsoll calculator', 'data-theme': theme(element) },
    notes(view.notes),
    h('div', { class: 'ps-embed__columns', 'data-both': Boolean(asks.length && view.cards.length) },
      h('div', { class: 'ps-embed__asks' }, asks),
      h('div', { class: 'ps-results' },
        h('div', { class: 'ps-panel__cards' }, view.cards.map((each) => h('div', { class: 'ps-panel__item', 'data-short': !each.scale }, card(each, parts)))))));
}

/** <plimsoll-metric>: the number, its unit and its band within a sentence. */
export function inline(element, view) {
  const [card] = view.cards;
  const { value, verdict } = card;
  const text = 'text' in value ? [value.text, value.unit].filter(Boolean).join(' ') : '–';
  return h('span', { class: 'ps-inline', 'data-theme': theme(element), title: view.notes.length ? view.notes.join(' ') : 'reason' in value ? value.reason : card.term },
    h('span', { class: 'ps-inline__value', part: 'value' }, text),
    verdict && [' ', h('span', { class: 'ps-chip', part: 'band', 'data-standing': verdict.standing }, verdict.band)],
    view.notes.length > 0 && [' ', h('span', { class: 'ps-problem', part: 'message', role: 'status' }, view.notes.join(' '))]);
}

export const theme = (element) => {
  const asked = element.getAttribute('theme');
  return asked === 'light' || asked === 'dark' ? asked : null;
};

export const notes = (sentences) => h('div', { class: 'ps-embed__notes', part: 'message', role: 'status' },
  sentences.map((sentence) => words('p', 'ps-problem', sentence)));

function choice({ kind, label, hint, options }, readOnly) {
  const chosen = options.find(({ selected }) => selected)?.value ?? '';
  return h('div', { class: 'ps-choice' },
    h('label', { class: 'ps-choice__label', for: `choice-${kind}` }, label),
    h('select', { class: 'ps-select', part: 'select', id: `choice-${kind}`, 'data-choice': kind, 'aria-describedby': `choice-hint-${kind}`, disabled: readOnly, value: chosen },
      options.map((option) => h('option', { value: option.value }, option.label))),
    h('p', { class: 'ps-choice__hint', id: `choice-hint-${kind}` }, hint));
}

function group({ title, isFolded, fields }, state, readOnly) {
  const [box, head] = isFolded ? ['details', 'summary'] : ['fieldset', 'legend'];
  return h(box, { class: isFolded ? 'ps-group ps-group--folded' : 'ps-group' },
    h(head, { class: 'ps-group__title' }, title),
    h('div', { class: 'ps-group__fields' }, fields.map((each) => field(each, state, readOnly))));
}

function field({ slug, label, hint, text, prefix, suffix, reading, problem }, state, readOnly) {
  return h('div', { class: 'ps-field', part: 'field' },
    h('label', { class: 'ps-field__label', for: `figure-${slug}` }, label),
    number('figure', slug, state.typing === slug ? state.text : text, prefix, suffix, problem, readOnly),
    h('p', { class: 'ps-field__hint', id: `figure-hint-${slug}` }, hint),
    h('p', { class: 'ps-field__reading', id: `figure-note-${slug}` }, reading),
    h('p', { class: 'ps-problem', id: `figure-problem-${slug}`, 'aria-live': 'polite' }, problem));
}

/** A field for a number. What is said about it is named after it. */
function number(what, slug, text, prefix, suffix, problem, readOnly) {
  const about = ['unit', 'hint', 'note', 'problem'].map((each) => `${what}-${each}-${slug}`).join(' ');
  return h('span', { class: 'ps-input', 'data-what': what, 'data-invalid': problem ? 'true' : null },
    words('span', 'ps-input__affix', prefix),
    h('input', {
      class: 'ps-input__text', part: 'input', id: `${what}-${slug}`, [`data-${what}`]: slug, type: 'text',
      inputmode: what === 'lever' ? 'text' : 'decimal', autocomplete: 'off', spellcheck: 'false', placeholder: what === 'lever' ? '0' : ' ',
      'aria-describedby': about, 'aria-invalid': problem ? 'true' : null, readonly: readOnly, value: text,
    }),
    h('span', { class: 'ps-input__affix', id: `${what}-unit-${slug}` }, suffix));
}

function lever({ slug, label, hint, unit, text, position, least, most, step, spoken, effect, problem }, readOnly) {
  return h('div', { class: 'ps-lever', 'data-set': effect ? 'true' : null },
    h('label', { class: 'ps-lever__label', id: `lever-label-${slug}`, for: `lever-${slug}`, title: hint }, label),
    number('lever', slug, text, '', unit, problem, readOnly),
    h('input', {
      class: 'ps-slider', part: 'slider', type: 'range', min: least, max: most, step, 'data-lever': slug, disabled: readOnly,
      'aria-labelledby': `lever-label-${slug}`, 'aria-valuetext': spoken, value: position,
    }),
    h('p', { class: 'ps-lever__hint', id: `lever-hint-${slug}` }, hint),
    h('p', { class: 'ps-lever__effect', id: `lever-note-${slug}` }, effect),
    h('p', { class: 'ps-problem', id: `lever-problem-${slug}`, 'aria-live': 'polite' }, problem));
}

/** One metric, as the page shows it, without what needs the page. */
function card(card, parts) {
  const { slug, plain, term, value, verdict, scale, comparisons } = card;
  return h('article', { class: 'ps-card', part: 'card', 'data-standing': verdict?.standing, 'aria-labelledby': `card-${slug}` },
    h('header', { class: 'ps-card__head' },
      h('p', { class: 'ps-card__plain', id: `card-${slug}` }, plain),
      words('p', 'ps-card__term', term)),
    h('div', { class: 'ps-card__answer' }, amount(value),
      verdict && h('p', { class: 'ps-chip', part: 'band', 'data-standing': verdict.standing }, verdict.band)),
    changed(card.change),
    words('p', 'ps-card__warning', card.warning),
    h('div', { class: 'ps-verdict' }, words('p', 'ps-verdict__meaning', verdict?.meaning), words('p', 'ps-verdict__target', verdict?.target)),
    h('div', { class: 'ps-card__scale', part: 'scale' }, scale && picture(scale)),
    h('dl', { class: 'ps-neighbours' }, comparisons.map((each) => neighbour(each, scale?.quartiles))),
    card.explanation && explained(card.explanation, scale, parts));
}

function amount(value) {
  if ('text' in value) {
    return h('div', { class: 'ps-value' },
      h('p', { class: 'ps-value__line' },
        h('span', { class: 'ps-value__text', part: 'value' }, value.text), ' ', words('span', 'ps-value__unit', value.unit)),
      words('p', 'ps-value__annual', value.annual), words('p', 'ps-value__note', value.note));
  }
  return h('div', { class: 'ps-value ps-value--undefined' },
    h('p', { class: 'ps-value__line', 'aria-hidden': 'true' }, h('span', { class: 'ps-value__text', part: 'value' }, '–')),
    words('p', 'ps-value__reason', value.reason), words('p', 'ps-value__way-out', value.wayOut));
}

function changed(change) {
  if (!change) return h('p', { class: 'ps-change' });
  return h('p', { class: 'ps-change', 'data-reading': change.reading },
    change.before, h('span', { class: 'ps-arrow', 'aria-hidden': 'true' }, ' → '), words('span', 'ps-unseen', ' to '),
    h('strong', {}, change.after), ' ', words('span', 'ps-change__delta', change.delta), ' ',
    words('span', 'ps-change__delta', change.reading), ' ', words('span', 'ps-change__band', change.band));
}

function neighbour({ who, median, quartiles, standing, reading }, bracket) {
  return h('div', { class: 'ps-neighbour', 'data-reading': reading },
    h('dt', { class: 'ps-neighbour__who' }, bracket && quartiles && key(), who),
    h('dd', {}, `median ${median}`), words('dd', 'ps-neighbour__more', standing), words('dd', 'ps-neighbour__more', quartiles));
}

const key = () => h('svg', { class: 'ps-key', viewBox: '0 0 24 12', 'aria-hidden': 'true' },
  h('path', { d: 'M1.5 2v8M22.5 2v8M1.5 6h21' }), h('path', { class: 'ps-key__median', d: 'M12 1v10' }));

const percent = (place) => `${(place / 100).toFixed(2)}%`;

/** The bar is the water line, the ring crossed by a line is where the value floats. */
function picture(scale) {
  const { stretches, value, before, target, median, quartiles, summary } = scale;
  const bar = ({ standing, isCurrent, from, to }) => h('rect', {
    class: 'ps-scale__stretch', 'data-standing': standing, 'data-current': isCurrent ? 'true' : null, x: percent(from), width: percent(to - from), y: '28', height: '10',
  });
  const cut = ({ cut: text, from }) => text && h('g', { class: 'ps-scale__cut' },
    line(percent(from), percent(from), '28', '44'), h('text', { x: percent(from), y: '56' }, text));
  const name = ({ name: text, isCurrent, from }) => h('li', {
    class: 'ps-scale__name', 'data-current': isCurrent ? 'true' : null, 'data-side': from < 5000 ? 'left' : 'right',
  }, text);
  return h('div', { class: 'ps-scale', role: 'img', 'aria-label': summary, 'data-no-target': target ? null : 'true', 'data-no-segment': median ? null : 'true' },
    h('svg', { class: 'ps-scale__picture', width: '100%', height: '72', 'aria-hidden': 'true', focusable: 'false' },
      h('g', {}, stretches.map(bar)), h('g', {}, stretches.map(cut)),
      h('g', {}, segment(median, quartiles)), h('g', {}, target && flag(target)),
      h('g', {}, before && ring(before, 'true')), h('g', {}, value && ring(value, null))),
    h('ol', { class: 'ps-scale__names' }, stretches.map(name)));
}

const line = (x1, x2, y1, y2, name) => h('line', { class: name, x1, x2, y1, y2 });

function segment(median, quartiles) {
  const [low, high] = quartiles?.map(({ place }) => percent(place)) ?? [];
  return h('g', { class: 'ps-scale__segment' },
    h('g', {}, low && [line(low, high, '67', '67'), line(low, low, '63', '71'), line(high, high, '63', '71')]),
    h('g', {}, median && line(percent(median.place), percent(median.place), '62', '72', 'ps-scale__median')));
}

function flag({ place, label }) {
  const isLeft = place > 5000;
  return h('svg', { class: 'ps-target', 'data-side': isLeft ? 'left' : 'right', x: percent(place), y: '0', overflow: 'visible' },
    line('0', '0', '3', '43'), h('path', { d: isLeft ? 'M0 3h-7l2.5 3.5L-7 10H0z' : 'M0 3h7L4.5 6.5 7 10H0z' }),
    h('text', { x: isLeft ? '-11' : '11', y: '11' }, label));
}

function ring({ place }, isBefore) {
  return h('svg', { class: 'ps-ring', 'data-before': isBefore, x: percent(place), y: '33', overflow: 'visible' },
    h('circle', { class: 'ps-ring__halo', r: '10' }), h('circle', { class: 'ps-ring__ring', r: '7' }), line('-13', '13', '0', '0', 'ps-ring__line'));
}

/** How the value came about, and where formula and bands are from: each where it was asked for. */
function explained({ meaning, steps, window, formulaSources, bandSource, dissent }, scale, parts) {
  const source = (of) => ({ text, evidence }) => h('li', {}, `${of}: ${text} (${evidence})`);
  return h('div', { class: 'ps-card__why' },
    parts.includes('formula') && h('details', { class: 'ps-certainty', part: 'formula' },
      words('summary', 'ps-certainty__verdict', 'How this came about'),
      h('div', { class: 'ps-why' }, h('p', {}, meaning),
        h('ol', { class: 'ps-steps' }, steps.map(step)), words('p', 'ps-why__aside', window),
        h('ul', { class: 'ps-bands' }, scale?.stretches.toReversed().map(band)))),
    parts.includes('sources') && h('div', { class: 'ps-why', part: 'sources' },
      h('ul', { class: 'ps-sources' }, formulaSources.map(source('Formula')), bandSource && source('Bands')(bandSource)),
      words('p', 'ps-why__aside', dissent)));
}

const step = ({ name, formula, numbers, result }) => h('li', { class: 'ps-step' },
  words('p', 'ps-step__name', name), words('p', 'ps-step__line ps-step__formula', `= ${formula}`),
  words('p', 'ps-step__line', numbers && `= ${numbers}`), words('p', 'ps-step__line ps-step__result', `= ${result}`));

const band = ({ name, standing, span, isCurrent }) => h('li', { class: 'ps-bands__row', 'data-standing': standing, 'aria-current': isCurrent ? 'true' : null },
  h('span', { class: 'ps-bands__swatch', 'aria-hidden': 'true' }), words('span', '', name), ' ', words('span', '', span));
