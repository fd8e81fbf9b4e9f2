import type { Day, Instant } from '#contracts/common';
import type { FormValues } from '#contracts/form';
import type { RequestType } from '#contracts/request-type';
import { completeAccount } from '../../accounts/public';
import type { Account } from '../../accounts/rules';
import { periodsOf, valuesOfKind } from '../../request-types/rules';
import { findSchedule, type ScheduleOverlay } from '../../schedule/public';
import { daysAround, NO_SCHEDULE } from '../../schedule/rules';
import { findLockedMonths } from '../../settlement/public';
import { addDays, dayOf, daysBetween, monthOf } from '../../shared/calendar/company-time';
import type { Employee } from '../../shared/kernel/employee';
import { lockedWarnings, pastMonths } from '../domain/locked-months';
import type { KindAnswer, KindQuestion } from '../kind/kind';
import { kindOf } from '../kind/registry';

interface Evaluation {
  readonly requestId: string;
  readonly type: RequestType;
  readonly values: FormValues;
  readonly applicant: Employee;
  readonly account: Account;
  readonly team: KindQuestion['team'];
  readonly now: Instant;
  readonly recount?: {
    /** The day of the submission, to which limits such as how far ahead one may ask refer. */
    readonly today: Day;
    readonly overlay?: ScheduleOverlay | undefined;
  };
}

/** The rules refuse longer periods, so their schedule is not loaded. */
const MAX_DAYS = 380;

/**
 * Evaluates the rules of the kind. On a warm instance the schedule and the locked months need no read, of a timeless kind never; one about days of
 * which the account is archived reads that.
 * @throws AppError BUSY, RECORD_FAULTY
 */
export async function evaluateRequest(evaluation: Evaluation): Promise<KindAnswer> {
  const { type, applicant, now } = evaluation;
  const kind = kindOf(type.kind);
  const { recount } = evaluation;
  const today = recount?.today ?? dayOf(now);
  const days = daysOf(evaluation);
  const account = await completeAccount(evaluation.account, accountSince(days, applicant));
  const context = { ...evaluation, account, today };
  const [schedule, loaded] = await Promise.all([
    kind.isTimeless ? NO_SCHEDULE : findSchedule(applicant, days, now, [], recount?.overlay),
    kind.load?.({ ...context, days }),
  ]);
  const answer = kind.decide({ ...context, ...loaded, schedule, isRecount: recount !== undefined });
  const past = kind.changesDays ? pastMonths(answer.period, dayOf(now)) : [];
  const locked = await findLockedMonths(past, now);
  return { ...answer, warnings: [...answer.warnings, ...lockedWarnings(locked)] };
}

/** Limits are those of the whole month; leave after the last day of employment is returned. */
function accountSince(days: readonly Day[], { leftOn }: Employee): Day {
  const first = [...days].sort()[0] as Day;
  const month = `${monthOf(first)}-01` as Day;
  return leftOn !== null && leftOn < month ? leftOn : month;
}

/** The days that the form names, and adjacent days. */
function daysOf({ type, values, now }: Evaluation): Day[] {
  const periods = periodsOf(type.form, values).map(daysAround);
  const single = valuesOfKind(type.form, values, 'day') as Day[];
  const ranges = [
    ...periods,
    ...[...single, dayOf(now)].map((day) => ({ first: addDays(day, -1), last: addDays(day, 1) })),
  ];
  const days = ranges.flatMap(({ first, last }) =>
    last <= addDays(first, MAX_DAYS) ? daysBetween(first, last) : [first, last],
  );
  return [...new Set(days)];
}
