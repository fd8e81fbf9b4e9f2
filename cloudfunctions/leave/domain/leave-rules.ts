import type { Day } from '#contracts/common';
import type { Fact, Warning } from '#contracts/fact';
import type { Period } from '#contracts/form';
import type { Account, AccountSpan } from '../../accounts/rules';
import { fact, plainAnswer, refused, warning } from '../../approvals/kind/answer';
import { filesOf, periodOf, textOf } from '../../approvals/kind/form-values';
import type { KindAnswer, KindQuestion, KindRules } from '../../approvals/kind/kind';
import { openCalendarWarnings } from '../../approvals/kind/open-calendar';
import { overlapProblem } from '../../approvals/kind/overlap';
import { teamFacts } from '../../approvals/kind/team';
import type { Counted } from '../../schedule/rules-time';
import { countDays, periodProblem } from '../../schedule/rules-time';
import { addDays } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import type { Portion } from './allocate';
import { dueEntries } from './due-entries';
import { leaveChanges, withoutOwn } from './leave-changes';
import type { LeaveInputs } from './leave-inputs';
import { type LeavePay, leavePay } from './leave-pay';
import { blockedProblem, limitProblem, unavailableProblem } from './leave-problems';
import { SHIPPED_LEAVE } from './leave-settings';
import { hasBalance, inHours, type LeaveRule, type LeaveType } from './leave-type';
import { limitOf } from './limit-of';
import { lossWarnings } from './loss-warnings';
import { medicalFacts } from './medical-facts';
import { CHINA_LEAVE_TYPES } from './packs/china';
import { draw, type Reversal } from './restore';
import { ruleOn } from './rule-on';

/** Coarser units are always allowed. */
const UNITS: Readonly<Record<LeaveRule['unit'], readonly Period['unit'][]>> = {
  day: ['day'],
  half: ['day', 'half'],
  hour: ['day', 'half', 'hour'],
};

type LeaveQuestion = KindQuestion & LeaveInputs;

interface LeaveDraft {
  readonly type: LeaveType;
  readonly rule: LeaveRule;
  readonly period: Period;
  readonly counted: Counted;
  /** Without the entries that this request already wrote. */
  readonly account: Account;
  readonly pay: LeavePay;
}

/**
 * The rules of leave requests: type, counted days, balance and absences of the team. Values: `leaveType`,
 * `period`, `reason`, `files`. Problems: LEAVE_TYPE_UNAVAILABLE, PERIOD_INVALID, NO_WORKING_TIME,
 * PERIOD_OVERLAPS, BLOCKED_DAY, LEAVE_TOO_LONG, ATTACHMENT_REQUIRED, LEAVE_BALANCE_SHORT.
 */
export const leaveRules: KindRules<LeaveInputs> = (question) => {
  const typeId = textOf(question.values, 'leaveType');
  const type = (question.leaveTypes ?? CHINA_LEAVE_TYPES).find(({ _id }) => _id === typeId);
  if (!type) return refused(question, new AppError('LEAVE_TYPE_UNAVAILABLE', { typeId, rule: 'unknown' }));
  const { applicant, today } = question;
  const period = periodOf(question.values, 'period');
  const refuse = (problem: AppError) => refused(question, problem, { title: type.name, period });
  const invalid = periodProblem(period, ['day', 'half', 'hour'], today);
  if (invalid) return refuse(invalid);
  const rule = ruleOn(type, applicant.city, period.from);
  if (!rule) return refuse(new AppError('LEAVE_TYPE_UNAVAILABLE', { typeId, rule: 'region' }));
  const unfit =
    (question.isRecount ? null : unavailableProblem(type, rule, applicant, period.from)) ??
    periodProblem(period, UNITS[rule.unit], today);
  if (unfit) return refuse(unfit);
  const counted = countDays(period, question.schedule, rule);
  const account = withoutOwn(question.account, question.requestId, question.isRecount);
  const pay = leavePay({
    typeId,
    rule,
    hiredOn: applicant.hiredOn,
    first: period.from,
    counted,
    account,
    schedule: question.schedule,
  });
  return answer(question, { type, rule, period, counted, account, pay });
};

