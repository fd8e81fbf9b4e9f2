import fc from 'fast-check';
import type { Day } from '#contracts/common';
import { attendanceDayOf, closesAt, startsAt } from '../../cloudfunctions/schedule/domain/attendance-day-of';
import { addDays, dayOf, instantAt, midnight } from '../../cloudfunctions/shared/calendar/company-time';

const RUNS = { numRuns: 1_000 };
/** Any shift of up to a day, and no shift at all. */
const shift = fc.option(
  fc
    .record({ start: fc.integer({ min: 0, max: 1_439 }), length: fc.integer({ min: 1, max: 1_440 }) })
    .map(({ start, length }) => ({ start, end: start + length })),
);
/** A roster that changes from day to day in any way. */
const roster = fc.array(shift, { minLength: 1, maxLength: 9 }).map((plan) => (day: Day) => {
  const index = Math.round(midnight(day) / 86_400_000);
  return plan[index % plan.length] ?? null;
});
const instant = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) });

test('every instant belongs to exactly one day: the one that has opened and not closed', () => {
  fc.assert(
    fc.property(roster, instant, (shiftOf, now) => {
      const day = attendanceDayOf(now, shiftOf);
      expect(startsAt(day, shiftOf)).toBeLessThanOrEqual(now);
      expect(closesAt(day, shiftOf)).toBeGreaterThan(now);
      const open = [-3, -2, -1, 0, 1, 2, 3]
        .map((offset) => addDays(day, offset))
        .filter((each) => startsAt(each, shiftOf) <= now && now < closesAt(each, shiftOf));
      expect(open).toEqual([day]);
    }),
    RUNS,
  );
});

test('time does not run backwards', () => {
  fc.assert(
    fc.property(roster, instant, fc.integer({ min: 0, max: 200_000_000 }), (shiftOf, now, later) => {
      expect(attendanceDayOf(now + later, shiftOf) >= attendanceDayOf(now, shiftOf)).toBe(true);
    }),
    RUNS,
  );
});

test('a day is near its date', () => {
  fc.assert(
    fc.property(roster, instant, (shiftOf, now) => {
      const civil = dayOf(now);
      expect([addDays(civil, -1), civil, addDays(civil, 1)]).toContain(attendanceDayOf(now, shiftOf));
    }),
    RUNS,
  );
});

test('the border itself belongs to the later day, the millisecond before it to the earlier', () => {
  fc.assert(
    fc.property(roster, instant, (shiftOf, now) => {
      const day = attendanceDayOf(now, shiftOf);
      const border = Math.ceil(startsAt(day, shiftOf));
      expect(attendanceDayOf(border, shiftOf)).toBe(day);
      expect(attendanceDayOf(border - 1, shiftOf)).toBe(addDays(day, -1));
    }),
    RUNS,
  );
});

test('a shift that overlaps no other is worked on its own day from start to end', () => {
  fc.assert(
    fc.property(roster, instant, fc.integer({ min: 0, max: 1_440 }), (shiftOf, now, minutes) => {
      const day = dayOf(now);
      const [before, own, after] = [-1, 0, 1].map((offset) => shiftOf(addDays(day, offset)));
      fc.pre(Boolean(before && own && after));
      if (!before || !own || !after) return;
      fc.pre(before.end - 1_440 < own.start && own.end < after.start + 1_440);
      const during = instantAt(day, own.start + Math.min(minutes, own.end - own.start));
      expect(attendanceDayOf(during, shiftOf)).toBe(day);
    }),
    RUNS,
  );
});
