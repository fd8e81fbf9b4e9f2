import type { Day, Instant } from './common';
import type { PersonBrief } from './person';

/**
 * What a leaver hands over, then what HR does to end the employment: the certificate, which waits for nothing, and
 * the final settlement, which waits until nothing of the handover is open.
 */
export type HandoverArea = 'work' | 'assets' | 'accounts' | 'files' | 'certificate' | 'settlement';

export interface HandoverTaskBrief {
  readonly id: string;
  readonly rev: number;
  readonly leaver: PersonBrief;
  readonly area: HandoverArea;
  readonly state: 'open' | 'done' | 'waived';
  readonly lastDay: Day;
  readonly note: string;
  readonly decidedAt: Instant | null;
  /** Whether the caller looks after it. */
  readonly mayDecide: boolean;
  /** Every decision, the first one first. */
  readonly history: readonly {
    readonly at: Instant;
    readonly byName: string;
    readonly byNameEn: string;
    readonly state: 'open' | 'done' | 'waived';
    readonly note: string;
  }[];
}
