import type { ReportView } from '#contracts/appraisal-results';
import type { Minutes } from '#contracts/common';
import type { PublishedReview } from '#contracts/reviews';
import type { Failure } from '../../../../services/client-error';

export interface ReportModel {
  readonly cycleId: string;
  /** Empty: the reader. */
  readonly employeeId: string;
  readonly data: ReportView | null;
  /** Ids of the lines of the basis that are open. */
  readonly open: ReadonlySet<string>;
  readonly details: PublishedReview | 'none' | 'loading' | null;
  readonly sheet: 'none' | 'appeal' | 'decide';
  readonly grade: string;
  readonly score: string;
  /** Why the grade is another one than that of the score. */
  readonly why: string;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly utcOffset: Minutes;
}

/** The version that holds. */
export const holding = (data: ReportView | null): ReportView['versions'][number] | undefined =>
  data?.versions[data.versions.length - 1];

/** A score that somebody typed; null if the scheme can give none such. */
function typedScore(text: string, { most, decimals }: ReportView['bounds']): number | null {
  const trimmed = text.trim();
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(trimmed)) return null;
  const score = Number(trimmed);
  const unit = 10 ** decimals;
  return score <= most && Math.round(score * unit) / unit === score ? score : null;
}

/** What an appeal is answered with, as far as it is typed. */
export function decisionOf({ data, grade, score, why }: ReportModel) {
  const before = holding(data);
  if (!data || !before) return { shown: null, asksWhy: false, gradeReason: '' };
  const isKept = grade === before.grade && score.trim() === String(before.shown);
  const shown = isKept ? before.shown : typedScore(score, data.bounds);
  const fitting = shown === null ? null : gradeOf(shown, data);
  const asksWhy = !isKept && fitting !== null && fitting !== grade;
  return { shown, asksWhy, gradeReason: asksWhy ? why.trim() : '' };
}

/** The grade that the scheme gives for a score; null where grades are given by quota. */
const gradeOf = (shown: number, { grades }: ReportView): string | null =>
  grades.every(({ from }) => from === null)
    ? null
    : (grades.find(({ from }) => from === null || shown >= from)?.id ?? null);
