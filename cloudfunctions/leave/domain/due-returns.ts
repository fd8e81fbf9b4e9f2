import type { Day, Instant, Minutes } from '#contracts/common';
import type { Account, AccountSpan, LedgerEntry } from '../../accounts/rules';
import { grantsOf } from '../../accounts/rules-ledger';
import { fact } from '../../approvals/kind/answer';
import { allocate } from './allocate';

type Entries = Account['entries'];

/**
 * Entries that return approved leave after the last day of employment, and take it back if that day is removed or
 * moved. They use the keys of a cancellation, which therefore never returns the same minutes again. Idempotent.
 */
export function dueReturns(
  leftOn: Day | null,
  { entries, spans }: Pick<Account, 'entries' | 'spans'>,
  now: Instant,
): Entries {
  const approved = Object.values(spans).filter(({ kind, state }) => kind === 'leave' && state === 'approved');
  const basis = leftOn === null ? [] : [fact('AFTER_LAST_DAY', { lastDay: leftOn })];
  return Object.assign(
    {},
    ...approved.map((span) => {
      const kept = (day: Day) => leftOn === null || day <= leftOn;
      const due = Object.entries(returnsOf(entries, span, kept, now));
      const changed = due.filter(([key, { minutes }]) => minutes !== (entries[key]?.minutes ?? 0));
      return Object.fromEntries(changed.map(([key, entry]) => [key, { ...entry, basis }]));
    }),
  );
}

/**
 * For each grant that an approved leave has used, the minutes that are not needed for the days kept. Days are taken
 * from these grants in the same order as when the leave was requested.
 */
export function returnsOf(
  entries: Entries,
  { requestId, perDay = {} }: AccountSpan,
  isKept: (day: Day) => boolean,
  now: Instant,
): Entries {
  const uses = Object.entries(entries).filter(
    ([, entry]) => entry.requestId === requestId && entry.kind === 'use',
  );
  const used = new Map(uses.map(([, { grantId, minutes }]) => [grantId, 0 - minutes]));
  const grants = grantsOf(entries).flatMap((grant) => {
    const left = used.get(grant.id);
    return left === undefined ? [] : [{ ...grant, left }];
  });
  const days = (Object.entries(perDay) as [Day, Minutes][])
    .filter(([day]) => isKept(day))
    .map(([day, minutes]) => ({ day, minutes }));
  const kept = new Map(allocate(grants, days).portions.map(({ grantId, minutes }) => [grantId, minutes]));
  return Object.fromEntries(
    uses.map(([key, use]): [string, LedgerEntry] => {
      const minutes = 0 - use.minutes - (kept.get(use.grantId) ?? 0);
      const returned = { ...use, kind: 'return' as const, minutes, at: now, basis: [] };
      return [`${requestId}${key.slice(requestId.length).replace('-use-', '-return-')}`, returned];
    }),
  );
}
