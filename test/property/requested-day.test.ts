import fc from 'fast-check';
import type { Day } from '#contracts/common';
import type { AccountSpan } from '../../cloudfunctions/accounts/domain/account';
import { dayReport } from '../../cloudfunctions/attendance/domain/day-report';
import type { Punch } from '../../cloudfunctions/attendance/domain/punch';
import { scheduleOf } from '../../cloudfunctions/schedule/domain/schedule';
import { addDays, instantAt } from '../../cloudfunctions/shared/calendar/company-time';
import { day, dayShift, nightShift, punched, words } from '../unit/cloudfunctions/support/rules';

const RUNS = { numRuns: 1_000 };
const schedules = [dayShift, nightShift].map((shift) =>
  scheduleOf(
    {
      hiredOn: day('2020-01-01'),
      leftOn: null,
      assignments: [{ from: day('2020-01-01'), shiftId: shift._id, siteIds: [], fieldPolicy: 'approval' }],
    },
    new Map([[shift._id, shift]]),
    [],
  ),
);
const onDay: fc.Arbitrary<Day> = fc
  .integer({ min: 0, max: 729 })
  .map((offset) => addDays(day('2025-01-01'), offset));
const minutes = fc.integer({ min: -1_500, max: 3_500 });

const spanOn = (on: Day): fc.Arbitrary<AccountSpan> =>
  fc
    .record({
      kind: fc.constantFrom<AccountSpan['kind']>('leave', 'trip', 'overtime', 'correction', 'field'),
      state: fc.constantFrom<AccountSpan['state']>('open', 'approved', 'rejected'),
      slot: fc.constantFrom('in' as const, 'out' as const),
      start: minutes,
      length: fc.integer({ min: 0, max: 3_000 }),
      counted: fc.option(fc.integer({ min: 1, max: 480 })),
      key: fc.integer({ min: 0, max: 4 }),
    })
    .map(({ kind, state, slot, start, length, counted, key }) => ({
      requestId: `R${key}`,
      kind,
      state,
      name: words(kind),
      day: on,
      from: instantAt(on, start),
      to: instantAt(on, start + length),
      minutes: counted ?? 0,
      ...(counted === null ? {} : { perDay: { [on]: counted } }),
      ...(kind === 'correction' ? { slot } : {}),
      ...(kind === 'field' ? { punchKey: `key-${key}` } : {}),
    }));

const punchesOn = (on: Day): fc.Arbitrary<Punch[]> =>
  fc
    .array(
      fc
        .record({
          minute: minutes,
          slot: fc.constantFrom('in' as const, 'out' as const),
          waits: fc.boolean(),
        })
        .map(({ minute, slot, waits }) => ({ at: instantAt(on, minute), slot, waits })),
      { maxLength: 4 },
    )
    .map((list) =>
      list.map(({ at, slot, waits }, index) =>
        punched(slot, '2026-01-01 00:00', {
          key: `key-${index}`,
          at,
          tappedAt: at,
          ...(waits ? { mode: 'field' as const, flags: ['field' as const, 'needs-approval' as const] } : {}),
        }),
      ),
    );

const question = onDay.chain((on) =>
  fc.record({
    on: fc.constant(on),
    schedule: fc.constantFrom(...schedules),
    punches: punchesOn(on),
    spans: fc.array(spanOn(on), { maxLength: 5 }),
    now: fc.integer({ min: -3_000, max: 6_000 }).map((minute) => instantAt(on, minute)),
  }),
);
type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;
const report = ({ on, schedule, punches, spans, now }: Question) =>
  dayReport(
    on,
    schedule,
    { _id: `E1:${on}`, employeeId: 'E1', day: on, rev: 1, shift: null, punches, covers: [] },
    now,
    spans,
  );

test('what is not decided changes neither state nor minutes', () => {
  fc.assert(
    fc.property(question, (asked) => {
      const decided = asked.spans.filter(({ state }) => state !== 'open');
      const { state, workedMinutes, punches } = report(asked);
      const without = report({ ...asked, spans: decided });
      expect({ state, workedMinutes, punches }).toEqual({
        state: without.state,
        workedMinutes: without.workedMinutes,
        punches: without.punches,
      });
    }),
    RUNS,
  );
});

/** Sums of fractions end a little off. */
const ONE = 1 + 1e-9;

test('absence, leave and trips are fractions of a day that together are at most one', () => {
  fc.assert(
    fc.property(question, (asked) => {
      const { marks } = report(asked);
      const shares = marks.flatMap((mark) => ('days' in mark ? [mark.days] : []));
      const leave = marks.filter(({ kind }) => kind === 'leave' || kind === 'trip');
      for (const share of shares) {
        expect(share).toBeGreaterThan(0);
        expect(share).toBeLessThanOrEqual(1);
      }
      const sum = leave.reduce((total, mark) => total + ('days' in mark ? mark.days : 0), 0);
      expect(sum).toBeLessThanOrEqual(ONE);
      if (leave.every((mark) => 'minutes' in mark) && leave.length === 1)
        expect(shares.reduce((total, share) => total + share, 0)).toBeLessThanOrEqual(ONE);
    }),
    RUNS,
  );
});

test('a punch that waits or was rejected is worth as much as none, once the day is over for good', () => {
  fc.assert(
    fc.property(question, (running) => {
      // Until then a clock-in that waits for approval keeps the day running.
      const asked = { ...running, now: instantAt(running.on, 3 * 1_440) };
      const approved = asked.spans.flatMap(({ kind, state, punchKey }) =>
        kind === 'field' && state === 'approved' ? [punchKey] : [],
      );
      const counts = ({ flags, key }: Punch) => !flags.includes('needs-approval') || approved.includes(key);
      const only = report({ ...asked, punches: asked.punches.filter(counts) });
      const { state, workedMinutes } = report(asked);
      expect({ state, workedMinutes }).toEqual({ state: only.state, workedMinutes: only.workedMinutes });
    }),
    RUNS,
  );
});

test('every figure of every reason is there', () => {
  fc.assert(
    fc.property(question, (asked) => {
      for (const { data } of report(asked).reasons)
        for (const value of Object.values(data)) {
          expect(value === undefined || value === null || Number.isNaN(value)).toBe(false);
          if (typeof value === 'number') expect(Number.isInteger(value)).toBe(true);
        }
    }),
    RUNS,
  );
});
