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
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly utcOffset: Minutes;
}

/** The version that holds. */
export const holding = (data: ReportView | null): ReportView['versions'][number] | undefined =>
  data?.versions[data.versions.length - 1];

/** A score that somebody typed; null if it is none. */
export function typedScore(text: string): number | null {
  const trimmed = text.trim();
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(trimmed)) return null;
  const score = Number(trimmed);
  return score <= 200 ? score : null;
}
