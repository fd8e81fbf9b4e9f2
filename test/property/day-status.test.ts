import fc from 'fast-check';
import type { Day, Instant } from '#contracts/common';
import type { Mark } from '#contracts/day-status';
import type { Cover } from '../../cloudfunctions/attendance/domain/attendance-day';
import { type DayQuestion, dayStatus } from '../../cloudfunctions/attendance/domain/day-status';
import { nextSlot } from '../../cloudfunctions/attendance/domain/next-slot';
import { countingPunches, type Punch } from '../../cloudfunctions/attendance/domain/punch';
import { closesAt } from '../../cloudfunctions/schedule/domain/attendance-day-of';
import { instantAt } from '../../cloudfunctions/shared/calendar/company-time';
import { isWorking, kindOfDay } from '../../cloudfunctions/shared/calendar/day-kind';
import { day, dayShift, nightShift, punched, statusOf, words } from '../unit/cloudfunctions/support/rules';
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

const shift = fc
  .record({ base: fc.constantFrom(dayShift, nightShift), flexMinutes: fc.integer({ min: 0, max: 120 }) })
  .map(({ base, flexMinutes }) => ({ ...base, flexMinutes }));

/** Punches as they come about: each takes the slot that was next at its time. */
function punchesAt(on: Day, end: Instant | null, times: readonly number[]): Punch[] {
  const punches: Punch[] = [];
  for (const minute of [...times].sort((a, b) => a - b)) {
    const at = instantAt(on, minute);
    const { slot } = nextSlot(punches, end, at);
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
    })
    .map(({ kind, start, length }) => ({
      kind,
      name: words(kind),
      from: instantAt(on, start),
      to: instantAt(on, start + length),
    }));

const question: fc.Arbitrary<DayQuestion> = fc
  .tuple(onDay, shift)
  .chain(([on, plan]) =>
    fc.record({
      on: fc.constant(on),
      plan: fc.constant(plan),
      times: fc.array(minutes, { maxLength: 6 }),
      covers: fc.array(coverOn(on), { maxLength: 3 }),
      now: fc.integer({ min: -3_000, max: 6_000 }),
    }),
  )
  .map(({ on, plan, times, covers, now }) => {
    const kind = kindOfDay(on, plan.workdays, []);
    const end = isWorking(kind.kind) ? instantAt(on, plan.end) : null;
    return {
      day: on,
      employed: true,
      kind,
      shift: plan,
      punches: punchesAt(on, end, times),
      covers,
      now: instantAt(on, now),
      closesAt: closesAt(on, () => plan),
    };
  });

const has = (marks: readonly Mark[], kind: Mark['kind']) => marks.some((mark) => mark.kind === kind);

/**
 * The day shift of the handbook worked out by hand, in minutes of the day: from 9:00, or as much later as is flexible,
 * to 18:00, or as much later as somebody came within that; more than an hour late or early is half a day of absence,
 * more than three hours a whole one.
 */
function byHand(flex: number, came: number, went: number): { state: string; marks: Mark[] } {
  const late = Math.max(0, came - 540 - flex);
  const owedUntil = 1_080 + Math.min(flex, Math.max(0, came - 540));
  const early = Math.max(0, owedUntil - went);
  const share = (minutes: number): number => (minutes > 180 ? 1 : minutes > 60 ? 0.5 : 0);
  const absent = Math.min(1, share(late) + share(early));
  const marks: Mark[] = [];
  if (late > 0) marks.push({ kind: 'late', minutes: late });
  if (early > 0) marks.push({ kind: 'early', minutes: early });
  if (absent > 0) marks.push({ kind: 'absent', days: absent } as Mark);
  return { state: absent > 0 ? 'absent' : (marks[0]?.kind ?? 'normal'), marks };
}

test('a workday with both punches is what is worked out by hand', () => {
  const monday = day('2026-11-23');
  const stay = fc
    .tuple(fc.integer({ min: 360, max: 1_079 }), fc.integer({ min: 1, max: 900 }))
    .map(([came, length]) => ({ came, went: Math.min(1_439, came + length) }));
  const seconds = fc.integer({ min: 0, max: 59 });
  fc.assert(
    fc.property(stay, fc.integer({ min: 0, max: 120 }), seconds, ({ came, went }, flexMinutes, second) => {
      const punches = [came, went].map((minute, index) => {
        const at = (instantAt(monday, minute) + second * 1_000) as Instant;
        return punched(index === 0 ? 'in' : 'out', '2026-01-01 00:00', {
          key: `key-${index}`,
          at,
          tappedAt: at,
        });
      });
      const { state, marks } = statusOf(monday, { shift: { ...dayShift, flexMinutes }, punches });
      expect({ state, marks }).toEqual(byHand(flexMinutes, came, went));
    }),
    RUNS,
  );
});

test('marks are whole, positive and at most a day', () => {
  fc.assert(
    fc.property(question, (asked) => {
      const { marks } = dayStatus(asked);
      expectWholeMinutes(marks);
      expect(daysOf(marks, 'absent')).toBeLessThanOrEqual(1);
      expect(daysOf(marks, 'leave') + daysOf(marks, 'trip')).toBeLessThanOrEqual(1);
      expect(new Set(marks.map((mark) => JSON.stringify(mark))).size).toBe(marks.length - duplicates(marks));
    }),
    RUNS,
  );
});

