import type { AppraisalScheme, PartInput } from '#contracts/appraisal';
import { score } from '../../../cloudfunctions/appraisal/domain/score';
import type { EmbeddedCloud } from '../../../local/cloud';

interface Published {
  /** The period, such as `2026-10`. */
  readonly month: string;
  readonly employeeId: string;
}

const text = (zh: string, en: string) => ({ 'zh-CN': zh, en });

const line = (id: string, zh: string, en: string, weight: number, points: number | null) => ({
  ...{ id, name: text(zh, en), weight, score: points },
});

/** Two goals, one of them with key results: 60 % of 96.5 and 40 % of 86 are 92.3. */
const INPUTS: readonly PartInput[] = [
  {
    ...{ part: 'goals', kind: 'goals' },
    goals: [
      {
        ...line('G1', '门店系统按期上线', 'Shop system live on time', 60, null),
        keyResults: [
          line('K1', '十家门店切换完成', 'Ten shops have moved', 50, 98),
          line('K2', '切换当天无停业', 'No shop closed on the day', 50, 95),
        ],
      },
      line('G2', '工单当天答复率 95%', '95% of tickets answered the same day', 40, 86),
    ],
  },
];

/** The grade A of a month as an appraisal leaves it that is over and was told to everybody. */
export async function publishGrade(db: EmbeddedCloud['db'], { month, employeeId }: Published): Promise<void> {
  const cycleId = `a-${month}`;
  const [year, number] = month.split('-');
  const person = await db.get('employees', employeeId);
  const goals = { id: 'goals', kind: 'goals', name: text('目标成果', 'Goals'), share: 100 };
  const grades = [
    { id: 'A', name: text('优秀', 'Excellent'), from: 85, share: 20, opensPlan: false },
    { id: 'B', name: text('良好', 'Good'), from: null, share: 80, opensPlan: false },
  ];
  const scheme = {
    ...{ parts: [{ ...goals, scale: { least: 0, most: 100, zeroAt: 'least' } }], curves: [] },
    ...{ decimals: 1, leastShare: 50, grades: { by: 'thresholds', grades, enforcedFrom: null } },
  } as unknown as AppraisalScheme;
  const found = score(scheme, INPUTS);
  const { grade, total } = found;
  const { shown } = total;
  const version = { number: 1, shown, grade, reason: null, by: 'E0046', at: 1 };
  const { name, nameEn, departmentId, managerId, job, hiredOn } = person as Record<string, unknown>;
  await db.insertMany('appraisal_cycles', [
    {
      ...{
        _id: cycleId,
        rev: 9,
        state: 'published',
        template: 'office',
        createdBy: 'E0046',
        departments: [],
      },
      ...{
        title: text(`${year} 年 ${Number(number)} 月考核`, `Appraisal ${month}`),
        goalCycleId: month,
        review: null,
        training: [],
      },
      ...{ from: `${month}-01`, to: `${month}-31`, hiredUntil: `${month}-01`, answersUntil: `${month}-31` },
      scheme,
      ...{ appealDays: 5, startedAt: 1, closedAt: 2, publishedAt: 3, cursor: '', amendments: [] },
    },
  ]);
  await db.insertMany('appraisal_results', [
    {
      ...{ _id: `${cycleId}:${employeeId}`, cycleId, boardId: `${cycleId}:${departmentId}`, rev: 3 },
      ...{ person: { id: employeeId, name, nameEn }, managerId, job, hiredOn },
      ...{ inputs: INPUTS, score: found, shown, ungraded: null, managerPoints: null },
      parts: total.inputs.map(({ id, shown: points, shownShare }) => ({
        id,
        shown: points,
        share: shownShare,
      })),
      row: { personId: employeeId, rev: 1, shown, before: grade, after: grade, changes: [] },
      result: {
        personId: employeeId,
        rev: 1,
        versions: [version],
        appealUntil: `${month}-31`,
        read: [],
        appeals: [],
      },
      ...{ appealTo: [], appeal: 'none' },
    },
  ]);
}
