import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import type { PastGrades } from '#contracts/appraisal-cycles';
import { findLatestOutlines } from '../data/cycles';
import { type FindPastScores, outcomeOf, type PastScore } from '../domain/past-scores';

const PAGE = 1_000;
const MOST_PAGES = 100;
const MOST_CYCLES = 50;
const SCORED = new Set(['calibration', 'publishing', 'published']);

/** What would come out with the scores of the latest cycle that has any; null if none has. */
export async function pastGrades(
  draft: AppraisalCycle,
  ids: ReadonlySet<string>,
  findScores: FindPastScores,
): Promise<PastGrades | null> {
  const earlier = (await findLatestOutlines(MOST_CYCLES)).find(
    ({ _id, state }) => _id !== draft._id && SCORED.has(state),
  );
  if (!earlier) return null;
  const scores: PastScore[] = [];
  let after = '';
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const found = await findScores(earlier._id, after, PAGE);
    scores.push(...found.filter(({ employeeId }) => ids.has(employeeId)));
    after = found.at(-1)?.employeeId ?? '';
    if (found.length < PAGE) break;
  }
  return { cycleId: earlier._id, title: earlier.title, ...outcomeOf(draft.scheme, earlier.scheme, scores) };
}
