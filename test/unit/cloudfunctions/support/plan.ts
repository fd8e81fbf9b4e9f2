import { feedbackKey } from './feedback-note';
import { CYCLE, metric, objective } from './goal-company';
import { employeeDocument, PEOPLE, type Who } from './request-company';

export const measure = (id: string, more: object = {}) => ({
  ...{ id, kind: 'step', text: `措施 ${id}`, dueOn: '2026-11-25' },
  ...more,
});

/** The input of a plan of somebody, with a new key. */
export const planOf = (who: Who, more: object = {}, input: object = {}) => ({
  ...{ key: feedbackKey(), employeeId: PEOPLE[who], rev: 0 },
  plan: {
    ...{ title: '减少客户投诉', from: '2026-11-16', until: '2026-12-15', metric: null },
    measures: [measure('m1')],
    ...more,
  },
  ...input,
});

/** Complaints of a hundred orders, typed in. */
export const COMPLAINTS = {
  ...{ name: '每百单投诉', unit: '起', better: 'less', source: '客服系统', keyResult: null, target: 3.5 },
  baseline: { value: 4, count: 200, from: '2026-10-01', to: '2026-10-31' },
};

/** A sheet with one key result that falls from four to three and stands at `value`. */
export const complaintsSheet = (cycleId: string, employeeId: string, value: number) => ({
  _id: `${cycleId}:p-${employeeId}`,
  ...{ cycleId, owner: { kind: 'person', id: employeeId }, tier: 0 },
  objectives: [
    {
      ...objective('o1', [
        metric('k1', 3, { title: '每百单投诉', measure: { kind: 'lower', start: 5, target: 3, unit: '起' } }),
      ]),
      state: 'active',
    },
  ],
  ...{ base: { k1: { value } }, log: [], archived: [], parts: {}, above: [], left: [], memory: [] },
  ...{ amendments: [], rev: 1, planRev: 1, revs: {}, state: 'open', rollUp: 'done', touchedAt: 1 },
});

export const OCTOBER = {
  ...{ _id: '2026-10', kind: 'month', from: '2026-10-01', to: '2026-10-31', state: 'closed', rev: 1 },
};
export const NOVEMBER = {
  ...{ _id: CYCLE, kind: 'month', from: '2026-11-01', to: '2026-11-30', state: 'running', rev: 1 },
};

/** Colleagues of the same job and department, with the figure before and after. */
export function team(figures: readonly (readonly [before: number, after: number])[]) {
  const ids = figures.map((_, index) => `T${String(index + 1).padStart(2, '0')}`);
  return {
    employees: ids.map((_id) => employeeDocument('peer', { _id })),
    goal_sheets: ids.flatMap((id, index) => {
      const [before = 0, after = 0] = figures[index] ?? [];
      return [complaintsSheet('2026-10', id, before), complaintsSheet(CYCLE, id, after)];
    }),
  };
}
