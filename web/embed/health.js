// <plimsoll-health>: what accounts score, and weights that can be moved. Fetched with the first such element.
import { ask, entries, guarded, h, notes, object, theme, words, writes } from './core.js?v=dev';

/** The most accounts and numbers of one account that are read, and the most rows that are drawn. */
const MOST = { accounts: 2001, numbers: 40, rows: 100 };

export default { ask: 'health', told, draw, listen, report: (given, name) => reported(JSON.parse(ask('health', given, name))) };

function told(element, state) {
  const given = ['model', element.getAttribute('model') ?? ''];
  entries(element, 'weights', given, state, null);
  const accounts = element.hasAttribute('accounts') ? object(element.getAttribute('accounts'), 'accounts', state, true) : [];
  for (const account of accounts.slice(0, MOST.accounts)) {
    if (!account || typeof account !== 'object') {
      state.notes.push('An account is no object, and is left out.');
      continue;
    }
    const own = new Map(Object.entries(account).slice(0, MOST.numbers));
    given.push('account', `${own.get('name') ?? ''}`.slice(0, 200));
    for (const [slug, value] of own) {
      const text = slug === 'name' || value === null ? null : writes(value, element, state);
      if (text !== null && !slug.includes('.') && slug !== 'account') given.push(slug, text);
    }
  }
  return given;
}

/** What the page hears of. */
function reported({ models, weights, accounts }) {
  return {
    model: models.find(({ selected }) => selected).value,
    weights: Object.fromEntries(weights.map(({ slug, percent }) => [slug, percent])),
    accounts: accounts.map(({ name, decimal, band, standing }) => ({ name, score: decimal, band, standing })),
  };
}

function draw(element, view) {
  const readOnly = element.hasAttribute('readonly');
  const { models, weights, advice, weightsFrom, classes, accounts } = view;
  // Who needs looking after stands first; of whom nothing is known, last.
  const rows = accounts.toSorted((one, other) => (one.decimal ?? 101) - (other.decimal ?? 101));
  return h('div', { class: 'ps-embed', part: 'health', role: 'group', 'aria-label': 'Health of accounts', 'data-theme': theme(element) },
    notes(view.notes),
    h('div', { class: 'ps-embed__columns', 'data-both': true },
      h('div', { class: 'ps-embed__asks', part: 'weights' },
        h('div', {}, h('label', { class: 'ps-choice__label', for: 'model' }, 'Model'),
          h('select', { class: 'ps-select', part: 'select', id: 'model', disabled: readOnly, value: models.find(({ selected }) => selected).value },
            models.map(({ value, label }) => h('option', { value }, label)))),
        weights.map((each) => weight(each, readOnly)),
        h('p', { class: 'ps-embed__aside' }, weightsFrom, ' ', advice)),
      h('div', { class: 'ps-embed__asks' },
        h('ul', { class: 'ps-classes', part: 'summary', 'aria-label': 'Accounts by class', 'aria-live': 'polite' }, classes.map(({ name, standing, count }) => h('li', { class: 'ps-class' },
          h('strong', {}, `${count}`), ' ', h('span', { class: 'ps-chip', 'data-standing': standing }, name)))),
        accounts.length ? table(rows) : h('p', {}, 'There are no accounts yet.'))));
}

function weight({ slug, term, question, percent, share }, readOnly) {
  return h('div', { class: 'ps-lever' },
    h('label', { class: 'ps-lever__label', for: `weight-${slug}` }, term),
    h('span', { class: 'ps-lever__share' }, share),
    h('input', {
      class: 'ps-slider', part: 'slider', id: `weight-${slug}`, type: 'range', min: '0', max: '100', step: '0.5', value: percent, disabled: readOnly,
      'data-weight': slug, 'aria-valuetext': `${percent}, ${share} of all weights`, 'aria-describedby': `question-${slug}`,
    }),
    h('p', { class: 'ps-lever__hint', id: `question-${slug}` }, question));
}

function table(rows) {
  const more = rows.length - MOST.rows;
  return h('div', { class: 'ps-embed__rows', tabindex: '0', role: 'region', 'aria-label': 'Accounts, lowest score first' },
    h('table', { class: 'ps-table', part: 'table' },
      h('thead', {}, h('tr', {}, ['Account', 'Score', 'Class'].map((name) => h('th', { scope: 'col' }, name)))),
      h('tbody', {}, rows.slice(0, MOST.rows).map(({ name, score, band, standing, known }) => h('tr', {},
        h('th', { scope: 'row' }, h('bdi', {}, name)),
        h('td', {}, score, known && h('span', { class: 'ps-embed__aside' }, ` ${known}`)),
        h('td', {}, band ? h('span', { class: 'ps-chip', part: 'band', 'data-standing': standing }, band) : 'no score'))))),
    more > 0 && h('p', { class: 'ps-embed__aside' }, `${more} more have higher scores, or none.`));
}

function listen(element, root, state, self) {
  root.addEventListener('input', ({ target }) => guarded(element, () => {
    const { weight: slug } = target.dataset;
    if (!slug) return;
    const weights = Object.fromEntries(state.view.weights.map((each) => [each.slug, Number(each.percent)]));
    weights[slug] = Number(target.value);
    self.change({ weights: JSON.stringify(weights) });
  }));
  root.addEventListener('change', ({ target }) => guarded(element, () => {
    if (target.id !== 'model') return;
    element.removeAttribute('weights'); // those of another model mean nothing here
    self.change({ model: target.value });
  }));
}
