import type { Day, Instant, LocalText } from '#contracts/common';
import type { DayStatus } from '#contracts/day-status';
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

/** Work on a day off is overtime: nothing can be late, early or missing. */
function dayOffResult({ day, shift, punches }: DayQuestion): DayResult {
  const counting = countingPunches(punches);
  const minutes = workedMinutes(day, shift, counting);
  return {
    state: punches.length > 0 ? 'overtime' : 'rest',
    marks: evidenceMarks([counting.in, counting.out]),
    reasons: [
      ...(counting.in ? [reason('IN', { at: clockOn(day, counting.in.at) })] : []),
      ...(counting.out ? [reason('OUT', { at: clockOn(day, counting.out.at) })] : []),
      ...punchReasons(day, punches),
      ...(minutes > 0 ? [reason('WORKED', { minutes })] : []),
    ],
    workedMinutes: minutes,
  };
}

function offSource({ day, kind }: DayQuestion): LocalText {
  return kind.kind === 'company' ? COMPANY_CALENDAR : calendarSource(day, kind);
}
