// What Plimsoll takes from other programs and gives to them. Made of the types in crates/report/src/wire, and not to be edited by hand:
// BLESS=1 cargo test -p plimsoll-report declarations

/** How a shorter window becomes a year. */
export type Annualising = "compounded" | "times-twelve";

/** The band that a value lies in. */
export type Band = {
  /** Its name: "Below target". */
  name: string,
  /** How good it is. */
  standing: Standing,
  /** What it means, in a few words; may be empty. */
  meaning: string,
  /** The next better band; null in the best one. */
  better: NextBand | null,
  /** The next worse band; null in the worst one. */
  worse: NextBand | null,
};

/** How many accounts lie in a band. */
export type BandCount = {
  /** The band's name. */
  name: string,
  /** How good it is. */
  standing: Standing,
  /** How many accounts. */
  accounts: number,
};

/** What a metric is held against. */
export type Benchmark = {
  /** The metric's slug. */
  metric: MetricSlug,
  /** The bands, lowest values first; empty where there are none. */
  bands: Array<ScaleBand>,
  /** The line to reach. */
  target: Target | null,
  /** What comparable companies reach. */
  neighbours: Array<Neighbour>,
  /** Where the bands are from. */
  source: Source | null,
};

/** Something to choose. */
export type Choice = {
  /** The name under which it is chosen. */
  slug: string,
  /** Its name for people. */
  label: string,
};

/** What lies ahead. An extrapolation: rates and flows of the window go on as they are. */
export type Course = {
  /** MRR where it sets out from; null where nothing can be projected. */
  openingMrr: Quantity | null,
  /** The months, the first one after the opening first; empty where nothing can be projected. */
  months: Array<MonthAhead>,
  /** Why nothing can be projected; null where something can. */
  reason: Reason | null,
  /** Why customers are not projected; null where they are. */
  noCustomers: Reason | null,
  /** When the ARR that was asked for is reached; null where none was. */
  arr: Milestone | null,
  /** When the margin of the first month's new customers has paid what they cost to win; null where that has no value. */
  breakEven: Milestone | null,
  /** What is wrong with what was entered; empty where nothing is. */
  problems: Array<FieldProblem>,
};

/** A currency by its ISO 4217 code. */
export type Currency = "USD" | "EUR" | "GBP" | "CAD" | "AUD" | "CHF" | "SEK" | "NOK" | "DKK" | "PLN" | "BRL" | "MXN" | "INR" | "SGD" | "JPY" | "KRW" | "ILS" | "KWD";

/** A month's customers: opening + new + reactivated − lost = closing, exactly. */
export type CustomersAhead = {
  /** At the start of the month. */
  opening: Quantity | null,
  /** Who join. */
  new: Quantity | null,
  /** Who come back. */
  reactivated: Quantity | null,
  /** Who leave. */
  lost: Quantity | null,
  /** At the end of the month. */
  closing: Quantity | null,
};

/** Which way is better. */
export type Direction = "higher" | "lower";

/** How a metric's value came about. */
export type Explanation = {
  /** The metric's slug. */
  slug: MetricSlug,
  /** The field's own term. */
  term: string,
  /** One sentence of meaning. */
  meaning: string,
  /** The formula, then that of every metric it rests on. */
  steps: Array<Step>,
  /** How the window was treated; null where the metric does not depend on it. */
  window: string | null,
  /** Where the formula is from. */
  formulaSources: Array<Source>,
  /** Where the bands are from; null where there are none. */
  bandSource: Source | null,
  /** What another source says about the target line. */
  dissent: string | null,
  /** What is wrong with what was entered; empty where nothing is. */
  problems: Array<FieldProblem>,
};

/** What is wrong with one entry. */
export type FieldProblem = {
  /** Where it was entered: `figures.start-mrr`, `known.logo-churn`, `moves.churn`, `pack.scales[0].bands`. */
  field: string,
  /** What is wrong and what would be right, in a sentence or two. */
  sentence: string,
};

/** One figure, as it is defined. */
export type FigureEntry = {
  /** The name under which it is stored and linked. */
  slug: FigureSlug,
  /** Its name as a key of an object: `startMrr`. */
  name: FigureName,
  /** The field's own term. */
  term: string,
  /** What to enter, in a sentence. */
  meaning: string,
  /** What its number counts. */
  unit: Unit,
  /** What counts while nothing is entered; null where it has to be entered. */
  assumed: Quantity | null,
};

