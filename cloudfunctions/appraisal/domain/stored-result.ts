import type {
  AppraisalResult,
  CalibrationBoard,
  CalibrationRow,
  PartInput,
  RaterSeverity,
  Score,
  TenureGroup,
} from '#contracts/appraisal';
import type { GradeTally, PartShown } from '#contracts/appraisal-results';
import type { Day, LocalText } from '#contracts/common';
import type { PersonBrief } from '#contracts/person';
import type { BoardGroups, GroupMember } from './board-groups';
import type { Decision } from './result';

/** A document of `appraisal_results`, `_id` is `<cycle>:<employee>`: from the score to the last answer to an appeal. */
export interface StoredResult {
  readonly _id: string;
  readonly cycleId: string;
  /** `<cycle>:<department>`. */
  readonly boardId: string;
  readonly rev: number;
  readonly person: PersonBrief;
  readonly managerId: string | null;
  readonly job: LocalText;
  readonly hiredOn: Day;
  /** What the score was worked out from. */
  readonly inputs: readonly PartInput[];
  readonly score: Score;
  /** Displayed; null if nothing could be scored. */
  readonly shown: number | null;
  /** The parts of the scheme, for lists and boards. */
  readonly parts: readonly PartShown[];
  readonly ungraded: Score['ungraded'];
  /** What the manager alone gave, in points; null if they gave nothing. */
  readonly managerPoints: number | null;
  /** Null if the person has no grade: too little of the scheme could be scored. */
  readonly row: CalibrationRow | null;
  /** Null until it is published, and of people without a grade. */
  readonly result: AppraisalResult | null;
  /** Employee numbers of those above who may decide the open appeal; empty if none is open. */
  readonly appealTo: readonly string[];
  readonly appeal: 'none' | 'open' | 'closed';
}

/** A document of `calibration_boards`, `_id` is `<cycle>:<department>`. */
export interface StoredBoard extends CalibrationBoard {
  readonly _id: string;
  readonly cycleId: string;
  readonly unitId: string;
  /** From the root down, without the unit. */
  readonly unitPath: readonly string[];
  /** People of the unit, with those who have no grade. */
  readonly people: number;
  readonly counts: readonly GradeTally[];
  /** The grades by quota are given and the comparisons made; calibration has not begun before. */
  readonly ready: boolean;
  /** Of the managers who rated people of this unit, against everybody in the cycle. */
  readonly severity: readonly RaterSeverity[];
  /** Of the whole cycle. */
  readonly tenure: readonly TenureGroup[];
  /** What its people add to the groups that are compared; missing until it is ready. */
  readonly groups?: BoardGroups;
}

/** What of a result counts in groups. */
export const memberOf = ({
  hiredOn,
  managerId,
  managerPoints,
  shown,
  row,
}: Pick<StoredResult, 'hiredOn' | 'managerId' | 'managerPoints' | 'shown' | 'row'>): GroupMember => ({
  ...{ hiredOn, managerId, managerPoints },
  ...(row ? standing(row) : { shown, grade: null }),
});

/** The score and grade that hold: of calibration, or of the appeal that was granted since. */
export const standing = ({ appealed, shown, after }: CalibrationRow): Decision =>
  appealed ?? { shown, grade: after };

export const resultIdOf = (cycleId: string, employeeId: string): string => `${cycleId}:${employeeId}`;
export const boardIdOf = (cycleId: string, unitId: string): string => `${cycleId}:${unitId}`;

/** How many have each grade of the scheme, in its order. */
export const tallyOf = (grades: readonly { readonly id: string }[], given: readonly string[]): GradeTally[] =>
  grades.map(({ id }) => ({ grade: id, count: given.filter((grade) => grade === id).length }));
