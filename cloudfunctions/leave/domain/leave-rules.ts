import type { Day } from '#contracts/common';
import type { Fact, Warning } from '#contracts/fact';
import type { Period } from '#contracts/form';
import type { Account, AccountSpan } from '../../accounts/rules';
import { grantsOf, usableOn } from '../../accounts/rules-ledger';
import { fact, plainAnswer, refused, warning } from '../../approvals/kind/answer';
import type { KindAnswer, KindQuestion, KindRules } from '../../approvals/kind/define-kind';
import { filesOf, periodOf, textOf } from '../../approvals/kind/form-values';
import { overlapProblem } from '../../approvals/kind/overlap';
import { teamFacts } from '../../approvals/kind/team';
import type { Counted } from '../../schedule/rules-time';
import { countDays, periodProblem } from '../../schedule/rules-time';
import { addDays } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { allocate, type Portion } from './allocate';
import { leaveChanges, withoutOwn } from './leave-changes';
import type { LeaveInputs } from './leave-inputs';
import { type LeavePay, leavePay } from './leave-pay';
import { blockedProblem, tooLong, unavailable } from './leave-problems';
import { SHIPPED_LEAVE } from './leave-settings';
import { hasBalance, type LeaveRule, type LeaveType } from './leave-type';
import { ledgerDue } from './ledger-due';
import { lossWarnings } from './loss-warnings';
import { mostOf } from './most-of';
import { CHINA_LEAVE_TYPES } from './packs/china';
import { ruleOn } from './rule-on';

/** Larger parts are always possible. */
const UNITS: Readonly<Record<LeaveRule['unit'], readonly Period['unit'][]>> = {
  day: ['day'],
  half: ['day', 'half'],
  hour: ['day', 'half', 'hour'],
};

type LeaveQuestion = KindQuestion & LeaveInputs;

interface Asked {
  readonly type: LeaveType;
  readonly rule: LeaveRule;
  readonly period: Period;
  readonly counted: Counted;
  /** Without what this request has written already. */
  readonly account: Account;
  readonly pay: LeavePay;
}

/**
 * Leave: which type, which days count, what it does to the balance, and who else is away. Values: `leaveType`,
 * `period`, `reason`, `files`. Problems: LEAVE_TYPE_UNAVAILABLE, PERIOD_INVALID, NO_WORKING_TIME,
 * PERIOD_OVERLAPS, BLOCKED_DAY, LEAVE_TOO_LONG, ATTACHMENT_REQUIRED, LEAVE_BALANCE_SHORT.
 */
export const leaveRules: KindRules<LeaveInputs> = (question) => {
  const typeId = textOf(question.values, 'leaveType');
  const type = (question.leaveTypes ?? CHINA_LEAVE_TYPES).find(({ _id }) => _id === typeId);
  if (!type) return refused(question, new AppError('LEAVE_TYPE_UNAVAILABLE', { typeId, rule: 'unknown' }));
  const { applicant, today } = question;
  const period = periodOf(question.values, 'period');
  const stop = (problem: AppError) => refused(question, problem, { title: type.name, period });
  const invalid = periodProblem(period, ['day', 'half', 'hour'], today);
  if (invalid) return stop(invalid);
  const rule = ruleOn(type, applicant.city, period.from);
  if (!rule) return stop(new AppError('LEAVE_TYPE_UNAVAILABLE', { typeId, rule: 'region' }));
  const unfit =
    unavailable(type, rule, applicant, period.from) ?? periodProblem(period, UNITS[rule.unit], today);
  if (unfit) return stop(unfit);
  const counted = countDays(period, question.schedule, rule);
  const account = withoutOwn(question.account, question.requestId);
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

function answer(question: LeaveQuestion, asked: Asked): KindAnswer {
  const { type, rule, period, counted, account, pay } = asked;
  const { minutes, from, to, days } = counted;
  const balance = balanceOf(question, asked);
  const attachment = attachmentOf(question, asked);
  const team = teamFacts(question, counted);
  const overlap = overlapProblem(account, question.requestId, { kind: 'leave', from, to });
  const span = spanOf(question, asked);
  const last = days.at(-1)?.day ?? period.from;
  const changes = leaveChanges({
    account: question.account,
    requestId: question.requestId,
    typeId: type._id,
    span,
    portions: balance.portions,
    grants: balance.grants,
    now: question.now,
  });
  return plainAnswer(question, {
    title: type.name,
    period,
    from,
    to,
    amountMinutes: minutes,
    days,
    facts: [
      fact('DAYS_COUNTED', { days: minutes, from: period.from, to: last }),
      ...balance.facts,
      ...pay.facts,
      ...team.facts,
    ],
    warnings: [
      ...attachment.warnings,
      ...lossWarnings(question, account, span),
      ...balance.warnings,
      ...team.warnings,
    ],
    problem:
      (minutes === 0 ? new AppError('NO_WORKING_TIME', {}) : null) ??
      overlap ??
      (rule.blockable ? blockedProblem(counted, question.blockedDays ?? []) : null) ??
      tooLong(rule, minutes, account, type._id, span.day) ??
      attachment.problem ??
      balance.problem,
    ...changes,
  });
}

function spanOf({ requestId }: KindQuestion, { type, period, counted, pay }: Asked): AccountSpan {
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
    ...pay.pay,
  };
}

