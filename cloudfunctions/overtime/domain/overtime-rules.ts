import type { Day, Instant } from '#contracts/common';
import type { Fact, Warning } from '#contracts/fact';
import {
  type AccountChange,
  type AccountSpan,
  compTimeCreditKey,
  type LedgerEntry,
} from '../../accounts/rules';
import { fact, plainAnswer, refused, warning } from '../../approvals/kind/answer';
import { periodOf, textOf } from '../../approvals/kind/form-values';
import type { KindAnswer, KindQuestion, KindRules } from '../../approvals/kind/kind';
import { openCalendarWarnings } from '../../approvals/kind/open-calendar';
import { overlapProblem } from '../../approvals/kind/overlap';
import { boundsOf, periodProblem } from '../../schedule/rules-time';
import { addMonthsTo } from '../../shared/calendar/anniversary';
import { clockOn, dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { overtimeLimits } from './overtime-limits';
import { isWorkTime, type OvertimePart, overtimeParts } from './overtime-parts';
import { type OvertimeSettings, SHIPPED_OVERTIME } from './overtime-settings';

type Compensation = 'pay' | 'comp-time';

/**
 * The rules of overtime: each calendar day by its pay class, compensated as pay or as comp time that expires
 * after some months. Values: `period` (clock times), `compensation` (`pay` or `comp-time`), `reason`. Problems:
 * PERIOD_INVALID (also `working-time`), PERIOD_OVERLAPS, OVERTIME_LIMIT, FORM_INVALID if comp time may not
 * replace pay.
 */
export const overtimeRules: KindRules<{ readonly settings?: OvertimeSettings }> = (question) => {
  const period = periodOf(question.values, 'period');
  const compensation: Compensation =
    textOf(question.values, 'compensation') === 'comp-time' ? 'comp-time' : 'pay';
  const { schedule, today, account, requestId } = question;
  const invalid = periodProblem(period, ['hour'], today);
  if (invalid) return refused(question, invalid, { period });
  const { from, to } = boundsOf(period, schedule);
  const rules = question.settings ?? SHIPPED_OVERTIME;
  const parts = overtimeParts({ from, to }, schedule);
  const limits = overtimeLimits(account, requestId, parts, rules);
  const comp = compensation === 'comp-time' ? compTime(parts, rules) : NO_COMP_TIME;
  const days = parts.map(({ day, minutes }) => ({ day, minutes, ...schedule.kindOn(day) }));
  return plainAnswer(question, {
    period,
    from,
    to,
    amountMinutes: total(parts),
    days,
    facts: [...classFacts(parts), ...breakFacts(parts), ...comp.facts, ...limits.facts],
    warnings: [...openCalendarWarnings(days), ...comp.warnings, ...limits.warnings],
    problem:
      (isWorkTime({ from, to }, schedule)
        ? new AppError('PERIOD_INVALID', { rule: 'working-time' })
        : null) ??
      overlapProblem(account, requestId, { kind: 'overtime', from, to }) ??
      comp.problem ??
      limits.problem,
    ...changesOf(question, parts, { compensation, credit: rules.credit }, comp.expiresOn),
  });
};

const total = (parts: readonly OvertimePart[]): number =>
  parts.reduce((sum, { minutes }) => sum + minutes, 0);

/** One fact per pay class, in chronological order. */
function classFacts(parts: readonly OvertimePart[]): Fact[] {
  const classes = new Map<OvertimePart['payClass'], OvertimePart[]>();
  for (const part of parts) classes.set(part.payClass, [...(classes.get(part.payClass) ?? []), part]);
  return [...classes].map(([percent, same]) =>
    fact('PAY_CLASS', { percent, minutes: total(same), kind: same[0]?.kind ?? 'workday' }),
  );
}

/** What was not counted, so that whoever worked through it can say so. */
function breakFacts(parts: readonly OvertimePart[]): Fact[] {
  const pauses = parts.flatMap((part) => part.pauses);
  if (pauses.length === 0) return [];
  const minutes = pauses.reduce((sum, { from, to }) => sum + (to - from) / 60_000, 0);
  const spans = pauses.map(({ from, to }) => `${clockAt(from)}–${clockAt(to)}`).join(', ');
  return [fact('BREAK_NOT_WORKED', { minutes, spans })];
}

const clockAt = (at: Instant): string => clockOn(dayOf(at), at);

interface CompTime {
  readonly expiresOn: Day | null;
  readonly facts: readonly Fact[];
  readonly warnings: readonly Warning[];
  readonly problem: AppError | null;
}

const NO_COMP_TIME: CompTime = { expiresOn: null, facts: [], warnings: [], problem: null };

/**
 * Labour Law, art. 44: comp time may replace pay on rest days only. A company that grants it for other classes
 * as well says so in its rules, and both sides are informed of the law. One hour off per hour worked.
 */
function compTime(parts: readonly OvertimePart[], rules: OvertimeSettings): CompTime {
  const last = parts.at(-1);
  if (!last) return NO_COMP_TIME;
  const expiresOn = addMonthsTo(last.day, rules.compTimeMonths);
  const against = parts.filter(({ payClass }) => rules.compTime[payClass] !== 'allow');
  const refusedPart = against.some(({ payClass }) => rules.compTime[payClass] === 'refuse');
  return {
    expiresOn,
    facts: [fact('COMP_TIME', { minutes: total(parts), expires: expiresOn })],
    warnings: against.map(({ payClass, minutes }) =>
      warning('bad', 'PAY_NOT_TIME', { percent: payClass, minutes }),
    ),
    problem: refusedPart
      ? new AppError('FORM_INVALID', { field: 'compensation', rule: 'pay-not-time' })
      : null,
  };
}

/** How overtime is compensated, and what of it is credited. */
type Terms = Pick<AccountSpan, 'compensation' | 'credit'>;

type Changes = Pick<KindAnswer, 'onSubmit' | 'onApprove' | 'onReject' | 'onCancel'>;

/** A span per calendar day; comp time is granted on approval and revoked on cancellation. */
function changesOf(
  question: KindQuestion,
  parts: readonly OvertimePart[],
  terms: Terms,
  expiresOn: Day | null,
): Changes {
  const spans = (state: AccountSpan['state'] | null): AccountChange['spans'] =>
    Object.fromEntries(
      parts.map((part, index) => [
        `${question.requestId}-${index}`,
        state && spanOf(question, part, terms, state),
      ]),
    );
  const first = parts[0];
  const grant = first && expiresOn ? grantOf(question, first.day, expiresOn, parts) : null;
  const { requestId } = question;
  return {
    onSubmit: { spans: spans('open'), entries: {} },
    onApprove: { spans: spans('approved'), entries: grant ? { [grant.grantId]: grant } : {} },
    onReject: { spans: spans(null), entries: {} },
    onCancel: { spans: spans(null), entries: grant ? revoked(grant, requestId) : {} },
  };
}

function spanOf(
  { requestId, type }: KindQuestion,
  { day, from, to, minutes, pauses, payClass }: OvertimePart,
  terms: Terms,
  state: AccountSpan['state'],
): AccountSpan {
  const perDay = { [day]: minutes };
  return {
    requestId,
    kind: 'overtime',
    state,
    name: type.name,
    day,
    from,
    to,
    minutes,
    perDay,
    ...(pauses.length > 0 && { pauses }),
    payClass,
    ...terms,
  };
}

function grantOf(
  { requestId, now }: KindQuestion,
  validFrom: Day,
  expiresOn: Day,
  parts: readonly OvertimePart[],
): LedgerEntry {
  return {
    kind: 'grant',
    typeId: 'comp-time',
    minutes: total(parts),
    at: now,
    grantId: `${requestId}-grant`,
    requestId,
    validFrom,
    expiresOn,
    basis: parts.map(({ payClass, minutes, kind }) =>
      fact('PAY_CLASS', { percent: payClass, minutes, kind }),
    ),
    byId: null,
    note: '',
  };
}

/** Takes back the whole grant, and what was taken off it because it was not punched. */
function revoked(grant: LedgerEntry, requestId: string): AccountChange['entries'] {
  const entry: LedgerEntry = { ...grant, kind: 'adjust', validFrom: null, expiresOn: null, basis: [] };
  return {
    [`${requestId}-revoke`]: { ...entry, minutes: 0 - grant.minutes },
    [compTimeCreditKey(requestId)]: { ...entry, minutes: 0 },
  };
}
