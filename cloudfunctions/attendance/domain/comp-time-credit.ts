import type { Day, Instant, Minutes } from '#contracts/common';
import type { Account, AccountSpan, LedgerEntry } from '../../accounts/rules';
import { addDays, dayOf } from '../../shared/calendar/company-time';
import type { CreditOf, OvertimeCredit } from './credit-of';

/** Corrections and late approvals count for this many days after the overtime. */
export const MAX_RECOUNT_DAYS = 92;

const isCompTime = ({ kind, state, compensation }: AccountSpan): boolean =>
  kind === 'overtime' && state === 'approved' && compensation === 'comp-time';

/** The overtime spans whose comp time is compared with the punches on a day. */
export const recountedSpans = ({ spans }: Account, today: Day): AccountSpan[] =>
  Object.values(spans).filter(
    (span) => isCompTime(span) && span.day < today && addDays(span.day, MAX_RECOUNT_DAYS) >= today,
  );

/**
 * The entries that the ledger lacks so that the comp time of each overtime request is what is credited of it. The grant
 * is made on approval; what was not punched is taken off once the overtime is over, and given back when a correction
 * changes that, or when the request is cancelled and its whole grant revoked. Idempotent: the entries themselves tell
 * what was taken off before. An expired grant is left as it is.
 */
export function compTimeEntries(account: Account, creditOf: CreditOf, now: Instant): Account['entries'] {
  const today = dayOf(now);
  const recounted = recountedSpans(account, today);
  const approved = new Set(
    Object.values(account.spans)
      .filter(isCompTime)
      .map(({ requestId }) => requestId),
  );
  const lines: Record<string, LedgerEntry> = {};
  for (const grant of Object.values(account.entries)) {
    const { requestId, expiresOn } = grant;
    if (grant.kind !== 'grant' || grant.typeId !== 'comp-time' || !requestId) continue;
    const isCancelled = !approved.has(requestId);
    const credit = isCancelled
      ? NOTHING_TAKEN
      : creditOfAll(
          recounted.filter((span) => span.requestId === requestId),
          creditOf,
        );
    if (!credit || (!isCancelled && expiresOn !== null && expiresOn < today)) continue;
    const before = takenOff(account, requestId);
    const minutes = credit.credited - credit.approved - before.minutes;
    if (minutes !== 0)
      lines[`${requestId}-credit-${before.count + 1}`] = entryOf(grant, minutes, credit, now);
  }
  return lines;
}

const NOTHING_TAKEN: OvertimeCredit = { approved: 0, punched: 0, credited: 0 };

/** The sum over the days of a request; null if none is recounted, or one may still be punched. */
function creditOfAll(spans: readonly AccountSpan[], creditOf: CreditOf): OvertimeCredit | null {
  const credits = spans.map(creditOf);
  if (credits.length === 0 || credits.includes(null)) return null;
  const sum = (key: keyof OvertimeCredit): Minutes =>
    credits.reduce((total, credit) => total + (credit?.[key] ?? 0), 0);
  return { approved: sum('approved'), punched: sum('punched'), credited: sum('credited') };
}

function takenOff({ entries }: Account, requestId: string) {
  const own = Object.entries(entries).filter(([key]) => key.startsWith(`${requestId}-credit-`));
  return { count: own.length, minutes: own.reduce((sum, [, { minutes }]) => sum + minutes, 0) };
}

const entryOf = (grant: LedgerEntry, minutes: number, credit: OvertimeCredit, at: Instant): LedgerEntry => ({
  ...grant,
  kind: 'adjust',
  minutes,
  at,
  validFrom: null,
  expiresOn: null,
  basis: credit === NOTHING_TAKEN ? [] : [{ code: 'OVERTIME_CREDIT', data: { ...credit } }],
});
