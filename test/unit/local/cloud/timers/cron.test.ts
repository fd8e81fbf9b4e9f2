import fc from 'fast-check';
import { nextTime, parseCron } from '../../../../../local/cloud/timers/cron';

const china = (text: string) => Date.parse(`${text}+08:00`);
const next = (cron: string, after: string) => {
  const found = nextTime(parseCron(cron), china(after));
  return found === undefined ? undefined : new Date(found + 8 * 3_600_000).toISOString().slice(0, 19);
};

test.each([
  ['every 5 seconds', '*/5 * * * * * *', '2026-03-02T08:57:01', '2026-03-02T08:57:05'],
  ['the time itself does not count', '0 0 2 * * * *', '2026-03-02T02:00:00', '2026-03-03T02:00:00'],
  [
    '2:00 in China is 18:00 UTC the day before',
    '0 0 2 1 * * *',
    '2026-03-01T01:59:59.999',
    '2026-03-01T02:00:00',
  ],
  ['over the end of the year', '0 0 2 1 * * *', '2026-12-01T02:00:00', '2027-01-01T02:00:00'],
  ['weekdays by number', '0 30 8 * * 1-5 *', '2026-03-06T09:00:00', '2026-03-09T08:30:00'],
  ['weekdays by name', '0 30 8 * * MON-FRI *', '2026-03-06T09:00:00', '2026-03-09T08:30:00'],
  ['months by name', '0 0 0 1 jan,JUL * *', '2026-03-06T09:00:00', '2026-07-01T00:00:00'],
  ['day or weekday, whichever fits', '0 0 0 15 * 1 *', '2026-03-10T00:00:00', '2026-03-15T00:00:00'],
  ['weekday or day', '0 0 0 15 * 1 *', '2026-03-15T00:00:00', '2026-03-16T00:00:00'],
  ['a leap day', '0 0 0 29 2 * *', '2026-03-01T00:00:00', '2028-02-29T00:00:00'],
  ['a start and a step', '0 10/20 9-10 * * * *', '2026-03-02T09:50:00', '2026-03-02T10:10:00'],
  ['a year', '0 0 0 1 1 * 2030', '2026-03-02T09:50:00', '2030-01-01T00:00:00'],
])('%s: %s after %s', (_name, cron, after, expected) => {
  expect(next(cron, after)).toBe(expected);
});

test.each([
  ['a day that no month has', '0 0 0 31 2 * *'],
  ['a year that is over', '0 0 0 * * * 2020'],
])('%s has no next time', (_name, cron) => {
  expect(next(cron, '2026-03-02T00:00:00')).toBeUndefined();
});

test.each([
  ['* * * * * *', '6 fields'],
  ['60 * * * * * *', 'second'],
  ['* 5-3 * * * * *', 'minute'],
  ['* * */0 * * * *', 'hour'],
  ['* * * 0 * * *', 'day'],
  ['* * * * FEBRUARY * *', 'month'],
  ['* * * * * 7 *', 'weekday'],
  ['* * * * * * 2100', 'year'],
  ['1,,2 * * * * * *', 'second'],
  ['-1 * * * * * *', 'second'],
  ['1.5 * * * * * *', 'second'],
])('%s is refused, naming %s', (cron, named) => {
  expect(() => parseCron(cron)).toThrow(new RegExp(named));
});

/** A field as text, and what it accepts, made apart from the code under test. */
function field(
  min: number,
  max: number,
  isSteppedAll = true,
): fc.Arbitrary<{ text: string; fits(value: number): boolean }> {
  const value = fc.integer({ min, max });
  const step = fc.integer({ min: 1, max: 7 });
  const every = step.map((n) => ({ text: `*/${n}`, fits: (v: number) => (v - min) % n === 0 }));
  const star = fc.constant({ text: '*', fits: () => true });
  const range = fc.tuple(value, value, step).map(([a, b, n]) => {
    const [from, to] = [Math.min(a, b), Math.max(a, b)];
    return { text: `${from}-${to}/${n}`, fits: (v: number) => v >= from && v <= to && (v - from) % n === 0 };
  });
  const list = fc
    .uniqueArray(value, { minLength: 1, maxLength: 4 })
    .map((all) => ({ text: all.join(','), fits: (v: number) => all.includes(v) }));
  return isSteppedAll ? fc.oneof(star, every, range, list) : fc.oneof(star, range, list);
}

const fields = fc.tuple(
  field(0, 59),
  field(0, 59),
  field(0, 23),
  field(1, 31),
  field(1, 12),
  field(0, 6),
  // Where steps of all years begin nobody says.
  field(2026, 2030, false),
);

test('the next time fits every field, and no time before it does', () => {
  const start = fc.integer({ min: china('2025-12-30T00:00:00'), max: china('2028-03-02T00:00:00') });
  fc.assert(
    fc.property(
      fields,
      start,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }),
      (all, after, samples) => {
        const [second, minute, hour, date, month, weekday, year] = all;
        const fits = (instant: number) => {
          const t = new Date(instant + 8 * 3_600_000);
          const [isDate, isWeekday] = [date.fits(t.getUTCDate()), weekday.fits(t.getUTCDay())];
          const either = date.text !== '*' && weekday.text !== '*';
          return (
            instant % 1000 === 0 &&
            second.fits(t.getUTCSeconds()) &&
            minute.fits(t.getUTCMinutes()) &&
            hour.fits(t.getUTCHours()) &&
            (either ? isDate || isWeekday : isDate && isWeekday) &&
            month.fits(t.getUTCMonth() + 1) &&
            year.fits(t.getUTCFullYear())
          );
        };
        const found = nextTime(parseCron(all.map(({ text }) => text).join(' ')), after);
        const end = found ?? china('2031-01-01T00:00:00');
        if (found !== undefined) expect([found > after, fits(found)]).toEqual([true, true]);
        const first = Math.floor(after / 1000) * 1000 + 1000;
        const seconds = Math.floor((end - first) / 1000);
        const near = Array.from({ length: Math.min(seconds, 4000) }, (_, n) => n);
        const far = samples.map((share) => Math.floor(share * (seconds - 1)));
        for (const n of [...near, ...far.filter((at) => at >= 0 && at < seconds)])
          if (fits(first + n * 1000)) throw new Error(`missed ${new Date(first + n * 1000).toISOString()}`);
      },
    ),
    { numRuns: 300 },
  );
});
