import type { KeyResult, KeyResultScore, Objective, SheetReview } from '#contracts/goal';
import type { ReviewLine, ReviewObjective } from '#contracts/goal-review';
import { keyResultProgress, objectiveProgress, type Standings, standingOf } from './objective-progress';
import { scoredObjectives } from './review';
import type { Sheet, StoredReview } from './sheet';
import { standingsOf } from './standings';

const UNSCORED: KeyResultScore = { own: null, given: null };

/** What is scored in a sheet, objective by objective, with how far it is. */
export function reviewObjectives(
  sheet: Pick<Sheet, 'objectives' | 'base' | 'log' | 'parts' | 'review'>,
): ReviewObjective[] {
  const standings = standingsOf(sheet);
  return scoredObjectives(sheet).map((objective) => {
    const { id, title, weight, keyResults } = objective;
    const { counted } = objectiveProgress(objective, standings);
    const lines =
      keyResults.length > 0
        ? keyResults.map((each) => lineOf(each, standings, sheet.review))
        : [wholeLine(objective, standings, sheet.review)];
    return { id, title, weight, progress: counted, lines };
  });
}

function lineOf(keyResult: KeyResult, standings: Standings, review: StoredReview | undefined): ReviewLine {
  const { id, title, weight, measure } = keyResult;
  const standing = standingOf(keyResult, standings);
  const progress = keyResultProgress(keyResult, standings);
  return { id, title, weight, measure, standing, progress, ...scoreOf(review, id) };
}

/** An objective without key results is scored as a whole. */
function wholeLine(objective: Objective, standings: Standings, review: StoredReview | undefined): ReviewLine {
  const { id, title } = objective;
  const { counted, withData } = objectiveProgress(objective, standings);
  const progress = { raw: withData, counted: counted ?? 0, note: withData === null ? NO_DATA : null };
  const common = { id, title, weight: 100, measure: null, standing: { value: null } };
  return { ...common, progress, ...scoreOf(review, id) };
}

const NO_DATA = 'no-data' as const;

const scoreOf = (review: StoredReview | undefined, id: string): KeyResultScore =>
  review && Object.hasOwn(review.scores, id) ? (review.scores[id] ?? UNSCORED) : UNSCORED;

/** A review without its scores, which stand at their lines. */
export function reviewHead(review: StoredReview | undefined): Omit<SheetReview, 'scores'> | null {
  if (!review) return null;
  const { scores: _scores, rev: _rev, weights: _weights, ...head } = review;
  return head;
}
