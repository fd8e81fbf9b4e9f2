import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import type { ResultBrief } from '#contracts/appraisal-results';
import type { ListedResult } from '../data/results';
import { latestVersion } from '../domain/result';
import { nameOfCycle } from './cycles';

/** A published result in a list. */
export function resultBrief(cycle: AppraisalCycle, { person, result, appeal }: ListedResult): ResultBrief {
  const version = result && latestVersion(result);
  return {
    cycle: nameOfCycle(cycle),
    person,
    // What was worked out of too little is no score of theirs.
    shown: version?.shown ?? null,
    grade: version?.grade ?? null,
    gradeName: cycle.scheme.grades.grades.find(({ id }) => id === version?.grade)?.name ?? null,
    isRead: result?.read.some((each) => each.version === version?.number) ?? true,
    appeal,
  };
}
