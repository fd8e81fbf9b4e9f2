export interface PageOf<Item> {
  readonly items: readonly Item[];
  /** Ask with it for the next page; null at the end. */
  readonly next: string | null;
}

/** People of a page who are not shown because a record of theirs cannot be used; absent if there are none. */
export interface LeftOut {
  readonly leftOut?: readonly string[];
}

/**
 * Words that both sides of a call share. Types only: nothing here exists at run time.
 */

/** A calendar day in the company's time zone, `YYYY-MM-DD`. */
export type Day = string & { readonly __brand: 'Day' };

/** A calendar month in the company's time zone, `YYYY-MM`. */
export type Month = string & { readonly __brand: 'Month' };

/** An instant, epoch milliseconds. */
export type Instant = number & { readonly __brand: 'Instant' };

/** Minutes. */
export type Minutes = number;

/** Metres. */
export type Metres = number;

export type Language = 'zh-CN' | 'en';

/** A text that an administrator wrote in every language of the product. */
export type LocalText = Readonly<Record<Language, string>>;

/** A rational number in lowest terms, written as `570/7`, `85` or `-1/3`: exact at any length, also as JSON. */
export type Exact = string & { readonly __brand: 'Exact' };

/** One action: what goes in, what comes out. */
export interface ActionShape {
  readonly input: unknown;
  readonly output: unknown;
}

export interface NoInput {
  readonly [none: string]: never;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Ask with it for the next page; null at the end. */
  readonly next: string | null;
}

/** People of a page who are not shown because a record of theirs cannot be used; absent if there are none. */
export interface LeftOut {
  readonly leftOut?: readonly string[];
}

/** Sent with every decision: what the person saw. Another revision means that somebody was faster. */
export interface Expecting {
  readonly id: string;
  readonly rev: number;
}
