// The functions of the package. What they take and give is declared in report.d.ts, which is made of the program's own types.
import type {
  Annualising, Benchmark, Choice, Course, Currency, Explanation, FigureEntry, FigureName, FigureSlug, Health, HealthModel,
  HealthModelSlug, IndustrySlug, LeverSlug, MetricEntry, MetricName, MetricReport, MetricSlug, Parsed, Quantity, Report, SegmentSlug,
  Solution, StageSlug, Standing, Window,
} from './report.js';

export type * from './report.js';

/**
 * An amount: a number, a bigint, decimal text with a point ("1200.5"), text with a sign or suffix ("$1,200", "12.5k", "78%"), or
 * a number of a report. A share is a part of one, unless it has a percent sign: 0.78 and "78%" are the same.
 */
export type Amount = number | bigint | string | Pick<Quantity, 'decimal'>;

/** Figures by name, or by slug as reports have it. */
export type Figures = { [Name in FigureName | FigureSlug]?: Amount | null };

/** A compiled module, where the surroundings have declared what that is: not every project of Node's has. */
type CompiledModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } } ? Module : object;

/** Bytes of WebAssembly, compiled ones, a `Response` with them, or their address. */
export type WasmSource =
  | string
  | { readonly href: string }
  | { readonly ok: boolean; arrayBuffer(): Promise<ArrayBuffer> }
  | ArrayBuffer
  | ArrayBufferView
  | CompiledModule;

export type LoadOptions = { wasm?: WasmSource | Promise<WasmSource> };

export type Printing = {
  /** In which locale numbers are printed; "en-US" unless it is given, so that every machine prints the same. */
  locale?: string;
};

/** Whom values are compared with. */
export type Compared = {
  /** The size of the customers that the company sells to; "smb" unless it is given, "" for none. */
  segment?: SegmentSlug | '';
  industry?: IndustrySlug | '';
  stage?: StageSlug | '';
  /** Benchmarks of your own, as docs/benchmark-pack.md describes them. */
  pack?: object;
};

/** A metric whose value is known: over the window of the figures, or over another one. */
export type Known = Amount | { value: Amount; window?: Window };

/** What is moved: a lever, or one figure by itself. */
export type Mover = { lever: LeverSlug; figure?: undefined } | { figure: FigureName | FigureSlug; lever?: undefined };

/** How far: so many points (-0.02 are two less), a part of what there is (0.05 is 5 % more), or to this value. */
export type By =
  | { points: Amount; percent?: undefined; to?: undefined }
  | { percent: Amount; points?: undefined; to?: undefined }
  | { to: Amount; points?: undefined; percent?: undefined };

/** One move of a scenario; phased in over `months`, at once where they are left out. */
export type Move = Mover & By & { months?: number };

export type EvaluateOptions = Printing & Compared & {
  /** The time over which the figures were counted; "year" unless it is given. */
  window?: Window;
  /** The currency of every amount; "USD" unless it is given. */
  currency?: Currency;
  /** How a shorter window becomes a year. */
  annualising?: Annualising;
  /** Conventions that stand in a metric's place: ["lifetime-value-capped"]. */
  conventions?: MetricSlug[];
  /** Metrics whose value is known; it counts in the place of their formula. */
  known?: { [Name in MetricName | MetricSlug]?: Known | null };
  /** Moves of a scenario, in this order; fully phased in, except in `project`. */
  moves?: Move[];
};

export type GradeOptions = Printing & Compared & { currency?: Currency };

/** What a metric shall come to, and what may move. */
export type Goal = { metric: MetricSlug } & Mover & (
  | { band: Standing | (string & {}); target?: undefined; value?: undefined }
  | { target: true; band?: undefined; value?: undefined }
  | { value: Amount; band?: undefined; target?: undefined }
);

export type ProjectOptions = EvaluateOptions & {
  /** How many months, 1 to 60; 36 unless it is given. */
  months?: number;
  /** Whether it sets out from the end of the window or goes through it once more; "end" unless it is given. */
  opening?: 'end' | 'start';
  /** The ARR whose month is asked for. */
  arr?: Amount;
};

export type ScoreOptions = Printing & {
  /** "seven-indicators" unless it or `weights` is given. */
  model?: HealthModelSlug;
  /** What indicators weigh, by name: in the place of the model's own, or alone. Only how they stand to each other counts. */
  weights?: { [indicator: string]: Amount | null | undefined };
  segment?: SegmentSlug | '';
  pack?: object;
};

export type ParseOptions = Printing & {
  /** The figure as which a number is read: "78" is 78 % for a gross margin. */
  figure?: FigureName | FigureSlug;
  /** The currency that amounts have to be in. */
  currency?: Currency;
  /** The decimal mark; that of the locale unless it is given, and a table shows its own. */
  decimalMark?: '.' | ',';
};

/** Starts the program. Await it once before everything else; after a fault it starts anew. */
export function load(options?: LoadOptions): Promise<void>;
/** Whether questions can be asked. */
export function isLoaded(): boolean;

/** Every metric of some figures. */
export function evaluate(figures?: Figures, options?: EvaluateOptions): Report;
/** How a metric's value came about: its formula, the same in numbers, and where both are from. */
export function explain(metric: MetricSlug, figures?: Figures, options?: EvaluateOptions): Explanation;
/** A metric's annual value against everything that is known of it: its band, how far the next ones are, target, neighbours. */
export function grade(metric: MetricSlug, value: Amount, options?: GradeOptions): MetricReport;
/** At which value of a figure or lever a metric gets where it shall. */
export function solve(goal: Goal, figures?: Figures, options?: Omit<EvaluateOptions, 'moves'>): Solution;
/** Where MRR and customers go, month by month. */
export function project(figures?: Figures, options?: ProjectOptions): Course;
/** The health scores of accounts: objects that have their indicators by name, from 0 to 100; whatever else they have is left alone. */
export function score(accounts: readonly object[], options?: ScoreOptions): Health;
/** A number as people type it, or a table as they paste it. */
export function parse(text: string, options?: ParseOptions): Parsed;

/** The metric of this slug in a report. */
export function metricOf(report: Report, metric: MetricSlug): MetricReport;
/** What every metric is held against. */
export function benchmarks(options?: Printing & Compared): Benchmark[];
/** Every metric and every convention, as it is defined. */
export function metrics(): MetricEntry[];
/** Every figure, as it is defined. */
export function figures(): FigureEntry[];
/** The sizes of customers. */
export function segments(): Choice[];
/** The industries. */
export function industries(): Choice[];
/** The stages of a company. */
export function stages(): Choice[];
/** The levers. */
export function levers(): Choice[];
/** The currencies, by ISO 4217 code. */
export function currencies(): Currency[];
/** The health models, with their indicators. */
export function healthModels(): HealthModel[];
