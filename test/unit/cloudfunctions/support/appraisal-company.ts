import type { AppraisalScheme } from '#contracts/appraisal';
import type { AppraisalCycle, AppraisalPerson } from '#contracts/appraisal-cycle';
import type { TestCloudOptions } from '../../../support/cloud';
import { part, schemeOf } from './appraisal';
import type { Answer, Company } from './company';
import { CYCLE as GOAL_CYCLE, MONTH } from './goal-company';
import { openidOf, openRequestCompany, PEOPLE, type Who } from './request-company';

export const APPRAISAL = `a-${GOAL_CYCLE}`;
const text = (words: string) => ({ 'zh-CN': words, en: words });

/** Goals alone, graded by thresholds. */
const GOALS_ONLY: AppraisalScheme = schemeOf([part('goals', 'goals', 100)]);

const cycleOf = (more: Partial<AppraisalCycle> = {}): AppraisalCycle =>
  ({
    _id: APPRAISAL,
    rev: 1,
    state: 'closing',
    template: 'office',
    createdBy: PEOPLE.hr,
    title: text('十一月考核'),
    goalCycleId: GOAL_CYCLE,
    from: '2026-11-01',
    to: '2026-11-30',
    scheme: GOALS_ONLY,
    review: null,
    departments: [],
    hiredUntil: '2026-11-01',
    answersUntil: '2026-12-03',
    appealDays: 5,
    training: [],
    startedAt: 1,
    closedAt: 2,
    publishedAt: null,
    cursor: '',
    amendments: [],
    ...more,
  }) as unknown as AppraisalCycle;

const personOf = (who: Who, departmentId: string, managerId: string | null): AppraisalPerson =>
  ({
    _id: `${APPRAISAL}:${PEOPLE[who]}`,
    cycleId: APPRAISAL,
    person: { id: PEOPLE[who], name: `员工${who}`, nameEn: `Person ${who}` },
    departmentId,
    departmentPath: departmentId === 'D1' ? [] : ['D1'],
    managerId,
    job: text('Engineer'),
    hiredOn: '2024-01-05',
    questionnaireId: null,
    reports: [],
  }) as unknown as AppraisalPerson;

/** A sheet whose closing review gave its only key result a score; null: nobody has confirmed it. */
const sheetOf = (who: Who, given: number | null) => ({
  _id: `${GOAL_CYCLE}:p-${PEOPLE[who]}`,
  cycleId: GOAL_CYCLE,
  owner: { kind: 'person', id: PEOPLE[who] },
  tier: 0,
  objectives: [
    {
      ...{
        id: 'o',
        title: '门店销售额提升 10 %',
        weight: 100,
        alignedWeight: 0,
        alignedTo: [],
        state: 'active',
      },
      keyResults: [
        {
          ...{ id: 'kr', title: '新增成交客户', weight: 100, source: 'own' },
          measure: { kind: 'raise', start: 0, target: 20, unit: '位' },
        },
      ],
    },
  ],
  base: { kr: { value: 14 } },
  ...{ log: [], archived: [], parts: {}, above: [], left: [], memory: [], amendments: [] },
  ...{ rev: 1, planRev: 1, revs: {}, state: 'closed', rollUp: 'done', touchedAt: 1 },
  review: {
    ...{ state: given === null ? 'handed-in' : 'confirmed', summary: '', comment: '', rev: 1 },
    scores: { kr: { own: 90, given } },
    ...{
      handedInAt: 1,
      confirmedBy: given === null ? null : PEOPLE.head,
      confirmedAt: given === null ? null : 2,
    },
  },
});

/** Scores of the closing review. */
const GIVEN: readonly (readonly [Who, number | null])[] = [
  ['staff', 84],
  ['peer', 91],
  ['other', 58],
  ['head', 88],
  ['elsewhere', 72],
  ['hr', 80],
  ['payroll', null],
];

const UNIT: Partial<Record<Who, readonly [string, string | null]>> = {
  staff: ['D2', PEOPLE.head],
  peer: ['D2', PEOPLE.head],
  other: ['D2', PEOPLE.head],
  head: ['D2', PEOPLE.boss],
  elsewhere: ['D3', PEOPLE.admin],
  hr: ['D1', PEOPLE.boss],
  payroll: ['D1', PEOPLE.boss],
};

export const appraisalSeed = (cycle: Partial<AppraisalCycle> = {}) => ({
  goal_cycles: [{ ...MONTH, state: 'closed' }],
  goal_sheets: GIVEN.map(([who, given]) => sheetOf(who, given)) as Record<string, unknown>[],
  appraisal_cycles: [cycleOf(cycle)] as unknown as Record<string, unknown>[],
  appraisal_people: GIVEN.map(([who]) => personOf(who, ...(UNIT[who] ?? ['D1', null]))) as unknown as Record<
    string,
    unknown
  >[],
});

type Call = { readonly requestId?: string; readonly now?: number };

export interface AppraisalActions {
  appraise(who: Who | 'stranger', action: string, input?: object, call?: Call): Promise<Answer>;
  /** Runs the timer. */
  run(): Promise<void>;
}

export const appraisalCompany = <C extends Company>(company: C): C & AppraisalActions => ({
  ...company,
  appraise: (who, action, input = {}, call = {}) =>
    company.act(openidOf(who), `appraisal.${action}`, input, call),
  run: () => company.timers.runNow('appraisal').then(() => undefined),
});

export const NOW = '2026-12-07T10:00:00+08:00';

export async function openAppraisalCompany(
  now = NOW,
  { seed = {}, ...options }: TestCloudOptions & { readonly cycle?: Partial<AppraisalCycle> } = {},
) {
  return appraisalCompany(
    await openRequestCompany(now, { seed: { ...appraisalSeed(), ...seed }, ...options }),
  );
}

/** Locks every board of the cycle as it is, and publishes. */
export async function publishAll(company: AppraisalActions): Promise<Answer> {
  const { data } = await company.appraise('hr', 'boards');
  for (const { unitId, rev } of data.boards)
    await company.appraise('hr', 'lockBoard', { cycleId: APPRAISAL, unitId, rev });
  return company.appraise('hr', 'publishResults', { cycleId: APPRAISAL });
}
