import type { MissingReason } from '#contracts/appraisal';
import type { FigureSource, SheetReview } from '#contracts/goal';
import type { ReviewLine, ReviewObjective } from '#contracts/goal-review';
import { progressOf } from '../../../miniprogram/common/goals/progress';
import { isConfirmed, isPushed } from './agreed-target';
import { outsideStandings } from './outside-standings';
import { linesOfSheet } from './review';
import { reviewHead, reviewObjectives } from './review-view';
import type { Sheet } from './sheet';

/** A key result of a sheet that is appraised, or an objective without any. */
export interface AppraisalLine extends ReviewLine {
  /** Where its figure is from; null of an objective. */
  readonly source: FigureSource | null;
  /** Somebody else has agreed to its target: by confirming the closing review, or by pushing it. */
  readonly isAgreed: boolean;
  /** Its figure is not what the person alone says: a system outside sent it, or the closing review is confirmed. */
  readonly isBacked: boolean;
}

/** The goals of a person in a cycle as the appraisal reads them. Only `given` is a score. */
export interface AppraisalSheet {
  readonly employeeId: string;
  readonly cycleId: string;
  /** Figures of a closed sheet do not change any more. */
  readonly isClosed: boolean;
  readonly review: Omit<SheetReview, 'scores'> | null;
  /**
   * Why there are no scores: `no-data` without goals, and as long as nobody above has confirmed; `late` if the person has not
   * handed in. Null if all lines have one.
   */
  readonly missing: MissingReason | null;
  /** The active ones; weights sum to 100 if the sheet is complete. */
  readonly objectives: readonly (Omit<ReviewObjective, 'lines'> & {
    readonly lines: readonly AppraisalLine[];
  })[];
  /** Check-ins and daily reports that count, at least. */
  readonly checkIns: number;
}

/** What the appraisal reads of the sheet of a person. */
export function appraisalSheet(sheet: Sheet): AppraisalSheet {
  const { owner, cycleId, state, review, log, archived } = sheet;
  const lineOf = lineReader(sheet);
  return {
    employeeId: 'id' in owner ? owner.id : '',
    cycleId,
    isClosed: state === 'closed',
    review: reviewHead(review),
    missing: missingOf(sheet),
    objectives: reviewObjectives(sheet).map(({ lines, ...objective }) => ({
      ...objective,
      lines: lines.map((line) => lineOf(objective.id, line)),
    })),
    checkIns: log.filter(({ undone }) => !undone).length + archived.length,
  };
}

/** Reads a line with what others say about it. Where a system outside has sent a figure, that is its figure. */
function lineReader(sheet: Sheet): (objectiveId: string, line: ReviewLine) => AppraisalLine {
  const outside = outsideStandings(sheet);
  const isReviewed = isConfirmed(sheet);
  const keyResults = new Map(
    sheet.objectives.flatMap((each) =>
      each.keyResults.map((keyResult) => [keyResult.id, keyResult] as const),
    ),
  );
  return (objectiveId, line) => {
    const keyResult = keyResults.get(line.id);
    const standing = keyResult && Object.hasOwn(outside, line.id) ? outside[line.id] : undefined;
    return {
      ...line,
      ...(keyResult && standing && { standing, progress: progressOf(keyResult.measure, standing) }),
      source: keyResult?.source ?? null,
      isAgreed: isReviewed || (keyResult !== undefined && isPushed(sheet, objectiveId, keyResult)),
      isBacked: isReviewed || standing !== undefined,
    };
  };
}

function missingOf(sheet: Sheet): MissingReason | null {
  if (linesOfSheet(sheet).length === 0) return 'no-data';
  if (!sheet.review) return 'late';
  return sheet.review.state === 'confirmed' ? null : 'no-data';
}
