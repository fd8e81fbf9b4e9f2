import fc from 'fast-check';
import type { Period } from '#contracts/form';
import { overtimeParts } from '../../cloudfunctions/overtime/domain/overtime-parts';
import { countDays } from '../../cloudfunctions/schedule/domain/count-days';
import { addDays, dayOf, instantAt } from '../../cloudfunctions/shared/calendar/company-time';
import { person, scheduleFor } from '../unit/cloudfunctions/support/requests';
import { day } from '../unit/cloudfunctions/support/rules';

const RUNS = { numRuns: 500 };
const FIRST = day('2026-01-01');
const onDay = fc.integer({ min: 0, max: 700 }).map((offset) => addDays(FIRST, offset));
const who = fc.constantFrom(person(), person({ shiftId: 'SH-NIGHT' }), person({ assignments: [] }));
const rule = fc.constantFrom(
  { counts: 'working-days', step: 30 } as const,
  { counts: 'calendar-days', step: 480 } as const,
);
const hours = fc
  .record({
    from: onDay,
    start: fc.integer({ min: 0, max: 1_439 }),
    length: fc.integer({ min: 1, max: 1_440 }),
  })
  .map(({ from, start, length }): Period => ({ unit: 'hour', from, start, end: start + length }));

test('days add up: a period is worth what its two parts are worth', () => {
  fc.assert(
    fc.property(who, rule, onDay, fc.nat(40), fc.nat(40), (someone, counts, from, first, second) => {
      const schedule = scheduleFor(someone);
      const count = (a: typeof from, b: typeof from) =>
        countDays({ unit: 'day', from: a, to: b }, schedule, counts);
      const middle = addDays(from, first);
      const end = addDays(middle, second + 1);
      const whole = count(from, end);
      expect(whole.minutes).toBe(count(from, middle).minutes + count(addDays(middle, 1), end).minutes);
      expect(whole.days.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(whole.minutes);
      expect(whole.from).toBeLessThan(whole.to);
    }),
    RUNS,
  );
});

test('two halves are a day, and the halves do not touch', () => {
  fc.assert(
    fc.property(who, onDay, (someone, on) => {
      const schedule = scheduleFor(someone);
      const half = (which: 1 | 2) =>
        countDays({ unit: 'half', from: on, fromHalf: which, to: on, toHalf: which }, schedule, {
          counts: 'working-days',
          step: 240,
        });
      expect(half(1).minutes + half(2).minutes).toBe(schedule.worksOn(on) ? 480 : 0);
      expect(half(1).to).toBeLessThanOrEqual(half(2).from);
    }),
    RUNS,
  );
});

test('hours: whole steps, at most a day for each day, never on a day off', () => {
  fc.assert(
    fc.property(who, hours, (someone, period) => {
      const schedule = scheduleFor(someone);
      for (const { day: on, minutes } of countDays(period, schedule, { counts: 'working-days', step: 30 })
        .days) {
        expect(minutes % 30).toBe(0);
        expect(minutes).toBeGreaterThanOrEqual(0);
        expect(minutes).toBeLessThanOrEqual(schedule.worksOn(on) ? 480 : 0);
      }
    }),
    RUNS,
  );
});

test('overtime is cut at midnights without a gap, and nothing is lost', () => {
  fc.assert(
    fc.property(
      onDay,
      fc.integer({ min: 0, max: 1_439 }),
      fc.integer({ min: 1, max: 1_440 }),
      (on, start, length) => {
        const [from, to] = [instantAt(on, start), instantAt(on, start + length)];
        const parts = overtimeParts({ from, to }, scheduleFor(person()));
        const paused = parts.flatMap(({ pauses }) => pauses).map((pause) => (pause.to - pause.from) / 60_000);
        expect(parts.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(
          length - paused.reduce((sum, each) => sum + each, 0),
        );
        expect([parts[0]?.from, parts.at(-1)?.to]).toEqual([from, to]);
        parts.forEach((part, index) => {
          expect(dayOf(part.from)).toBe(part.day);
          expect(dayOf(part.to - 1)).toBe(part.day);
          expect(part.from).toBe(parts[index - 1]?.to ?? from);
        });
      },
    ),
    RUNS,
  );
});
