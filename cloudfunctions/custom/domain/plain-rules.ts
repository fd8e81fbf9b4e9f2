import type { Period } from '#contracts/form';
import type { RequestPreview } from '#contracts/request';
import { LEAVE_DAY_MINUTES, MINUTES_PER_DAY } from '../../../miniprogram/common/units';
import { fact, plainAnswer } from '../../approvals/kind/answer';
import type { KindQuestion, KindRules } from '../../approvals/kind/kind';
import { valuesOfKind } from '../../request-types/rules';
import { brokenPeriodRule, instantsOf } from '../../schedule/rules';
import { addDays, daysBetween } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';

/**
 * The rules of a kind without specific ones: amounts are taken from the form, and approval has no effect. A
 * period counts as 480 minutes per calendar day.
 */
export const plainRules: KindRules = (question) => {
  const { form } = question.type;
  const [period = null] = valuesOfKind(form, question.values, 'period') as Period[];
  const money = valuesOfKind(form, question.values, 'money') as number[];
  const amountFen = money.length > 0 ? money.reduce((sum, fen) => sum + fen, 0) : null;
  if (!period) return plainAnswer(question, { amountFen });
  const rule = brokenPeriodRule(period);
  if (rule)
    return plainAnswer(question, { amountFen, period, problem: new AppError('PERIOD_INVALID', { rule }) });
  const days = daysOf(question, period);
  const amountMinutes = days.reduce((sum, { minutes }) => sum + minutes, 0);
  return plainAnswer(question, { amountFen, period, ...instantsOf(period), days, amountMinutes });
};

/** For personal data that no code can write: HR enters it after the approval, and both sides are informed. */
export const enteredByHrRules: KindRules = (question) => {
  const answer = plainRules(question);
  return { ...answer, facts: [...answer.facts, fact('ENTERED_BY_HR', {})] };
};

function daysOf({ schedule }: KindQuestion, period: Period): RequestPreview['days'] {
  const last =
    period.unit === 'hour' ? addDays(period.from, Math.floor((period.end - 1) / MINUTES_PER_DAY)) : period.to;
  return daysBetween(period.from, last).map((day) => {
    const { kind, name } = schedule.kindOn(day);
    return { day, kind, name, minutes: minutesOn(period, day) };
  });
}

function minutesOn(period: Period, day: string): number {
  if (period.unit === 'hour')
    return day === period.from ? Math.min(period.end - period.start, LEAVE_DAY_MINUTES) : 0;
  if (period.unit === 'day') return LEAVE_DAY_MINUTES;
  const half = (day === period.from && period.fromHalf === 2) || (day === period.to && period.toHalf === 1);
  return half ? LEAVE_DAY_MINUTES / 2 : LEAVE_DAY_MINUTES;
}
