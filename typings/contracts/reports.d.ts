import type { Instant, Language, Month } from './common';

export type ReportKind = 'attendance-month' | 'attendance-days' | 'leave-balances' | 'requests';

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
  readonly startedAt: Instant;
}

/** HR in the Mini Program, or the cloud console (`npm run invoke -- reports '{…}' --as console`). */
export interface ReportsContract {
  /** Starts or goes on with an export; call again while `state` is `running`. Idempotent by its input. */
  export: {
    input: {
      kind: ReportKind;
      month: Month;
      format: 'xlsx' | 'csv';
      language: Language;
      /** Makes it anew, with what is true now. */
      again?: boolean;
    };
    output: Report & { readonly links: readonly string[] };
  };
  list: {
    input: { readonly [none: string]: never };
    output: { readonly reports: readonly Report[] };
  };
}
