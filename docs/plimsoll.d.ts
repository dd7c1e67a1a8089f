// What a report of Plimsoll consists of. Made of the types in crates/report/src/wire, and not to be edited by hand:
// BLESS=1 cargo test -p plimsoll-report declarations

/** How a shorter window becomes a year. */
export type Annualising = "compounded" | "times-twelve";

/** The band that a value lies in. */
export type Band = {
  /** Its name: "Below target". */
  name: string,
  /** How good it is. */
  standing: Standing,
};

/** A currency by its ISO 4217 code. */
export type Currency = "USD" | "EUR" | "GBP" | "CAD" | "AUD" | "CHF" | "SEK" | "NOK" | "DKK" | "PLN" | "BRL" | "MXN" | "INR" | "SGD" | "JPY" | "KRW" | "ILS" | "KWD";

/** What is wrong with one entry. */
export type FieldProblem = {
  /** The entry's name, as in the saved inputs: `figures.start-mrr`, `known.logo-churn`, `levers.churn`. */
  field: string,
  /** What is wrong and what would be right, in a sentence or two. */
  sentence: string,
};

/** One metric: its value or the reason why there is none, and what that comes to. */
export type MetricReport = {
  /** The name under which it is stored and linked. */
  slug: string,
  /** The field's own term: "Net revenue retention". */
  term: string,
  /** The term's usual abbreviation, where there is one: "NRR". */
  abbreviation: string | null,
  /** The slug of its panel. */
  panel: string,
  /** What its number counts. */
  unit: Unit,
  /** The slug of the metric for which it is another convention; null where it is none. */
  standsFor: string | null,
  /** The slug of the metric whose formula counted: the chosen convention, or its own. */
  convention: string,
  /** Whether the value was entered as known. */
  isEntered: boolean,
  /** The value over the window; null where there is none. */
  value: Quantity | null,
  /** Why there is no value; null where there is one. */
  reason: Reason | null,
  /** The value over a year, on which bands are; the same as `value` where the window makes no difference. */
  annual: Quantity | null,
  /** The band of the annual value; null where the metric has none. */
  band: Band | null,
  /** The value as it is read, with its unit and window: "107.5% a quarter"; a dash where there is none. */
  printed: string,
  /** The annual value as it is read, where it was made of a shorter window: "133.5% a year, annualised, not measured". */
  printedAnnual: string | null,
  /** A word on how the value was made: "entered", "just below the line". */
  note: string | null,
};

/** A number as decimal text, with a point and without groups: "0.935", "-0.5". A share is a part of one. */
export type Quantity = {
  /** The digits. */
  decimal: string,
  /** Whether they are the whole number. One whose decimals do not end, as of a third, is rounded to 20 of them. */
  isExact: boolean,
};

/** Why there is no value. */
export type Reason = {
  /** The reason in short. */
  code: ReasonCode,
  /** The slugs of the figures that are missing; empty for any other reason. */
  missing: Array<string>,
  /** The reason in a sentence. */
  sentence: string,
  /** The way out in a sentence, where there is one. */
  wayOut: string | null,
};

/** Why there is no value, in short. */
export type ReasonCode = "missing" | "no_base" | "no_churn" | "never" | "no_losses" | "out_of_range" | "overflow";

/** All that follows from some inputs. */
export type Report = {
  /** The version of this shape. */
  version: number,
  /** The window that the figures were counted over. */
  window: Window,
  /** How a shorter window becomes a year. */
  annualising: Annualising,
  /** The currency of every amount, by its ISO 4217 code. */
  currency: Currency,
  /** Every metric and every convention, panel by panel. */
  metrics: Array<MetricReport>,
  /** What is wrong with what was entered; empty where nothing is. */
  problems: Array<FieldProblem>,
};

/** Everything that was decided, as it was typed: one flat object of texts by name.
 *
 * `version` is always there. Single choices stand under their own names (`window`, `currency`, `segment`), what was typed
 * for a figure under `figures.` and its slug, for a metric entered as known under `known.`, for a lever under `levers.`,
 * and the convention that stands in a metric's place under `conventions.` and the metric's slug. Names that nobody knows
 * count for nothing. */
export type SavedInputs = { version: string, [name: string]: string };

/** How good a band is. */
export type Standing = "concerning" | "below-target" | "acceptable" | "good" | "excellent" | "best-in-class";

/** What a number counts. */
export type Unit = "percent" | "money" | "money-per-month" | "customers" | "months" | "years" | "multiple" | "money-per-year" | "days" | "hours" | "score" | "net-score" | "rating" | "people" | "count";

/** How long the window lasts over which flows were counted. */
export type Window = "month" | "quarter" | "year";
