import arrangements from 'chinese-days/dist/chinese-days.json';
import type { Day, Instant } from '#contracts/common';

const DAY_MS = 86_400_000;
const CHINA_OFFSET_MS = 8 * 3_600_000;

/** Calendar day in China at an instant, `YYYY-MM-DD`. China has one time zone and no summer time. */
export function dayOf(instant: number): Day {
  return new Date(instant + CHINA_OFFSET_MS).toISOString().slice(0, 10) as Day;
}

/** Remembers what was worked out for each day: a large company asks for the same one ten thousand times. */
export function remembered<Result>(work: (day: Day) => Result): (day: Day) => Result {
  const known = new Map<Day, Result>();
  return (day) => {
    const before = known.get(day);
    if (before !== undefined) return before;
    const found = work(day);
    known.set(day, found);
    return found;
  };
}

const midnightOf = remembered((day) => Date.parse(`${day}T00:00:00Z`) - CHINA_OFFSET_MS);

/** Epoch ms of `minutes` after midnight of `day` in China. */
export function instantOf(day: Day, minutes: number): Instant {
  return (midnightOf(day) + minutes * 60_000) as Instant;
}

export function addDays(day: Day, days: number): Day {
  return dayOf(instantOf(day, 0) + days * DAY_MS);
}

/** Every day from `first` to `last`, both included. */
export function daysFrom(first: Day, last: Day): Day[] {
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

const daysOff: Readonly<Record<string, string>> = arrangements.holidays;
const makeupDays: Readonly<Record<string, string>> = arrangements.workdays;

/**
 * True on a workday of the public calendar, including make-up days. Read from the library's table by date: its
 * functions use the machine's time zone.
 */
export const isStateWorkday = remembered((day: Day): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const isWeekday = weekday >= 1 && weekday <= 5;
  return day in makeupDays || (isWeekday && !(day in daysOff));
});

/** The `count`-th workday before `day`. */
export function workdayBefore(day: Day, count: number): Day {
  let found = day;
  for (let left = count; left > 0; ) {
    found = addDays(found, -1);
    if (isStateWorkday(found)) left -= 1;
  }
  return found;
}

/** First day of the month that lies `months` before the month of `day`. */
export function monthStart(day: Day, months: number): Day {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10) as Day;
}

/** The workday that lies `count` workdays after `day`. */
export function workdayAfter(day: Day, count: number): Day {
  let found = day;
  for (let left = count; left > 0; ) {
    found = addDays(found, 1);
    if (isStateWorkday(found)) left -= 1;
  }
  return found;
}

const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
});
/** Month/day that are statutory holidays every year, by the solar and by the lunar calendar; 除夕 is the day before 1/1. */
const SOLAR = ['1/1', '4/4', '4/5', '5/1', '5/2', '10/1', '10/2', '10/3'];
const LUNAR = ['1/1', '1/2', '1/3', '5/5', '8/15'];

/** Also in years whose days off are not announced yet, which the library's table does not have. */
function isStatutory(day: Day): boolean {
  const lunar = (each: Day): string => chinese.format(new Date(`${each}T00:00:00Z`));
  const solar = day.slice(5).split('-').map(Number).join('/');
  return SOLAR.includes(solar) || LUNAR.includes(lunar(day)) || lunar(addDays(day, 1)) === '1/1';
}

/** The first Saturday from `day` on that is neither a holiday nor a make-up workday. */
export function freeSaturdayFrom(day: Day): Day {
  const isTaken = (each: Day): boolean => each in daysOff || each in makeupDays || isStatutory(each);
  let found = day;
  while (new Date(`${found}T00:00:00Z`).getUTCDay() !== 6 || isTaken(found)) found = addDays(found, 1);
  return found;
}
