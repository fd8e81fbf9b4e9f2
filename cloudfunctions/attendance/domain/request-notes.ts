import type { Day, LocalText } from '#contracts/common';
import type { Mark, Reason } from '#contracts/day-status';
import type { AccountSpan } from '../../accounts/rules';
import { clockOn } from '../../shared/calendar/company-time';
import type { CreditOf, OvertimeCredit } from './credit-of';
import type { Punch } from './punch';
import { reason } from './reasons';

type Spans = readonly AccountSpan[];

/** Used while the field punch's request does not exist yet. */
const FIELD_PUNCH: LocalText = { 'zh-CN': '外勤打卡', en: 'Field punch' };

/**
 * The request of a field punch that needs approval, if it exists; a decided one is preferred over an open one.
 */
export function fieldRequestOf(punchKey: string, spans: Spans): AccountSpan | undefined {
  const about = spans.filter((span) => span.kind === 'field' && span.punchKey === punchKey);
  const inState = (wanted: AccountSpan['state']) => about.find(({ state }) => state === wanted);
  return inState('approved') ?? inState('rejected') ?? inState('open');
}

/** Marks for the requests of one day: corrections, approved overtime, and pending requests. */
export function requestMarks(
  day: Day,
  spans: Spans,
  fieldPunches: readonly Punch[],
  creditOf: CreditOf,
): Mark[] {
  const unasked = fieldPunches.filter(({ key }) => !fieldRequestOf(key, spans));
  return [
    ...spans.flatMap((span) => markOf(day, span, creditOf)),
    ...unasked.map((): Mark => ({ kind: 'requested', of: 'field', name: FIELD_PUNCH, requestId: null })),
  ];
}

function markOf(day: Day, span: AccountSpan, creditOf: CreditOf): Mark[] {
  const { kind, state, name, slot, requestId } = span;
  if (state === 'open') return [{ kind: 'requested', of: kind, name, requestId }];
  if (state !== 'approved') return [];
  if (kind === 'correction' && slot) return [{ kind: 'corrected', slot }];
  if (kind !== 'overtime') return [];
  const minutes = minutesOn(day, span);
  const credited = creditOf(span)?.credited ?? minutes;
  return [{ kind: 'overtime', name, minutes, ...(credited < minutes && { credited }) }];
}

/** One line per request of the day, and per field punch that does not count. */
export function requestReasons(
  day: Day,
  spans: Spans,
  fieldPunches: readonly Punch[],
  creditOf: CreditOf,
): Reason[] {
  return [
    ...spans.flatMap((span) => lineOf(day, span, creditOf)),
    ...fieldPunches.flatMap((punch) => fieldLine(day, punch, spans)),
  ];
}

function lineOf(day: Day, span: AccountSpan, creditOf: CreditOf): Reason[] {
  const { kind, state, slot, name, requestId } = span;
  const at = clockOn(day, span.from);
  if (kind === 'field' || state === 'rejected') return [];
  if (kind === 'correction') {
    if (!slot) return [];
    return [reason(state === 'open' ? 'REQUESTED_CORRECTION' : 'CORRECTED', { slot, at, requestId })];
  }
  const time = { name, from: at, to: clockOn(day, span.to) };
  if (state === 'open') return [reason('REQUESTED', { ...time, requestId })];
  // Approved leave and trips already have a line for the part that they cover.
  if (kind !== 'overtime') return [];
  return [reason('OVERTIME', { ...time, minutes: minutesOn(day, span) }), ...creditLine(creditOf(span))];
}

/** Overtime with fewer punches than approved minutes, and what is credited of it. */
function creditLine(credit: OvertimeCredit | null): Reason[] {
  if (!credit || credit.punched >= credit.approved) return [];
  const { punched, credited: minutes } = credit;
  const code = minutes < credit.approved ? 'OVERTIME_LESSER' : 'OVERTIME_UNPUNCHED';
  return [reason(code, { punched, minutes })];
}

function fieldLine(day: Day, { key, slot, at }: Punch, spans: Spans): Reason[] {
  const state = fieldRequestOf(key, spans)?.state ?? 'open';
  if (state === 'approved') return [];
  return [reason(state === 'open' ? 'FIELD_WAITING' : 'FIELD_REJECTED', { slot, at: clockOn(day, at) })];
}

/** Overtime across midnight counts on each of its days. */
const minutesOn = (day: Day, { perDay, minutes }: AccountSpan): number => perDay?.[day] ?? minutes;
