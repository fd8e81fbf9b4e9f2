import type { Day, Instant } from '#contracts/common';
import { findAccount } from '../../accounts/public';
import { findEmployee } from '../../people/public';
import { findSchedule } from '../../schedule/public';
import { daysAround } from '../../schedule/rules';
import { boundsOf } from '../../schedule/rules-time';
import { addDays, daysBetween } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import { requestChanged } from '../domain/request/acting';
import type { RequestDocument } from '../domain/request/request';
import { shortenedSpan, shortening, shorteningContent, spanOf } from '../domain/request/shorten';
import { kindOf } from '../kind/registry';

/**
 * How a request that ends an approved absence before `backOn` differs from one that cancels the whole.
 * @throws AppError REQUEST_CHANGED if the original has no days, PERIOD_INVALID, NO_WORKING_TIME
 */
export async function shorteningOf(
  original: RequestDocument,
  backOn: Day,
  now: Instant,
  applicant?: Employee,
): Promise<Partial<RequestDocument>> {
  const { period } = original;
  const before = spanOf(original);
  if (!before || !period || period.unit === 'hour') throw requestChanged(original);
  if (backOn <= period.from || period.to < backOn)
    throw new AppError('PERIOD_INVALID', { rule: 'out-of-range' });
  const person = applicant ?? (await findEmployee(original.applicantId));
  if (!person) throw new AppError('NOT_FOUND', { what: 'employee' });
  const to = await endBefore(person, period.from, backOn, now);
  const shortened = shortenedSpan(before, backOn, to);
  if (shortened.returned === 0) throw new AppError('NO_WORKING_TIME', {});
  const { entries } = await findAccount(original.applicantId);
  const known = { ...entries, ...original.changes.onApprove.entries };
  const given = kindOf(original.kind).returnDays?.(known, shortened.span, now) ?? { entries: {}, facts: [] };
  const shortens = shortening(original, shortened, backOn, given.entries);
  return shorteningContent(original, shortens, shortened, backOn, given.facts);
}

/** The end of the last day that stays. */
async function endBefore(person: Employee, from: Day, backOn: Day, now: Instant): Promise<Instant> {
  const kept = { unit: 'day' as const, from, to: addDays(backOn, -1) };
  const { first, last } = daysAround(kept);
  return boundsOf(kept, await findSchedule(person, daysBetween(first, last), now)).to;
}
