import type { Day, LocalText } from '#contracts/common';
import type { DayKind } from '#contracts/day-status';
import { remembered, weekdayOf } from './company-time';
import { FESTIVALS, STATUTORY_YEARS, UNKNOWN_YEAR_SOURCE } from './statutory-days';

/** A day that the company decides otherwise than the public calendar. */
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
 * What kind of day it is for someone who works on `workdays` (Monday 1 … Sunday 7). The company's own
 * calendar comes first, then the public one: statutory days, days off around them (rest days), make-up
 * workdays; then the week.
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

/** What the public calendar says of a day; null where it leaves the day to the week. */
const publicKindOf = remembered((day: Day): KindOfDay | null => {
  const festival = STATUTORY_YEARS[day.slice(0, 4)]?.days[day.slice(5)];
  return festival ? { kind: 'holiday', name: FESTIVALS[festival] } : arranged(day);
});

/** Whether people with these kinds of day have to come. */
export function isWorking(kind: DayKind): boolean {
  return kind === 'workday' || kind === 'makeup';
}

/** The notice that a day's kind comes from. */
export function calendarSource(day: Day): LocalText {
  return STATUTORY_YEARS[day.slice(0, 4)]?.source ?? UNKNOWN_YEAR_SOURCE;
}

/** A day that the public arrangement moved: off, or worked in exchange. */
function arranged(day: Day): KindOfDay | null {
  const { holidays, workdays } = arrangement();
  const entry = workdays[day] ?? holidays[day];
  const festival = FESTIVALS[entry?.split(',')[0] as keyof typeof FESTIVALS] as LocalText | undefined;
  return festival ? { kind: workdays[day] ? 'makeup' : 'restday', name: festival } : null;
}

/**
 * Days by date, each `English,中文,number`. The data file of chinese-days, not its functions: those work in
 * the machine's time zone and are a day off west of Greenwich. Loaded at first use: a refused request needs
 * no calendar.
 */
function arrangement(): Readonly<Record<'holidays' | 'workdays', Readonly<Record<string, string>>>> {
  return require('chinese-days/dist/chinese-days.json');
}
