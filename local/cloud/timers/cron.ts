import { Cron } from 'croner';

/** China has one zone and no summer time. */
const ZONE = 'Etc/GMT-8';
/** Maximum values. The library also accepts 7 for Sunday, and any year. */
const FIELDS = { second: 59, minute: 59, hour: 23, day: 31, month: 12, weekday: 6, year: 2099 };
/** `*`, a value or a range, with a step or without; a field is a list of them. The library accepts more. */
const FIELD = /^(\*|[A-Z]{3}|\d+)(-([A-Z]{3}|\d+))?(\/[1-9]\d*)?$/i;

/**
 * Reads the platform's seven fields: second, minute, hour, day, month, weekday (Sunday is 0), year. With both day and
 * weekday given, either needs to fit.
 * @throws RangeError naming the field that cannot be read
 */
export function parseCron(text: string): Cron {
  const parts = text.trim().split(/\s+/);
  if (parts.length !== 7) throw new RangeError(`"${text}" has ${parts.length} fields, expected 7`);
  for (const [at, [name, max]] of Object.entries(FIELDS).entries()) {
    const field = parts[at] ?? '';
    const isOver = field.match(/(?<![/\d])\d+/g)?.some((value) => Number(value) > max);
    const only = parts.map((part, other) => (other === at ? part : '*'));
    if (isOver || !field.split(',').every((part) => FIELD.test(part)) || !isReadable(only))
      throw new RangeError(`the ${name} "${field}" is not a value, a range, a list or a step`);
  }
  return read(parts);
}

/** The first time after `after` (both epoch ms, `after` itself excluded); undefined if there is none. */
export function nextTime(cron: Cron, after: number): number | undefined {
  return cron.nextRun(new Date(after))?.getTime();
}

function isReadable(parts: readonly string[]): boolean {
  try {
    read(parts);
    return true;
  } catch {
    return false;
  }
}

function read(parts: readonly string[]): Cron {
  return new Cron(parts.join(' '), { mode: '7-part', timezone: ZONE, sloppyRanges: true });
}
