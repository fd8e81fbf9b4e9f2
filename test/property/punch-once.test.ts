import fc from 'fast-check';
import type { Day, Instant } from '#contracts/common';
import type { PunchInput } from '#contracts/punch';
import { decidePunch, SAME_TAP_MS } from '../../cloudfunctions/attendance/domain/decide-punch';
import type { Punch, PunchedDay } from '../../cloudfunctions/attendance/domain/punch';
import { attendanceDayOf } from '../../cloudfunctions/schedule/domain/attendance-day-of';
import { addDays, instantAt } from '../../cloudfunctions/shared/calendar/company-time';
import { AppError } from '../../cloudfunctions/shared/errors/app-error';
import { at, dayShift, HQ, input, nightShift } from '../unit/cloudfunctions/support/rules';

const RUNS = { numRuns: 1_000 };
const START = at('2026-11-23 06:00');

/** A tap, and how often and how late it reaches the server: lost answers, queues, double taps. */
interface Tap {
  key: number;
  tapped: number;
  deliveries: number[];
}
const seconds = fc.integer({ min: 0, max: 200_000 });
const tap: fc.Arbitrary<Tap> = fc.record({
  key: fc.integer({ min: 0, max: 5 }),
  tapped: seconds,
  deliveries: fc.array(fc.integer({ min: 0, max: 4_000 }), { minLength: 1, maxLength: 4 }),
});

/** Every delivery of every tap, one after the other, through the rule and a store that holds days. */
function run(taps: readonly Tap[], shift: typeof dayShift) {
  const days = new Map<Day, Punch[]>();
  const answers: { input: PunchInput; now: Instant; punch: Punch; outcome: string }[] = [];
  const errors = new Set<string>();
  const deliveries = taps
    .flatMap((each) => each.deliveries.map((delay) => ({ each, now: START + (each.tapped + delay) * 1_000 })))
    .sort((a, b) => a.now - b.now);
  for (const { each, now } of deliveries) {
    const tappedAt = (START + each.tapped * 1_000) as Instant;
    const sent = input('2026-11-23 06:00', { punchKey: `key-${each.key}`.padEnd(16, '0'), tappedAt });
    const day = attendanceDayOf(now, () => shift);
    const claimedDay = attendanceDayOf(tappedAt, () => shift);
    const known: PunchedDay[] = [day, claimedDay, addDays(claimedDay, -1)]
      .filter((one, index, all) => all.indexOf(one) === index && days.has(one))
      .map((one) => ({ day: one, punches: days.get(one) ?? [] }));
    try {
      const decision = decidePunch({
        employeeId: 'E1',
        input: sent,
        now: now as Instant,
        day,
        claimedDay,
        days: known,
        sites: [HQ],
        trustMinutes: 30,
        fieldPolicy: 'free',
        workEnd: instantAt(day, shift.end),
      });
      if (decision.outcome === 'booked') days.set(day, [...(days.get(day) ?? []), decision.punch]);
      answers.push({ input: sent, now: now as Instant, punch: decision.punch, outcome: decision.outcome });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      errors.add(error.code);
    }
  }
  return { days, answers, errors };
}

const world = fc.tuple(fc.array(tap, { maxLength: 12 }), fc.constantFrom(dayShift, nightShift));

test('a key is booked at most once a day and answers the same punch ever after', () => {
  fc.assert(
    fc.property(world, ([taps, shift]) => {
      const { days, answers } = run(taps, shift);
      for (const punches of days.values())
        expect(new Set(punches.map(({ key }) => key)).size).toBe(punches.length);
      const first = new Map<string, Punch>();
      for (const { input: sent, punch } of answers) {
        const id = `${sent.punchKey}/${sent.tappedAt}`;
        if (punch.key !== sent.punchKey) continue;
        expect(punch).toEqual(first.get(id) ?? punch);
        first.set(id, punch);
      }
    }),
    RUNS,
  );
});

test('the taps behind the punches of one day are at least a minute apart', () => {
  fc.assert(
    fc.property(world, ([taps, shift]) => {
      for (const punches of run(taps, shift).days.values()) {
        const times = punches.map(({ tappedAt }) => tappedAt).sort((a, b) => a - b);
        times.slice(1).forEach((time, index) => {
          expect(time - (times[index] ?? 0)).toBeGreaterThanOrEqual(SAME_TAP_MS);
        });
      }
    }),
    RUNS,
  );
});

test('delivering everything once more books nothing', () => {
  fc.assert(
    fc.property(world, ([taps, shift]) => {
      const once = run(taps, shift);
      const twice = run(
        taps.map((each) => ({ ...each, deliveries: each.deliveries.flatMap((delay) => [delay, delay]) })),
        shift,
      );
      expect([...twice.days]).toEqual([...once.days]);
    }),
    RUNS,
  );
});

test('a day has one clock-in, and others only of taps before it', () => {
  fc.assert(
    fc.property(world, ([taps, shift]) => {
      for (const punches of run(taps, shift).days.values())
        punches.reduce((first, { slot, at, tappedAt, claim }) => {
          const time = claim ? tappedAt : at;
          if (slot === 'in') expect(time).toBeLessThan(first);
          return Math.min(first, time);
        }, Infinity);
    }),
    RUNS,
  );
});

test('booked is the server’s time, in the order of arrival', () => {
  fc.assert(
    fc.property(world, ([taps, shift]) => {
      const { answers, errors } = run(taps, shift);
      for (const { now, punch, outcome } of answers) if (outcome === 'booked') expect(punch.at).toBe(now);
      for (const code of errors) expect(['PUNCH_KEY_REUSED', 'PUNCH_TOO_LATE']).toContain(code);
    }),
    RUNS,
  );
});
