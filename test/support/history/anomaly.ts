export type AnomalyKind =
  /** A read saw what was not committed then, or never. */
  | 'dirty-read'
  /** A read saw an older state than one that had been seen or acknowledged before. */
  | 'stale-read'
  /** Each answer is right at some instant, but not all of them at one. */
  | 'read-skew'
  /** Somebody wrote between what an operation read and what it made of it. */
  | 'lost-update'
  /** A commit is not exactly what its operation wrote. */
  | 'torn-commit'
  /** Something is in the database of an operation that did not take effect, or that nobody knows. */
  | 'trace'
  /** Something acknowledged is not in the database. */
  | 'lost-write'
  /** A commit stands before something that was over when it was asked for. */
  | 'real-time'
  /** No state explains an answer. */
  | 'unexplained';

export interface Anomaly {
  readonly kind: AnomalyKind;
  readonly text: string;
}
