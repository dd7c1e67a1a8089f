// Made of the definitions in crates/report/src/embed/elements.rs, and not to be edited by hand:
// BLESS=1 cargo test -p plimsoll-tests elements

import type { Report } from './plimsoll.js';

/** What a calculator can show. */
export type Part = 'choices' | 'form' | 'levers' | 'cards' | 'formula' | 'sources';

/** One account: its name, and a number from 0 to 100 for each indicator that is known, by slug. */
export type Account = { readonly name: string, readonly [indicator: string]: string | number | null };

/** What follows from weights and accounts: the score of each account in decimal text, or null where nothing is known of it. */
export type HealthReport = {
  /** The slug of the model. */
  model: string,
  /** What each indicator weighs in percent, as decimal text, by slug. Weights count by their share of the sum. */
  weights: Record<string, string>,
  accounts: Array<{ name: string, score: string | null, band: string | null, standing: string | null }>,
};

/** A live calculator: figures in, metrics with their bands out. Its light children stand in its place until it is ready. */
export interface PlimsollCalculatorElement extends HTMLElement {
  /** The metrics to show, by slug. Where absent: net-revenue-retention. */
  metrics: string | readonly string[];
  /** Figures and metrics that are known, by slug: numbers, or texts as they would be typed. Where absent: the worked example. */
  figures: Readonly<Record<string, number | string>>;
  /** How far each lever is moved, by slug: points or percent. Where absent: {}. */
  levers: Readonly<Record<string, number | string>>;
  /** How large the customers are that are sold to. Where absent: smb. */
  segment: 'enterprise' | 'mid-market' | 'smb' | '';
  /** The industry whose medians stand beside the value. */
  industry: 'infrastructure' | 'cybersecurity' | 'hr-tech' | 'martech' | 'fintech' | 'healthtech' | 'edtech' | 'ecommerce' | '';
  /** How far along the company is. */
  stage: 'early' | 'growth' | 'scale' | 'enterprise' | '';
  /** The time that the figures cover. Where absent: year. */
  window: 'month' | 'quarter' | 'year' | '';
  /** The currency of every amount. Where absent: USD. */
  currency: 'USD' | 'EUR' | 'GBP' | 'CAD' | 'AUD' | 'CHF' | 'SEK' | 'NOK' | 'DKK' | 'PLN' | 'BRL' | 'MXN' | 'INR' | 'SGD' | 'JPY' | 'KRW' | 'ILS' | 'KWD' | '';
  /** How numbers are written and read, as a BCP 47 tag. Where absent: the browser's. */
  locale: string;
  /** Light or dark; auto is what the page's color-scheme says. Where absent: auto. */
  theme: 'auto' | 'light' | 'dark' | '';
  /** What is shown. Where absent: form cards. */
  parts: string | readonly Part[];
  /** Whether figures, levers and choices can only be read. */
  readOnly: boolean;
  /** What follows from what it holds; null until it is ready. */
  readonly report: Report | null;
}

/** One live number with its band, inside of a sentence. */
export interface PlimsollMetricElement extends HTMLElement {
  /** The metric to show, by slug. Where absent: net-revenue-retention. */
  metric: string;
  /** The id of a calculator whose figures and choices the metric follows. */
  htmlFor: string;
  /** Figures and metrics that are known, by slug: numbers, or texts as they would be typed. Where absent: the worked example. */
  figures: Readonly<Record<string, number | string>>;
  /** How large the customers are that are sold to. Where absent: smb. */
  segment: 'enterprise' | 'mid-market' | 'smb' | '';
  /** The industry whose medians stand beside the value. */
  industry: 'infrastructure' | 'cybersecurity' | 'hr-tech' | 'martech' | 'fintech' | 'healthtech' | 'edtech' | 'ecommerce' | '';
  /** How far along the company is. */
  stage: 'early' | 'growth' | 'scale' | 'enterprise' | '';
  /** The time that the figures cover. Where absent: year. */
  window: 'month' | 'quarter' | 'year' | '';
  /** The currency of every amount. Where absent: USD. */
  currency: 'USD' | 'EUR' | 'GBP' | 'CAD' | 'AUD' | 'CHF' | 'SEK' | 'NOK' | 'DKK' | 'PLN' | 'BRL' | 'MXN' | 'INR' | 'SGD' | 'JPY' | 'KRW' | 'ILS' | 'KWD' | '';
  /** How numbers are written and read, as a BCP 47 tag. Where absent: the browser's. */
  locale: string;
  /** Light or dark; auto is what the page's color-scheme says. Where absent: auto. */
  theme: 'auto' | 'light' | 'dark' | '';
}

/** Health scores of supplied accounts, with the weights as sliders. */
export interface PlimsollHealthElement extends HTMLElement {
  /** The health model. Where absent: seven-indicators. */
  model: 'seven-indicators' | 'four-categories' | 'four-dimensions' | '';
  /** The weight of each indicator in percent, by slug. Where absent: the model's. */
  weights: Readonly<Record<string, number | string>>;
  /** The accounts: objects with a name, and a number from 0 to 100 for each indicator that is known, by slug. Where absent: []. */
  accounts: readonly Account[];
  /** How numbers are written and read, as a BCP 47 tag. Where absent: the browser's. */
  locale: string;
  /** Light or dark; auto is what the page's color-scheme says. Where absent: auto. */
  theme: 'auto' | 'light' | 'dark' | '';
  /** Whether figures, levers and choices can only be read. */
  readOnly: boolean;
  /** What follows from what it holds; null until it is ready. */
  readonly report: HealthReport | null;
}

declare global {
  interface HTMLElementTagNameMap {
    'plimsoll-calculator': PlimsollCalculatorElement;
    'plimsoll-metric': PlimsollMetricElement;
    'plimsoll-health': PlimsollHealthElement;
  }
  interface GlobalEventHandlersEventMap {
    'plimsoll-change': CustomEvent<Report | HealthReport>;
  }
}

export type PlimsollTag = 'plimsoll-calculator' | 'plimsoll-metric' | 'plimsoll-health';

/** For JSX: `declare module 'react' { namespace JSX { interface IntrinsicElements extends PlimsollIntrinsicElements {} } }`. */
export type PlimsollIntrinsicElements = {
  [Tag in PlimsollTag]: Partial<Record<string, unknown>> & { children?: unknown };
};
