import type { KeyResult, Objective } from '#contracts/goal';
import {
  addsToParent,
  type Contribution,
  keyResultProgress,
  objectiveProgress,
  type Standings,
  sheetProgress,
} from '../../../../cloudfunctions/goals/domain/objective-progress';
import { expectedShare, workdaysLate } from '../../../../miniprogram/common/goals/expected';
import { FULL, percentText } from '../../../../miniprogram/common/goals/share';

const percent = (id: string, weight: number): KeyResult => ({
  id,
  title: id,
  measure: { kind: 'percent' },
  weight,
  source: 'own',
});
const objective = (keyResults: readonly KeyResult[], alignedWeight = 0, weight = 100): Objective => ({
  id: 'o',
  title: 'o',
  weight,
  keyResults,
  alignedWeight,
  alignedTo: [],
  state: 'active',
});
const values = (
  figures: Readonly<Record<string, number | null>>,
  parts: Standings['parts'] = {},
): Standings => ({
  own: Object.fromEntries(Object.entries(figures).map(([id, value]) => [id, { value }])),
  parts,
});
const part = (share: number, more: Partial<Contribution> = {}): Contribution => ({
  weight: 1,
  share: share * (FULL / 100),
  value: null,
  hasData: true,
  rev: 1,
  ...more,
});
const countedOf = (of: Objective, standings: Standings) => {
  const { counted } = objectiveProgress(of, standings);
  return counted === null ? null : percentText(counted);
};

describe('how far an objective is', () => {
  // Vectors of Horilla, Lattice, Hirebook and ServiceNow.
  test.each([
    ['more than all counts as all before the mean is taken', { a: [50, 150], b: [50, 50] }, '75'],
    ['three equal ones of which one is done', { a: [34, 100], b: [33, 0], c: [33, 0] }, '34'],
    ['weights of four to one', { a: [80, 50], b: [20, 100] }, '60'],
    ['weights of two to three', { a: [40, 40], b: [60, 20] }, '28'],
  ] as const)('%s', (_, rows, expected) => {
    const all = Object.entries(rows) as [string, readonly [number, number]][];
    const keyResults = all.map(([id, [weight]]) => ({
      ...percent(id, weight),
      measure: { kind: 'raise', start: 0, target: 100, unit: '' } as const,
    }));
    const figures = Object.fromEntries(all.map(([id, [, value]]) => [id, value]));
    expect(countedOf(objective(keyResults), values(figures))).toBe(expected);
  });

  test('a figure that has to rise and one that has to fall count alike, each the way it is to go', () => {
    const rows = [
      { ...percent('sales', 50), measure: { kind: 'raise', start: 100, target: 200, unit: '' } },
      { ...percent('complaints', 50), measure: { kind: 'lower', start: 8, target: 4, unit: '' } },
    ] satisfies KeyResult[];
    const counted = (sales: number, complaints: number) =>
      countedOf(objective(rows), values({ sales, complaints }));
    expect(counted(150, 6)).toBe('50');
    expect(counted(200, 8)).toBe('50');
    expect(counted(100, 4)).toBe('50');
    expect(counted(200, 10)).toBe('50');
  });

  test('steps, a limit, a yes and a percentage count beside figures', () => {
    const kinds = [
      {
        ...percent('steps', 25),
        measure: { kind: 'milestones', milestones: [{ id: 'm', title: 'm', weight: 100 }] },
      },
      { ...percent('limit', 25), measure: { kind: 'keep-below', limit: 3, unit: '%' } },
      { ...percent('yes', 25), measure: { kind: 'yes-no' } },
      percent('percent', 25),
    ] satisfies KeyResult[];
    const own = {
      steps: { value: null, done: ['m'] },
      limit: { value: 2, inside: 1, counted: 2 },
      yes: { value: 1 },
      percent: { value: 10 },
    };
    expect(countedOf(objective(kinds), { own, parts: {} })).toBe('65');
  });

  test('one own key result and four aligned objectives of which one is done is a fifth', () => {
    const parts = { o: { w: part(100), x: part(0), y: part(0), z: part(0) } };
    expect(countedOf(objective([percent('a', 20)], 80), values({ a: 0 }, parts))).toBe('20');
  });

  test('what has no data counts nothing, and the mean of the rest is known', () => {
    const { counted, withData } = objectiveProgress(
      objective([percent('a', 50), percent('b', 50)]),
      values({ a: 80, b: null }),
    );
    expect([percentText(counted ?? 0), percentText(withData ?? 0)]).toEqual(['40', '80']);
  });

  test('without anything to measure it is left out of the mean above', () => {
    const empty = { ...objective([]), weight: 50 };
    expect(countedOf(empty, values({}))).toBeNull();
    const other = { ...objective([percent('a', 100)]), weight: 50 };
    const { counted } = sheetProgress([empty, other], values({ a: 60 }));
    expect(percentText(counted ?? 0)).toBe('60');
  });

  test('only active objectives count in a sheet', () => {
    const dropped = { ...objective([percent('a', 100)]), state: 'dropped' as const };
    expect(sheetProgress([dropped], values({ a: 60 }))).toEqual({ counted: null, withData: null });
  });

  test('a figure that was broken down is the sum of its parts, to the digit', () => {
    const sum: KeyResult = {
      ...percent('a', 100),
      source: 'sum',
      measure: { kind: 'raise', start: 0, target: 1_000, unit: '位' },
    };
    const parts = {
      a: { x: part(0, { value: 0.1 }), y: part(0, { value: 0.2 }), z: part(0, { hasData: false }) },
    };
    expect(keyResultProgress(sum, values({}, parts)).raw).toBe(300_000);
    expect(keyResultProgress(sum, values({})).note).toBe('no-data');
  });

  test('a key result by what is aligned to it is their mean by weight', () => {
    const mean: KeyResult = { ...percent('a', 100), source: 'mean' };
    const parts = { a: { x: part(50, { weight: 2 }), y: part(80) } };
    expect(keyResultProgress(mean, values({}, parts)).counted).toBe(0.6 * FULL);
    expect(keyResultProgress(mean, values({}, { a: { x: part(0, { hasData: false }) } })).note).toBe(
      'no-data',
    );
  });

  test('finishing one of three equal parts of a key result that counts half adds a sixth', () => {
    const adds = addsToParent({ weight: 50, part: { weight: 1, share: 0 }, parts: 3 });
    expect(percentText(adds)).toBe('16.7');
    expect(addsToParent({ weight: 50, part: { weight: 1, share: FULL }, parts: 3 })).toBe(0);
  });
});

describe('whether somebody is late', () => {
  test('half of the month should be done in the middle of it', () => {
    expect(percentText(expectedShare({ workdays: 22, gone: 11 }))).toBe('50');
    expect(expectedShare({ workdays: 22, gone: 30 })).toBe(FULL);
  });

  test.each([
    ['80 % on day 18 of 20 was due two days ago', 80, 20, 18, 2],
    ['what is due today is not late', 90, 20, 18, 0],
    ['what is due in two days is early', 100, 20, 18, -2],
    ['nothing done is late by all that has gone', 0, 20, 5, 5],
    ['a third, due on day 7 of 21', 100 / 3, 21, 7, 0],
    ['after the end no further day is counted', 95, 20, 30, 1],
  ] as const)('%s', (_, share, workdays, gone, late) => {
    expect(workdaysLate(Math.round(share * (FULL / 100)), { workdays, gone })).toBe(late);
  });
});
