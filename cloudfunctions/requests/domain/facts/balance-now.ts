import type { Day } from '../../../../typings/contracts/common';
import type { Fact } from '../../../../typings/contracts/requests';
import type { Account } from '../../../shared/account/account';
import { sumsOf } from '../leave/ledger';

/**
 * The balance facts of a request as the account is now: other requests may have been decided since it was sent.
 * `after` is what is left with this request, `before` without it. Leave minutes.
 */
export function refreshBalance(
  facts: readonly Fact[],
  requestId: string,
  account: Account | null,
  today: Day,
): Fact[] {
  const all = account?.entries ?? {};
  const entries = Object.values(all);
  const own = entries.filter((entry) => entry.requestId === requestId);
  const typeId = own[0]?.typeId;
  if (typeId === undefined) return [...facts];
  const sum = (list: typeof entries) => list.reduce((total, { minutes }) => total + minutes, 0);
  const after = sumsOf(all, typeId, today).left;
  const before = after - sum(own);
  return facts.map((fact) =>
    fact.code === 'BALANCE' ? { ...fact, data: { ...fact.data, before, after } } : fact,
  );
}
