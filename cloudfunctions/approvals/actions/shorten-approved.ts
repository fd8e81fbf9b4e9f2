import { minLength, pipe, strictObject } from 'valibot';
import type { Day, Instant } from '#contracts/common';
import type { RequestsContract } from '#contracts/requests';
import { findAccount } from '../../accounts/public';
import { findEmployee } from '../../people/public';
import { briefOf } from '../../people/rules';
import { findSchedule } from '../../schedule/public';
import { daysAround } from '../../schedule/rules';
import { boundsOf } from '../../schedule/rules-time';
import { addDays, daysBetween } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { clientKey, day, text } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { abilityOf, can } from '../../shared/kernel/policy';
import { requireAllowedText } from '../../shared/text-check/check-text';
import { requestChanged } from '../domain/request/acting';
import type { RequestDocument } from '../domain/request/request';
import {
  isShortenable,
  shortenedSpan,
  shortening,
  shorteningContent,
  spanOf,
} from '../domain/request/shorten';
import { expectedRevision } from '../inputs/request';
import { isAway, kindOf } from '../kind/registry';
import { requireVisible } from '../services/load-visible';
import { contentHash } from '../services/prepare';
import { requestUndo } from '../services/request-undo';

/**
 * Requests that an approved absence ends before `backOn`, for the applicant or by HR: decided by those who approved
 * it. Idempotent by `key`.
 * @throws AppError NOT_FOUND, FORBIDDEN, REQUEST_CHANGED if it cannot be shortened or is already being undone,
 * PERIOD_INVALID, NO_WORKING_TIME, REQUEST_KEY_REUSED, NOBODY_TO_APPROVE, TEXT_REFUSED, BUSY
 */
export const shortenApproved = employeeAction<RequestsContract['shorten']>({
  input: strictObject({
    ...expectedRevision,
    key: clientKey,
    backOn: day,
    reason: pipe(text(500), minLength(1)),
  }),
  allow: can('update', 'OwnRequests'),
  async run({ input: { id, key, backOn, reason }, me, openid, now }) {
    await requireAllowedText([reason], openid);
    return requestUndo({
      id: `${me._id}-${key}`,
      hash: contentHash(id, { backOn, reason }),
      reason,
      now,
      by: briefOf(me),
      load: () => requireShortenable(id, me, now),
      contentOf: (original) => contentOf(original, backOn, me, now),
    });
  },
});

async function requireShortenable(id: string, me: Employee, now: Instant): Promise<RequestDocument> {
  const { request } = await requireVisible(id, me, now);
  if (request.applicantId !== me._id && !abilityOf(me).can('update', 'LeaveBalances'))
    throw new AppError('FORBIDDEN', {});
  return request;
}

async function contentOf(
  original: RequestDocument,
  backOn: Day,
  me: Employee,
  now: Instant,
): Promise<Partial<RequestDocument>> {
  const { period } = original;
  const before = spanOf(original);
  if (!isAway(original.kind) || !isShortenable(original) || !before || !period || period.unit === 'hour')
    throw requestChanged(original);
  if (backOn <= period.from || period.to < backOn)
    throw new AppError('PERIOD_INVALID', { rule: 'out-of-range' });
  const to = await endBefore(original, backOn, me, now);
  const shortened = shortenedSpan(before, backOn, to);
  if (shortened.returned === 0) throw new AppError('NO_WORKING_TIME', {});
  const { entries } = await findAccount(original.applicantId);
  const known = { ...entries, ...original.changes.onApprove.entries };
  const given = kindOf(original.kind).returnDays?.(known, shortened.span, now) ?? { entries: {}, facts: [] };
  const shortens = shortening(original, shortened, backOn, given.entries);
  return shorteningContent(original, shortens, shortened, backOn, given.facts);
}

/** The end of the last day that stays. */
async function endBefore(
  { applicantId, period }: RequestDocument,
  backOn: Day,
  me: Employee,
  now: Instant,
): Promise<Instant> {
  const person = applicantId === me._id ? me : await findEmployee(applicantId);
  if (!person || !period) throw new AppError('NOT_FOUND', { what: 'employee' });
  const kept = { unit: 'day' as const, from: period.from, to: addDays(backOn, -1) };
  const { first, last } = daysAround(kept);
  return boundsOf(kept, await findSchedule(person, daysBetween(first, last), now)).to;
}
