import type { AnonymousRelation } from '#contracts/review';
import { atLeast } from './at-least';
import { figuresOf, type ShownGroup } from './figures';
import { addedUp, type GuardedSum, guardedSum } from './guarded-sum';
import { ratingItems } from './publish-review';
import {
  inTime,
  type ReviewAnswer,
  type ReviewCycle,
  type ReviewUnit,
  type UnitMember,
  type UnitSnapshot,
} from './review';
import { isShownOf, type ShownUnits, shownUnits } from './shown-units';
import { type UnitNode, unitTree } from './unit-tree';

/**
 * Teams, departments and the company: means of the anonymous groups over everybody inside, also of persons whose own are
 * hidden; null while the cycle runs. Called once, after the reviews of all persons were published, and stored.
 *
 * Every figure is the sum of parts that nobody can take apart any further: what is shown of a unit less what is shown
 * inside of it. Each part has enough raters (`shown-units.ts`) and is told as `guarded-sum.ts` says, so that no difference
 * of two figures says more than a figure may.
 * @throws AppError INPUT_INVALID for units that are no tree
 */
export function publishUnits(
  cycle: ReviewCycle,
  units: readonly ReviewUnit[],
  members: readonly UnitMember[],
  published: readonly UnitSnapshot[] | null = null,
): readonly UnitSnapshot[] | null {
  if (published) return published;
  if (cycle.closedAt === null) return null;
  const items = ratingItems(cycle);
  const nodes = unitTree(units, members);
  const shown = shownUnits(cycle, items, nodes);
  const inside = new Map<string, Inside>();
  return nodes.map((node) => {
    const own = insideOf(cycle, items, node, inside, shown);
    inside.set(node.id, own);
    return { unit: node.id, ...figuresOf(items, own.groups) };
  });
}

/** Answers of a group to an item inside a unit. */
interface UnitSum {
  /** Of what is shown in it or inside of it. */
  told: GuardedSum[];
  /** Of all others. */
  sum: number;
  count: number;
}

interface Inside {
  readonly sums: ReadonlyMap<AnonymousRelation, readonly UnitSum[]>;
  readonly raters: ReadonlyMap<AnonymousRelation, ReadonlySet<string>>;
  readonly groups: readonly ShownGroup[];
}

function insideOf(
  cycle: ReviewCycle,
  items: readonly string[],
  node: UnitNode,
  inside: ReadonlyMap<string, Inside>,
  shown: ShownUnits,
): Inside {
  const children = node.children.flatMap(({ id }) => inside.get(id) ?? []);
  const parts = node.members.map((member) => ({ member, answers: inTime(cycle, member.review.answers) }));
  const sums = new Map<AnonymousRelation, UnitSum[]>();
  const raters = new Map<AnonymousRelation, Set<string>>();
  const groups: ShownGroup[] = [];
  for (const [relation, isShown] of shown.get(node.id) ?? []) {
    const everybody = new Set(children.flatMap((child) => [...(child.raters.get(relation) ?? [])]));
    const own = parts.map(({ member, answers }) => ({
      member,
      answers: answers.filter((answer) => answer.relation === relation),
    }));
    for (const { answers } of own) for (const { rater } of answers) everybody.add(rater);
    const cells = items.map((item, at): UnitSum => {
      const cell = sumOver(children.flatMap((child) => child.sums.get(relation)?.[at] ?? []));
      for (const { member, answers } of own)
        addMember(cell, cycle, sumOf(answers, item), isShownOf(member, relation, at));
      if (isShown[at]) tell(cell, cycle);
      return cell;
    });
    sums.set(relation, cells);
    raters.set(relation, everybody);
    groups.push({
      relation,
      weight: cycle.weights[relation] ?? 0,
      atLeast: isShown.includes(true) ? atLeast(everybody.size, cycle.threshold) : null,
      cells: cells.map(({ told }, at) => (isShown[at] ? addedUp(told) : null)),
      spreads: [],
      texts: [],
    });
  }
  return { sums, raters, groups };
}

const sumOver = (children: readonly UnitSum[]): UnitSum => ({
  told: children.flatMap(({ told }) => told),
  sum: children.reduce((total, { sum }) => total + sum, 0),
  count: children.reduce((total, { count }) => total + count, 0),
});

function sumOf(answers: readonly ReviewAnswer[], item: string): { sum: number; count: number } {
  const ratings = answers.flatMap(({ ratings }) => ratings[item] ?? []);
  return { sum: ratings.reduce((total, rating) => total + rating, 0), count: ratings.length };
}

function addMember(
  cell: UnitSum,
  { scale }: ReviewCycle,
  { sum, count }: { readonly sum: number; readonly count: number },
  isShown: boolean,
): void {
  if (isShown) cell.told.push(guardedSum(sum, count, scale));
  else {
    cell.sum += sum;
    cell.count += count;
  }
}

/** What was left becomes a part of what is told. */
function tell(cell: UnitSum, { scale }: ReviewCycle): void {
  if (cell.count > 0) cell.told.push(guardedSum(cell.sum, cell.count, scale));
  [cell.sum, cell.count] = [0, 0];
}