/** Two leaves of half a day each look alike. */
function duplicates(marks: readonly Mark[]): number {
  const halves = marks
    .filter(({ kind }) => kind === 'leave' || kind === 'trip')
    .map((mark) => JSON.stringify(mark));
  return halves.length - new Set(halves).size;
}

test('a missing punch is really missing, and only once the day is over', () => {
  fc.assert(
    fc.property(question, (asked) => {
      const counting = countingPunches(asked.punches);
      for (const mark of dayStatus(asked).marks) {
        if (mark.kind !== 'missing') continue;
        expect(asked.now).toBeGreaterThanOrEqual(asked.closesAt);
        expect(counting[mark.slot]).toBeNull();
      }
    }),
    RUNS,
  );
});

test('a day off is never late, early, missing or absent', () => {
  fc.assert(
    fc.property(question, (asked) => {
      fc.pre(!isWorking(asked.kind.kind));
      const { marks, state } = dayStatus(asked);
      expect(marks.filter(({ kind }) => kind !== 'field' && kind !== 'late-arrival')).toEqual([]);
      expect(state).toBe(asked.punches.length > 0 ? 'rest-punched' : 'rest');
    }),
    RUNS,
  );
});

test('the state is the worst of the marks', () => {
  const order = ['absent', 'missing', 'late', 'early'] as const;
  fc.assert(
    fc.property(question, (asked) => {
      const { marks, state } = dayStatus(asked);
      const worst = order.find((kind) => has(marks, kind));
      if (worst) expect(state).toBe(worst);
      else expect(order).not.toContain(state);
      if (state === 'normal') expect(marks).toEqual([]);
    }),
    RUNS,
  );
});

test('once a day is over its status stays', () => {
  fc.assert(
    fc.property(question, fc.integer({ min: 0, max: 10_000_000_000 }), (asked, later) =>
      expectFinal(asked, later),
    ),
    RUNS,
  );
});

test('coming later never makes anybody less late, leaving later never earlier', () => {
  const minutesOf = (asked: DayQuestion, kind: 'late' | 'early') =>
    dayStatus(asked).marks.reduce((sum, mark) => sum + (mark.kind === kind ? mark.minutes : 0), 0);
  const pair = (asked: DayQuestion, first: number, last: number): DayQuestion => ({
    ...asked,
    now: asked.closesAt,
    punches: [
      punched('in', '2026-01-01 00:00', { at: instantAt(asked.day, first) }),
      punched('out', '2026-01-01 00:00', { at: instantAt(asked.day, last) }),
    ],
  });
  const clock = fc.integer({ min: 400, max: 1_900 });
  fc.assert(
    fc.property(question, clock, clock, fc.integer({ min: 0, max: 300 }), (asked, a, b, more) => {
      const [first, last] = [Math.min(a, b), Math.max(a, b)];
      const base = pair(asked, first, last);
      expect(minutesOf(pair(asked, first + more, last + more + 1), 'late')).toBeGreaterThanOrEqual(
        minutesOf(base, 'late'),
      );
      expect(minutesOf(pair(asked, first, last + more), 'early')).toBeLessThanOrEqual(
        minutesOf(base, 'early'),
      );
    }),
    RUNS,
  );
});

test('nobody worked longer than between the first and the last punch', () => {
  fc.assert(
    fc.property(question, (asked) => {
      const { in: first, out: last } = countingPunches(asked.punches);
      const span = first && last ? Math.max(0, last.at - first.at) / 60_000 : 0;
      const { workedMinutes } = dayStatus(asked);
      expect(workedMinutes).toBeGreaterThanOrEqual(0);
      expect(workedMinutes).toBeLessThanOrEqual(span);
    }),
    RUNS,
  );
});

test('more leave never adds lateness or absence', () => {
  fc.assert(
    fc.property(question, (asked) => {
      const over = { ...asked, now: asked.closesAt };
      const [start, end] = [asked.shift?.start ?? 0, asked.shift?.end ?? 0];
      const whole = leaveOn(asked.day, start, end);
      const { marks } = dayStatus({ ...over, covers: [whole] });
      for (const kind of ['late', 'early', 'missing', 'absent'] as const)
        expect(has(marks, kind)).toBe(false);
    }),
    RUNS,
  );
});

test('every figure of every reason is there', () => {
  fc.assert(
    fc.property(question, (asked) => {
      const { reasons } = dayStatus(asked);
      expect(reasons.length).toBeGreaterThan(0);
      expectFigures(reasons);
    }),
    RUNS,
  );
});

test('a punch is a clock-in only if none was made before it', () => {
  fc.assert(
    fc.property(question, fc.integer({ min: 0, max: 3_000 }), (asked, minute) => {
      const end = isWorking(asked.kind.kind) && asked.shift ? instantAt(asked.day, asked.shift.end) : null;
      const now = instantAt(asked.day, minute);
      const next = nextSlot(asked.punches, end, now);
      if (next.slot === 'in') for (const { at } of asked.punches) expect(at).toBeGreaterThan(now);
      expect(next.update).toBe(next.slot === 'out' && countingPunches(asked.punches).out !== null);
      if (asked.punches.length === 0) expect(next.slot === 'out').toBe(end !== null && now >= end);
    }),
    RUNS,
  );
});
