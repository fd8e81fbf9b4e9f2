import fc from 'fast-check';
import type { Day } from '#contracts/common';
import type { Mark } from '#contracts/day-status';
import type { Cover } from '../../cloudfunctions/attendance/domain/attendance-day';
import { type DayQuestion, dayStatus } from '../../cloudfunctions/attendance/domain/day-status';
import { nextSlotOnDay } from '../../cloudfunctions/attendance/domain/next-slot';
import { countingPunches, type Punch } from '../../cloudfunctions/attendance/domain/punch';
import { closesAt } from '../../cloudfunctions/schedule/domain/attendance-day-of';
import { type ShiftTemplate, segmentsOf } from '../../cloudfunctions/schedule/domain/shift';
import { instantAt } from '../../cloudfunctions/shared/calendar/company-time';
import { dayShift, nightShift, punched, words } from '../unit/cloudfunctions/support/rules';
import {
  daysOf,
  expectFigures,
  expectFinal,
  expectWholeMinutes,
  leaveOn,
  minutes,
  onDay,
} from './support/day-questions';

const RUNS = { numRuns: 1_000 };
const WORKDAY = { kind: 'workday' as const, name: null };

/** Up to four pieces of work with breaks between them, any of which may be punched. */
const segmented: fc.Arbitrary<ShiftTemplate> = fc
  .record({
    start: fc.integer({ min: 0, max: 1_300 }),
    pieces: fc.array(
      fc.record({
        work: fc.integer({ min: 30, max: 240 }),
        pause: fc.integer({ min: 15, max: 110 }),
        punched: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    flexMinutes: fc.integer({ min: 0, max: 60 }),
  })
  .map(({ start, pieces, flexMinutes }) => {
    let end = start;
    const breaks = pieces.map(({ work, pause, punched: isPunched }) => {
      const from = end + work;
      end = from + pause;
      return { start: from, end, punched: isPunched };
    });
    const last = breaks.pop();
    return { ...dayShift, start, end: last?.start ?? end, flexMinutes, breaks };
  });
const flexible: fc.Arbitrary<ShiftTemplate> = fc
  .record({
    start: fc.integer({ min: 0, max: 900 }),
    required: fc.integer({ min: 60, max: 540 }),
    room: fc.integer({ min: 0, max: 400 }),
    core: fc.option(fc.record({ late: fc.nat(400), length: fc.integer({ min: 1, max: 300 }) })),
  })
  .map(({ start, required, room, core }) => {
    const end = start + required + room;
    const first = start + Math.min(core?.late ?? 0, room);
    return {
      ...dayShift,
      kind: 'flexible' as const,
      start,
      end,
      flexMinutes: 0,
      requiredMinutes: required,
      core: core && { start: first, end: Math.min(end, first + core.length) },
      breaks: [],
    };
  });
const anyShift = fc.oneof(segmented, flexible, fc.constantFrom(dayShift, nightShift));

/** Punches as they come about: each takes the slot that was next at its time. */
function punchesAt(on: Day, shift: ShiftTemplate, times: readonly number[]): Punch[] {
  const punches: Punch[] = [];
  for (const minute of [...times].sort((a, b) => a - b)) {
    const at = instantAt(on, minute);
    const { slot } = nextSlotOnDay(on, shift, punches, at);
    punches.push(punched(slot, '2026-01-01 00:00', { key: `key-${punches.length}`, at, tappedAt: at }));
  }
  return punches;
}

const coverOn = (on: Day) =>
  fc
    .record({
      kind: fc.constantFrom<Cover['kind']>('leave', 'trip'),
      start: minutes,
      length: fc.integer({ min: 0, max: 1_500 }),
      leaveMinutes: fc.option(fc.integer({ min: 1, max: 480 })),
    })
    .map(({ kind, start, length, leaveMinutes }) => ({
      kind,
      name: words(kind),
      from: instantAt(on, start),
      to: instantAt(on, start + length),
      ...(leaveMinutes === null ? {} : { leaveMinutes }),
    }));

const questionOf = (
  shifts: fc.Arbitrary<ShiftTemplate>,
): fc.Arbitrary<DayQuestion & { shift: ShiftTemplate }> =>
  fc
    .tuple(onDay, shifts)
    .chain(([on, shift]) =>
      fc.record({
        on: fc.constant(on),
        shift: fc.constant(shift),
        times: fc.array(minutes, { maxLength: 8 }),
        covers: fc.array(coverOn(on), { maxLength: 3 }),
        now: fc.integer({ min: -3_000, max: 6_000 }),
      }),
    )
    .map(({ on, shift, times, covers, now }) => ({
      day: on,
      employed: true,
      kind: WORKDAY,
      shift,
      punches: punchesAt(on, shift, times),
      covers,
      now: instantAt(on, now),
      closesAt: closesAt(on, () => shift),
    }));
const question = questionOf(anyShift);

const count = (marks: readonly Mark[], kind: Mark['kind']) =>
  marks.filter((mark) => mark.kind === kind).length;

test('marks are whole and positive, and absence is at most a day', () => {
  fc.assert(
    fc.property(question, (asked) => {
      const { marks } = dayStatus(asked);
      expectWholeMinutes(marks);
      expect(daysOf(marks, 'absent')).toBeLessThanOrEqual(1 + 1e-9);
      expect(count(marks, 'absent')).toBeLessThanOrEqual(1);
      for (const kind of ['late', 'early', 'missing'] as const)
        expect(count(marks, kind)).toBeLessThanOrEqual(segmentsOf(asked.shift).length);
    }),
    RUNS,
  );
});

test('once a day is over its status stays, and it is neither running nor to come', () => {
  fc.assert(
    fc.property(question, fc.integer({ min: 0, max: 10_000_000_000 }), (asked, later) =>
      expectFinal(asked, later),
    ),
    RUNS,
  );
});

test('whoever punches nowhere is absent for what no leave covers', () => {
  fc.assert(
    fc.property(question, (asked) => {
      const { state, marks } = dayStatus({ ...asked, covers: [], punches: [], now: asked.closesAt });
      expect({ state, absent: daysOf(marks, 'absent') }).toEqual({ state: 'absent', absent: 1 });
    }),
    RUNS,
  );
});

test('nobody worked longer than between the first and the last punch', () => {
  fc.assert(
    fc.property(question, (asked) => {
      const times = asked.punches.map(({ at }) => at);
      const span = times.length === 0 ? 0 : (Math.max(...times) - Math.min(...times)) / 60_000;
      const { workedMinutes } = dayStatus(asked);
      expect(workedMinutes).toBeGreaterThanOrEqual(0);
      expect(workedMinutes).toBeLessThanOrEqual(span);
    }),
    RUNS,
  );
});

test('leave of the whole shift asks for nothing', () => {
  fc.assert(
    fc.property(question, (asked) => {
      const { start, end } = asked.shift;
      const whole = leaveOn(asked.day, start, end);
      const { marks } = dayStatus({ ...asked, covers: [whole], now: asked.closesAt });
      for (const kind of ['late', 'early', 'missing', 'absent'] as const) expect(count(marks, kind)).toBe(0);
    }),
    RUNS,
  );
});

test('who is there from start to end, and punches each segment, is on time', () => {
  fc.assert(
    fc.property(question, ({ day: on, shift, closesAt: over, ...asked }) => {
      const times = segmentsOf(shift).flatMap(({ start, end }) => [start, end]);
      const punches = punchesAt(on, shift, times);
      expect(punches.map(({ slot }) => slot)).toEqual(segmentsOf(shift).flatMap(() => ['in', 'out']));
      const status = dayStatus({ ...asked, day: on, shift, punches, covers: [], now: over, closesAt: over });
      expect(status).toMatchObject({ state: 'normal', marks: [] });
    }),
    RUNS,
  );
});

test('in flexible hours the minutes that are short are the minutes of leaving early', () => {
  fc.assert(
    fc.property(questionOf(flexible), (asked) => {
      const { marks, workedMinutes } = dayStatus({ ...asked, covers: [], now: asked.closesAt });
      const { in: first, out: last } = countingPunches(asked.punches);
      fc.pre(first !== null && last !== null && first.at < last.at);
      const early = marks.reduce((sum, mark) => sum + (mark.kind === 'early' ? mark.minutes : 0), 0);
      const late = count(marks, 'late') > 0;
      // On time, and gone no sooner than the hours were done.
      if (!late && early === 0)
        expect(workedMinutes).toBeGreaterThanOrEqual(asked.shift.requiredMinutes ?? 0);
    }),
    RUNS,
  );
});

test('a fixed shift that says so is what it was without', () => {
  fc.assert(
    fc.property(questionOf(fc.constantFrom(dayShift, nightShift)), (asked) => {
      const spelled = { ...asked.shift, kind: 'fixed' as const, requiredMinutes: null, core: null };
      expect(dayStatus({ ...asked, shift: spelled })).toEqual(dayStatus(asked));
    }),
    RUNS,
  );
});

test('every figure of every reason is there', () => {
  fc.assert(
    fc.property(question, (asked) => expectFigures(dayStatus(asked).reasons)),
    RUNS,
  );
});