function answer(question: LeaveQuestion, draft: LeaveDraft): KindAnswer {
  const { type, rule, period, counted, account, pay } = draft;
  const { minutes, from, to, days } = counted;
  const balance = balanceOf(question, draft);
  const attachment = attachmentOf(question, draft);
  const team = teamFacts(question, counted);
  const overlap = overlapProblem(account, question.requestId, { kind: 'leave', from, to });
  const span = spanOf(question, draft);
  const medical = medicalFacts(question.applicant, account, span);
  const last = days.at(-1)?.day ?? period.from;
  const changes = leaveChanges({
    account: question.account,
    requestId: question.requestId,
    typeId: type._id,
    span,
    portions: balance.portions,
    reversals: balance.reversals,
    grants: balance.grants,
    now: question.now,
    isRecount: question.isRecount,
  });
  return plainAnswer(question, {
    title: type.name,
    period,
    from,
    to,
    amountMinutes: minutes,
    days,
    facts: [
      fact('DAYS_COUNTED', { days: minutes, from: period.from, to: last, ...inHours(rule) }),
      ...balance.facts,
      ...pay.facts,
      ...medical.facts,
      ...team.facts,
    ],
    warnings: [
      ...openCalendarWarnings(days),
      ...attachment.warnings,
      ...lossWarnings(question, account, span),
      ...medical.warnings,
      ...balance.warnings,
      ...team.warnings,
    ],
    problem:
      (minutes === 0 ? new AppError('NO_WORKING_TIME', {}) : null) ??
      overlap ??
      (rule.blockable ? blockedProblem(counted, question.blockedDays ?? []) : null) ??
      limitProblem(rule, minutes, account, type._id, span.day) ??
      attachment.problem ??
      balance.problem,
    ...changes,
  });
}

function spanOf({ requestId }: KindQuestion, { type, rule, period, counted, pay }: LeaveDraft): AccountSpan {
  const perDay = counted.days.filter(({ minutes }) => minutes > 0).map(({ day, minutes }) => [day, minutes]);
  return {
    requestId,
    kind: 'leave',
    state: 'open',
    name: type.name,
    day: period.from,
    from: counted.from,
    to: counted.to,
    minutes: counted.minutes,
    perDay: Object.fromEntries(perDay),
    leaveTypeId: type._id,
    ...inHours(rule),
    ...pay.pay,
  };
}

/** Shown instead of a balance. */
function limitFact({ name }: LeaveType, rule: LeaveRule): Fact {
  const limit = limitOf(rule);
  if (!limit) return fact('UNLIMITED', { type: name });
  const code = limit.per === 'request' ? 'MOST_PER_REQUEST' : 'MOST_PER_YEAR';
  return fact(code, { type: name, most: limit.minutes });
}

interface Balance {
  readonly portions: readonly Portion[];
  readonly reversals: readonly Reversal[];
  readonly grants: Account['entries'];
  readonly facts: readonly Fact[];
  readonly warnings: readonly Warning[];
  readonly problem: AppError | null;
}

/**
 * The effect on the balance. Due ledger entries are written together with the first request that needs them.
 */
function balanceOf(question: LeaveQuestion, { type, rule, counted, account }: LeaveDraft): Balance {
  const { today, now, applicant } = question;
  if (!hasBalance(rule))
    return {
      portions: [],
      reversals: [],
      grants: {},
      facts: [limitFact(type, rule)],
      warnings: [],
      problem: null,
    };
  const counting = counted.days.filter(({ minutes }) => minutes > 0);
  const until = Number((counting.at(-1)?.day ?? today).slice(0, 4));
  // The entries are unmodified, so that minutes held by an earlier submission of this request do not expire. A
  // recount decides itself which of its days return after the last day of employment.
  const spans = question.isRecount ? account.spans : question.account.spans;
  const grants = dueEntries(applicant, { ...question.account, spans }, [type], { today, until, now });
  const entries = { ...account.entries, ...grants };
  const { portions, reversals, before, taken, wanted } = draw(entries, type._id, counting, today);
  return {
    portions,
    reversals,
    grants,
    facts: [fact('BALANCE', { type: type.name, before, after: before - wanted, ...inHours(rule) })],
    warnings: expiring(portions, today, question.settings ?? SHIPPED_LEAVE, rule),
    problem:
      taken < wanted ? new AppError('LEAVE_BALANCE_SHORT', { wanted, left: taken, ...inHours(rule) }) : null,
  };
}

/**
 * Warnings about minutes that expire soon: held minutes are kept, but minutes released after that day are lost.
 */
function expiring(
  portions: readonly Portion[],
  today: Day,
  rules: { expiryNoticeDays: number },
  rule: LeaveRule,
): Warning[] {
  const limit = addDays(today, rules.expiryNoticeDays);
  return portions.flatMap(({ minutes, expiresOn }) =>
    expiresOn !== null && expiresOn <= limit
      ? [warning('warn', 'EXPIRES_WHILE_PENDING', { minutes, day: expiresOn, ...inHours(rule) })]
      : [],
  );
}

/** A required attachment: a problem, or a warning if it may be submitted later. */
function attachmentOf({ values }: KindQuestion, { rule, counted }: LeaveDraft) {
  const none = { warnings: [] as Warning[], problem: null };
  if (!rule.attachment || counted.minutes <= rule.attachment.after || filesOf(values.files).length > 0)
    return none;
  const { after, later } = rule.attachment;
  return later
    ? { warnings: [warning('warn', 'ATTACHMENT_MISSING', { after })], problem: null }
    : { warnings: [], problem: new AppError('ATTACHMENT_REQUIRED', { after }) };
}
