import type { Mark } from '#contracts/day-status';
import type { MonthAttendance, MonthDay } from '#contracts/month';

type Totals = MonthAttendance['totals'];
type Sums = { -readonly [figure in keyof Totals]: number };

/** What one day adds to the figures of its month. */
export type DayFigures = Readonly<Sums>;

/** The figures under a month's calendar; days off do not count, half days count as 0.5. */
export const monthTotals = (days: readonly MonthDay[]): Totals => totalsOf(days.map(figuresOf));

/** One day's part of the figures. */
export function figuresOf(day: MonthDay): DayFigures {
  const { marks, shift } = day;
  return {
    attended: shift === null ? 0 : attendedShare(day),
    late: count(marks, 'late'),
    lateMinutes: marks.reduce((sum, mark) => sum + (mark.kind === 'late' ? mark.minutes : 0), 0),
    early: count(marks, 'early'),
    missing: count(marks, 'missing'),
    absent: daysOf(marks, 'absent'),
    leave: daysOf(marks, 'leave'),
    trip: daysOf(marks, 'trip'),
    field: count(marks, 'field') > 0 ? 1 : 0,
  };
}

/** The figures of days together. */
export function totalsOf(days: readonly DayFigures[]): Totals {
  const sum: Sums = { ...NOTHING };
  // Named one by one: a month of a large company adds up millions of them.
  for (const day of days) {
    sum.attended += day.attended;
    sum.late += day.late;
    sum.lateMinutes += day.lateMinutes;
    sum.early += day.early;
    sum.missing += day.missing;
    sum.absent += day.absent;
    sum.leave += day.leave;
    sum.trip += day.trip;
    sum.field += day.field;
  }
  for (const figure of FIGURES) sum[figure] = hundredths(sum[figure]);
  return sum;
}

const NOTHING: Totals = {
  attended: 0,
  late: 0,
  lateMinutes: 0,
  early: 0,
  missing: 0,
  absent: 0,
  leave: 0,
  trip: 0,
  field: 0,
};
const FIGURES = Object.keys(NOTHING) as (keyof Totals)[];

/** The settled part of a day that was worked: not leave, not absence; a day with a missing punch is open. */
function attendedShare({ state, marks, punches }: MonthDay): number {
  if (state === 'ongoing' || state === 'upcoming' || state === 'missing' || state === 'none') return 0;
  if (punches.length === 0) return hundredths(daysOf(marks, 'trip'));
  return Math.max(0, 1 - hundredths(daysOf(marks, 'leave') + daysOf(marks, 'absent')));
}

function daysOf(marks: readonly Mark[], kind: 'absent' | 'leave' | 'trip'): number {
  return marks.reduce((sum, mark) => sum + (mark.kind === kind && 'days' in mark ? mark.days : 0), 0);
}

function count(marks: readonly Mark[], kind: Mark['kind']): number {
  return marks.filter((mark) => mark.kind === kind).length;
}

/** Hours of leave are fractions of a day. */
const hundredths = (value: number): number => Math.round(value * 100) / 100;
