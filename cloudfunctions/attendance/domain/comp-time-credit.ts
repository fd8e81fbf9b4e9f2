import type { Day, Instant, Minutes } from '#contracts/common';
import { type Account, type AccountSpan, compTimeCreditKey, type LedgerEntry } from '../../accounts/rules';
import { addDays, dayOf } from '../../shared/calendar/company-time';
import type { CreditOf, OvertimeCredit } from './credit-of';

/** Corrections and late approvals count for this many days after the overtime. */
const MAX_RECOUNT_DAYS = 92;

const isCompTime = ({ kind, state, compensation }: AccountSpan): boolean =>
  kind === 'overtime' && state === 'approved' && compensation === 'comp-time';

/** The overtime spans whose comp time is compared with the punches on a day. */
export const recountedSpans = ({ spans }: Account, today: Day): AccountSpan[] =>
  Object.values(spans).filter(
    (span) => isCompTime(span) && span.day < today && addDays(span.day, MAX_RECOUNT_DAYS) >= today,
  );

/**
 * The entries that make the comp time of each overtime request what is credited of it. The grant is made on approval;
 * what was not punched is taken off by one entry of the request once the overtime is over, which a later count replaces
 * and a cancellation sets to zero. Idempotent. An expired grant is left as it is.
 */
export function compTimeEntries(account: Account, creditOf: CreditOf, now: Instant): Account['entries'] {
  const today = dayOf(now);
  const recounted = recountedSpans(account, today);
  const lines: Record<string, LedgerEntry> = {};
  for (const grant of Object.values(account.entries)) {
    const { requestId, expiresOn } = grant;
    if (grant.kind !== 'grant' || grant.typeId !== 'comp-time' || !requestId) continue;
    if (expiresOn !== null && expiresOn < today) continue;
    const own = recounted.filter((span) => span.requestId === requestId);
    const credit = creditOfAll(own, creditOf);
    if (!credit) continue;
    const minutes = credit.credited - credit.approved;
    const key = compTimeCreditKey(requestId);
    if (minutes !== (account.entries[key]?.minutes ?? 0)) lines[key] = entryOf(grant, minutes, credit, now);
  }
  return lines;
}

/** The sum over the days of a request; null if none is recounted, or one may still be punched. */
function creditOfAll(spans: readonly AccountSpan[], creditOf: CreditOf): OvertimeCredit | null {
  const credits = spans.map(creditOf);
  if (credits.length === 0 || credits.includes(null)) return null;
  const sum = (key: keyof OvertimeCredit): Minutes =>
    credits.reduce((total, credit) => total + (credit?.[key] ?? 0), 0);
  return { approved: sum('approved'), punched: sum('punched'), credited: sum('credited') };
}

const entryOf = (grant: LedgerEntry, minutes: number, credit: OvertimeCredit, at: Instant): LedgerEntry => ({
  ...grant,
  kind: 'adjust',
  minutes,
  at,
  validFrom: null,
  expiresOn: null,
  basis: [{ code: 'OVERTIME_CREDIT', data: { ...credit } }],
});
