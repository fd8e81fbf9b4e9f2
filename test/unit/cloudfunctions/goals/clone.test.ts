import type { KeyResult, Objective } from '#contracts/goal';
import { clonedDraft } from '../../../../cloudfunctions/goals/domain/clone/cloned';
import { emptySheet } from '../../../../cloudfunctions/goals/domain/sheet';

const OWNER = { kind: 'person', id: 'E0001' } as const;
const shared: KeyResult = {
  ...{ id: 'part', title: '成交', weight: 100, source: 'sum', divided: 'earlier' },
  measure: { kind: 'raise', start: 0, target: 60, unit: '单' },
  partOf: { sheetId: '2026-10:d-D2', objectiveId: 'team', keyResultId: 'deals' },
};
const pushed: Objective = {
  ...{ id: 'own', title: '多成交', weight: 40, alignedWeight: 0, alignedTo: [], state: 'active' },
  ...{ keyResults: [shared], pushedBy: { id: 'E0002', name: '李梅', nameEn: 'Li Mei' } },
};
const source = { ...emptySheet('2026-10', OWNER, 0, 0 as never), objectives: [pushed] };
const target = emptySheet('2026-11', OWNER, 0, 0 as never);

test('a goal that was pushed or divided is copied as the own one, which is reported', () => {
  const copy = clonedDraft(pushed, { source, target, around: [], above: [] }, { raise: 0, fromLast: true });
  const { measure, title, weight } = shared;
  expect(copy).toEqual({
    ...{
      id: expect.stringMatching(/^[0-9a-f]{20}$/),
      title: '多成交',
      weight: 40,
      alignedWeight: 0,
      alignedTo: [],
    },
    keyResults: [{ id: expect.stringMatching(/^[0-9a-f]{20}$/), title, weight, measure, source: 'own' }],
  });
});

test('the copies of two months are two', () => {
  const of = (cycle: string) =>
    clonedDraft(
      pushed,
      { source: { ...source, _id: `${cycle}:p-E0001` }, target, around: [], above: [] },
      { raise: 0, fromLast: false },
    ).id;
  expect(of('2026-09')).not.toBe(of('2026-10'));
});
