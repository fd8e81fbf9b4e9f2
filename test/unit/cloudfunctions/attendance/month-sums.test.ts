import type { Minutes } from '#contracts/common';
import type { OpenPunch } from '#contracts/settlement';
import { addToSums, NO_SUMS } from '../../../../cloudfunctions/attendance/domain/month-sums';
import type { SettledFigures } from '../../../../cloudfunctions/attendance/domain/settled-month';
import { day } from '../support/rules';

const NOTHING = {
  attended: 0,
  late: 0,
  lateMinutes: 0,
  early: 0,
  earlyMinutes: 0,
  missing: 0,
  absent: 0,
  leave: 0,
  trip: 0,
  field: 0,
};
const month = (more: Partial<SettledFigures> = {}): SettledFigures => ({
  totals: NOTHING,
  workedMinutes: 0 as Minutes,
  days: [],
  rules: [],
  ...more,
});
const overtime = (...minutes: number[]) => ({
  leave: [],
  corrections: 0,
  overtime: minutes.map((each) => ({ payClass: 150, compensation: 'pay', minutes: each }) as const),
});
const open = (...kinds: OpenPunch['kind'][]) =>
  kinds.map((kind): OpenPunch => ({ day: day('2026-11-02'), kind, slot: 'in' }));

test('a company where nobody is settled has sums of nothing', () => {
  expect(addToSums(NO_SUMS, [])).toEqual({
    totals: NOTHING,
    overtimeMinutes: 0,
    corrections: 0,
    openPeople: 0,
    unconfirmed: 0,
  });
});

test('two people are added to those before them', () => {
  const before = {
    totals: { ...NOTHING, attended: 20, late: 1 },
    overtimeMinutes: 30,
    corrections: 2,
    openPeople: 3,
    unconfirmed: 4,
  };
  const one = month({
    totals: { ...NOTHING, attended: 18.5, leave: 2.5, earlyMinutes: 7 },
    pay: { ...overtime(120, 60), corrections: 1 },
    open: open('missing', 'unconfirmed', 'unconfirmed'),
  });
  const other = month({ totals: { ...NOTHING, late: 2 }, pay: overtime(90), open: open() });
  expect(addToSums(before, [one, other])).toEqual({
    totals: { ...NOTHING, attended: 38.5, late: 3, leave: 2.5, earlyMinutes: 7 },
    overtimeMinutes: 300,
    corrections: 3,
    openPeople: 4,
    unconfirmed: 6,
  });
});

test('whoever was settled before a figure was kept counts as none', () => {
  const { earlyMinutes: _, ...totals } = NOTHING;
  const old = month({ totals: { ...totals, attended: 21 } });
  expect(addToSums({ ...NO_SUMS, totals: { ...totals, attended: 1 } }, [old])).toEqual({
    ...NO_SUMS,
    totals: { ...NOTHING, attended: 22 },
  });
});
