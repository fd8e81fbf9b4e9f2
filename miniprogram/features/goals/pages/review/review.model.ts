import type { ReviewLine, ReviewScore, ReviewView } from '#contracts/goal-review';
import { readNumber } from '../../../../common/read-number';
import type { Failure } from '../../../../services/client-error';

export interface ReviewModel {
  readonly sheetId: string;
  readonly data: ReviewView | null;
  /** Scores as they were typed, by line. */
  readonly typed: Readonly<Record<string, string>>;
  /** The summary of who hands in, the comment of who confirms. */
  readonly text: string;
  readonly changed: boolean;
  /** Whether the question before confirming is open. */
  readonly asking: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

const linesOf = (data: ReviewView): readonly ReviewLine[] => data.objectives.flatMap(({ lines }) => lines);

/** A typed score; null if there is none yet. */
export function readScore(typed: string): { readonly score: number } | { readonly isWrong: true } | null {
  if (typed.trim() === '') return null;
  const read = readNumber(typed);
  if ('problem' in read || !Number.isInteger(read.value) || read.value < 0 || read.value > 100)
    return { isWrong: true };
  return { score: read.value };
}

/** All scores; null while one is missing or wrong. */
export function scoresOf({ data, typed }: Pick<ReviewModel, 'data' | 'typed'>): ReviewScore[] | null {
  const lines = data ? linesOf(data) : [];
  const scores = lines.flatMap(({ id }) => {
    const read = readScore(typed[id] ?? '');
    return read && 'score' in read ? [{ id, score: read.score }] : [];
  });
  return scores.length === lines.length && scores.length > 0 ? scores : null;
}

/** What the fields begin with: what was handed in; who confirms begins with the person's own scores. */
export function begun(data: ReviewView): Pick<ReviewModel, 'typed' | 'text'> {
  const typed = linesOf(data).flatMap(({ id, own }) => (own === null ? [] : [[id, String(own)] as const]));
  return {
    typed: Object.fromEntries(typed),
    text: data.may === 'hand-in' ? (data.review?.summary ?? '') : '',
  };
}