/** A figure, as a key of an object. */
export type FigureName =
  | "startMrr"
  | "newMrr"
  | "expansionMrr"
  | "contractionMrr"
  | "churnedMrr"
  | "startCustomers"
  | "newCustomers"
  | "lostCustomers"
  | "reactivatedMrr"
  | "reactivatedCustomers"
  | "involuntaryLostCustomers"
  | "expansionMrrByMonth"
  | "contractionMrrByMonth"
  | "churnedMrrByMonth"
  | "customersCounted"
  | "grossMargin"
  | "acquisitionSpend"
  | "lifetimeYears"
  | "discountRate"
  | "horizonYears"
  | "eligibleForUpgrade"
  | "upgradedCustomers"
  | "crossSoldCustomers"
  | "licensedSeats"
  | "activeSeats"
  | "potentialUsers"
  | "contractsDue"
  | "contractsRenewed"
  | "arrDue"
  | "arrRenewed"
  | "arrForecast"
  | "renewalDays"
  | "usage"
  | "engagement"
  | "support"
  | "relationship"
  | "managedCustomers"
  | "scoredCustomers"
  | "greenCustomers"
  | "yellowCustomers"
  | "redCustomers"
  | "meetingsScheduled"
  | "meetingsAttended"
  | "promoters"
  | "passives"
  | "detractors"
  | "rated1"
  | "rated2"
  | "rated3"
  | "rated4"
  | "rated5"
  | "effortSum"
  | "effortAnswers"
  | "responseDays"
  | "reviewsScheduled"
  | "reviewsCompleted"
  | "reviewEligibleCustomers"
  | "reviewedCustomers"
  | "sponsoredCustomers"
  | "engagedContacts"
  | "firstValueDays"
  | "csms"
  | "managedArr"
  | "teamCost"
  | "hoursPerCsm"
  | "hoursPerAccount";

/** A figure, by its slug. */
export type FigureSlug =
  | "start-mrr"
  | "new-mrr"
  | "expansion-mrr"
  | "contraction-mrr"
  | "churned-mrr"
  | "start-customers"
  | "new-customers"
  | "lost-customers"
  | "reactivated-mrr"
  | "reactivated-customers"
  | "involuntary-lost-customers"
  | "expansion-mrr-by-month"
  | "contraction-mrr-by-month"
  | "churned-mrr-by-month"
  | "customers-counted"
  | "gross-margin"
  | "acquisition-spend"
  | "lifetime-years"
  | "discount-rate"
  | "horizon-years"
  | "eligible-for-upgrade"
  | "upgraded-customers"
  | "cross-sold-customers"
  | "licensed-seats"
  | "active-seats"
  | "potential-users"
  | "contracts-due"
  | "contracts-renewed"
  | "arr-due"
  | "arr-renewed"
  | "arr-forecast"
  | "renewal-days"
  | "usage"
  | "engagement"
  | "support"
  | "relationship"
  | "managed-customers"
  | "scored-customers"
  | "green-customers"
  | "yellow-customers"
  | "red-customers"
  | "meetings-scheduled"
  | "meetings-attended"
  | "promoters"
  | "passives"
  | "detractors"
  | "rated-1"
  | "rated-2"
  | "rated-3"
  | "rated-4"
  | "rated-5"
  | "effort-sum"
  | "effort-answers"
  | "response-days"
  | "reviews-scheduled"
  | "reviews-completed"
  | "review-eligible-customers"
  | "reviewed-customers"
  | "sponsored-customers"
  | "engaged-contacts"
  | "first-value-days"
  | "csms"
  | "managed-arr"
  | "team-cost"
  | "hours-per-csm"
  | "hours-per-account";

/** The health of accounts. */
export type Health = {
  /** The score of each account, in their order. */
  scores: Array<Score>,
  /** How many accounts lie in each band, worst first. */
  bands: Array<BandCount>,
  /** What each indicator weighs where all are present, as a part of one. */
  weights: Array<IndicatorWeight>,
  /** What is wrong with weights and indicators; empty where nothing is. */
  problems: Array<FieldProblem>,
};

/** A model of what makes an account healthy. */
export type HealthModel = {
  /** The name under which it is chosen. */
  slug: string,
  /** Its name. */
  term: string,
  /** What its source says about using it. */
  advice: string,
  /** Its indicators. */
  indicators: Array<Indicator>,
  /** Where it is from. */
  source: Source,
};

/** A health model. */
export type HealthModelSlug =
  | "seven-indicators"
  | "four-categories"
  | "four-dimensions";

