import fc from 'fast-check';
import type { Day, Instant, Month } from '#contracts/common';
import { type AccountSpan, emptyAccount } from '../../cloudfunctions/accounts/domain/account';
import type { AttendanceDay } from '../../cloudfunctions/attendance/domain/attendance-day';
import { dayReport } from '../../cloudfunctions/attendance/domain/day-report';
import { figuresOf, monthTotals } from '../../cloudfunctions/attendance/domain/month-totals';
import type { Punch } from '../../cloudfunctions/attendance/domain/punch';
import { settlePerson } from '../../cloudfunctions/attendance/domain/settle-person';
import { settledDay } from '../../cloudfunctions/attendance/domain/settled-day';
import { type Schedule, scheduleOf } from '../../cloudfunctions/schedule/domain/schedule';
import type { ShiftTemplate } from '../../cloudfunctions/schedule/domain/shift';
import { addDays, daysOfMonth, instantAt } from '../../cloudfunctions/shared/calendar/company-time';
import type { CalendarOverride } from '../../cloudfunctions/shared/calendar/day-kind';
import { day, dayShift, nightShift, punched, words } from '../unit/cloudfunctions/support/rules';

/** The settlement takes days from each other that are alike; the explanation works every day out by itself. */
const RUNS = { numRuns: 2_000 };

const flexible: ShiftTemplate = {
  ...dayShift,
  _id: 'SH-FLEX',
  kind: 'flexible',
  start: 480,
  end: 1_200,
  requiredMinutes: 480,
  core: { start: 600, end: 960 },
  flexMinutes: 0,
};
const split: ShiftTemplate = {
  ...dayShift,
  _id: 'SH-SPLIT',
  breaks: [{ start: 720, end: 841, punched: true }],
};
const newer: ShiftTemplate = { ...dayShift, version: 4, start: 570, flexMinutes: 0 };
const shifts = [dayShift, nightShift, flexible, split, newer];

const MONTH_DAYS = daysOfMonth('2026-10' as Month);
const overrides: CalendarOverride[] = [{ day: day('2026-10-15'), kind: 'company', name: words('Founding') }];

function planOf(shift: ShiftTemplate, more: { hiredOn?: Day; roster?: Map<Day, string> } = {}): Schedule {
  const { hiredOn = day('2026-01-05'), roster } = more;
  const assignment = {
    from: day('2026-01-05'),
    shiftId: shift._id,
    siteIds: [],
    fieldPolicy: 'free' as const,
  };
  const person = { hiredOn, leftOn: null, assignments: [assignment] };
  return scheduleOf(person, new Map([[shift._id, shift]]), overrides, roster);
}

/** A few plans, so that the days of one are met by those of another. */
const plans = shifts.flatMap((shift) => [
  planOf(shift),
  planOf(shift, { hiredOn: day('2026-10-14') }),
  planOf(shift, { roster: new Map(MONTH_DAYS.map((each, at) => [each, at % 3 === 0 ? 'off' : shift._id])) }),
]);

/** Close to the borders at which the rules change, and in breaks; to the second and below. */
const instants = fc
  .tuple(
    fc.constantFrom(
      -61,
      539,
      540,
      569,
      570,
      571,
      599,
      629,
      720,
      730,
      779,
      780,
      781,
      1_020,
      1_080,
      1_081,
      1_110,
    ),
    fc.constantFrom(0, 1, 29_999, 30_000, 30_001, 59_999),
  )
  .chain(([minute, ms]) => fc.constantFrom(0, 780).map((later) => (minute + later) * 60_000 + ms));
const punchesOn = (on: Day): fc.Arbitrary<Punch[]> =>
  fc
    .array(
      fc.record({
        ms: instants,
        slot: fc.constantFrom('in' as const, 'out' as const),
        kind: fc.constantFrom('gps', 'gps', 'gps', 'gps', 'field', 'waits', 'late'),
      }),
      { maxLength: 3 },
    )
    .map((list) =>
      list.map(({ ms, slot, kind }, index) => {
        const at = (instantAt(on, 0) + ms) as Instant;
        const tappedAt = (kind === 'late' ? at - 4_000_000 : at) as Instant;
        const flags: Punch['flags'] =
          kind === 'waits' ? ['field', 'needs-approval'] : kind === 'late' ? ['late-arrival'] : [];
        const mode = kind === 'field' || kind === 'waits' ? 'field' : 'gps';
        return punched(slot, '2026-01-01 00:00', { key: `key-${index}`, at, tappedAt, mode, flags });
      }),
    );

const spansOn = (on: Day): fc.Arbitrary<AccountSpan[]> =>
  fc.array(
    fc
      .record({
        kind: fc.constantFrom<AccountSpan['kind']>('leave', 'trip', 'overtime', 'correction', 'field'),
        state: fc.constantFrom<AccountSpan['state']>('open', 'approved', 'rejected'),
        move: fc.integer({ min: -2, max: 2 }),
        start: fc.constantFrom(540, 600, 780),
      })
      .map(({ kind, state, move, start }, index = 0) => ({
        requestId: `R${index}${kind}`,
        kind,
        state,
        name: words(kind),
        day: addDays(on, move),
        from: instantAt(addDays(on, move), start),
        to: instantAt(addDays(on, move), 1_080),
        minutes: 240,
        perDay: { [addDays(on, move)]: 240 },
        ...(kind === 'correction' ? { slot: 'in' as const } : {}),
        ...(kind === 'field' ? { punchKey: 'key-0' } : {}),
      })),
    { maxLength: 2 },
  );

