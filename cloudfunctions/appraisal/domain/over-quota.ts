import type { GradeRule } from '#contracts/appraisal';
import { gradesByQuota, type ScoredPerson } from './grades-by-quota';
import { isEnforced } from './quota';

/** A person of a unit with the grade that it is to have. */
export interface GradedPerson extends ScoredPerson {
  readonly grade: string;
}

/** More people have a grade, or a better one, than the shares allow. */
export interface OverQuota {
  readonly grade: string;
  readonly count: number;
  readonly most: number;
}

/**
 * The first border that more people are above than the shares allow, in a unit that they bind; null if there is none.
 * Allowed is what the grades by quota would give, with everybody who is equal at a border. The border of the grades that
 * open a plan does not bind: nobody has to have one.
 */
export function overQuota(rule: GradeRule, people: readonly GradedPerson[]): OverQuota | null {
  if (!isEnforced(rule, people.length)) return null;
  const proposed = gradesByQuota(rule, people).grades;
  const better = new Set<string>();
  const bound = rule.grades.filter(({ opensPlan }) => !opensPlan).slice(0, -1);
  for (const { id } of bound) {
    better.add(id);
    const count = people.filter(({ grade }) => better.has(grade)).length;
    const most = proposed.filter(({ grade }) => better.has(grade)).length;
    if (count > most) return { grade: id, count, most };
  }
  return null;
}
