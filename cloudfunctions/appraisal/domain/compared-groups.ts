import { ratio } from '../../shared/figures/ratio';
import type { GroupTally, KeyedTally } from './board-groups';
import { type Comparison, comparison } from './compared-means';

/** Groups that are shown as one, with their people, grades, mean, and the mean of everybody else in the cycle. */
export interface ComparedGroup extends Comparison {
  /** One, or several that are too small alone. */
  readonly keys: readonly string[];
  readonly people: number;
  readonly counts: GroupTally['counts'];
}

/** One tally for each key, in the order of their first appearance. */
export function mergedByKey(tallies: readonly KeyedTally[]): KeyedTally[] {
  const merged = new Map<string, KeyedTally>();
  for (const tally of tallies) {
    const before = merged.get(tally.key);
    merged.set(tally.key, before ? { ...sumOf([before, tally]), key: tally.key } : tally);
  }
  return [...merged.values()];
}

/** All tallies as one. */
export const sumOf = (tallies: readonly GroupTally[]): GroupTally => {
  const [first, ...others] = tallies;
  return others.reduce<GroupTally>(
    (sum, each) => ({
      people: sum.people + each.people,
      hundredths: sum.hundredths + each.hundredths,
      counts: sum.counts.map(({ grade, count }) => ({
        grade,
        count: count + (each.counts.find((other) => other.grade === grade)?.count ?? 0),
      })),
    }),
    first ?? { people: 0, hundredths: 0, counts: [] },
  );
};

/**
 * Groups against everybody else, in their order, which is never that of their means: it is no ranking. Of fewer than `least`
 * people nothing is shown alone: small groups are taken together, with the smallest of the others if they need it, because
 * a single hidden group is what all others leave.
 * @param groups apart from each other, one for each key
 * @param all everybody in the cycle, these groups included
 */
export function comparedGroups(
  groups: readonly KeyedTally[],
  all: Pick<GroupTally, 'people' | 'hundredths'>,
  least: number,
): ComparedGroup[] {
  const known = groups.filter(({ people }) => people > 0);
  const pooled = pooledOf(known, least);
  const alone = known.filter((each) => !pooled.includes(each));
  const together = sumOf(pooled);
  return [
    ...alone.map((each) => ({ keys: [each.key], ...comparedOf(each, all, least) })),
    ...(together.people >= least
      ? [{ keys: pooled.map(({ key }) => key), ...comparedOf(together, all, least) }]
      : []),
  ];
}

/** The groups that are too small to stand alone; the smallest others with them, until they are enough or all. */
function pooledOf(groups: readonly KeyedTally[], least: number): readonly KeyedTally[] {
  const bySize = [...groups].sort((a, b) => a.people - b.people || (a.key < b.key ? -1 : 1));
  const small = bySize.filter(({ people }) => people < least);
  if (small.length === 0) return [];
  const larger = bySize.slice(small.length);
  while (larger.length > 0 && sumOf(small).people < least) small.push(...larger.splice(0, 1));
  return small;
}

const comparedOf = (
  { people, hundredths, counts }: GroupTally,
  all: Pick<GroupTally, 'people' | 'hundredths'>,
  least: number,
): Omit<ComparedGroup, 'keys'> => ({
  ...{ people, counts },
  ...comparison(
    { sum: ratio(hundredths, 100), count: people },
    { sum: ratio(all.hundredths, 100), count: all.people },
    least,
  ),
});