/** In the place of a balance. */
function limitFact({ name }: LeaveType, rule: LeaveRule): Fact {
  const most = mostOf(rule);
  if (!most) return fact('UNLIMITED', { type: name });
  const code = most.per === 'request' ? 'MOST_PER_REQUEST' : 'MOST_PER_YEAR';
  return fact(code, { type: name, most: most.minutes });
}

interface Balance {
  readonly portions: readonly Portion[];
  readonly grants: Account['entries'];
  readonly facts: readonly Fact[];
  readonly warnings: readonly Warning[];
  readonly problem: AppError | null;
}

/** What it takes from the balance: what is due in the ledger is written with the request that needs it first. */
function balanceOf(question: LeaveQuestion, { type, rule, counted, account }: Asked): Balance {
  const { today, now, applicant } = question;
  if (!hasBalance(rule))
    return {
      portions: [],
      grants: {},
      facts: [limitFact(type, rule)],
      warnings: [],
      problem: null,
    };
  const counting = counted.days.filter(({ minutes }) => minutes > 0);
  const until = Number((counting.at(-1)?.day ?? today).slice(0, 4));
  // What is held by an earlier sending of this request must not end: hence the whole ledger.
  const grants = ledgerDue(applicant, question.account, [type], { today, until, now });
  const usable = grantsOf({ ...account.entries, ...grants }, type._id).filter((grant) =>
    counting.some(({ day }) => usableOn(grant, day)),
  );
  const { portions, taken, wanted } = allocate(usable, counting);
  const before = usable.reduce((sum, { left }) => sum + left, 0);
  return {
    portions,
    grants,
    facts: [fact('BALANCE', { type: type.name, before, after: before - wanted })],
    warnings: expiring(portions, today, question.settings ?? SHIPPED_LEAVE),
    problem: taken < wanted ? new AppError('LEAVE_BALANCE_SHORT', { wanted, left: taken }) : null,
  };
}

/** Minutes that end soon: held ones stay, but what is given back after that day is gone. */
function expiring(portions: readonly Portion[], today: Day, rules: { expiryNoticeDays: number }): Warning[] {
  const limit = addDays(today, rules.expiryNoticeDays);
  return portions.flatMap(({ minutes, expiresOn }) =>
    expiresOn !== null && expiresOn <= limit
      ? [warning('warn', 'EXPIRES_WHILE_PENDING', { minutes, day: expiresOn })]
      : [],
  );
}

/** A paper that is needed: now, or as a warning where it may come later. */
function attachmentOf({ values }: KindQuestion, { rule, counted }: Asked) {
  const none = { warnings: [] as Warning[], problem: null };
  if (!rule.attachment || counted.minutes <= rule.attachment.after || filesOf(values.files).length > 0)
    return none;
  const { after, later } = rule.attachment;
  return later
    ? { warnings: [warning('warn', 'ATTACHMENT_MISSING', { after })], problem: null }
    : { warnings: [], problem: new AppError('ATTACHMENT_REQUIRED', { after }) };
}
