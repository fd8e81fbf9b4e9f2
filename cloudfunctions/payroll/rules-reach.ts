import type { Month } from '#contracts/common';

/** Paid months as the next run sees them, each the earliest first. */
export interface PayReach {
  /** Worked out again: what comes out differently is paid as a difference. */
  readonly again: readonly Month[];
  /** Not any more. */
  readonly final: readonly Month[];
}
