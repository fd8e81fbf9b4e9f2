import type { Instant } from './common';

/**
 * A stored document that was left out because it cannot be used. `field` is empty if the document as a whole cannot be
 * worked with: `rule` is `failed` then, and the log of the function says why.
 */
export interface RecordFault {
  readonly id: string;
  readonly collection: string;
  /** `_id` of the document. */
  readonly document: string;
  readonly field: string;
  /** What the field must be: `text`, `day`, `list` …; the words are under `dataFaults.rules`. */
  readonly rule: FaultRule;
  /** When it was left out last. */
  readonly seenAt: Instant;
}

export type FaultRule =
  | 'text'
  | 'bilingual'
  | 'day'
  | 'day-or-none'
  | 'month'
  | 'number'
  | 'list'
  | 'object'
  | 'choice'
  | 'failed';
