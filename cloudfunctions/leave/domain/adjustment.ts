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
 * A correction by hand. More minutes are a grant of their own from today on; less are taken from the oldest
 * grants. The same correction again adds nothing.
 * @throws AppError LEAVE_BALANCE_SHORT, REQUEST_KEY_REUSED for another correction under the same key
 */
export function adjustmentEntries(entries: Entries, asked: Adjustment, today: Day, now: Instant): Entries {
  const prefix = `adjust-${asked.key}~`;
  const before = Object.entries(entries).filter(([key]) => key.startsWith(prefix));
  if (before.length > 0) {
    if (
      !isSame(
        before.map(([, entry]) => entry),
        asked,
      )
    )
      throw new AppError('REQUEST_KEY_REUSED', {});
    return {};
  }
  const line = (grantId: string, minutes: Minutes, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
    kind: 'adjust',
    typeId: asked.typeId,
    minutes,
    at: now,
    grantId,
    requestId: null,
    validFrom: null,
    expiresOn: null,
    basis: [],
    byId: asked.byId,
    note: asked.reason,
    ...more,
  });
  const first = `${prefix}0`;
  if (asked.minutes > 0)
    return { [first]: line(first, asked.minutes, { validFrom: today, expiresOn: asked.expiresOn }) };
  const { portions, taken, wanted } = allocate(grantsOf(entries, asked.typeId), [
    { day: today, minutes: 0 - asked.minutes },
  ]);
  if (taken < wanted) throw new AppError('LEAVE_BALANCE_SHORT', { wanted, left: taken });
  return Object.fromEntries(
    portions.map(({ grantId, minutes }, index) => [`${prefix}${index}`, line(grantId, 0 - minutes)]),
  );
}

function isSame(before: readonly LedgerEntry[], asked: Adjustment): boolean {
  const minutes = before.reduce((sum, entry) => sum + entry.minutes, 0);
  return (
    minutes === asked.minutes &&
    before.every(
      ({ typeId, note, byId }) => typeId === asked.typeId && note === asked.reason && byId === asked.byId,
    ) &&
    (asked.minutes < 0 || before[0]?.expiresOn === asked.expiresOn)
  );
}
