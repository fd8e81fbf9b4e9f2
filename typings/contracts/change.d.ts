import type { Instant } from './common';

/** Who set what, and when; newest first. */
export interface ChangeEntry {
  readonly at: Instant;
  readonly byName: string;
  readonly byNameEn: string;
  readonly version: number;
  readonly what: readonly string[];
  /** Short values before and after, by what was changed; null where there was none. Missing in older and long entries. */
  readonly values?: Readonly<Record<string, readonly [before: string | null, after: string | null]>>;
}

export interface Versioned<T> {
  readonly value: T;
  readonly history: readonly ChangeEntry[];
}
