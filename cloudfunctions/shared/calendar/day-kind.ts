import type { Day, LocalText } from '#contracts/common';
import type { DayKind } from '#contracts/day-status';
import { memoized, weekdayOf } from './company-time';
import { FESTIVALS, STATUTORY_YEARS, UNKNOWN_YEAR_SOURCE } from './statutory-days';

/** A day for which the company calendar overrides the public calendar. */
export interface CalendarOverride {
  readonly day: Day;
  readonly kind: DayKind;
  readonly name: LocalText;
}

export interface KindOfDay {
  readonly kind: DayKind;
  /** The festival of a day off or of a make-up workday, or the company's name for the day. */
  readonly name: LocalText | null;
}

/**
 * The kind of a day for someone who works on `workdays` (Monday 1 … Sunday 7). Precedence: the company
 * calendar, then the public calendar (statutory days, rest days around them, make-up workdays), then the
 * weekday.
 */
export function kindOfDay(
  day: Day,
  workdays: readonly number[],
  overrides: readonly CalendarOverride[],
): KindOfDay {
  const own = overrides.find((override) => override.day === day);
  if (own) return { kind: own.kind, name: own.name };
  return publicKindOf(day) ?? (workdays.includes(weekdayOf(day)) ? WORKDAY : RESTDAY);
}

const WORKDAY: KindOfDay = { kind: 'workday', name: null };
const RESTDAY: KindOfDay = { kind: 'restday', name: null };

/** The kind that the public calendar gives a day; null if only the weekday decides. */
const publicKindOf = memoized((day: Day): KindOfDay | null => {
  const festival = STATUTORY_YEARS[day.slice(0, 4)]?.days[day.slice(5)];
  return festival ? { kind: 'holiday', name: FESTIVALS[festival] } : arranged(day);
});

export function isWorking(kind: DayKind): boolean {
  return kind === 'workday' || kind === 'makeup';
}

/** The official notice that the day's kind is based on. */
export function calendarSource(day: Day): LocalText {
  return STATUTORY_YEARS[day.slice(0, 4)]?.source ?? UNKNOWN_YEAR_SOURCE;
}

/** A day moved by the public holiday arrangement: a day off, or a make-up workday. */
function arranged(day: Day): KindOfDay | null {
  const { holidays, workdays } = arrangement();
  const entry = workdays[day] ?? holidays[day];
  const festival = FESTIVALS[entry?.split(',')[0] as keyof typeof FESTIVALS] as LocalText | undefined;
  return festival ? { kind: workdays[day] ? 'makeup' : 'restday', name: festival } : null;
}

/**
 * Days by date, each `English,中文,number`. Only the data file of chinese-days is used: its functions work in the
 * machine's time zone and are off by one day west of Greenwich. Loaded on first use, because a refused request
 * needs no calendar.
 */
function arrangement(): Readonly<Record<'holidays' | 'workdays', Readonly<Record<string, string>>>> {
  return require('chinese-days/dist/chinese-days.json');
}
