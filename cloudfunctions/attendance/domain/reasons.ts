import type { DayKind, Reason, ReasonCode } from '../../../typings/contracts/attendance';
import type { Day, LocalText } from '../../../typings/contracts/common';
import { clock, clockOn, weekdayOf } from '../../shared/calendar/company-time';
import type { KindOfDay } from '../../shared/calendar/day-kind';
import type { Cover } from './attendance-day';
import type { Punch } from './punch';
import type { ShiftTemplate } from './shift';

const NAMELESS: LocalText = { 'zh-CN': '', en: '' };
const KIND_CODES: Readonly<Record<DayKind, ReasonCode>> = {
  workday: 'WORKDAY',
  makeup: 'MAKEUP',
  restday: 'RESTDAY',
  holiday: 'HOLIDAY',
  company: 'COMPANY_OFF',
};

/** One line of the explanation. */
export function reason(code: ReasonCode, data: Reason['data'] = {}): Reason {
  return { code, data };
}

/** Why the day is a workday or not. */
export function kindReason(day: Day, { kind, name }: KindOfDay): Reason {
  const byWeek = kind === 'workday' || kind === 'restday';
  return reason(KIND_CODES[kind], byWeek ? { weekday: weekdayOf(day) } : { name: name ?? NAMELESS });
}

/** The shift as it is on the notice board. */
export function shiftReason(shift: ShiftTemplate): Reason {
  return reason('SHIFT', {
    name: shift.name,
    start: clock(shift.start),
    end: clock(shift.end),
    flex: shift.flexMinutes,
  });
}

/** The part of a day that leave or a trip covers. */
export function coverReason(day: Day, cover: Cover): Reason {
  return reason('COVERED', {
    name: cover.name,
    from: clockOn(day, cover.from),
    to: clockOn(day, cover.to),
  });
}

/** One line for each punch that arrived long after its tap. */
export function lateArrivalReasons(day: Day, punches: readonly Punch[]): Reason[] {
  return punches
    .filter(({ flags }) => flags.includes('late-arrival'))
    .map(({ slot, tappedAt, at }) =>
      reason('ARRIVED_LATE_NETWORK', { slot, tapped: clockOn(day, tappedAt), at: clockOn(day, at) }),
    );
}
