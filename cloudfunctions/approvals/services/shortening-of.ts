import type { Instant } from '#contracts/common';
import type { Period } from '#contracts/form';
import { findWholeAccount } from '../../accounts/public';
import type { Account } from '../../accounts/rules';
import { findEmployee } from '../../people/public';
import { findSchedule } from '../../schedule/public';
import { daysAround } from '../../schedule/rules';
import { boundsOf } from '../../schedule/rules-time';
import { daysBetween } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import type { Employee } from '../../shared/kernel/employee';
import { requestChanged } from '../domain/request/acting';
import { type Back, splitAt } from '../domain/request/back-early';
import type { RequestDocument } from '../domain/request/request';
import {
  type ShortenedSpan,
  shortening,
  shorteningContent,
  spanOf,
  withoutDays,
  withPeriod,
} from '../domain/request/shorten';
import { kindOf } from '../kind/registry';
import { evaluateStored } from './evaluate-stored';

/**
 * How a request that ends an approved absence where somebody is back differs from one that cancels the whole.
 * @throws AppError REQUEST_CHANGED if the original has no days, PERIOD_INVALID, NO_WORKING_TIME
 */
export async function shorteningOf(
  original: RequestDocument,
  back: Back,
  now: Instant,
  applicant?: Employee,
): Promise<Partial<RequestDocument>> {
  const { period } = original;
  if (!period || !spanOf(original)) throw requestChanged(original);
  const split = splitAt(period, back);
  if (!split) throw new AppError('PERIOD_INVALID', { rule: 'out-of-range' });
  const [person, account] = await Promise.all([
    applicant ?? findEmployee(original.applicantId),
    findWholeAccount(original.applicantId),
  ]);
  if (!person) throw new AppError('NOT_FOUND', { what: 'employee' });
  const question = { original, back, kept: split.kept, person, account, now };
  const shortened = await (back.at === undefined ? daysKept(question) : partKept(question));
  if (shortened.returned <= 0) throw new AppError('NO_WORKING_TIME', {});
  const known = { ...account.entries, ...original.changes.onApprove.entries };
  const given = kindOf(original.kind).returnDays?.(known, shortened.span, now) ?? { entries: {}, facts: [] };
  const shortens = shortening(original, shortened, { back, kept: split.kept }, given.entries);
  return shorteningContent(original, shortens, shortened, { back, rest: split.rest }, given.facts);
}

interface Question {
  readonly original: RequestDocument;
  readonly back: Back;
  readonly kept: Period;
  readonly person: Employee;
  readonly account: Account;
  readonly now: Instant;
}

/** Whole days stay as they were counted. */
async function daysKept({ original, back, kept, person, now }: Question): Promise<ShortenedSpan> {
  const span = spanOf(original);
  if (!span) throw requestChanged(original);
  const { first, last } = daysAround(kept);
  const { to } = boundsOf(kept, await findSchedule(person, daysBetween(first, last), now));
  return withoutDays(span, back, to);
}

/** A part of a day is counted by the rules of the kind, which also know whether it can be taken in parts. */
async function partKept({ original, kept, person, account, now }: Question): Promise<ShortenedSpan> {
  const values = withPeriod(original, kept);
  const answer = await evaluateStored({ ...original, values }, person, account, { now });
  const { problem } = answer;
  if (problem?.code === 'PERIOD_INVALID' || problem?.code === 'NO_WORKING_TIME') throw problem;
  const span = answer.onApprove.spans[original._id];
  if (!span) throw new AppError('NO_WORKING_TIME', {});
  return { span, returned: (original.amountMinutes ?? 0) - span.minutes };
}
