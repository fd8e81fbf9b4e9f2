import type { ScoreNode } from '#contracts/appraisal';
import type { AppraisalCycle, AppraisalPerson } from '#contracts/appraisal-cycle';
import { boardRow, openBoard } from './calibration';
import { type Evidence, personInputs, schemeInUse } from './person-inputs';
import { score } from './score';
import { boardIdOf, resultIdOf, type StoredBoard, type StoredResult } from './stored-result';

const NOTHING: Evidence = { goals: null, review: null, questionnaireId: null };

/**
 * What a person scored in a cycle, as it is stored. The same evidence gives the same document.
 * @throws AppError SCORE_INPUT_INVALID
 */
export function scoredResult(
  cycle: AppraisalCycle,
  { person, departmentId, managerId, job, hiredOn }: AppraisalPerson,
  evidence: Evidence = NOTHING,
): StoredResult {
  const inputs = personInputs(cycle, evidence);
  const found = score(schemeInUse(cycle), inputs);
  const { shown } = found.total;
  const isGraded = shown !== null && found.grade !== null;
  return {
    _id: resultIdOf(cycle._id, person.id),
    cycleId: cycle._id,
    boardId: boardIdOf(cycle._id, departmentId),
    rev: 1,
    ...{ person, managerId, job, hiredOn, inputs, score: found, shown },
    parts: found.total.inputs.map(({ id, shown: points, shownShare }) => ({
      id,
      shown: points,
      share: shownShare,
    })),
    ungraded: found.ungraded,
    managerPoints: managerPointsOf(found.total),
    row: isGraded ? boardRow({ personId: person.id, shown, grade: found.grade }) : null,
    ...{ result: null, appealTo: [], appeal: 'none' },
  };
}

const managerPointsOf = ({ inputs }: ScoreNode): number | null =>
  inputs.find(({ kind }) => kind === 'manager')?.shown ?? null;

/** The boards of the units that people are in, before anything is known of them. */
export function boardsOf(cycleId: string, people: readonly AppraisalPerson[]): StoredBoard[] {
  const units = new Map(people.map(({ departmentId, departmentPath }) => [departmentId, departmentPath]));
  return [...units].map(([unitId, unitPath]) => ({
    ...openBoard(),
    rev: 1,
    _id: boardIdOf(cycleId, unitId),
    ...{ cycleId, unitId, unitPath, people: 0, counts: [], ready: false, severity: [], tenure: [] },
  }));
}
