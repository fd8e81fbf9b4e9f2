import fc from 'fast-check';
import type { Day, Month } from '#contracts/common';
import {
  countChanges,
  type Days,
  daysOf,
  mondaysOf,
  needsMonthBefore,
  OFF,
  type Paint,
  painted,
  paintedRow,
  rebased,
  rowsToSave,
  savedRows,
  sourceMondays,
  weekPaints,
  withDays,
  withPaints,
} from '../../../../../miniprogram/features/schedule/roster.model';
import { addDays } from '../../../../../miniprogram/utils/dates';
import { day, NOVEMBER, row } from './support';

const entries = fc.constantFrom<Paint>('SH-DAY', 'SH-NIGHT', OFF, null);
const dates = fc.constantFrom(...daysOf(NOVEMBER));
const months = fc
  .tuple(fc.integer({ min: 2024, max: 2030 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}` as Month);
const rosters = fc
  .dictionary(dates, fc.constantFrom('SH-DAY', 'SH-NIGHT', OFF), { maxKeys: 30 })
  .map((days) => days as Days);

test('a month has its days', () => {
  expect(daysOf('2026-02' as Month)).toHaveLength(28);
  expect(daysOf('2024-02' as Month)).toHaveLength(29);
  expect(daysOf(NOVEMBER)).toHaveLength(30);
});

test('painting several days in a row stays within the month', () => {
  expect(Object.keys(paintedRow({}, NOVEMBER, day(28), 9, OFF))).toEqual([day(28), day(29), day(30)]);
  expect(paintedRow({ [day(3)]: 'SH-DAY' }, NOVEMBER, day(2), 3, null)).toEqual({});
});

test('painting changes the days that it is for and no other', () => {
  fc.assert(
    fc.property(rosters, dates, fc.integer({ min: 1, max: 31 }), entries, (days, from, count, paint) => {
      const after = paintedRow(days, NOVEMBER, from, count, paint);
      for (const each of daysOf(NOVEMBER)) {
        const isMeant = each >= from && each < addDays(from, count);
        expect(after[each] ?? null).toBe(isMeant ? paint : (days[each] ?? null));
      }
    }),
  );
});

test('what is painted back is no change', () => {
  fc.assert(
    fc.property(rosters, dates, entries, (days, at, paint) => {
      const rows = [row('E1', { days, rev: 4 }), row('E2')];
      const drafts = withDays(rows, {}, 'E1', painted(days, at, paint));
      const back = withDays(rows, drafts, 'E1', painted(drafts.E1 ?? days, at, days[at] ?? null));
      expect(back).toEqual({});
      expect(countChanges(rows, drafts)).toEqual(
        (days[at] ?? null) === paint ? { people: 0, days: 0 } : { people: 1, days: 1 },
      );
    }),
  );
});

test('only people who were changed are sent, with what was read of them, and are up to date afterwards', () => {
  const rows = [row('E1', { rev: 4 }), row('E2')];
  const drafts = withDays(rows, {}, 'E1', { [day(2)]: OFF });
  expect(rowsToSave(rows, drafts)).toEqual([{ employeeId: 'E1', rev: 4, days: { [day(2)]: OFF } }]);
  const saved = savedRows(rows, drafts, [{ employeeId: 'E1', rev: 5 }]);
  expect(saved).toEqual([row('E1', { rev: 5, days: { [day(2)]: OFF } }), row('E2')]);
});

describe('copying a week', () => {
  test('begins with the week before the month', () => {
    expect(mondaysOf(NOVEMBER)[0]).toBe('2026-10-26');
    expect(sourceMondays(NOVEMBER)[0]).toBe('2026-10-19');
    expect(needsMonthBefore(NOVEMBER, '2026-10-26' as Day)).toBe(true);
    expect(needsMonthBefore(NOVEMBER, '2026-11-02' as Day)).toBe(false);
  });

  test('takes the days of the month before from its rows, and writes none of them', () => {
    const october = [row('E1', { days: { ['2026-10-26' as Day]: 'SH-NIGHT', ['2026-10-31' as Day]: OFF } })];
    const rows = [row('E1', { days: { [day(1)]: 'SH-DAY', [day(4)]: OFF } })];
    const onto = (to: string) =>
      weekPaints(NOVEMBER, rows, {}, october, { from: '2026-10-26' as Day, to: to as Day, person: '' });
    expect(onto('2026-11-02')).toEqual({
      E1: {
        [day(2)]: 'SH-NIGHT',
        [day(3)]: null,
        [day(4)]: null,
        [day(5)]: null,
        [day(6)]: null,
        [day(7)]: OFF,
        [day(8)]: 'SH-DAY',
      },
    });
    expect(Object.keys(onto('2026-11-30').E1 ?? {})).toEqual([day(30)]);
    expect(Object.keys(onto('2026-10-26').E1 ?? {})).toEqual([day(1)]);
  });

  test('for one person leaves the others alone', () => {
    const rows = [row('E1', { days: { [day(16)]: OFF } }), row('E2', { days: { [day(16)]: OFF } })];
    const paints = weekPaints(NOVEMBER, rows, {}, [], { from: day(16), to: day(23), person: 'E2' });
    expect(Object.keys(paints)).toEqual(['E2']);
    expect(withPaints(rows, {}, paints)).toEqual({ E2: { [day(16)]: OFF, [day(23)]: OFF } });
  });

  test('makes the two weeks the same wherever both are in the month, and changes nothing else', () => {
    fc.assert(
      fc.property(
        rosters,
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 0, max: 5 }),
        (days, source, target) => {
          const mondays = mondaysOf(NOVEMBER);
          const [from, to] = [mondays[source] ?? day(2), mondays[target] ?? day(2)];
          const rows = [row('E1', { days })];
          const paints = weekPaints(NOVEMBER, rows, {}, [], { from, to, person: '' });
          const after = withPaints(rows, {}, paints).E1 ?? days;
          for (const each of daysOf(NOVEMBER)) {
            const isTarget = each >= to && each < addDays(to, 7);
            const mirror = addDays(
              from,
              daysOf(NOVEMBER).indexOf(each) - daysOf(NOVEMBER).indexOf(day(1)) - offset(to),
            );
            expect(after[each]).toBe(isTarget ? days[mirror] : days[each]);
          }
        },
      ),
    );
  });

  test('every week of every month is listed once', () => {
    fc.assert(
      fc.property(months, (month) => {
        const mondays = mondaysOf(month);
        const covered = mondays.flatMap((monday) => [0, 1, 2, 3, 4, 5, 6].map((at) => addDays(monday, at)));
        expect(daysOf(month).every((each) => covered.includes(each))).toBe(true);
        expect(new Set(covered).size).toBe(covered.length);
        expect(sourceMondays(month)).toHaveLength(mondays.length + 1);
      }),
    );
  });
});

/** Days from the first of November to a Monday, negative before it. */
const offset = (monday: Day): number => (Date.parse(monday) - Date.parse(day(1))) / 86_400_000;

describe('somebody else was faster', () => {
  test('their days come in, one’s own stay, and both are told', () => {
    const before = [row('E1', { rev: 1, days: { [day(1)]: OFF } }), row('E2')];
    const drafts = { E1: { [day(1)]: OFF, [day(2)]: 'SH-DAY', [day(3)]: 'SH-DAY' } };
    const fresh = [
      row('E1', { rev: 2, days: { [day(1)]: 'SH-NIGHT', [day(2)]: 'SH-DAY', [day(3)]: OFF } }),
      row('E2', { rev: 5, days: { [day(9)]: OFF } }),
    ];
    const { drafts: next, clashes } = rebased(before, drafts, fresh);
    expect(next).toEqual({ E1: { [day(1)]: 'SH-NIGHT', [day(2)]: 'SH-DAY', [day(3)]: 'SH-DAY' } });
    expect(clashes).toEqual([{ row: fresh[0], adopted: [day(1)], kept: [day(3)] }]);
    expect(rowsToSave(fresh, next)).toEqual([{ employeeId: 'E1', rev: 2, days: next.E1 }]);
  });

  test('nothing that was entered is lost, and nothing of theirs is undone', () => {
    fc.assert(
      fc.property(rosters, rosters, rosters, (base, mine, theirs) => {
        const before = [row('E1', { rev: 1, days: base })];
        const fresh = [row('E1', { rev: 2, days: theirs })];
        const drafts = withDays(before, {}, 'E1', mine);
        const next = rebased(before, drafts, fresh).drafts.E1 ?? theirs;
        for (const each of daysOf(NOVEMBER)) {
          const isMine = base[each] !== mine[each];
          expect(next[each]).toBe(isMine && drafts.E1 ? mine[each] : theirs[each]);
        }
      }),
    );
  });
});
