import type { FindPastScores } from '../../appraisal-cycles/public';
import { listResultsAfter } from '../data/results';

/** Scores of an earlier cycle, for the look ahead at a new one: one read a page. */
export const findPastScores: FindPastScores = async (cycleId, after, limit) =>
  (await listResultsAfter(cycleId, after, limit)).map(({ person, parts }) => ({
    employeeId: person.id,
    parts: parts.map(({ id, shown }) => ({ id, shown })),
  }));
