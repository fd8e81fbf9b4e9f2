import fc from 'fast-check';
import type { Day, Instant } from '#contracts/common';
import type { AccountSpan } from '../../cloudfunctions/accounts/domain/account';
import type { AttendanceDay } from '../../cloudfunctions/attendance/domain/attendance-day';
import { closesOn, type DayContext, dayAt } from '../../cloudfunctions/attendance/domain/day-at';
import { nextSlotOnDay } from '../../cloudfunctions/attendance/domain/next-slot';
import { countingPunches } from '../../cloudfunctions/attendance/domain/punch';
import { slotDay } from '../../cloudfunctions/attendance/domain/slot-day';
import { ROSTER_OFF, scheduleOf } from '../../cloudfunctions/schedule/domain/schedule';
import type { ShiftTemplate } from '../../cloudfunctions/schedule/domain/shift';
import { addDays, daysBetween, instantAt } from '../../cloudfunctions/shared/calendar/company-time';
import { person } from '../unit/cloudfunctions/support/requests';
import { day, dayShift, nightShift, punched, words } from '../unit/cloudfunctions/support/rules';

const RUNS = { numRuns: 1_000 };
const FIRST = day('2026-11-23');
const WEEK = daysBetween(FIRST, addDays(FIRST, 6));
const late: ShiftTemplate = { ...dayShift, _id: 'SH-LATE', start: 840, end: 1_380, breaks: [] };
const whole: ShiftTemplate = { ...dayShift, _id: 'SH-24H', start: 480, end: 1_920, breaks: [] };
const shifts = [dayShift, nightShift, late, whole];
const byId = new Map(shifts.map((shift) => [shift._id, shift]));

const minute = fc.integer({ min: 0, max: 7 * 1_440 });
const overtime = fc
  .record({ from: minute, length: fc.integer({ min: 30, max: 600 }) })
  .map(({ from, length }): AccountSpan => {
    const start = instantAt(FIRST, from);
    return {
      requestId: `O${from}`,
      kind: 'overtime',
      state: 'approved',
      name: words('Overtime'),
      day: FIRST,
      from: start,
      to: (start + length * 60_000) as Instant,
      minutes: length,
    };
  });
interface World {
  readonly roster: readonly string[];
  readonly spans: readonly AccountSpan[];
  readonly latestEnd: number;
  readonly taps: readonly number[];
}
const world: fc.Arbitrary<World> = fc.record({
  roster: fc.array(fc.constantFrom(ROSTER_OFF, ...byId.keys()), { minLength: 7, maxLength: 7 }),
  spans: fc.array(overtime, { maxLength: 2 }),
  latestEnd: fc.constantFrom(0, 300, 660, 960),
  taps: fc.uniqueArray(minute, { minLength: 1, maxLength: 14 }),
});

/** The company after these taps, booked one after the other on their days, in any order of time. */
function booked({ roster, spans, latestEnd, taps }: World): DayContext {
  const schedule = scheduleOf(
    person(),
    byId,
    [],
    new Map(WEEK.map((on, index) => [on, roster[index] ?? ''])),
  );
  let stored: ReadonlyMap<Day, AttendanceDay> = new Map();
  for (const each of taps) {
    const context: DayContext = { schedule, spans, stored, latestEnd };
    const at = instantAt(FIRST, each);
    const on = dayAt(at, context);
    const before = stored.get(on) ?? null;
    const { work, effective, covers } = slotDay(on, schedule, before, spans);
    const { slot } = nextSlotOnDay(on, work, effective, at, covers);
    const punch = punched(slot, '2026-11-23 09:00', { key: `key-${each}`, at, tappedAt: at });
    stored = new Map(stored).set(on, {
      _id: `E0001:${on}`,
      employeeId: 'E0001',
      day: on,
      rev: (before?.rev ?? 0) + 1,
      shift: before?.shift ?? schedule.shiftOn(on),
      punches: [...(before?.punches ?? []), punch],
      covers: [],
    });
  }
  return { schedule, spans, stored, latestEnd };
}

test('an instant belongs to one day: it is not before the end of the day before, nor after its own', () => {
  fc.assert(
    fc.property(world, minute, (given, when) => {
      const context = booked(given);
      const at = instantAt(FIRST, when);
      const on = dayAt(at, context);
      expect(closesOn(addDays(on, -1), context)).toBeLessThanOrEqual(at);
      expect(closesOn(on, context)).toBeGreaterThan(at);
      expect(dayAt(at + 60_000, context) >= on).toBe(true);
    }),
    RUNS,
  );
});

test('a later punch never moves an earlier one to another day', () => {
  fc.assert(
    fc.property(world, (given) => {
      const context = booked(given);
      for (const { day: on, punches } of context.stored.values())
        for (const { at } of punches) expect(dayAt(at, context)).toBe(on);
    }),
    RUNS,
  );
});

test('of taps in the order of time, the clock-out of a day never comes before its clock-in', () => {
  fc.assert(
    fc.property(world, (given) => {
      const { stored } = booked({ ...given, taps: [...given.taps].sort((a, b) => a - b) });
      for (const { punches } of stored.values()) {
        const { in: first, out: last } = countingPunches(punches);
        if (first && last) expect(last.at).toBeGreaterThan(first.at);
      }
    }),
    RUNS,
  );
});
