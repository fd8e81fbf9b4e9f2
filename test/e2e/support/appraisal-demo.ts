import type { EmbeddedCloud } from '../../../local/cloud';

type Cloud = Pick<EmbeddedCloud, 'db' | 'timers'>;
type Row = Record<string, unknown>;

const GOAL_CYCLE = '2026-11';
export const APPRAISAL = `a-${GOAL_CYCLE}`;
const text = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const HUNDRED = { least: 0, most: 100, zeroAt: 'least' };
const STARS = { least: 1, most: 5, zeroAt: 'zero' };

const SCHEME = {
  parts: [
    { id: 'goals', kind: 'goals', name: text('目标成果', 'Goals'), share: 40, scale: HUNDRED },
    { id: 'kpi', kind: 'kpi', name: text('业绩指标', 'Figures'), share: 30 },
    { id: 'peer', kind: 'peer', name: text('同事评估', 'Peers'), share: 30, scale: STARS },
  ],
  curves: [{ id: 'percent', kind: 'linear', name: text('按完成率', 'By percentage'), least: 0, most: 120 }],
  decimals: 1,
  leastShare: 50,
  grades: {
    by: 'thresholds',
    grades: [
      { id: 'A', name: text('优秀', 'Excellent'), from: 85, share: 20, opensPlan: false },
      { id: 'B', name: text('良好', 'Good'), from: 70, share: 40, opensPlan: false },
      { id: 'C', name: text('合格', 'Sufficient'), from: 60, share: 35, opensPlan: false },
      { id: 'D', name: text('待改进', 'To improve'), from: null, share: 5, opensPlan: true },
    ],
    enforcedFrom: null,
  },
};

/** Scores that the closing reviews of a team gave, in the order of its numbers. */
const SCORES = [92, 84, 78, 88, 55, 73];

/** The month of a team, whose answers have ended and who are scored by the timer. */
export async function beginAppraisal({ db, timers }: Cloud, departmentId: string): Promise<void> {
  const team = (await db.find('employees', { departmentId })) as unknown as Row[];
  const members = team
    .filter(({ leftOn }) => leftOn === null)
    .sort((a, b) => (String(a._id) < String(b._id) ? -1 : 1));
  await db.insertMany('appraisal_cycles', [
    {
      ...{ _id: APPRAISAL, rev: 1, state: 'closing', template: 'sales', createdBy: 'E0046' },
      ...{ title: text('2026 年 11 月考核', 'Appraisal of November 2026'), goalCycleId: GOAL_CYCLE },
      ...{ from: '2026-11-01', to: '2026-11-30', scheme: SCHEME, review: null, departments: [] },
      ...{ hiredUntil: '2026-11-01', answersUntil: '2026-11-22', appealDays: 5, startedAt: 1, closedAt: 2 },
      training: [
        {
          node: 'goals',
          below: 80,
          training: { id: 't1', name: text('客户投诉处理培训', 'Handling complaints') },
        },
      ],
      ...{ publishedAt: null, cursor: '', amendments: [] },
    },
  ]);
  await db.insertMany('appraisal_people', members.map((person) => personOf(person)) as never);
  for (const [at, { _id }] of members.entries())
    await review(db, String(_id), SCORES[at % SCORES.length] ?? 80);
  await timers.runNow('appraisal');
}

const personOf = ({ _id, name, nameEn, departmentId, managerId, job, hiredOn }: Row): Row => ({
  ...{ _id: `${APPRAISAL}:${_id}`, cycleId: APPRAISAL, person: { id: _id, name, nameEn } },
  ...{ departmentId, departmentPath: ['D1', 'D20'], managerId, job, hiredOn },
  ...{ questionnaireId: null, reports: [] },
});

/** The closing review of a person gives each key result the same score. */
async function review(db: Cloud['db'], id: string, given: number): Promise<void> {
  const _id = `${GOAL_CYCLE}:p-${id}`;
  const sheet = (await db.get('goal_sheets', _id)) as unknown as {
    objectives: { keyResults: { id: string }[] }[];
  } | null;
  if (!sheet) return;
  const ids = sheet.objectives.flatMap(({ keyResults }) => keyResults.map((each) => each.id));
  const scores = Object.fromEntries(ids.map((each, at) => [each, { own: given, given: given - at * 6 }]));
  const head = { state: 'confirmed', summary: '', comment: '', rev: 2, handedInAt: 1 };
  await db.updateMany(
    'goal_sheets',
    { _id },
    { $set: { review: { ...head, scores, confirmedBy: 'E0029', confirmedAt: 2 } } },
  );
}