const storedOn = (on: Day): fc.Arbitrary<AttendanceDay | null> =>
  fc.option(
    fc
      .record({
        punches: punchesOn(on),
        shift: fc.constantFrom(null, null, ...shifts),
        covered: fc.integer({ min: 0, max: 9 }),
      })
      .map(({ punches, shift, covered }) => ({
        _id: `E1:${on}`,
        employeeId: 'E1',
        day: on,
        rev: 1,
        shift,
        punches,
        covers:
          covered === 0
            ? [{ kind: 'leave' as const, name: words('x'), from: instantAt(on, 540), to: instantAt(on, 720) }]
            : [],
      })),
  );

const question = fc.constantFrom(...MONTH_DAYS).chain((on) =>
  fc.record({
    on: fc.constant(on),
    plan: fc.constantFrom(...plans),
    stored: storedOn(on),
    spans: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: spansOn(on) }),
    now: fc.constantFrom(1_500, 2_000, 2_879, 2_880, 9_000).map((minute) => instantAt(on, minute)),
  }),
);

test('a settled day is the explained day, whatever other days are known', () => {
  fc.assert(
    fc.property(question, ({ on, plan, stored, spans, now }) => {
      const report = dayReport(on, plan, stored, now, spans);
      const { state, workedMinutes, rule } = report;
      expect(settledDay(on, plan, stored, now, spans)).toEqual({
        state,
        workedMinutes,
        figures: figuresOf(report),
        open: report.marks.flatMap((mark) =>
          mark.kind === 'missing' || mark.kind === 'unconfirmed'
            ? [{ kind: mark.kind, slot: mark.slot }]
            : [],
        ),
        rule: { id: rule.id, version: rule.version },
      });
    }),
    RUNS,
  );
});

test('days that differ in seconds alone are told apart where it matters', () => {
  const SECONDS = [0, 1, 29_999, 30_000, 30_001, 59_999];
  const on = day('2026-10-12');
  const now = instantAt(on, 9_000);
  const whole = [planOf(dayShift), planOf(flexible), planOf(nightShift)];
  const minutes = [
    [569, 1_081],
    [571, 730],
    [740, 1_081],
    [740, 741],
    [569, 569],
    [-61, 1_080],
  ] as const;
  let asked = 0;
  for (const plan of whole)
    for (const [first, last] of minutes)
      for (const inMs of SECONDS)
        for (const outMs of SECONDS) {
          const at = (minute: number, ms: number) => (instantAt(on, minute) + ms) as Instant;
          const [from, to] = [at(first, inMs), at(last, outMs)];
          const punches = [
            punched('in', '2026-01-01 00:00', { at: from, tappedAt: from }),
            punched('out', '2026-01-01 00:00', { at: to, tappedAt: to }),
          ];
          const stored = {
            _id: `E1:${on}`,
            employeeId: 'E1',
            day: on,
            rev: 2,
            shift: null,
            punches,
            covers: [],
          };
          const report = dayReport(on, plan, stored, now);
          const settled = settledDay(on, plan, stored, now, []);
          expect([first, inMs, last, outMs, settled.workedMinutes, settled.figures]).toEqual([
            first,
            inMs,
            last,
            outMs,
            report.workedMinutes,
            figuresOf(report),
          ]);
          asked += 1;
        }
  expect(asked).toBe(3 * 6 * 36);
});

test('a settled month is the explained month', () => {
  const month = fc.record({
    plan: fc.constantFrom(...plans),
    stored: fc.tuple(...MONTH_DAYS.map(storedOn)),
    spans: spansOn(day('2026-10-12')),
  });
  const now = instantAt(day('2026-11-03'), 0);
  fc.assert(
    fc.property(month, ({ plan, stored, spans }) => {
      const byDay = new Map(stored.flatMap((each) => (each ? [[each.day, each] as const] : [])));
      const account = {
        ...emptyAccount('E1'),
        spans: Object.fromEntries(spans.map((span, index) => [`R${index}`, span])),
      };
      const reports = MONTH_DAYS.map((on) => dayReport(on, plan, byDay.get(on) ?? null, now, spans));
      const settled = settlePerson({ plan, account, days: MONTH_DAYS, stored: byDay, latestEnd: 660 }, now);
      expect(settled.totals).toEqual(monthTotals(reports));
      expect(settled.workedMinutes).toBe(reports.reduce((sum, each) => sum + each.workedMinutes, 0));
      expect(settled.days).toEqual(
        reports.map(({ day: on, state, workedMinutes }) => ({ day: on, state, workedMinutes })),
      );
      expect(new Set(settled.rules.map(({ id, version }) => `${id}@${version}`))).toEqual(
        new Set(reports.map(({ rule }) => `${rule.id}@${rule.version}`)),
      );
    }),
    { numRuns: 100 },
  );
});
