import type { Day, Instant } from '#contracts/common';
import type { Account, AccountSpan } from '../../accounts/rules';
import { fact, plainAnswer, refused, warning } from '../../approvals/kind/answer';
import { clockMinutes, dayIn, textOf } from '../../approvals/kind/form-values';
import type { KindQuestion, KindRules } from '../../approvals/kind/kind';
import { spanChanges } from '../../approvals/kind/span-changes';
import { dayInterval } from '../../schedule/rules-time';
import { addDays, instantAt, isDay, monthOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { type CorrectionSettings, SHIPPED_CORRECTION } from './correction-settings';

/**
 * The rules of punch corrections: one slot of one day, a limited number per month, within a limited number of
 * days. Values: `day`, `slot` (`in`, `out`), `time` (`HH:mm`; defaults to the shift's own time), `reason`,
 * `files`. Problems: PERIOD_INVALID, CORRECTION_NOT_NEEDED, CORRECTION_TOO_LATE, CORRECTION_QUOTA,
 * FORM_INVALID.
 */
export const correctionRules: KindRules<{ readonly settings?: CorrectionSettings }> = (question) => {
  const { values, account, requestId, today } = question;
  const day = dayIn(values, 'day');
  if (!isDay(day))
    return refused(question, new AppError('FORM_INVALID', { field: 'day', rule: 'wrong-kind' }));
  const slot = textOf(values, 'slot') === 'out' ? 'out' : 'in';
  const at = claimedAt(question, day, slot);
  if (at === null)
    return refused(question, new AppError('FORM_INVALID', { field: 'time', rule: 'wrong-kind' }));
  const rules = question.settings ?? SHIPPED_CORRECTION;
  const others = correctionsOf(account, requestId);
  const used = others.filter((span) => monthOf(span.day) === monthOf(day)).length;
  const limit = rules.monthlyQuota;
  const over = used >= limit;
  const lastDay = addDays(day, rules.windowDays);
  const span: AccountSpan = {
    requestId,
    kind: 'correction',
    state: 'open',
    name: question.type.name,
    day,
    from: at,
    to: at,
    minutes: 0,
    slot,
  };
  return plainAnswer(question, {
    from: at,
    to: at,
    period: { unit: 'day', from: day, to: day },
    facts: [fact('CORRECTIONS', { used: used + 1, limit })],
    warnings:
      over && rules.overQuota === 'warn' ? [warning('bad', 'CORRECTIONS', { used: used + 1, limit })] : [],
    problem:
      (day > today || at > question.now ? new AppError('PERIOD_INVALID', { rule: 'future' }) : null) ??
      (isNeeded(question, day, slot, others) ? null : new AppError('CORRECTION_NOT_NEEDED', { day })) ??
      (today > lastDay ? new AppError('CORRECTION_TOO_LATE', { day, lastDay }) : null) ??
      (over && rules.overQuota === 'refuse' ? new AppError('CORRECTION_QUOTA', { used, limit }) : null),
    ...spanChanges(requestId, span),
  });
};

/** The claimed time; for a night shift, a clock time before its start is on the next day. */
function claimedAt({ values, schedule }: KindQuestion, day: Day, slot: 'in' | 'out'): Instant | null {
  const shift = dayInterval(schedule, day);
  const text = textOf(values, 'time');
  if (text === '') return slot === 'in' ? shift.from : shift.to;
  const minutes = clockMinutes(text);
  if (minutes === null) return null;
  const at = instantAt(day, minutes);
  const nextDay = instantAt(day, minutes + 1_440);
  return slot === 'out' && at <= shift.from && shift.to > instantAt(day, 1_440) ? nextDay : at;
}

const correctionsOf = (account: Account, requestId: string): AccountSpan[] =>
  Object.values(account.spans).filter(
    (span) => span.kind === 'correction' && span.requestId !== requestId && span.state !== 'rejected',
  );

/** Whether the day was a workday or had overtime, and the slot has not been corrected yet. */
function isNeeded(
  { schedule, account }: KindQuestion,
  day: Day,
  slot: 'in' | 'out',
  others: readonly AccountSpan[],
): boolean {
  const overtime = Object.values(account.spans).some((span) => span.kind === 'overtime' && span.day === day);
  const done = others.some((span) => span.day === day && span.slot === slot);
  return (schedule.worksOn(day) || (schedule.employedOn(day) && overtime)) && !done;
}
