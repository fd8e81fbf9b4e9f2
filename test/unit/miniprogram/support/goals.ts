import type { Day, Instant } from '#contracts/common';
import type { CycleBrief, Measure } from '#contracts/goal';
import type { GoalsContract, KeyResultView, ObjectiveView, SheetView } from '#contracts/goals';
import { progressOf } from '../../../../miniprogram/common/goals/progress';

/** A month of 20 workdays, of which half are over. */
export const DAYS = { workdays: 20, gone: 10 };
export const CYCLE = {
  ...{ id: '2026-11', kind: 'month', from: '2026-11-01' as Day, to: '2026-11-30' as Day, state: 'running' },
} as const satisfies CycleBrief;

export const raise = (start: number, target: number, unit = '单'): Measure => ({
  ...{ kind: target > start ? 'raise' : 'lower', start, target, unit },
});

/** A key result of ten deals as the server shows it; its progress is that of its standing. */
export function keyResult(more: Partial<KeyResultView> = {}): KeyResultView {
  const { measure = raise(0, 10), standing = { value: null } } = more;
  const { counted, note } = progressOf(measure, standing);
  return {
    ...{ id: 'deals', title: '成交单数', measure, weight: 100, source: 'own', standing },
    ...{ progress: counted, hasData: note !== 'no-data', parts: 0, last: null },
    ...more,
  };
}

export const objective = (more: Partial<ObjectiveView> = {}): ObjectiveView => ({
  ...{ id: 'own', title: '多成交', weight: 100, keyResults: [keyResult()], alignedWeight: 0, alignedTo: [] },
  ...{ state: 'active', progress: 0, withData: null, above: [], parts: 0 },
  ...more,
});

export const sheet = (more: Partial<SheetView> = {}): SheetView => ({
  ...{
    id: '2026-11:p-E0001',
    owner: { kind: 'person', id: 'E0001' },
    name: { 'zh-CN': '李梅', en: 'Li Mei' },
  },
  ...{ rev: 1, isClosed: false, canEdit: true, canReport: true, canPush: false, progress: 0, withData: null },
  objectives: [objective()],
  amendments: [],
  proposals: [],
  ...more,
});

type Home = GoalsContract['home']['output'];

export const home = (more: Partial<Home> = {}): Home => ({
  ...{ cycle: CYCLE, cycles: [CYCLE], days: DAYS, today: '2026-11-16' as Day, sheet: sheet() },
  ...{ report: null, memory: [], hasTeam: false, review: null },
  ...more,
});

export const NOON = Date.parse('2026-11-16T12:00:00+08:00') as Instant;
export const PERSON = { id: 'E0001', name: '李梅', nameEn: 'Li Mei' };
export const OFFLINE = { code: 'OFFLINE', data: {}, requestId: '' } as const;
