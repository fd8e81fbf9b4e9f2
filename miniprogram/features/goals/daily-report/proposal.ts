/** A key result of the person who reports, as far as recognition needs it. */
export interface ReportableKeyResult {
  readonly id: string;
  readonly title: string;
  readonly titleEn?: string;
  /** Such as `单`, `万元`, `%` or `h`; values are in it. */
  readonly unit?: string;
  /** Further words that it is known by. */
  readonly words?: readonly string[];
  readonly kind: 'raise' | 'lower' | 'keep-above' | 'keep-below' | 'percent' | 'yes-no' | 'milestones';
  /** The value of now; null without data. */
  readonly lastValue: number | null;
}

/** `add`: on top of the value of now. `set`: the value from now on. */
export type ReportMode = 'add' | 'set';

/** What a person confirmed before: these words mean this key result. */
export interface ConfirmedWords {
  readonly words: string;
  readonly keyResultId: string;
  readonly mode: ReportMode;
}

/** Characters from the first to before the second, in UTF-16 units of the text. */
export type Span = readonly [from: number, to: number];

export interface ReportProposal {
  readonly keyResultId: string;
  /** In the unit of the key result. */
  readonly value: number;
  readonly mode: ReportMode;
  readonly span: Span;
  /** What to remember once the person confirms, see `rememberWords`. */
  readonly words: string;
  /** `maybe`: the person has to look twice, such as at a range, a tie, or two totals of one key result. */
  readonly confidence: 'sure' | 'maybe';
  /** Other key results that it may be about, best first; at most three. */
  readonly alternatives: readonly string[];
  /** The text says it of another day: what is reported is of today, so the person has to say that it counts. */
  readonly isOtherDay?: true;
  /** Words of the same text that this figure corrects. */
  readonly corrects?: Span;
}

/** Words with a number that is proposed for nothing. `negated`: the text says that this number is not so. */
export interface UnmatchedNumber {
  readonly span: Span;
  readonly reason: 'no-key-result' | 'negated';
}

export interface RecognisedReport {
  readonly proposals: readonly ReportProposal[];
  readonly unmatched: readonly UnmatchedNumber[];
}

/** A text that is too long to be read. `length` and `limit` in UTF-16 units. */
export interface ReportTooLong {
  readonly problem: 'too-long';
  readonly length: number;
  readonly limit: number;
}