/** An indicator of a model. */
export type Indicator = {
  /** The name under which it is stored. */
  slug: string,
  /** Its name as a key of an object: `usageFrequency`. */
  name: string,
  /** Its name for people. */
  term: string,
  /** The question it answers. */
  question: string,
  /** What it weighs, in percent; weights count by their share of the sum. */
  weight: Quantity | null,
};

/** What an indicator weighs. */
export type IndicatorWeight = {
  /** Its slug. */
  slug: string,
  /** Its part of the score where all are there. */
  share: Quantity | null,
};

/** An industry. */
export type IndustrySlug =
  | "infrastructure"
  | "cybersecurity"
  | "hr-tech"
  | "martech"
  | "fintech"
  | "healthtech"
  | "edtech"
  | "ecommerce";

/** A lever. */
export type LeverSlug =
  | "churn"
  | "contraction"
  | "expansion"
  | "price"
  | "gross-margin"
  | "acquisition-cost";

/** All that has a name. */
export type Listing = {
  /** Every metric and every convention, panel by panel. */
  metrics: Array<MetricEntry>,
  /** Every figure. */
  figures: Array<FigureEntry>,
  /** The sizes of customers. */
  segments: Array<Choice>,
  /** The industries. */
  industries: Array<Choice>,
  /** The stages of a company. */
  stages: Array<Choice>,
  /** The levers. */
  levers: Array<Choice>,
  /** The currencies, by ISO 4217 code. */
  currencies: Array<string>,
  /** The models of health. */
  healthModels: Array<HealthModel>,
};

/** One metric, as it is defined. */
export type MetricEntry = {
  /** The name under which it is stored and linked. */
  slug: MetricSlug,
  /** Its name as a key of an object: `netRevenueRetention`. */
  name: MetricName,
  /** The field's own term. */
  term: string,
  /** The term's usual abbreviation, where there is one. */
  abbreviation: string | null,
  /** The slug of its panel. */
  panel: string,
  /** What it is, in plain words. */
  plain: string,
  /** One sentence of meaning. */
  meaning: string,
  /** What its number counts. */
  unit: Unit,
  /** Which way is better. */
  direction: Direction,
  /** Whether its value depends on the window. */
  dependsOnWindow: boolean,
  /** Its formula in names. */
  formula: string,
  /** The figures it rests on, by slug. */
  figures: Array<FigureSlug>,
  /** The slug of the metric for which it is another convention; null where it is none. */
  standsFor: MetricSlug | null,
  /** Where the formula is from. */
  sources: Array<Source>,
};

/** A metric, as a key of an object. */
export type MetricName =
  | "netRevenueRetention"
  | "grossRevenueRetention"
  | "logoChurn"
  | "customerRetention"
  | "grossRevenueChurn"
  | "logoChurnWithJoiners"
  | "logoChurnOnAverage"
  | "cancellationChurn"
  | "involuntaryChurn"
  | "voluntaryChurn"
  | "netRevenueRetentionByMovement"
  | "grossRevenueRetentionByMovement"
  | "customerRetentionByCount"
  | "ltvCac"
  | "lifetimeValue"
  | "acquisitionCost"
  | "cacPayback"
  | "revenuePerAccount"
  | "customerLifetime"
  | "lifetimeValueByYears"
  | "lifetimeValueOnRevenue"
  | "lifetimeValueCapped"
  | "lifetimeValueWithExpansion"
  | "cacPaybackOnRevenue"
  | "quickRatio"
  | "sellingPrice"
  | "expansionRate"
  | "expansionShareOfRevenue"
  | "expansionShareOfGrowth"
  | "survivorExpansion"
  | "upsellRate"
  | "crossSellRate"
  | "seatUtilisation"
  | "seatPenetration"
  | "renewalRateByLogo"
  | "renewalRateByValue"
  | "renewalForecastAccuracy"
  | "daysToRenewal"
  | "healthScore"
  | "atRiskRate"
  | "healthCoverage"
  | "healthyShare"
  | "attentionShare"
  | "redShare"
  | "usageScore"
  | "engagementScore"
  | "supportScore"
  | "relationshipScore"
  | "netPromoterScore"
  | "satisfactionScore"
  | "satisfactionShare"
  | "effortScore"
  | "meetingAttendance"
  | "responseTime"
  | "qbrCompletion"
  | "qbrCompletionOfEligible"
  | "sponsorCoverage"
  | "contactCoverage"
  | "timeToFirstValue"
  | "accountsPerCsm"
  | "arrPerCsm"
  | "csCostShare"
  | "csmCapacity"
  | "csmsByTime"
  | "csmsByRevenue"
  | "annualMargin"
  | "closingMrr"
  | "closingCustomers"
  | "closingArr";

