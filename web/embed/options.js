// Made of the definitions in crates/report/src/embed/elements.rs, and not to be edited by hand:
// BLESS=1 cargo test -p plimsoll-tests elements

/** What each element is told: the attribute, its property, and what it takes. */
export const OPTIONS = {
  'plimsoll-calculator': [
    ['metrics', 'metrics', 'list'],
    ['figures', 'figures', 'held'],
    ['levers', 'levers', 'held'],
    ['segment', 'segment', 'word'],
    ['industry', 'industry', 'word'],
    ['stage', 'stage', 'word'],
    ['window', 'window', 'word'],
    ['currency', 'currency', 'word'],
    ['locale', 'locale', 'text'],
    ['theme', 'theme', 'word'],
    ['parts', 'parts', 'list'],
    ['readonly', 'readOnly', 'flag'],
  ],
  'plimsoll-metric': [
    ['metric', 'metric', 'text'],
    ['for', 'htmlFor', 'text'],
    ['figures', 'figures', 'held'],
    ['segment', 'segment', 'word'],
    ['industry', 'industry', 'word'],
    ['stage', 'stage', 'word'],
    ['window', 'window', 'word'],
    ['currency', 'currency', 'word'],
    ['locale', 'locale', 'text'],
    ['theme', 'theme', 'word'],
  ],
  'plimsoll-health': [
    ['model', 'model', 'word'],
    ['weights', 'weights', 'held'],
    ['accounts', 'accounts', 'held'],
    ['locale', 'locale', 'text'],
    ['theme', 'theme', 'word'],
    ['readonly', 'readOnly', 'flag'],
  ],
};
