import type { Day } from '#contracts/common';
import type { Fact, Warning } from '#contracts/fact';
import type { Account, LedgerEntry } from '../../accounts/rules';
import { grantsOf } from '../../accounts/rules-ledger';
import type { KindRequest } from '../../approvals/kind/kind';
import { addDays, dayOf } from '../../shared/calendar/company-time';
import { availableMinutes } from './restore';

type BalanceRequest = Pick<KindRequest, '_id' | 'spanFrom' | 'spanTo'>;

const total = (entries: readonly LedgerEntry[]): number =>
  entries.reduce((sum, { minutes }) => sum + minutes, 0);

/** Whether an entry takes or gives back minutes for the request itself, and reverses no expiry or carry-over. */
const isDrawn = ({ kind }: LedgerEntry): boolean => kind !== 'expire' && kind !== 'carry';

/**
 * The balance facts of a request, recomputed from the current account, because other requests may have been
 * decided since. Only grants usable on the requested days count, so that leave of next year is taken from next
 * year's grant. `after` is the balance with this request, `before` without it. Leave minutes.
 */
export function refreshBalance(
  facts: readonly Fact[],
  request: BalanceRequest,
  account: Account | null,
  today: Day,
): Fact[] {
  const entries = account?.entries ?? {};
  const own = Object.values(entries).filter((entry) => entry.requestId === request._id && isDrawn(entry));
  const typeId = own[0]?.typeId;
  if (typeId === undefined) return [...facts];
  const [first, last] = [dayOf(request.spanFrom), dayOf(request.spanTo)];
  const after = availableMinutes(
    entries,
    typeId,
    ({ validFrom, expiresOn }) => (validFrom ?? first) <= last && first <= (expiresOn ?? first),
    today,
  );
  const before = after - total(own);
  return facts.map((fact) =>
    fact.code === 'BALANCE' ? { ...fact, data: { ...fact.data, before, after } } : fact,
  );
}

/**
 * Warnings about held minutes of a request that expire soon or have expired: they are kept while it is pending
 * and lost if it is not approved. Recomputed, because a request may be pending longer than expected.
 */
export function refreshExpiry(
  warnings: readonly Warning[],
  { _id, facts = [] }: Pick<KindRequest, '_id'> & Partial<Pick<KindRequest, 'facts'>>,
  account: Account | null,
  today: Day,
  noticeDays: number,
): Warning[] {
  const entries = account?.entries ?? {};
  const limit = addDays(today, noticeDays);
  const unit = facts.some(({ code, data }) => code === 'BALANCE' && 'unit' in data)
    ? ({ unit: 'hour' } as const)
    : {};
  const ending = grantsOf(entries).flatMap(({ id, expiresOn }): Warning[] => {
    if (expiresOn === null || expiresOn > limit) return [];
    const minutes =
      0 - total(Object.values(entries).filter((e) => e.grantId === id && e.requestId === _id && isDrawn(e)));
    return minutes > 0
      ? [{ tone: 'warn', code: 'EXPIRES_WHILE_PENDING', data: { minutes, day: expiresOn, ...unit } }]
      : [];
  });
  return [...warnings.filter(({ code }) => code !== 'EXPIRES_WHILE_PENDING'), ...ending];
}
