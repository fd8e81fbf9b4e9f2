import type { Instant, Language, Month } from './common';

export type ReportKind =
  | 'attendance-month'
  | 'attendance-days'
  | 'attendance-flags'
  | 'leave-balances'
  | 'leave-ledger'
  | 'requests'
  | 'receipts'
  | 'goals'
  | 'appraisal-results'
  | 'appraisal-basis'
  | 'appraisal-distribution';

/** One file in cloud storage; large companies get several. */
export interface ReportFile {
  readonly fileId: string;
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
}

export interface Report {
  readonly id: string;
  readonly kind: ReportKind;
  readonly month: Month;
  readonly format: 'xlsx' | 'csv';
  readonly language: Language;
  readonly state: 'running' | 'done';
  readonly files: readonly ReportFile[];
  /** People whose records cannot be used, so that they are in no file; missing of reports made before. */
  readonly leftOut?: number;
  readonly startedAt: Instant;
}
