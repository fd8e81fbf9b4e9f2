import type { GradeRule } from '#contracts/appraisal';

/** The best grade whose border the displayed score has reached: of a border at 85, 84.95 is displayed as 85.0 and has it. */
export function gradeByThresholds({ grades }: GradeRule, shown: number): string {
  const found = grades.find(({ from }) => from === null || shown >= from);
  if (!found) throw new Error('a scheme without a last grade');
  return found.id;
}