/** One metric: its value or the reason why there is none, and what that comes to. */
export type MetricReport = {
  /** The name under which it is stored and linked. */
  slug: MetricSlug,
  /** The field's own term: "Net revenue retention". */
  term: string,
  /** The term's usual abbreviation, where there is one: "NRR". */
  abbreviation: string | null,
  /** The slug of its panel. */
  panel: string,
  /** What its number counts. */
  unit: Unit,
  /** The slug of the metric for which it is another convention; null where it is none. */
  standsFor: MetricSlug | null,
  /** The slug of the metric whose formula counted: the chosen convention, or its own. */
  convention: MetricSlug,
  /** Whether the value was entered as known. */
  isEntered: boolean,
  /** The value over the window; null where there is none. */
  value: Quantity | null,
  /** Why there is no value; null where there is one. */
  reason: Reason | null,
  /** The value over a year, on which bands are; the same as `value` where the window makes no difference. */
  annual: Quantity | null,
  /** The window that the value is over; null where it does not depend on one. */
  window: Window | null,
  /** The band of the annual value; null where the metric has none. */
  band: Band | null,
  /** The line to reach; null where there is none. */
  target: Target | null,
  /** What comparable companies reach, as far as it is published for those that were chosen. */
  neighbours: Array<Neighbour>,
  /** The value as it is read, with its unit and window: "107.5% a quarter"; a dash where there is none. */
  printed: string,
  /** The annual value as it is read, where it was made of a shorter window: "133.5% a year, annualised, not measured". */
  printedAnnual: string | null,
  /** A word on how the value was made: "entered", "just below the line". */
  note: string | null,
};

/** A metric, by its slug. */
export type MetricSlug =
  | "net-revenue-retention"
  | "gross-revenue-retention"
  | "logo-churn"
  | "customer-retention"
  | "gross-revenue-churn"
  | "logo-churn-with-joiners"
  | "logo-churn-on-average"
  | "cancellation-churn"
  | "involuntary-churn"
  | "voluntary-churn"
  | "net-revenue-retention-by-movement"
  | "gross-revenue-retention-by-movement"
  | "customer-retention-by-count"
  | "ltv-cac"
  | "lifetime-value"
  | "acquisition-cost"
  | "cac-payback"
  | "revenue-per-account"
  | "customer-lifetime"
  | "lifetime-value-by-years"
  | "lifetime-value-on-revenue"
  | "lifetime-value-capped"
  | "lifetime-value-with-expansion"
  | "cac-payback-on-revenue"
  | "quick-ratio"
  | "selling-price"
  | "expansion-rate"
  | "expansion-share-of-revenue"
  | "expansion-share-of-growth"
  | "survivor-expansion"
  | "upsell-rate"
  | "cross-sell-rate"
  | "seat-utilisation"
  | "seat-penetration"
  | "renewal-rate-by-logo"
  | "renewal-rate-by-value"
  | "renewal-forecast-accuracy"
  | "days-to-renewal"
  | "health-score"
  | "at-risk-rate"
  | "health-coverage"
  | "healthy-share"
  | "attention-share"
  | "red-share"
  | "usage-score"
  | "engagement-score"
  | "support-score"
  | "relationship-score"
  | "net-promoter-score"
  | "satisfaction-score"
  | "satisfaction-share"
  | "effort-score"
  | "meeting-attendance"
  | "response-time"
  | "qbr-completion"
  | "qbr-completion-of-eligible"
  | "sponsor-coverage"
  | "contact-coverage"
  | "time-to-first-value"
  | "accounts-per-csm"
  | "arr-per-csm"
  | "cs-cost-share"
  | "csm-capacity"
  | "csms-by-time"
  | "csms-by-revenue"
  | "annual-margin"
  | "closing-mrr"
  | "closing-customers"
  | "closing-arr";

/** When something is reached. */
export type Milestone = {
  /** In this month, which may lie beyond those projected; null where it is not reached. */
  month: number | null,
  /** Whether it is never reached, however long things go on. */
  isNever: boolean,
  /** What it tends to, where it is never reached. */
  limit: Quantity | null,
};

