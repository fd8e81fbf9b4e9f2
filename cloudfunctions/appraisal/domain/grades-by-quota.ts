import type { GradeRule, GradeTie, QuotaProposal } from '#contracts/appraisal';
import { isEnforced, quotaFor } from './quota';

export interface ScoredPerson {
  readonly personId: string;
  /** The displayed score. */
  readonly shown: number;
}

/**
 * Grades of a unit by the places of each grade, the highest displayed scores first. People with the same displayed score
 * have the same grade: the better one if the border lies between them, so that it is nobody's luck; the places are
 * taken from the next grade. Every such tie is named. The order of the people makes no difference.
 * Whether the proposal binds is said by `enforced`; elsewhere it is advice.
 */
export function gradesByQuota(rule: GradeRule, people: readonly ScoredPerson[]): QuotaProposal {
  const places = quotaFor(rule, people.length);
  const sorted = [...people].sort((a, b) => b.shown - a.shown || (a.personId < b.personId ? -1 : 1));
  const grades: { personId: string; grade: string }[] = [];
  const ties: GradeTie[] = [];
  for (let start = 0; start < sorted.length; ) {
    const shown = sorted[start]?.shown ?? 0;
    let end = start + 1;
    while (sorted[end]?.shown === shown) end += 1;
    const grade = gradeAt(rule, places, start);
    const instead = gradeAt(rule, places, end - 1);
    for (const { personId } of sorted.slice(start, end)) grades.push({ personId, grade });
    if (instead !== grade) ties.push({ shown, people: end - start, grade, instead });
    start = end;
  }
  return { grades, ties, enforced: isEnforced(rule, people.length) };
}

/** The grade of whoever has `before` people in front. */
function gradeAt({ grades }: GradeRule, places: readonly number[], before: number): string {
  let sum = 0;
  for (const [index, { id }] of grades.entries()) {
    sum += places[index] ?? 0;
    if (before < sum) return id;
  }
  throw new Error('more people than places');
}
