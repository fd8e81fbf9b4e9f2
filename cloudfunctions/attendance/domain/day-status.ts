import type { Day, Instant, LocalText } from '#contracts/common';
import type { DayState, DayStatus } from '#contracts/day-status';
import type { Slot } from '#contracts/punch';
import { isWorkPlanned, type ShiftTemplate } from '../../schedule/rules';
import { clockOn } from '../../shared/calendar/company-time';
import { calendarSource, type KindOfDay } from '../../shared/calendar/day-kind';
import type { Cover } from './attendance-day';
import { countingPunches, type Punch } from './punch';
import { kindReasons, punchReasons, reason, rosterReasons } from './reasons';
import { type DayResult, evidenceMarks, workedMinutes, workingDay } from './working-day';

export interface DayQuestion {
  readonly day: Day;
  /** Within the first and the last day of employment. */
  readonly employed: boolean;
  readonly kind: KindOfDay;
  /** The roster's entry, which overrides week and holidays; absent if there is none. */
  readonly roster?: 'work' | 'off' | null;
  /** The shift assigned on the day, including days off; null for none. */
  readonly shift: ShiftTemplate | null;
  readonly punches: readonly Punch[];
  readonly covers: readonly Cover[];
  /** Whether overtime of the day is approved. */
  readonly hasOvertime?: boolean;
  readonly now: number;
  /** End of the attendance day (exclusive). */
  readonly closesAt: Instant;
}

const COMPANY_CALENDAR: LocalText = { 'zh-CN': '公司日历', en: 'Company calendar' };

/**
 * The status of a day, final or so far: state, marks, and every step of the calculation. Pure, so that it can
 * be recomputed at any time.
 */
export function dayStatus(question: DayQuestion): DayStatus {
  const { day, kind, shift } = question;
  const result = resultOf(question);
  const worksByShift = shift !== null && hasToWork(question);
  return {
    day,
    kind: kind.kind,
    kindName: kind.name,
    ...result,
    rule: worksByShift
      ? { id: shift._id, version: shift.version, source: shift.source }
      : { id: `calendar-${day.slice(0, 4)}`, version: 1, source: offSource(question) },
  };
}

function resultOf(question: DayQuestion): DayResult {
  const { day, kind, shift } = question;
  if (!question.employed)
    return { state: 'none', marks: [], reasons: [reason('NOT_EMPLOYED')], workedMinutes: 0 };
  const why = [...kindReasons(day, kind), ...rosterReasons(question.roster ?? null)];
  const result = shift && hasToWork(question) ? workingDay({ ...question, shift }) : dayOffResult(question);
  return { ...result, reasons: [...why, ...result.reasons] };
}

function hasToWork({ kind, roster }: DayQuestion): boolean {
  return isWorkPlanned(kind.kind, roster ?? null);
}

/**
 * Approved work on a day off is overtime; nothing can be late or early. Of approved overtime with one punch the other
 * is missing, because nothing is credited without it.
 */
function dayOffResult({ day, shift, punches, hasOvertime = false, now, closesAt }: DayQuestion): DayResult {
  const counting = countingPunches(punches);
  const minutes = workedMinutes(day, shift, counting);
  const isHalf = (counting.in === null) !== (counting.out === null);
  const missing: readonly Slot[] =
    hasOvertime && isHalf && now >= closesAt ? [counting.in ? 'out' : 'in'] : [];
  return {
    state: missing.length > 0 ? 'missing' : offState(punches.length, hasOvertime),
    marks: [
      ...missing.map((slot) => ({ kind: 'missing', slot }) as const),
      ...evidenceMarks([counting.in, counting.out]),
    ],
    reasons: [
      ...(counting.in ? [reason('IN', { at: clockOn(day, counting.in.at) })] : []),
      ...(counting.out ? [reason('OUT', { at: clockOn(day, counting.out.at) })] : []),
      ...missing.map((slot) => reason(slot === 'in' ? 'MISSING_IN' : 'MISSING_OUT')),
      ...punchReasons(day, punches),
      ...(minutes > 0 ? [reason('WORKED', { minutes })] : []),
      ...(punches.length > 0 && !hasOvertime ? [reason('REST_PUNCHED', { count: punches.length })] : []),
    ],
    workedMinutes: minutes,
  };
}

function offState(punches: number, hasOvertime: boolean): DayState {
  if (punches === 0) return 'rest';
  return hasOvertime ? 'overtime' : 'rest-punched';
}

function offSource({ day, kind }: DayQuestion): LocalText {
  return kind.kind === 'company' ? COMPANY_CALENDAR : calendarSource(day, kind);
}
