import type { Day, Instant, LocalText } from './common';
import type { DayStatus } from './day-status';
import type { PlaceFlag } from './punch';

/** Why a punch was flagged: figures only, words in the locale files under `flags.<flag>`. */
export interface FlagEvidence {
  readonly at: Instant;
  readonly data: Readonly<Record<string, string | number | LocalText>>;
}

export type FlagState = 'open' | 'fine' | 'follow-up';

export interface AttendanceFlag {
  readonly id: string;
  readonly rev: number;
  readonly employee: { readonly id: string; readonly name: string; readonly nameEn: string };
  readonly day: Day;
  readonly flag: PlaceFlag;
  readonly evidence: readonly FlagEvidence[];
  /** For HR: the people with whom a phone was shared, as the evidence names them by number. */
  readonly others: readonly { readonly id: string; readonly name: string; readonly nameEn: string }[];
  readonly rule: DayStatus['rule'];
  readonly state: FlagState;
  readonly note: string;
  readonly decidedByName: string | null;
  /** Missing of decisions made before it was kept. */
  readonly decidedByNameEn?: string | null;
  readonly decidedAt: Instant | null;
}
