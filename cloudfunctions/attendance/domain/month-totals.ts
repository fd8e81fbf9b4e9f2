import type { Mark } from '#contracts/day-status';
import type { MonthAttendance, MonthDay } from '#contracts/month';

type Totals = MonthAttendance['totals'];
type Sums = { -readonly [figure in keyof Totals]-?: number };

/** One day's contribution to the totals of its month. */
export type DayFigures = Readonly<Sums>;

/** The totals shown below a month's calendar; days off do not count, half days count as 0.5. */
export const monthTotals = (days: readonly MonthDay[]): DayFigures => totalsOf(days.map(figuresOf));

/** One day's contribution to the totals. */
export function figuresOf(day: MonthDay): DayFigures {
  const { marks, shift } = day;
  return {
    attended: shift === null ? 0 : attendedShare(day),
    late: count(marks, 'late'),
    lateMinutes: marks.reduce((sum, mark) => sum + (mark.kind === 'late' ? mark.minutes : 0), 0),
    early: count(marks, 'early'),
    earlyMinutes: marks.reduce((sum, mark) => sum + (mark.kind === 'early' ? mark.minutes : 0), 0),
    missing: count(marks, 'missing'),
    absent: daysOf(marks, 'absent'),
    leave: daysOf(marks, 'leave'),
    trip: daysOf(marks, 'trip'),
    field: count(marks, 'field') > 0 ? 1 : 0,
  };
}

/** Sums up the totals of days. */
export function totalsOf(days: readonly DayFigures[]): DayFigures {
  const sum: Sums = { ...NO_TOTALS };
  // Written out per field for speed: a month of a large company sums up millions of values.
  for (const day of days) {
    sum.attended += day.attended;
    sum.late += day.late;
    sum.lateMinutes += day.lateMinutes;
    sum.early += day.early;
    sum.earlyMinutes += day.earlyMinutes;
    sum.missing += day.missing;
    sum.absent += day.absent;
    sum.leave += day.leave;
    sum.trip += day.trip;
    sum.field += day.field;
  }
  for (const figure of FIGURES) sum[figure] = hundredths(sum[figure]);
  return sum;
}

const NO_TOTALS: DayFigures = {
  attended: 0,
  late: 0,
  lateMinutes: 0,
  early: 0,
  earlyMinutes: 0,
  missing: 0,
  absent: 0,
  leave: 0,
  trip: 0,
  field: 0,
};
const FIGURES = Object.keys(NO_TOTALS) as (keyof Sums)[];

/** The part of a day that was worked, without leave and absence; 0 while a punch is missing. */
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

/** Rounds to hundredths, because hours of leave are fractions of a day. */
const hundredths = (value: number): number => Math.round(value * 100) / 100;
