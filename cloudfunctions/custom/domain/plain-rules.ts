import type { Day, Instant } from '../../../typings/contracts/common';
import type { Period, RequestKind, RequestPreview } from '../../../typings/contracts/requests';
import type { AccountSpan } from '../../accounts/domain/account';
import { fact } from '../../approvals/kind/answer';
import {
  type KindAnswer,
  type KindQuestion,
  type KindRules,
  NO_CHANGE,
} from '../../approvals/kind/kind-rules';
import { overlapWith } from '../../approvals/kind/overlap';
import { valuesOfKind } from '../../request-types/domain/check-form';
import { momentsOf, periodRule } from '../../schedule/domain/period';
import { addDays, daysBetween } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';

const DAY_MINUTES = 480;
/** Kinds whose time stands in the account, so that no other request of the person covers it. */
const SPAN_KINDS: readonly RequestKind[] = ['leave', 'overtime', 'correction', 'trip', 'field'];
/** Kinds during which a person is somewhere else: two of them do not fit together. */
const AWAY: readonly string[] = ['leave', 'trip'];

/**
 * The rules of a kind that has none of its own: what is asked for is read off the form. A period counts as
 * 480 minutes per calendar day; a trip stands in the account and may not overlap leave or another trip.
 */
export const plainRules: KindRules = (question) => {
  const [period = null] = valuesOfKind(question.type.form, question.values, 'period') as Period[];
  const money = valuesOfKind(question.type.form, question.values, 'money') as number[];
  const rule = period && periodRule(period);
  const answer = { ...BLANK, title: question.type.name, amountFen: totalOf(money), period };
  if (!period) return answer;
  if (rule) return { ...answer, problem: new AppError('PERIOD_INVALID', { rule }) };
  return { ...answer, ...timeOf(question, period) };
};

/** Data of a person that no rule can write: what follows the approval is HR's to enter, and both sides are told. */
export const enteredByHrRules: KindRules = (question) => {
  const answer = plainRules(question);
  return { ...answer, facts: [...answer.facts, fact('ENTERED_BY_HR', {})] };
};

const BLANK: KindAnswer = {
  title: { 'zh-CN': '', en: '' },
  period: null,
  from: null,
  to: null,
  amountMinutes: null,
  amountFen: null,
  days: [],
  facts: [],
  warnings: [],
  problem: null,
  onSubmit: NO_CHANGE,
  onApprove: NO_CHANGE,
  onReject: NO_CHANGE,
  onCancel: NO_CHANGE,
};

const totalOf = (money: readonly number[]): number | null =>
  money.length > 0 ? money.reduce((sum, fen) => sum + fen, 0) : null;

function timeOf(question: KindQuestion, period: Period): Partial<KindAnswer> {
  const { from, to } = momentsOf(period);
  const days = daysOf(question, period);
  const amountMinutes = days.reduce((sum, { minutes }) => sum + minutes, 0);
  const { kind } = question.type;
  if (!SPAN_KINDS.includes(kind)) return { from, to, days, amountMinutes };
  const other = overlapping(question, from, to);
  const problem = other ? overlapWith(other) : null;
  const span = spanOf(question, { from, to, minutes: amountMinutes, day: period.from });
  return { from, to, days, amountMinutes, problem, ...changesOf(question.requestId, span) };
}

const changesOf = (requestId: string, span: AccountSpan) => ({
  onSubmit: { spans: { [requestId]: span }, entries: {} },
  onApprove: { spans: { [requestId]: { ...span, state: 'approved' as const } }, entries: {} },
  onReject: { spans: { [requestId]: null }, entries: {} },
  onCancel: { spans: { [requestId]: null }, entries: {} },
});

function overlapping(
  { account, requestId }: KindQuestion,
  from: Instant,
  to: Instant,
): AccountSpan | undefined {
  return Object.values(account.spans).find(
    (span) => span.requestId !== requestId && AWAY.includes(span.kind) && span.from < to && from < span.to,
  );
}

const spanOf = (
  { requestId, type }: KindQuestion,
  time: Pick<AccountSpan, 'from' | 'to' | 'minutes' | 'day'>,
): AccountSpan => ({
  requestId,
  kind: type.kind as AccountSpan['kind'],
  state: 'open',
  name: type.name,
  ...time,
});

function daysOf({ schedule }: KindQuestion, period: Period): RequestPreview['days'] {
  const last =
    period.unit === 'hour' ? addDays(period.from, Math.floor((period.end - 1) / 1_440)) : period.to;
  return daysBetween(period.from, last).map((day) => {
    const { kind, name } = schedule.kindOn(day);
    return { day, kind, name, minutes: minutesOn(period, day) };
  });
}

function minutesOn(period: Period, day: Day): number {
  if (period.unit === 'hour')
    return day === period.from ? Math.min(period.end - period.start, DAY_MINUTES) : 0;
  if (period.unit === 'day') return DAY_MINUTES;
  const lost = (day === period.from && period.fromHalf === 2) || (day === period.to && period.toHalf === 1);
  return lost ? DAY_MINUTES / 2 : DAY_MINUTES;
}
