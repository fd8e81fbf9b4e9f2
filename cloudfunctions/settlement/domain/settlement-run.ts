import type { Month } from '#contracts/common';
import type { LockEvent, Settlement } from '#contracts/settlement';

/** A document of `settlements`, `_id` is the month: how far the settlement is. */
export interface SettlementRun
  extends Omit<Settlement, 'month' | 'lockedByName' | 'history' | 'unlock' | 'sums'> {
  readonly _id: Month;
  /** The last employee number that is done; '' at the beginning. */
  readonly cursor: string;
  /** Whoever works on a unit does so alone until then. */
  readonly leaseUntil: number;
  readonly lockedById: string | null;
  /** Absent until it is locked, and from the console. */
  readonly lockedByName?: string | null;
  /** Of the last pass, or of the running one so far. */
  readonly sums?: Settlement['sums'] | null;
  readonly history?: readonly LockEvent[];
  readonly unlock?: UnlockRequest | null;
}

/** Who asked to unlock a month. */
export interface UnlockRequest {
  readonly at: LockEvent['at'];
  /** Null for the console. */
  readonly byId: string | null;
  readonly reason: string;
}

/** A run as it is told to the caller; null for the console. */
export function settlementOf(run: SettlementRun, callerId: string | null): Settlement {
  const { _id: month, rev, state, people, written, waiting, resumesAt, startedAt, doneAt, lockedAt } = run;
  const { lockedByName = null, lockedByNameEn = null, sums, unlock = null, leftOut = 0 } = run;
  return {
    month,
    rev,
    state,
    people,
    leftOut,
    written,
    waiting,
    resumesAt,
    startedAt,
    doneAt,
    lockedAt,
    lockedByName,
    lockedByNameEn,
    ...(sums && { sums }),
    history: lockHistoryOf(run),
    unlock: unlock && { at: unlock.at, reason: unlock.reason, isOwn: unlock.byId === callerId },
  };
}

/** Months that were locked before the history was kept know their lock only. */
export function lockHistoryOf({
  history,
  lockedAt,
  lockedByName,
  lockedByNameEn,
}: SettlementRun): LockEvent[] {
  if (history) return [...history];
  if (lockedAt === null) return [];
  return [{ kind: 'locked', at: lockedAt, byName: lockedByName ?? null, byNameEn: lockedByNameEn ?? null }];
}

/** When the month was locked last, whether or not it was unlocked since; null if never. */
export const lastLockedAt = (run: SettlementRun): LockEvent['at'] | null =>
  lockHistoryOf(run).findLast(({ kind }) => kind === 'locked')?.at ?? null;
