import type { GradeRule, PromotionPool } from '#contracts/appraisal';
import { ratio, rounded } from '../../shared/figures/ratio';
import type { GradedPerson } from './over-quota';

/** What happens to people who are equal at the border of the pool: all of them are in, or none. */
export type PoolTies = 'in' | 'out';

/**
 * The best of the company from whom promotions are chosen: floor(share × n / 100 + 1/2) places, by grade and within it
 * by displayed score. Of the company and not of a unit, so that a small unit neither loses nor wins by rounding.
 * @param share percent, whole: 20
 */
export function promotionPool(
  { grades }: GradeRule,
  people: readonly GradedPerson[],
  share: number,
  ties: PoolTies,
): PromotionPool {
  const size = people.length;
  const places = rounded(ratio(share * size, 100), 0);
  const ranks = new Map(grades.map(({ id }, index) => [id, index]));
  const rankOf = ({ grade }: GradedPerson) => ranks.get(grade) ?? grades.length;
  const sorted = [...people].sort(
    (a, b) => rankOf(a) - rankOf(b) || b.shown - a.shown || (a.personId < b.personId ? -1 : 1),
  );
  const isEqual = (a?: GradedPerson, b?: GradedPerson) =>
    a !== undefined && b !== undefined && a.grade === b.grade && a.shown === b.shown;
  const [last, next] = [sorted[places - 1], sorted[places]];
  if (!isEqual(last, next)) return { size, places, personIds: idsOf(sorted.slice(0, places)), tie: null };
  const equal = sorted.filter((person) => isEqual(person, last));
  const start = sorted.findIndex((person) => isEqual(person, last));
  const isIn = ties === 'in';
  const end = isIn ? start + equal.length : start;
  return { size, places, personIds: idsOf(sorted.slice(0, end)), tie: { people: equal.length, isIn } };
}

const idsOf = (people: readonly GradedPerson[]): string[] => people.map(({ personId }) => personId);
