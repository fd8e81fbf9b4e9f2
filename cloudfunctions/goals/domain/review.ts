import type { Instant } from '#contracts/common';
import type { KeyResultScore, Objective } from '#contracts/goal';
import type { ReviewProgress, ReviewScore } from '#contracts/goal-review';
import { AppError } from '../../shared/errors/app-error';
import type { Sheet, StoredReview } from './sheet';

/**
 * What of an objective is scored: its key results, or the objective itself if it is reached by others alone. Ids of both are
 * unique in a sheet.
 */
const linesOf = ({ id, keyResults }: Pick<Objective, 'id' | 'keyResults'>): string[] =>
  keyResults.length > 0 ? keyResults.map((each) => each.id) : [id];

/**
 * The objectives that are scored in a sheet. What does not count any more is not; once the review is confirmed they are those
 * that were scored, with the weights that they had then, whatever happens to the sheet.
 */
export function scoredObjectives({ objectives, review }: Pick<Sheet, 'objectives' | 'review'>): Objective[] {
  const weights = review?.weights;
  if (!weights) return objectives.filter(({ state }) => state === 'active');
  const asScored = <T extends { readonly id: string; readonly weight: number }>(all: readonly T[]): T[] =>
    all.flatMap((each) =>
      Object.hasOwn(weights, each.id) ? [{ ...each, weight: weights[each.id] ?? each.weight }] : [],
    );
  return asScored(objectives).map((each) => ({ ...each, keyResults: asScored(each.keyResults) }));
}

/** Everything that is scored in a sheet. */
export const linesOfSheet = (sheet: Pick<Sheet, 'objectives' | 'review'>): string[] =>
  scoredObjectives(sheet).flatMap(linesOf);

const weightsOf = (sheet: Pick<Sheet, 'objectives'>): Readonly<Record<string, number>> =>
  Object.fromEntries(
    scoredObjectives({ objectives: sheet.objectives })
      .flatMap((each) => [each, ...each.keyResults])
      .map(({ id, weight }) => [id, weight]),
  );

/** Whether the review of a sheet is there. */
export function reviewProgress(sheet: Sheet | null | undefined): ReviewProgress {
  if (!sheet || linesOfSheet(sheet).length === 0) return 'none';
  return sheet.review?.state ?? 'missing';
}

interface HandedIn {
  readonly rev: number;
  readonly scores: readonly ReviewScore[];
  readonly summary: string;
  readonly now: Instant;
}

/**
 * The review of a sheet as its owner hands it in; null if it is there already. It can be changed until it is confirmed.
 * @throws AppError NOT_FOUND without goals, REVIEW_CONFIRMED, VERSION_CONFLICT, INPUT_INVALID unless everything is scored once
 */
export function handedIn(sheet: Sheet, { rev, scores, summary, now }: HandedIn): StoredReview | null {
  const lines = linesOfSheet(sheet);
  if (lines.length === 0) throw new AppError('NOT_FOUND', { what: 'goals' });
  const before = sheet.review;
  const own = scoresBy(scores);
  if (before?.rev === rev + 1 && before.summary === summary && isSame(before, own, 'own')) return null;
  if (before?.state === 'confirmed') throw new AppError('REVIEW_CONFIRMED', {});
  if ((before?.rev ?? 0) !== rev) throw new AppError('VERSION_CONFLICT', { version: before?.rev ?? 0 });
  requireAll(lines, scores);
  return {
    state: 'handed-in',
    scores: byLine(lines, (id) => ({ own: own.get(id) ?? null, given: null })),
    ...{ summary, comment: '', handedInAt: now, confirmedBy: null, confirmedAt: null },
    rev: rev + 1,
  };
}

/** What who is above begins with if nothing was handed in. */
const NOT_HANDED_IN: StoredReview = {
  ...{ state: 'handed-in', scores: {}, summary: '', handedInAt: null, comment: '', rev: 0 },
  ...{ confirmedBy: null, confirmedAt: null },
};

interface Confirmed extends Pick<HandedIn, 'rev' | 'scores' | 'now'> {
  readonly comment: string;
  readonly by: string;
}

/**
 * The review of a sheet with the scores that count, and what was scored weighs then; null if it is so already. One that was
 * not handed in is scored without its owner.
 * @throws AppError NOT_FOUND without goals, VERSION_CONFLICT, INPUT_INVALID unless everything is scored once
 */
export function confirmed(sheet: Sheet, { rev, scores, comment, by, now }: Confirmed): StoredReview | null {
  const review = sheet.review ?? NOT_HANDED_IN;
  const given = scoresBy(scores);
  const isRepeated =
    review.confirmedBy === by && review.comment === comment && isSame(review, given, 'given');
  if (review.rev === rev + 1 && isRepeated) return null;
  if (review.rev !== rev || review.state === 'confirmed')
    throw new AppError('VERSION_CONFLICT', { version: review.rev });
  const lines = linesOfSheet(sheet);
  if (lines.length === 0) throw new AppError('NOT_FOUND', { what: 'goals' });
  requireAll(lines, scores);
  return {
    ...review,
    state: 'confirmed',
    weights: weightsOf(sheet),
    scores: byLine(lines, (id) => ({ own: ownOf(review, id), given: given.get(id) ?? null })),
    ...{ comment, confirmedBy: by, confirmedAt: now },
    rev: rev + 1,
  };
}

const ownOf = ({ scores }: StoredReview, id: string): number | null =>
  Object.hasOwn(scores, id) ? (scores[id]?.own ?? null) : null;

const scoresBy = (scores: readonly ReviewScore[]): ReadonlyMap<string, number> =>
  new Map(scores.map(({ id, score }) => [id, score]));

const byLine = (
  lines: readonly string[],
  scoreOf: (id: string) => KeyResultScore,
): Readonly<Record<string, KeyResultScore>> => Object.fromEntries(lines.map((id) => [id, scoreOf(id)]));

function isSame(
  { scores }: StoredReview,
  wanted: ReadonlyMap<string, number>,
  whose: keyof KeyResultScore,
): boolean {
  const known = Object.entries(scores).flatMap(([id, { [whose]: score }]) =>
    score === null ? [] : [[id, score] as const],
  );
  return known.length === wanted.size && known.every(([id, score]) => wanted.get(id) === score);
}

/** @throws AppError INPUT_INVALID with the line that is unknown, given twice or missing */
function requireAll(lines: readonly string[], scores: readonly ReviewScore[]): void {
  const known = new Set(lines);
  const given = new Set<string>();
  for (const { id } of scores) {
    const rule = !known.has(id) ? 'unknown' : given.has(id) ? 'twice' : null;
    if (rule) throw new AppError('INPUT_INVALID', { path: `scores.${id}`, rule });
    given.add(id);
  }
  const missing = lines.find((id) => !given.has(id));
  if (missing !== undefined)
    throw new AppError('INPUT_INVALID', { path: `scores.${missing}`, rule: 'complete' });
}
