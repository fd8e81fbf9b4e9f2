import type { CalibrationRow, GradeRule, RaterSeverity, TenureGroup } from '#contracts/appraisal';
import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import type { Day } from '#contracts/common';
import { groupsOf, TENURES, wholeYears } from './board-groups';
import { boardRow } from './calibration';
import { gradesByQuota } from './grades-by-quota';
import { raterSeverity } from './rater-severity';
import { type StoredBoard, type StoredResult, tallyOf } from './stored-result';
import { tenureGap } from './tenure-gap';

/** What comparisons are made of. */
export type Compared = Pick<
  StoredResult,
  'boardId' | 'person' | 'managerId' | 'managerPoints' | 'shown' | 'hiredOn'
>;

/** People on either side of a comparison, below which nothing is said. */
export const LEAST = 5;

export interface Comparisons {
  readonly severity: readonly RaterSeverity[];
  readonly tenure: readonly TenureGroup[];
}

/** How raters and groups compare over the whole cycle, so that a small unit is compared with more than itself. */
export function comparisonsOf(people: readonly Compared[], on: Day): Comparisons {
  const given = people.flatMap(({ managerId, managerPoints }) =>
    managerId === null || managerPoints === null ? [] : [{ raterId: managerId, points: managerPoints }],
  );
  const tenured = people.flatMap(({ hiredOn, shown }) =>
    shown === null ? [] : [{ years: wholeYears(hiredOn, on), shown }],
  );
  return { severity: raterSeverity(given, LEAST), tenure: tenureGap(tenured, TENURES, LEAST) };
}

type Member = Pick<StoredResult, '_id' | 'rev' | 'person' | 'shown' | 'ungraded' | 'row'>;

/** Rows of a unit whose grades are given by quota: of those who can have a grade and have none yet. */
export function rowsByQuota<M extends Member>(
  rule: GradeRule,
  members: readonly M[],
): readonly { readonly before: M; readonly row: CalibrationRow }[] {
  const asked = members.flatMap((member) =>
    member.shown !== null && member.ungraded === 'by-quota' ? [{ member, shown: member.shown }] : [],
  );
  const scored = asked.map(({ member, shown }) => ({ personId: member.person.id, shown }));
  const { grades } = gradesByQuota(rule, scored);
  const gradeOf = new Map(grades.map(({ personId, grade }) => [personId, grade]));
  return asked.flatMap(({ member, shown }) => {
    const grade = gradeOf.get(member.person.id);
    const isNew = grade !== undefined && member.row === null;
    return isNew ? [{ before: member, row: boardRow({ personId: member.person.id, shown, grade }) }] : [];
  });
}

/** A board as calibration begins. @param given the grade of each person of the unit who has one */
export function preparedBoard(
  board: StoredBoard,
  { scheme: { grades: rule }, to }: Pick<AppraisalCycle, 'scheme' | 'to'>,
  given: ReadonlyMap<string, string>,
  people: readonly Compared[],
  { severity, tenure }: Comparisons,
): StoredBoard {
  const raters = new Set(people.map(({ managerId }) => managerId));
  return {
    ...board,
    rev: board.rev + 1,
    people: people.length,
    counts: tallyOf(rule.grades, [...given.values()]),
    groups: groupsOf(
      people.map((each) => ({ ...each, grade: given.get(each.person.id) ?? null })),
      rule,
      to,
    ),
    ready: true,
    severity: severity.filter(({ raterId }) => raters.has(raterId)),
    tenure,
  };
}
