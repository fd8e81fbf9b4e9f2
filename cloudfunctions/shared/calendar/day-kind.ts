import type { Day, LocalText } from '#contracts/common';
import type { DayKind } from '#contracts/day-status';
import { memoized, weekdayOf } from './company-time';
import { FESTIVALS, isAnnounced, sourceOfYear, statutoryName } from './statutory-days';

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
  /** The weekday decides only until the year's exchanged days (days in lieu, make-up workdays) are announced. */
  readonly open?: true;
}

/** Years whose exchanged days HR has entered completely into the company calendar. */
export type CompleteYears = ReadonlySet<string>;
const NO_YEARS: CompleteYears = new Set();

/**
 * The kind of a day for someone who works on `workdays` (Monday 1 … Sunday 7). Precedence: the company
 * calendar, then the public calendar (statutory days, rest days around them, make-up workdays), then the
 * weekday.
 */
export function kindOfDay(
  day: Day,
  workdays: readonly number[],
  overrides: readonly CalendarOverride[],
  complete: CompleteYears = NO_YEARS,
): KindOfDay {
  const own = overrides.find((override) => override.day === day);
  if (own) return { kind: own.kind, name: own.name };
  const known = publicKindOf(day);
  if (known) return known;
  const kind = workdays.includes(weekdayOf(day)) ? 'workday' : 'restday';
  return isArrangementOpen(day.slice(0, 4), complete) ? OPEN[kind] : BY_WEEK[kind];
}

const BY_WEEK = {
  workday: { kind: 'workday', name: null },
  restday: { kind: 'restday', name: null },
} as const satisfies Record<string, KindOfDay>;
const OPEN = {
  workday: { ...BY_WEEK.workday, open: true },
  restday: { ...BY_WEEK.restday, open: true },
} as const satisfies Record<string, KindOfDay>;

/** Whether the exchanged days of a year are neither announced nor entered by HR. */
const isArrangementOpen = (year: string, complete: CompleteYears): boolean =>
  !isAnnounced(year) && !complete.has(year);

/** The kind that the public calendar gives a day; null if only the weekday decides. */
const publicKindOf = memoized((day: Day): KindOfDay | null => {
  const name = statutoryName(day.slice(0, 4), day.slice(5));
  return name ? { kind: 'holiday', name } : arranged(day);
});

export function isWorking(kind: DayKind): boolean {
  return kind === 'workday' || kind === 'makeup';
}

/** The official text that the day's kind is based on. */
export const calendarSource = (day: Day, { open }: Pick<KindOfDay, 'open'>): LocalText =>
  sourceOfYear(day.slice(0, 4), !open);

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
