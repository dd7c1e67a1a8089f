// States to open the page in, as the page keeps them: a flat object of texts.
import { open, seed } from './guard.js';

const EXAMPLE = {
  version: '1', window: 'year', currency: 'USD', decimalMark: '.', segment: 'smb', industry: '', stage: 'early', churnScope: 'both',
  'paste.text': '', 'paste.segment': '', 'paste.mark': '',
  'figures.start-mrr': '240000', 'figures.new-mrr': '72000', 'figures.expansion-mrr': '28800', 'figures.contraction-mrr': '6000',
  'figures.churned-mrr': '38400', 'figures.start-customers': '250', 'figures.new-customers': '70', 'figures.lost-customers': '50',
  'figures.gross-margin': '78', 'figures.acquisition-spend': '1300000', 'figures.lifetime-years': '4',
};

/** A table in which rows are left out, for reasons that each name a cell. */
export const TABLE = ['Customer\tStart\tEnd\tSegment', 'Acme\t1200\t1500\tBig', 'Brook\t800\t0\tSmall', 'Cole\tlots\t90\tSmall',
  'Dune\t0\t700\tBig', 'Elm\t-5\t40\tSmall'].join('\n');

export const STATES = {
  example: EXAMPLE,
  wrong: {
    ...EXAMPLE,
    'figures.start-mrr': 'a lot', 'figures.new-mrr': '5%', 'figures.expansion-mrr': '1.2.3', 'figures.contraction-mrr': '€4,000',
    'figures.churned-mrr': '-100', 'figures.start-customers': '12.5', 'figures.new-customers': '$7',
    'figures.lost-customers': '1'.repeat(40), 'figures.gross-margin': '120', 'figures.acquisition-spend': '1e6',
    'figures.lifetime-years': '-4', 'known.gross-revenue-retention': '105', 'known.logo-churn': '?', 'known.acquisition-cost': '12 GBP',
    'levers.churn': 'less', 'levers.price': '-200', 'levers.gross-margin': '€1',
  },
  moved: {
    ...EXAMPLE,
    'levers.churn': '-5', 'levers.contraction': '1', 'levers.expansion': '3', 'levers.price': '10', 'levers.gross-margin': '2.5',
    'levers.acquisition-cost': '-20',
  },
  known: { ...EXAMPLE, 'known.net-revenue-retention': '104', 'known.logo-churn': '18', 'known.acquisition-cost': '15000' },
  pasted: { ...EXAMPLE, 'paste.text': TABLE },
};

/** Opens the page in one of the states, or in a changed one. */
export async function openIn(page, state) {
  await seed(page, JSON.stringify(typeof state === 'string' ? STATES[state] : { ...EXAMPLE, ...state }));
  await open(page);
}
