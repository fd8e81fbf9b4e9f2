import type { Day, Minutes } from '#contracts/common';
import type { MonthDay } from '#contracts/month';
import type { AccountSpan } from '../../accounts/rules';
import { type Schedule, shiftOnDay } from '../../schedule/rules';
import { SHIPPED_ATTENDANCE } from '../../schedule/rules-time';
import type { AttendanceDay } from './attendance-day';
import { type CreditOf, NOT_CREDITED_YET } from './credit-of';
import { closesOn } from './day-at';
import { dayStatus } from './day-status';
import { atClaim, countingRecords } from './punch';
import { requestedDay } from './requested-day';
import { segmentPunches } from './segment-punches';
import { changedShiftReasons, shiftOfDay, workOf } from './work-of';

/**
 * The report of one person's day from schedule, stored punches and requests (`spans` of the account).
 * `latestEnd` matters until the day is over for good, see `AttendanceSettings`.
 */
export function dayReport(
  day: Day,
  schedule: Schedule,
  stored: AttendanceDay | null,
  now: number,
  spans: readonly AccountSpan[] = [],
  latestEnd: Minutes = SHIPPED_ATTENDANCE.latestEnd,
  creditOf: CreditOf = NOT_CREDITED_YET,
): MonthDay {
  const kind = schedule.kindOn(day);
  const employed = schedule.employedOn(day);
  const shift = shiftOfDay(day, schedule, stored);
  const work = workOf(day, schedule, stored);
  const requested = requestedDay(day, work, stored?.punches ?? [], employed ? spans : [], creditOf);
  const covers = [...(stored?.covers ?? []), ...requested.covers];
  const status = dayStatus({
    day,
    employed,
    kind,
    roster: schedule.rosterOn(day),
    shift,
    punches: requested.counting.map(atClaim),
    covers,
    hasOvertime: requested.marks.some((mark) => mark.kind === 'overtime'),
    now,
    closesAt: closesOn(day, { schedule, spans, stored: new Map(stored ? [[day, stored]] : []), latestEnd }),
  });
  const groups = work ? segmentPunches(day, work, requested.effective, covers) : [requested.effective];
  return {
    ...status,
    marks: [...status.marks, ...requested.marks],
    reasons: [...status.reasons, ...changedShiftReasons(day, schedule, stored), ...requested.reasons],
    punches: groups.flatMap(countingRecords),
    shift: work && shiftOnDay(day, work),
  };
}
