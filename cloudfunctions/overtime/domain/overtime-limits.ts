import type { Day, Minutes, Month } from '#contracts/common';
import type { Fact, Warning } from '#contracts/fact';
import type { Account } from '../../accounts/rules';
import { fact, warning } from '../../approvals/kind/answer';
import { monthOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import type { OvertimePart } from './overtime-parts';
import type { OvertimeSettings } from './overtime-settings';

interface Limits {
  readonly facts: readonly Fact[];
  readonly warnings: readonly Warning[];
  readonly problem: AppError | null;
}

/**
 * Labour Law, art. 41: at most three hours a day and 36 hours a month. The daily limit applies to the extension
 * of workdays; the monthly limit to all overtime, pending or approved, however it is compensated.
 */
export function overtimeLimits(
  account: Account,
  requestId: string,
  parts: readonly OvertimePart[],
  rules: OvertimeSettings,
): Limits {
  const others = Object.values(account.spans).filter(
    (span) => span.kind === 'overtime' && span.requestId !== requestId,
  );
  const before = (test: (day: Day) => boolean): Minutes =>
    others.reduce((sum, span) => (test(span.day) ? sum + span.minutes : sum), 0);
  const workdays = sumBy(
    parts.filter(({ payClass }) => payClass === 150),
    ({ day }) => day,
  ).map(([day, minutes]) => before((other) => other === day) + minutes);
  const months = sumBy(parts, ({ day }) => monthOf(day)).map(([month, minutes]) => {
    const earlier = before((day) => monthOf(day) === (month as Month));
    return { before: earlier, after: earlier + minutes };
  });
  const { dayLimit, dayMost, monthLimit, monthMost } = rules;
  return {
    facts: months.map((sums) => fact('OVERTIME_MONTH', { ...sums, limit: monthLimit })),
    warnings: [
      ...workdays
        .filter((minutes) => minutes > dayLimit)
        .map((minutes) => warning('bad', 'OVERTIME_DAY_LIMIT', { minutes, limit: dayLimit })),
      ...months
        .filter(({ after }) => after > monthLimit)
        .map(({ after }) => warning('bad', 'OVERTIME_MONTH_LIMIT', { minutes: after, limit: monthLimit })),
    ],
    problem:
      limitProblem(workdays, dayMost, 'day') ??
      limitProblem(
        months.map(({ after }) => after),
        monthMost,
        'month',
      ),
  };
}

function limitProblem(
  sums: readonly Minutes[],
  limit: Minutes | null,
  per: 'day' | 'month',
): AppError | null {
  const minutes = Math.max(0, ...sums);
  return limit !== null && minutes > limit ? new AppError('OVERTIME_LIMIT', { minutes, limit, per }) : null;
}

function sumBy(parts: readonly OvertimePart[], key: (part: OvertimePart) => string): [string, Minutes][] {
  const sums = new Map<string, Minutes>();
  for (const part of parts) sums.set(key(part), (sums.get(key(part)) ?? 0) + part.minutes);
  return [...sums];
}
