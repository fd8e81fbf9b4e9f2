import type { Day } from '#contracts/common';
import {
  type GroupMember,
  groupsOf,
  type KeyedTally,
} from '../../../../cloudfunctions/appraisal/domain/board-groups';
import { boardRow } from '../../../../cloudfunctions/appraisal/domain/calibration';
import {
  comparedGroups,
  mergedByKey,
  sumOf,
} from '../../../../cloudfunctions/appraisal/domain/compared-groups';
import { recounted } from '../../../../cloudfunctions/appraisal/domain/recounted';
import type { StoredBoard } from '../../../../cloudfunctions/appraisal/domain/stored-result';
import { A_TO_D } from '../support/appraisal';

const END = '2026-11-30' as Day;
const LEAST = 5;
const member = (shown: number | null, more: Partial<GroupMember> = {}): GroupMember => ({
  ...{ hiredOn: '2024-12-01' as Day, managerId: 'M1', managerPoints: 80, shown, grade: 'B' },
  ...more,
});
const one = {
  ...member(80),
  counts: [
    { grade: 'A', count: 0 },
    { grade: 'B', count: 1 },
  ],
  row: boardRow({ personId: 'P', shown: 80, grade: 'B' }),
};
const tally = (key: string, people: number, mean: number): KeyedTally => ({
  ...{ key, people, hundredths: people * mean * 100 },
  counts: [{ grade: 'A', count: people }],
});
const compare = (...groups: readonly KeyedTally[]) => comparedGroups(groups, sumOf(groups), LEAST);

describe('what people add to the groups of their board', () => {
  it('is their score by unit and tenure, and what their manager gave by manager', () => {
    const { unit, tenure, raters } = groupsOf(
      [
        member(80.5, { grade: 'B' }),
        member(90, { grade: 'A', hiredOn: '2026-01-05' as Day, managerPoints: 100 }),
        member(70, { grade: null, managerId: 'M2', managerPoints: null }),
        member(null),
      ],
      A_TO_D,
      END,
    );
    expect(unit).toMatchObject({ people: 3, hundredths: 24_050 });
    expect(unit.counts.map(({ count }) => count)).toEqual([1, 1, 0, 0]);
    // Hired on December 1 of 2024: one whole year on November 30 of 2026.
    expect(tenure.map(({ key, people, hundredths }) => [key, people, hundredths])).toEqual([
      ['1', 2, 15_050],
      ['0', 1, 9_000],
    ]);
    expect(raters.map(({ key, people, hundredths }) => [key, people, hundredths])).toEqual([
      ['M1', 2, 18_000],
    ]);
  });

  it('follows a changed grade in every group', () => {
    const row = { ...boardRow({ personId: 'P', shown: 80, grade: 'B' }), after: 'A' };
    const board = { rev: 1, counts: one.counts, groups: groupsOf([member(80)], A_TO_D, END) };
    const { groups, rev } = recounted(board as unknown as StoredBoard, one, row, END);
    if (!groups) throw new Error('no groups');
    const counts = [groups.unit, ...groups.tenure, ...groups.raters].map((each) => each.counts[0]?.count);
    expect([counts, rev]).toEqual([[1, 1, 1], 2]);
    expect(groups.unit).toMatchObject({ people: 1, hundredths: 8_000 });
  });

  it('follows the score and the grade of a granted appeal', () => {
    const appealed = { shown: 86.5, grade: 'A' };
    const row = { ...boardRow({ personId: 'P', shown: 80, grade: 'B' }), appealed };
    const board = { rev: 1, counts: one.counts, groups: groupsOf([member(80)], A_TO_D, END) };
    const after = recounted(board as unknown as StoredBoard, one, row, END);
    expect(after.counts.map(({ count }) => count)).toEqual([1, 0]);
    expect(after.groups?.unit).toMatchObject({ people: 1, hundredths: 8_650 });
    // What the manager gave is not what was appealed.
    expect(after.groups?.raters).toMatchObject([{ key: 'M1', hundredths: 8_000 }]);
  });
});

describe('groups that are compared', () => {
  it('differ by their means as displayed, so that a table adds up', () => {
    // Exactly 4.11, which alone would be displayed as 4.1.
    const [first] = comparedGroups(
      [tally('a', 5, 85.45)],
      { people: 10, hundredths: 5 * 8_545 + 5 * 8_134 },
      LEAST,
    );
    expect(first).toMatchObject({ mean: 85.5, others: 81.3, difference: 4.2 });
  });

  it('have their mean beside that of everybody else', () => {
    expect(compare(tally('a', 5, 80), tally('b', 10, 71))).toMatchObject([
      { keys: ['a'], people: 5, mean: 80, others: 71, difference: 9 },
      { keys: ['b'], people: 10, mean: 71, others: 80, difference: -9 },
    ]);
  });

  it('are put together where they are too small', () => {
    expect(compare(tally('a', 4, 90), tally('b', 10, 71), tally('c', 3, 60))).toMatchObject([
      { keys: ['b'], people: 10 },
      { keys: ['c', 'a'], people: 7, counts: [{ grade: 'A', count: 7 }], mean: 77.1 },
    ]);
  });

  it('never leave a single small one that all others give away', () => {
    expect(compare(tally('a', 4, 90), tally('b', 10, 71), tally('c', 6, 60))).toMatchObject([
      { keys: ['b'], people: 10 },
      { keys: ['a', 'c'], people: 10, mean: 72 },
    ]);
  });

  it('are none where all together are too few, and stay in their order whatever their means are', () => {
    expect(compare(tally('a', 2, 90), tally('b', 2, 71))).toEqual([]);
    const ordered = compare(tally('x', 5, 60), tally('a', 5, 90), tally('m', 5, 75));
    expect(ordered.map(({ keys }) => keys[0])).toEqual(['x', 'a', 'm']);
  });

  it('say nothing of others who are too few', () => {
    const group = tally('a', 6, 80);
    const all = sumOf([group, tally('b', 4, 70)]);
    expect(comparedGroups([group], all, LEAST)).toMatchObject([{ mean: null, others: null }]);
  });

  it('are one for each key, whatever boards they come from', () => {
    const [one, ...others] = mergedByKey([tally('M1', 3, 80), tally('M2', 1, 70), tally('M1', 3, 90)]);
    expect(one).toMatchObject({ key: 'M1', people: 6, hundredths: 51_000 });
    expect(others).toHaveLength(1);
  });
});
