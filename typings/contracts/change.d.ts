import type { Instant } from './common';

/** Who set what, and when; newest first. */
export interface ChangeEntry {
  readonly at: Instant;
  readonly byName: string;
  readonly byNameEn: string;
  readonly version: number;
  readonly what: readonly string[];
}

export interface Versioned<T> {
  readonly value: T;
  readonly history: readonly ChangeEntry[];
}