/** One month. Fractions of customers are expected values. */
export type MonthAhead = {
  /** Which one, from 1. */
  month: number,
  /** ARR at its end. */
  arr: Quantity | null,
  /** What happens to MRR. */
  mrr: MrrAhead,
  /** What happens to customers; null where that is not known. */
  customers: CustomersAhead | null,
};

/** A month's MRR: opening + new + reactivated + expansion − contraction − churned = closing, exactly. */
export type MrrAhead = {
  /** At the start of the month. */
  opening: Quantity | null,
  /** Of customers who join. */
  new: Quantity | null,
  /** Of customers who come back. */
  reactivated: Quantity | null,
  /** What customers pay more. */
  expansion: Quantity | null,
  /** What customers pay less. */
  contraction: Quantity | null,
  /** Of customers who leave. */
  churned: Quantity | null,
  /** At the end of the month. */
  closing: Quantity | null,
};

/** What comes nearest to a goal. */
export type Nearest = {
  /** The value of the figure, or the movement of the lever. */
  at: Quantity | null,
  /** The metric there. */
  value: Quantity | null,
};

/** What comparable companies reach, over a year. */
export type Neighbour = {
  /** What they have in common. */
  kind: NeighbourKind,
  /** Who they are: "SMB", "FinTech". */
  who: string,
  /** The value in their middle. */
  median: Quantity,
  /** The line from which the best quarter lies, where it is published. */
  top: Quantity | null,
  /** The line beyond which the worst quarter lies, where it is published. */
  bottom: Quantity | null,
  /** In which quarter the annual value lies; null where that cannot be told. */
  quarter: Quarter | null,
  /** Whether the annual value is better than the median; null where there is none. */
  reading: Reading | null,
  /** The same in words: "1.5 points below the median". */
  printed: string,
  /** Where it is published. */
  source: Source,
};

/** What neighbours have in common. */
export type NeighbourKind = "segment" | "industry" | "stage";

/** A band next to that of a value. */
export type NextBand = {
  /** Its name. */
  name: string,
  /** How good it is. */
  standing: Standing,
  /** The line between it and the value. */
  line: Quantity,
  /** Whether a value on the line lies in it. */
  includesLine: boolean,
  /** How far the value is from the line, without a sign. */
  distance: Quantity,
};

/** A text, read. */
export type Parsed = { "kind": "number",
/** Its value; a percentage is a part of one. */
value: Quantity,
/** Whether it had a percent sign, or was read as a figure that is a percentage. */
isPercent: boolean,
/** The code or sign of its currency; null where it had none. */
currency: string | null,
/** Whether another decimal mark would have made another number of it: "1.000". */
isAmbiguous: boolean, } | { "kind": "unreadable",
/** Why, in a sentence. */
sentence: string, } | { "kind": "table",
/** How it was read, in a sentence. */
summary: string,
/** Whether the decimal mark has to be given before anything counts. */
needsDecimalMark: boolean,
/** Whether it has months of its own, which is more than two dates: the app reads such tables. */
isLedger: boolean,
/** What was left out or is worth knowing; the first dozen. */
issues: Array<TableIssue>,
/** How many more there are. */
moreIssues: number,
/** All customers first, then each segment; empty while nothing counts. */
segments: Array<TableSegment>,
};

/** A number: a share is a part of one, so 0.935 is 93.5 %. */
export type Quantity = {
  /** Its digits, with a point and without groups: "0.935", "-0.5". Bands are decided on the whole number. */
  decimal: string,
  /** The double nearest to these digits: for pictures and sums that need not be exact. */
  number: number,
  /** Whether the digits are the whole number. One whose decimals do not end or do not fit, as of a third, is rounded to 20
 * of them. */
  isExact: boolean,
};

/** The quarter of comparable companies in which a value lies. */
export type Quarter = "top" | "upper-half" | "lower-half" | "bottom";

/** Whether a value is better than another one. */
export type Reading = "better" | "same" | "worse";

