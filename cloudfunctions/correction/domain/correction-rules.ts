import type { Day, Instant } from '#contracts/common';
import { MINUTES_PER_DAY } from '../../../miniprogram/common/units';
import type { Account, AccountSpan } from '../../accounts/rules';
import { fact, plainAnswer, refused, warning } from '../../approvals/kind/answer';
import { clockMinutes, dayIn, textOf } from '../../approvals/kind/form-values';
import type { KindQuestion, KindRules } from '../../approvals/kind/kind';
import { spanChanges } from '../../approvals/kind/span-changes';
import { confirmsClaim, isWithinClaim, type OpenClaim } from '../../attendance/rules';
import {
  type AttendanceSettings,
  closesAt,
  dayInterval,
  lastCorrectableDay,
  latestCloseOf,
  SHIPPED_ATTENDANCE,
  startsAt,
  withOvertime,
} from '../../schedule/rules-time';
import { clockOn, instantAt, isDay, monthOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { type CorrectionSettings, SHIPPED_CORRECTION } from './correction-settings';

/** The company's rules of corrections, and of attendance days. */
type Settings = CorrectionSettings & { readonly attendance?: AttendanceSettings };

/**
 * The rules of punch corrections: one slot of one day, a limited number per month, within a limited number of
 * workdays. One that confirms what the phone claimed is not counted. Values: `day`, `slot` (`in`, `out`), `time` (`HH:mm`; defaults to the shift's own time), `reason`,
 * `files`. Problems: PERIOD_INVALID, CORRECTION_NOT_NEEDED, CORRECTION_TOO_LATE, CORRECTION_QUOTA,
 * FORM_INVALID.
 */
export const correctionRules: KindRules<{
  readonly settings?: Settings;
  readonly punched?: { readonly claims: readonly OpenClaim[]; readonly booked: readonly Instant[] };
}> = (question) => {
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
  const claim = question.punched?.claims.find(
    (each) => confirmsClaim({ slot, at }, each) && isWithinClaim({ slot, at }, each),
  );
  const used = others.filter((span) => monthOf(span.day) === monthOf(day) && !span.confirms).length;
  const limit = rules.monthlyQuota;
  const over = !claim && used >= limit;
  const lastDay = lastCorrectableDay(question.schedule, day, rules.windowDays);
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
    ...(claim && { confirms: true as const }),
  };
  return plainAnswer(question, {
    from: at,
    to: at,
    period: { unit: 'day', from: day, to: day },
    facts: [
      fact('PUNCH', { slot, at: clockOn(day, at) }),
      fact('OTHER_PUNCHES', { times: bookedTimes(question.punched?.booked ?? [], day) }),
      claim
        ? fact('CONFIRMS_TAP', { tapped: clockOn(day, claim.tappedAt), arrived: clockOn(day, claim.at) })
        : fact('CORRECTIONS', { used: used + 1, limit }),
    ],
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

/** The clock times of punches, `HH:mm`, in order. */
const bookedTimes = (booked: readonly Instant[], day: Day): string =>
  [...booked]
    .sort((a, b) => a - b)
    .map((at) => clockOn(day, at))
    .join(' / ');

/**
 * The claimed time on the day by the rule for punches: a clock time that belongs to another day is the same
 * clock time of this one, and a clock-out may lie beyond the border, as long as the day may be continued.
 */
function claimedAt(question: KindQuestion, day: Day, slot: 'in' | 'out'): Instant | null {
  const shift = dayInterval(question.schedule, day);
  const usual = slot === 'in' ? shift.from : shift.to;
  const text = textOf(question.values, 'time');
  if (text === '') return usual;
  const minutes = clockMinutes(text);
  if (minutes === null) return null;
  const { from, to } = rangeOf(question, day, slot);
  const nearest = (a: Instant, b: Instant) => (Math.abs(b - usual) < Math.abs(a - usual) ? b : a);
  const times = [-MINUTES_PER_DAY, 0, MINUTES_PER_DAY].map((offset) => instantAt(day, minutes + offset));
  const inside = times.filter((at) => from <= at && at < to);
  return (inside.length > 0 ? inside : times).reduce(nearest);
}

/** When a punch of this slot may be one of the day. */
function rangeOf(question: KindQuestion & { settings?: Settings }, day: Day, slot: 'in' | 'out') {
  const { schedule, account, settings } = question;
  const overtime = Object.values(account.spans).filter(
    ({ kind, state }) => kind === 'overtime' && state === 'approved',
  );
  const shiftOf = withOvertime(schedule.shiftOn, overtime);
  const from = startsAt(day, shiftOf);
  if (slot === 'in' || !schedule.shiftOn(day)) return { from, to: closesAt(day, shiftOf) };
  const expectedAt = (next: Day) => {
    const work = schedule.workOn(next);
    return work && instantAt(next, work.start);
  };
  const { latestEnd } = settings?.attendance ?? SHIPPED_ATTENDANCE;
  return { from, to: latestCloseOf(day, { shiftOf, expectedAt, latestEnd }) };
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
