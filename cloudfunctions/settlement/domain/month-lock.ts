import type { Instant } from '#contracts/common';
import type { LockEvent } from '#contracts/settlement';
import { lockHistoryOf, type SettlementRun } from './settlement-run';

/** Who acts; null for the console. */
type Actor = { readonly _id: string; readonly name: string; readonly nameEn: string } | null;
type Change = Partial<Omit<SettlementRun, '_id' | 'rev'>>;

const MAX_EVENTS = 50;

const withEvent = (
  run: SettlementRun,
  kind: LockEvent['kind'],
  by: Actor,
  at: Instant,
  reason?: string,
): LockEvent[] => {
  const event = { kind, at, byName: by?.name ?? null, byNameEn: by?.nameEn ?? null };
  return [...lockHistoryOf(run), { ...event, ...(reason !== undefined && { reason }) }].slice(-MAX_EVENTS);
};

/** The month stays as it is settled. */
export const locked = (run: SettlementRun, by: Actor, now: Instant): Change => ({
  state: 'locked',
  lockedAt: now,
  lockedById: by?._id ?? null,
  lockedByName: by?.name ?? null,
  lockedByNameEn: by?.nameEn ?? null,
  unlock: null,
  history: withEvent(run, 'locked', by, now),
});

/** Somebody asks to unlock the month; it stays locked. */
export const unlockAsked = (run: SettlementRun, by: Actor, reason: string, now: Instant): Change => ({
  unlock: { at: now, byId: by?._id ?? null, reason },
  history: withEvent(run, 'unlock-asked', by, now, reason),
});

export const unlockRefused = (run: SettlementRun, by: Actor, now: Instant): Change => ({
  unlock: null,
  history: withEvent(run, 'unlock-refused', by, now),
});

/** The settled months stay as they are until the next pass. */
export const unlocked = (run: SettlementRun, by: Actor, now: Instant): Change => ({
  state: 'done',
  lockedAt: null,
  lockedById: null,
  lockedByName: null,
  lockedByNameEn: null,
  unlock: null,
  history: withEvent(run, 'unlocked', by, now),
});