/** Why there is no value. */
export type Reason = {
  /** The reason in short. */
  code: ReasonCode,
  /** The slugs of the figures that are missing; empty for any other reason. */
  missing: Array<FigureSlug>,
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

/** One band of a scale, as it is published. */
export type ScaleBand = {
  /** Its name. */
  name: string,
  /** How good it is. */
  standing: Standing,
  /** What it means, in a few words; may be empty. */
  meaning: string,
  /** Where it starts; null for the lowest one. */
  from: Quantity | null,
  /** Whether a value exactly there lies in it. */
  includesFrom: boolean,
};

/** The score of an account: the weighted mean of the indicators that are there. */
export type Score = {
  /** From 0 to 100; null where no indicator that has a weight is there. */
  score: Quantity | null,
  /** The score as it is read; a dash where there is none. */
  printed: string,
  /** The name of its band; null where there is no score. */
  band: string | null,
  /** How good that is. */
  standing: Standing | null,
  /** Which part of all weight is there: how much of the model the score rests on. */
  weightPresent: Quantity | null,
  /** The indicators that are missing, by slug. */
  missing: Array<string>,
  /** What each indicator that is there contributes. All contributions add up to the score. */
  parts: Array<ScorePart>,
};

/** What an indicator contributes to a score. */
export type ScorePart = {
  /** Its slug. */
  slug: string,
  /** Its share of this score. */
  share: Quantity | null,
  /** The points that it contributes. */
  points: Quantity | null,
};

/** A size of customers. */
export type SegmentSlug =
  | "enterprise"
  | "mid-market"
  | "smb";

/** Which side of a target line is meant. */
export type Side = "above" | "at-least" | "below" | "at-most";

/** How a goal is reached, or why it is not. */
export type Solution = {
  /** Whether what may move can reach the goal. */
  isReachable: boolean,
  /** Whether the goal is met as things are, so that nothing has to move. */
  isMet: boolean,
  /** The value of the figure, or the movement of the lever, rounded to the side that reaches the goal. */
  at: Quantity | null,
  /** That less what there is now; null where there is nothing yet. */
  change: Quantity | null,
  /** The metric there. */
  value: Quantity | null,
  /** Where the metric is exactly on the line, before rounding; null where that is not known. */
  exact: Quantity | null,
  /** Every place in range at which the goal starts or stops to be met, lowest first. */
  all: Array<Quantity>,
  /** Why the goal is out of reach; null where it is not. */
  whyNot: WhyNotReached | null,
  /** What comes nearest to a goal that is out of reach. */
  nearest: Nearest | null,
  /** The answer in a sentence. */
  sentence: string,
  /** What else is worth knowing. */
  notes: Array<string>,
  /** What is wrong with what was entered; empty where nothing is. */
  problems: Array<FieldProblem>,
};

/** Where something is from. */
export type Source = {
  /** Title and publisher. */
  text: string,
  /** The kind of evidence and its date: "survey compilation, February 2026". */
  evidence: string,
};

/** How far along a company is. */
export type StageSlug =
  | "early"
  | "growth"
  | "scale"
  | "enterprise";

/** How good a band is. */
export type Standing = "concerning" | "below-target" | "acceptable" | "good" | "excellent" | "best-in-class";

/** One line of an explanation. */
export type Step = {
  /** The metric that the line works out. */
  name: string,
  /** Its formula in names, or that it was entered. */
  formula: string,
  /** Its formula in the numbers that were entered; null where some are missing. */
  numbers: string | null,
  /** Its value as it is read; a dash where there is none. */
  result: string,
};

/** Something about a table. */
export type TableIssue = {
  /** Where: "Row 3, column “MRR at end”". */
  place: string,
  /** What is wrong, and what follows. */
  reason: string,
  /** Whether something was left out because of it. */
  isLeftOut: boolean,
};

/** The figures of one segment, to be evaluated as they are. */
export type TableSegment = {
  /** Its name. */
  label: string,
  /** Whether it is all customers. */
  isAll: boolean,
  /** The figures, by name, as decimal text. */
  figures: { [Name in FigureName]?: string },
};

/** A line to reach. */
export type Target = {
  /** The line. */
  line: Quantity,
  /** Which side of it is meant. */
  side: Side,
  /** Where the annual value stands to it; null where there is none. */
  state: TargetState | null,
  /** Whether that meets it; null where there is no value. */
  isMet: boolean | null,
  /** The same in a sentence: "On the line; the target is above 110%." */
  sentence: string | null,
};

/** Where a value stands to a target line. */
export type TargetState = "short" | "on-the-line" | "past";

/** What a number counts. */
export type Unit = "percent" | "money" | "money-per-month" | "customers" | "months" | "years" | "multiple" | "money-per-year" | "days" | "hours" | "score" | "net-score" | "rating" | "people" | "count";

/** Why a goal is out of reach. */
export type WhyNotReached = "not-in-formula" | "no-such-line" | "undefined" | "no-effect" | "range-ends" | "turns-back";

/** How long the window lasts over which flows were counted. */
export type Window = "month" | "quarter" | "year";
