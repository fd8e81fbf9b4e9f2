const pad = (value: number, length = 2): string => String(value).padStart(length, '0');
const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);

export interface Columns {
  readonly labels: (chosen: readonly number[]) => readonly (readonly string[])[];
  readonly chosen: readonly number[];
  /** The picker's value for what was chosen. */
  readonly value: (chosen: readonly number[]) => unknown;
}

/** Hours and minutes; `start` and `end` bound the hour. */
export function timeColumns(value: string, start = '00:00', end = '23:59'): Columns {
  const hours = range(Number(start.slice(0, 2)), Number(end.slice(0, 2)));
  const minutes = range(0, 59);
  const [hour = 0, minute = 0] = value.split(':').map(Number);
  return {
    labels: () => [hours.map((each) => pad(each)), minutes.map((each) => pad(each))],
    chosen: [Math.max(0, hours.indexOf(hour)), Math.max(0, minute)],
    value: ([hourAt = 0, minuteAt = 0]) => `${pad(hours[hourAt] ?? 0)}:${pad(minutes[minuteAt] ?? 0)}`,
  };
}

export type DateFields = 'year' | 'month' | 'day';

/** Year, month and day; the length of a month follows the year and month chosen. */
export function dateColumns(
  value: string,
  today: Date,
  limits: { start?: string; end?: string; fields?: DateFields },
): Columns {
  const first = Number(limits.start?.slice(0, 4) ?? 1970);
  const last = Number(limits.end?.slice(0, 4) ?? today.getFullYear() + 20);
  const years = range(first, Math.max(first, last));
  const parts = value.split('-').map(Number);
  const { 0: year = today.getFullYear(), 1: month = today.getMonth() + 1, 2: day = today.getDate() } = parts;
  const days = ([yearAt = 0, monthAt = 0]: readonly number[]): number =>
    new Date(years[yearAt] ?? first, monthAt + 1, 0).getDate();
  const depth = { year: 1, month: 2, day: 3 }[limits.fields ?? 'day'];
  return {
    labels: (chosen) =>
      [
        years.map((each) => `${each}`),
        range(1, 12).map((each) => pad(each)),
        range(1, days(chosen)).map((each) => pad(each)),
      ].slice(0, depth),
    chosen: [Math.max(0, years.indexOf(year)), month - 1, day - 1].slice(0, depth),
    value: (chosen) => {
      const [yearAt = 0, monthAt = 0, dayAt = 0] = chosen;
      const text = [pad(years[yearAt] ?? first, 4), pad(monthAt + 1), pad(dayAt + 1)]
        .slice(0, depth)
        .join('-');
      return clamp(text, limits.start?.slice(0, text.length), limits.end?.slice(0, text.length));
    },
  };
}

function clamp(value: string, start = '', end = '9999-99-99'): string {
  if (value < start) return start;
  return value > end ? end : value;
}

const labelOf = (item: unknown, key: unknown): string =>
  typeof item === 'object' && item !== null
    ? String((item as Record<string, unknown>)[String(key)] ?? '')
    : String(item);

/** One list. */
export function selectorColumns(items: readonly unknown[], key: unknown, value: unknown): Columns {
  return {
    labels: () => [items.map((item) => labelOf(item, key))],
    chosen: [Number(value) || 0],
    value: ([index = 0]) => index,
  };
}

/** Several lists side by side; the page may replace one while the picker is open. */
export function multiColumns(
  lists: () => readonly (readonly unknown[])[],
  key: unknown,
  value: unknown,
): Columns {
  const chosen = Array.isArray(value) ? value.map(Number) : [];
  return {
    labels: () => lists().map((items) => items.map((item) => labelOf(item, key))),
    chosen: lists().map((_, column) => chosen[column] ?? 0),
    value: (indexes) => [...indexes],
  };
}
