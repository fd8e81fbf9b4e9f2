import type { Mark, MonthAttendance, MonthDay } from '../../../typings/contracts/attendance';

type Totals = MonthAttendance['totals'];

/** The figures under a month's calendar; days off do not count, half days count as 0.5. */
export function monthTotals(days: readonly MonthDay[]): Totals {
  const marks = days.flatMap((day) => day.marks);
  const worked = days.filter(({ shift }) => shift !== null);
  return {
    attended: sum(worked.map(attendedShare)),
    late: count(marks, 'late'),
    lateMinutes: sum(marks.map((mark) => (mark.kind === 'late' ? mark.minutes : 0))),
    early: count(marks, 'early'),
    missing: count(marks, 'missing'),
    absent: sum(daysOf(marks, 'absent')),
    leave: sum(daysOf(marks, 'leave')),
    trip: sum(daysOf(marks, 'trip')),
    field: days.filter(({ marks: own }) => count(own, 'field') > 0).length,
  };
}

/** The settled part of a day that was worked: not leave, not absence; a day with a missing punch is open. */
function attendedShare({ state, marks, punches }: MonthDay): number {
  if (state === 'ongoing' || state === 'upcoming' || state === 'missing' || state === 'none') return 0;
  if (punches.length === 0) return sum(daysOf(marks, 'trip'));
  return Math.max(0, 1 - sum([...daysOf(marks, 'leave'), ...daysOf(marks, 'absent')]));
}

function daysOf(marks: readonly Mark[], kind: 'absent' | 'leave' | 'trip'): number[] {
  return marks.flatMap((mark) => (mark.kind === kind && 'days' in mark ? [mark.days] : []));
}

function count(marks: readonly Mark[], kind: Mark['kind']): number {
  return marks.filter((mark) => mark.kind === kind).length;
}

/** To hundredths: hours of leave are fractions of a day. */
function sum(values: readonly number[]): number {
  return Math.round(values.reduce((total, value) => total + value, 0) * 100) / 100;
}
