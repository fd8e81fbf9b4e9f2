import type { Day, Instant, Minutes } from '#contracts/common';
import type { Account, LedgerEntry } from '../../accounts/rules';
import { grantsOf } from '../../accounts/rules-ledger';
import { AppError } from '../../shared/errors/app-error';
import { allocate } from './allocate';

type Entries = Account['entries'];

export interface Adjustment {
  readonly key: string;
  readonly typeId: string;
  /** Leave minutes, not 0. */
  readonly minutes: Minutes;
  readonly expiresOn: Day | null;
  readonly reason: string;
  readonly byId: string;
}

/**
 * The entries of a manual adjustment. An increase is a separate grant, also for leave of past days that is asked
 * for afterwards; a decrease is taken from the oldest grants usable today. Idempotent.
 * @throws AppError LEAVE_BALANCE_SHORT, REQUEST_KEY_REUSED for another adjustment with the same key
 */
export function adjustmentEntries(
  entries: Entries,
  adjustment: Adjustment,
  today: Day,
  now: Instant,
): Entries {
  const prefix = `adjust-${adjustment.key}~`;
  const before = Object.entries(entries).filter(([key]) => key.startsWith(prefix));
  if (before.length > 0) {
    if (
      !isSame(
        before.map(([, entry]) => entry),
        adjustment,
      )
    )
      throw new AppError('REQUEST_KEY_REUSED', {});
    return {};
  }
  const line = (grantId: string, minutes: Minutes, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
    kind: 'adjust',
    typeId: adjustment.typeId,
    minutes,
    at: now,
    grantId,
    requestId: null,
    validFrom: null,
    expiresOn: null,
    basis: [],
    byId: adjustment.byId,
    note: adjustment.reason,
    ...more,
  });
  const first = `${prefix}0`;
  if (adjustment.minutes > 0)
    return {
      [first]: line(first, adjustment.minutes, { expiresOn: adjustment.expiresOn }),
    };
  const { portions, taken, wanted } = allocate(grantsOf(entries, adjustment.typeId), [
    { day: today, minutes: 0 - adjustment.minutes },
  ]);
  if (taken < wanted) throw new AppError('LEAVE_BALANCE_SHORT', { wanted, left: taken });
  return Object.fromEntries(
    portions.map(({ grantId, minutes }, index) => [`${prefix}${index}`, line(grantId, 0 - minutes)]),
  );
}

function isSame(before: readonly LedgerEntry[], adjustment: Adjustment): boolean {
  const minutes = before.reduce((sum, entry) => sum + entry.minutes, 0);
  return (
    minutes === adjustment.minutes &&
    before.every(
      ({ typeId, note, byId }) =>
        typeId === adjustment.typeId && note === adjustment.reason && byId === adjustment.byId,
    ) &&
    (adjustment.minutes < 0 || before[0]?.expiresOn === adjustment.expiresOn)
  );
}
