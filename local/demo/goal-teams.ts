/** One line of a team's goals: what each member is to reach, and how it is called. */
export interface TeamGoal {
  readonly department: string;
  readonly title: string;
  readonly result: string;
  readonly unit: string;
  /** Of each member. */
  readonly target: number;
  readonly quality: string;
}

export const TEAMS: readonly TeamGoal[] = [
  {
    department: 'D11',
    title: '按期交付版本',
    result: '完成需求',
    unit: '个',
    target: 20,
    quality: '线上缺陷',
  },
  { department: 'D12', title: '接口稳定', result: '完成接口', unit: '个', target: 15, quality: '线上故障' },
  { department: 'D21', title: '华北新客户', result: '成交客户', unit: '位', target: 12, quality: '客户投诉' },
  { department: 'D22', title: '华东新客户', result: '成交客户', unit: '位', target: 14, quality: '客户投诉' },
  { department: 'D23', title: '华南新客户', result: '成交客户', unit: '位', target: 10, quality: '客户投诉' },
];

export const PARENTS: readonly (readonly [department: string, title: string, keyResult: string])[] = [
  ['D10', '产品每月上新', '研发组的目标'],
  ['D20', '新增客户', '销售组的目标'],
];

/** The most complaints, defects or failures of a month. */
export const QUALITY_LIMIT = 3;

const mean = (id: string, title: string, weight: number) => ({
  ...{ id, title, weight, source: 'mean', measure: { kind: 'percent' } },
});

export const objective = (
  id: string,
  title: string,
  keyResults: readonly (object & { readonly id: string; readonly weight: number })[],
  alignedTo: readonly object[] = [],
) => ({
  ...{ id, title, weight: 100, keyResults, alignedWeight: 0, alignedTo },
});

const place = (cycleId: string, key: string, objectiveId: string, keyResultId: string) => ({
  ...{ sheetId: `${cycleId}:${key}`, objectiveId, keyResultId, weight: 1 },
});

/** The company's objective: half of it by each of the two departments. */
export const companyObjective = () =>
  objective(
    'company',
    '全年收入增长 30%',
    PARENTS.map(([department, title]) => mean(department, title, 50)),
  );

export const parentObjective = (
  cycleId: string,
  { department, title, keyResult }: Readonly<Record<'department' | 'title' | 'keyResult', string>>,
) => objective('main', title, [mean('teams', keyResult, 100)], [place(cycleId, 'c', 'company', department)]);

export const teamObjective = (cycleId: string, { title }: TeamGoal, parentId: string | null) =>
  objective(
    'team',
    title,
    [mean('members', '每个人的目标', 100)],
    [place(cycleId, `d-${parentId}`, 'main', 'teams')],
  );

/** What each member is to reach, and what is not to happen too often. */
export function memberObjective(
  cycleId: string,
  { department, title, result, unit, target, quality }: TeamGoal,
): ReturnType<typeof objective> {
  const results = [
    {
      ...{ id: 'result', title: result, weight: 70, source: 'own' },
      measure: { kind: 'raise', start: 0, target, unit },
    },
    {
      ...{ id: 'quality', title: quality, weight: 30, source: 'own' },
      measure: { kind: 'keep-below', limit: QUALITY_LIMIT, unit: '起' },
    },
  ];
  return objective('own', title, results, [place(cycleId, `d-${department}`, 'team', 'members')]);
}
