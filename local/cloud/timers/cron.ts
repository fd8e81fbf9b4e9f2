/** When a timer fires: the values of each field that fit, in China's time. */
export interface Cron {
  seconds: ReadonlySet<number>;
  minutes: ReadonlySet<number>;
  hours: ReadonlySet<number>;
  months: ReadonlySet<number>;
  years: ReadonlySet<number>;
  /** Day of the month and day of the week; Sunday is 0. */
  isDay(date: number, weekday: number): boolean;
}

interface Field {
  name: string;
  min: number;
  max: number;
  names?: readonly string[];
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const FIELDS = {
  second: { name: 'second', min: 0, max: 59 },
  minute: { name: 'minute', min: 0, max: 59 },
  hour: { name: 'hour', min: 0, max: 23 },
  date: { name: 'day', min: 1, max: 31 },
  month: { name: 'month', min: 1, max: 12, names: MONTHS },
  weekday: { name: 'weekday', min: 0, max: 6, names: WEEKDAYS },
  year: { name: 'year', min: 1970, max: 2099 },
} as const satisfies Record<string, Field>;

/** China has one zone and no summer time. */
const ZONE = 8 * 3_600_000;
const DAY = 86_400_000;

/**
 * Reads the platform's seven fields: second, minute, hour, day, month, weekday, year, each `*` or a list of
 * values, ranges (`a-b`) and steps (of `*`, `a` or `a-b`, as in `0/5`).
 * @throws RangeError naming the field that cannot be read
 */
export function parseCron(text: string): Cron {
  const parts = text.trim().split(/\s+/);
  if (parts.length !== 7) throw new RangeError(`"${text}" has ${parts.length} fields, expected 7`);
  const [second = '', minute = '', hour = '', date = '', month = '', weekday = '', year = ''] = parts;
  const dates = valuesOf(date, FIELDS.date);
  const weekdays = valuesOf(weekday, FIELDS.weekday);
  // The platform's rule: with both given, a day needs to fit one of them.
  const either = date !== '*' && weekday !== '*';
  return {
    seconds: valuesOf(second, FIELDS.second),
    minutes: valuesOf(minute, FIELDS.minute),
    hours: valuesOf(hour, FIELDS.hour),
    months: valuesOf(month, FIELDS.month),
    years: valuesOf(year, FIELDS.year),
    isDay: (d, w) => (either ? dates.has(d) || weekdays.has(w) : dates.has(d) && weekdays.has(w)),
  };
}

/** The first time after `after` (both epoch ms, `after` itself excluded); undefined if there is none. */
export function nextTime(cron: Cron, after: number): number | undefined {
  // Shifted by the zone, the UTC fields of a date read as China's.
  const start = (Math.floor(after / 1000) + 1) * 1000 + ZONE;
  const end = Date.UTC(FIELDS.year.max + 1, 0);
  for (let day = start - mod(start, DAY); day < end; day = followingDay(cron, day)) {
    const date = new Date(day);
    if (!isIn(cron, date) || !cron.isDay(date.getUTCDate(), date.getUTCDay())) continue;
    const second = firstSecond(cron, Math.max(0, start - day) / 1000);
    if (second !== undefined) return day + second * 1000 - ZONE;
  }
  return undefined;
}

function isIn(cron: Cron, date: Date): boolean {
  return cron.years.has(date.getUTCFullYear()) && cron.months.has(date.getUTCMonth() + 1);
}

/** The next day, or the first of the next month if no day of this one can fit. */
function followingDay(cron: Cron, day: number): number {
  const date = new Date(day);
  if (isIn(cron, date)) return day + DAY;
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
}

/** The first second of a day, from `from` on, whose time of day fits. */
function firstSecond({ hours, minutes, seconds }: Cron, from: number): number | undefined {
  for (const hour of hours) {
    if (hour * 3600 + 3599 < from) continue;
    for (const minute of minutes) {
      const start = hour * 3600 + minute * 60;
      if (start + 59 < from) continue;
      for (const second of seconds) if (start + second >= from) return start + second;
    }
  }
  return undefined;
}

/** In rising order. */
function valuesOf(text: string, field: Field): Set<number> {
  const values = text.split(',').flatMap((part) => valuesOfPart(part, field));
  return new Set(values.sort((a, b) => a - b));
}

function valuesOfPart(part: string, field: Field): number[] {
  const { min, max } = field;
  const [, range = '', from = '', to, stepText] =
    /^(\*|([A-Za-z]+|\d+)(?:-([A-Za-z]+|\d+))?)(?:\/(\d+))?$/.exec(part) ?? [];
  const step = stepText === undefined ? 1 : Number(stepText);
  if (range === '' || step < 1) throw unreadable(part, field);
  if (range === '*') return steps(min, max, step);
  const first = fieldValue(from, field);
  const last = to !== undefined ? fieldValue(to, field) : stepText === undefined ? first : max;
  if (first > last) throw unreadable(part, field);
  return steps(first, last, step);
}

function fieldValue(text: string, field: Field): number {
  const { min, max, names = [] } = field;
  const at = names.indexOf(text.toUpperCase());
  const value = at >= 0 ? at + min : Number(text);
  if (!Number.isInteger(value) || value < min || value > max) throw unreadable(text, field);
  return value;
}

function steps(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, n) => from + n * step);
}

function unreadable(part: string, { name, min, max }: Field): RangeError {
  return new RangeError(`the ${name} "${part}" is not ${min} to ${max}, a range, a list or a step`);
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}
