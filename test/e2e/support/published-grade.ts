import type { EmbeddedCloud } from '../../../local/cloud';

interface Published {
  /** The period, such as `2026-10`. */
  readonly month: string;
  readonly employeeId: string;
  readonly grade: string;
  readonly shown: number;
}

const text = (zh: string, en: string) => ({ 'zh-CN': zh, en });

/** The grade of a month as an appraisal leaves it that is over and was told to everybody. */
export async function publishGrade(
  db: EmbeddedCloud['db'],
  { month, employeeId, grade, shown }: Published,
): Promise<void> {
  const cycleId = `a-${month}`;
  const person = await db.get('employees', employeeId);
  const goals = { id: 'goals', kind: 'goals', name: text('目标成果', 'Goals'), share: 100 };
  const grades = [
    { id: 'A', name: text('优秀', 'Excellent'), from: 85, share: 20, opensPlan: false },
    { id: 'B', name: text('良好', 'Good'), from: null, share: 80, opensPlan: false },
  ];
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
        title: text(`${month} 考核`, `Appraisal ${month}`),
        goalCycleId: month,
        review: null,
        training: [],
      },
      ...{ from: `${month}-01`, to: `${month}-31`, hiredUntil: `${month}-01`, answersUntil: `${month}-31` },
      scheme: {
        ...{ parts: [{ ...goals, scale: { least: 0, most: 100, zeroAt: 'least' } }], curves: [] },
        ...{ decimals: 1, leastShare: 50, grades: { by: 'thresholds', grades, enforcedFrom: null } },
      },
      ...{ appealDays: 5, startedAt: 1, closedAt: 2, publishedAt: 3, cursor: '', amendments: [] },
    },
  ]);
  await db.insertMany('appraisal_results', [
    {
      ...{ _id: `${cycleId}:${employeeId}`, cycleId, boardId: `${cycleId}:${departmentId}`, rev: 3 },
      ...{ person: { id: employeeId, name, nameEn }, managerId, job, hiredOn, inputs: [], parts: [] },
      ...{
        score: { total: { id: 'total', inputs: [] }, ungraded: null },
        shown,
        ungraded: null,
        managerPoints: null,
      },
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
