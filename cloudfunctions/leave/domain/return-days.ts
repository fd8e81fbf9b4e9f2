import type { Instant } from '#contracts/common';
import type { Fact } from '#contracts/fact';
import type { Account, AccountSpan } from '../../accounts/rules';
import { usableOn } from '../../accounts/rules-ledger';
import { fact } from '../../approvals/kind/answer';
import { dayOf } from '../../shared/calendar/company-time';
import { returnsOf } from './due-returns';
import { availableMinutes } from './restore';

/** What the ledger gets back when a leave is shortened to `span`, with the balance before and after. */
export function returnDays(
  entries: Account['entries'],
  span: AccountSpan,
  now: Instant,
): { readonly entries: Account['entries']; readonly facts: readonly Fact[] } {
  const returned = returnsOf(entries, span, () => true, now);
  const typeId = span.leaveTypeId ?? '';
  if (Object.keys(returned).length === 0) return { entries: returned, facts: [] };
  const today = dayOf(now);
  const left = (known: Account['entries']) =>
    availableMinutes(known, typeId, (grant) => usableOn(grant, span.day), today);
  const unit = span.unit ? { unit: span.unit } : {};
  const after = left({ ...entries, ...returned });
  const data = { type: span.name, before: left(entries), after, ...unit };
  return { entries: returned, facts: [fact('BALANCE', data)] };
}
