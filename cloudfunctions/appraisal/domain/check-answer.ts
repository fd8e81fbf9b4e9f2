import type { AppraisalResult, AppraisalScheme } from '#contracts/appraisal';
import { AppError } from '../../shared/errors/app-error';
import { gradeByThresholds } from './grade-of';
import { type Answer, latestVersion } from './result';

/** Points of a part that people rate or goals are scored in; only curves give more. */
const SCALE_POINTS = 100;

/**
 * The highest score that a scheme can give: that of its best part, since parts without a score are left out and the others
 * count for them.
 */
export const highestScore = ({ parts, curves }: Pick<AppraisalScheme, 'parts' | 'curves'>): number =>
  Math.max(...parts.flatMap((part) => ('scale' in part ? [SCALE_POINTS] : curves.map(({ most }) => most))));

/**
 * A score that the scheme could have given, with the grade that it gives for it; another grade has its reason, as in
 * calibration. What is kept stays as calibration left it.
 * @throws AppError APPEAL_REFUSED with the field, CALIBRATION_REFUSED for a grade that the scheme has not
 */
export function requireFitting(
  result: AppraisalResult,
  { shown, grade, gradeReason }: Answer,
  scheme: AppraisalScheme,
): void {
  const { grades, decimals } = scheme;
  if (!grades.grades.some(({ id }) => id === grade))
    throw new AppError('CALIBRATION_REFUSED', { rule: 'grade' });
  const before = latestVersion(result);
  if (before.shown === shown && before.grade === grade) return;
  const most = highestScore(scheme);
  const unit = 10 ** decimals;
  if (shown < 0 || shown > most || Math.round(shown * unit) / unit !== shown)
    throw new AppError('APPEAL_REFUSED', { rule: 'score', field: 'shown', most, decimals });
  if (grades.by === 'quota' || gradeReason !== undefined) return;
  const fitting = gradeByThresholds(grades, shown);
  if (fitting !== grade)
    throw new AppError('APPEAL_REFUSED', { rule: 'grade-reason', field: 'gradeReason', grade: fitting });
}
