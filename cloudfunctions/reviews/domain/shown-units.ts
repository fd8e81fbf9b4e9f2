import type { AnonymousRelation } from '#contracts/review';
import { hideLines } from './hide-lines';
import { askedCountsOf } from './publish-review';
import { ANONYMOUS, inTime, type ReviewCycle, type UnitMember } from './review';
import type { UnitNode } from './unit-tree';

/** Whether a unit's group is shown, per rating item, by unit and relation; relations that nobody was asked in are absent. */
export type ShownUnits = ReadonlyMap<string, ReadonlyMap<AnonymousRelation, readonly boolean[]>>;

/** A group of a unit for one item. */
interface UnitCell {
  isShown: boolean;
  /** All answers in the unit. */
  count: number;
  /** Raters, up to the threshold, of answers that are in nothing that is shown inside the unit. */
  rest: Set<string>;
  /** The largest units inside it that are shown. */
  below: UnitCell[];
}

/**
 * Decides which groups of which units are shown. A unit less everything that is shown inside of it must be nobody or at
 * least `threshold` raters: otherwise whoever subtracts (a department of eight and its team of six) gets at few. Where it
 * is not, the smallest shown unit inside is hidden, and where that does not help the unit itself. Persons are never
 * hidden for the sake of a unit: theirs are published first. Lines of one unit follow the same rule as those of a person.
 * Decided by who answered only, never by what.
 * @param nodes every one after those inside of it
 */
export function shownUnits(
  cycle: ReviewCycle,
  items: readonly string[],
  nodes: readonly UnitNode[],
): ShownUnits {
  const cells = new Map<string, Map<AnonymousRelation, UnitCell[]>>();
  for (const node of nodes) cells.set(node.id, cellsOf(cycle, items, node, cells));
  return new Map([...cells].map(([unit, own]) => [unit, shownLines(cycle, own)]));
}

type Cells = ReadonlyMap<string, ReadonlyMap<AnonymousRelation, readonly UnitCell[]>>;

function cellsOf(
  cycle: ReviewCycle,
  items: readonly string[],
  node: UnitNode,
  below: Cells,
): Map<AnonymousRelation, UnitCell[]> {
  const own = new Map<AnonymousRelation, UnitCell[]>();
  const parts = node.members.map((member) => ({ member, answers: inTime(cycle, member.review.answers) }));
  for (const relation of ANONYMOUS) {
    const inside = node.children.flatMap(({ id }) => below.get(id)?.get(relation) ?? []);
    const isAsked = parts.some(({ member }) => member.review.asked.includes(relation));
    if (inside.length === 0 && !isAsked) continue;
    own.set(
      relation,
      items.map((item, at) => {
        const children = node.children.flatMap(({ id }) => below.get(id)?.get(relation)?.[at] ?? []);
        const cell = cellOver(children, cycle.threshold);
        let hasShown = cell.below.length > 0;
        for (const { member, answers } of parts) {
          const isShown = isShownOf(member, relation, at);
          hasShown ||= isShown;
          for (const { rater, relation: role, ratings } of answers) {
            if (role !== relation || ratings[item] === undefined) continue;
            cell.count += 1;
            if (!isShown && cell.rest.size < cycle.threshold) cell.rest.add(rater);
          }
        }
        decide(cell, hasShown, cycle.threshold);
        return cell;
      }),
    );
  }
  return own;
}

/** Whether a person's cell was published. */
export const isShownOf = ({ snapshot }: UnitMember, relation: AnonymousRelation, at: number): boolean =>
  Boolean(snapshot.figures.groups.find((group) => group.relation === relation)?.cells[at]?.mean);

function cellOver(children: readonly UnitCell[], threshold: number): UnitCell {
  const cell: UnitCell = { isShown: false, count: 0, rest: new Set(), below: [] };
  for (const child of children) {
    cell.count += child.count;
    if (child.isShown) cell.below.push(child);
    else takeOver(cell, child, threshold);
  }
  return cell;
}

/** What was left of a unit that is hidden is left of the one around it. */
function takeOver(cell: UnitCell, hidden: UnitCell, threshold: number): void {
  for (const rater of hidden.rest) if (cell.rest.size < threshold) cell.rest.add(rater);
  cell.below.push(...hidden.below);
}

/** @param hasShown something inside of the unit is shown */
function decide(cell: UnitCell, hasShown: boolean, threshold: number): void {
  if (cell.rest.size === 0) {
    cell.isShown = hasShown;
    return;
  }
  if (cell.rest.size < threshold) {
    const helpful = cell.below.filter(({ rest }) => rest.size > 0);
    if (helpful.length === 0) return;
    const next = helpful.reduce((a, b) => (b.count < a.count ? b : a));
    next.isShown = false;
    cell.below = cell.below.filter((each) => each !== next);
    takeOver(cell, next, threshold);
  }
  cell.isShown = true;
}

function shownLines(
  cycle: ReviewCycle,
  own: ReadonlyMap<AnonymousRelation, readonly UnitCell[]>,
): Map<AnonymousRelation, readonly boolean[]> {
  const groups = [...own];
  const hidden = groups.map(([, cells]) => cells.map(({ isShown }) => !isShown));
  const counts = groups.map(([relation, cells]) =>
    askedCountsOf(
      cycle,
      relation,
      cells.map(({ count }) => count),
    ),
  );
  hideLines({ counts, hidden });
  return new Map(groups.map(([relation], index) => [relation, (hidden[index] ?? []).map((each) => !each)]));
}
