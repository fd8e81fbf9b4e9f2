import type { Share } from '#contracts/goal';
import { withPartsOf, withRevisions } from '../../cloudfunctions/goals/domain/roll-up';
import type { Sheet } from '../../cloudfunctions/goals/domain/sheet';
import { emptySheet } from '../../cloudfunctions/goals/domain/sheet';
import { FULL, meanFrom, meanOf, type Weighted } from '../../miniprogram/common/goals/share';

/** Objectives below one another: ten below each of those above. */
const FAN = 10;

interface Tree {
  /** The place of what is above, by place; -1 at the top. What is above always comes first. */
  readonly parents: Int32Array;
  readonly shares: Float64Array;
}

export function treeOf(nodes: number): Tree {
  const parents = Int32Array.from({ length: nodes }, (_, at) => (at === 0 ? -1 : Math.floor((at - 1) / FAN)));
  const shares = Float64Array.from({ length: nodes }, (_, at) => ((at * 7919) % 101) * (FULL / 100));
  return { parents, shares };
}

/**
 * Every node in one pass from below, by the mean of the product: what is below a place is added up as it comes, without a row for
 * each. Rows would all live until the pass is over: 100,000 of them cost more to collect than to add. @returns the progress of
 * the top
 */
export function rollUpAll({ parents, shares }: Tree): Share {
  const sums = new Float64Array(parents.length);
  const weights = new Float64Array(parents.length);
  for (let at = parents.length - 1; at > 0; at -= 1) {
    const share = meanFrom(sums[at] ?? 0, weights[at] ?? 0) ?? shares[at] ?? 0;
    const parent = parents[at] ?? 0;
    const weight = 1 + (at % 5);
    sums[parent] = (sums[parent] ?? 0) + weight * share;
    weights[parent] = (weights[parent] ?? 0) + weight;
  }
  return meanFrom(sums[0] ?? 0, weights[0] ?? 0) ?? shares[0] ?? 0;
}

/** The naive way: each node looks for what is below it among all. @returns the progress of the top */
export function searchForChildren({ parents, shares }: Tree): Share {
  const known = new Float64Array(parents.length);
  for (let at = parents.length - 1; at >= 0; at -= 1) {
    const below: Weighted[] = [];
    parents.forEach((parent, child) => {
      if (parent === at) below.push({ weight: 1 + (child % 5), share: known[child] ?? 0 });
    });
    known[at] = meanOf(below) ?? shares[at] ?? 0;
  }
  return known[0] ?? 0;
}

/** A person, a team of thirty, a department and the company, each added up by the one above. */
const LEVELS = 4;
const TEAM = 30;

/** Sheets from the person up to the company; each one above knows thirty others already. */
export function chainOfSheets(): Sheet[] {
  const idOf = (level: number): string => `2026-11:p-L${level}`;
  return Array.from({ length: LEVELS }, (_, level): Sheet => {
    const own = emptySheet('2026-11', { kind: 'person', id: `L${level}` }, level, 1 as Sheet['touchedAt']);
    const above = { sheetId: idOf(level + 1), objectiveId: 'o', keyResultId: 'k' };
    const measure = { kind: 'raise', start: 0, target: 1_000, unit: '' } as const;
    const keyResult = {
      ...{ id: 'k', title: 'k', measure, weight: 100 },
      source: level === 0 ? ('own' as const) : ('sum' as const),
      ...(level < LEVELS - 1 && { partOf: above }),
    };
    const objective = { id: 'o', title: 'o', weight: 100, keyResults: [keyResult], alignedWeight: 0 };
    const others = Object.fromEntries(
      Array.from({ length: TEAM }, (_, at) => [
        `2026-11:p-X${at}/o/k`,
        { weight: 1, share: 0, value: at, hasData: true, rev: 1 },
      ]),
    );
    return {
      ...own,
      objectives: [{ ...objective, alignedTo: [], state: 'active' }],
      base: level === 0 ? { k: { value: 1 } } : {},
      parts: level === 0 ? {} : { k: others },
      rev: 1,
    };
  });
}

/** A figure of the person moves all sheets above. @returns how many sheets are to be written */
export function moveUp(chain: readonly Sheet[], value: number): number {
  const [person, ...above] = chain;
  if (!person) return 0;
  let below = withRevisions(person, { ...person, base: { k: { value } } });
  let written = 1;
  for (const sheet of above) {
    const parts = withPartsOf(sheet, below);
    if (parts === sheet.parts) break;
    below = withRevisions(sheet, { ...sheet, parts });
    written += 1;
  }
  return written;
}
