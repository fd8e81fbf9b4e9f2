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
 * from these grants in the same order as when the leave was requested. What a recount has added or returned counts
 * as used or not used.
 */
export function returnsOf(
  entries: Entries,
  { requestId, perDay = {} }: AccountSpan,
  isKept: (day: Day) => boolean,
  now: Instant,
): Entries {
  const own = Object.entries(entries).filter(([, entry]) => entry.requestId === requestId);
  const prefix = returnPrefix(own, requestId);
  if (prefix === null) return {};
  const booked = own.filter(([key, { kind, grantId }]) => key !== prefix + grantId && !REVERSALS.has(kind));
  const used = new Map<string, LedgerEntry>();
  for (const [, entry] of booked) {
    const minutes = (used.get(entry.grantId)?.minutes ?? 0) - entry.minutes;
    used.set(entry.grantId, { ...entry, minutes });
  }
  const grants = grantsOf(entries).flatMap((grant) => {
    const left = used.get(grant.id)?.minutes;
    return left === undefined ? [] : [{ ...grant, left }];
  });
  const days = (Object.entries(perDay) as [Day, Minutes][])
    .filter(([day]) => isKept(day))
    .map(([day, minutes]) => ({ day, minutes }));
  const kept = new Map(allocate(grants, days).portions.map(({ grantId, minutes }) => [grantId, minutes]));
  return Object.fromEntries(
    [...used].map(([grantId, use]): [string, LedgerEntry] => {
      const minutes = use.minutes - (kept.get(grantId) ?? 0);
      return [prefix + grantId, { ...use, kind: 'return', minutes, at: now, basis: [] }];
    }),
  );
}

/** Of a grant that has ended: they stay whatever becomes of the leave. */
const REVERSALS: ReadonlySet<string> = new Set(['expire', 'carry']);

/** The keys of a cancellation, without the grant; null if the leave has used none. */
function returnPrefix(own: readonly (readonly [string, LedgerEntry])[], requestId: string): string | null {
  for (const [key, { kind }] of own) {
    const end = key.indexOf('-use-', requestId.length);
    if (kind === 'use' && end !== -1) return `${key.slice(0, end)}-return-`;
  }
  return null;
}
