import type { Language, Month } from './common';
import type { Report, ReportKind } from './report';

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
