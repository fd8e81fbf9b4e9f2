/** Answers of a group to each item, and whether they are hidden: one row per group. */
export interface HiddenTable {
  /** Null: nobody of the group is asked this item, which everybody knows, so that there is nothing to hide. */
  readonly counts: readonly (readonly (number | null)[])[];
  /** Changed: more of it is hidden afterwards. */
  readonly hidden: boolean[][];
}

/**
 * Hides more, the smallest first, until neither a whole group, nor an item of a group, nor a group of an item is the only
 * one that is hidden beside something that is shown ("strong protection" of Lattice, complementary suppression): what is
 * hidden alone could be derived from any figure that includes it. Decided by counts only, never by what was answered, so
 * that being hidden says nothing about the answers.
 */
export function hideLines({ counts, hidden }: HiddenTable): void {
  if (!hidden.some((row) => row.includes(true))) return;
  const table = { counts, hidden, items: hidden[0]?.length ?? 0 };
  for (let isChanged = true; isChanged; ) {
    isChanged = hideNextGroup(counts, hidden);
    for (let item = 0; item < table.items; item += 1)
      if (hideNext(table, { isItem: true, at: item })) isChanged = true;
    for (let group = 0; group < hidden.length; group += 1)
      if (hideNext(table, { isItem: false, at: group })) isChanged = true;
  }
}

type Counts = HiddenTable['counts'];

interface Table extends HiddenTable {
  readonly items: number;
}

/** The groups of an item, or the items of a group. */
interface Line {
  readonly isItem: boolean;
  readonly at: number;
}

/** What is not asked is hidden neither way. */
const isAll = (row: readonly boolean[] | undefined, counts: Counts[number] | undefined): boolean =>
  (row ?? []).every((isHidden, item) => isHidden || counts?.[item] === null);

/** A whole group that is the only hidden one: the smallest of the others is hidden with it. */
function hideNextGroup(counts: Counts, hidden: boolean[][]): boolean {
  const shown = hidden.map((_, group) => group).filter((group) => !isAll(hidden[group], counts[group]));
  if (shown.length === 0 || hidden.length - shown.length !== 1) return false;
  const sizeOf = (group: number): number => Math.max(...(counts[group] ?? []).map(Number));
  const next = shown.reduce((a, b) => (sizeOf(b) < sizeOf(a) ? b : a));
  hidden[next]?.fill(true);
  return true;
}

/** A line of cells with exactly one hidden one: the smallest of the others is hidden with it. */
function hideNext(table: Table, line: Line): boolean {
  const { counts, hidden, items } = table;
  const length = line.isItem ? hidden.length : items;
  let already = -1;
  let asked = 0;
  // Without lists of cells: it is done for each line of everybody with something hidden, and nearly all are left as they are.
  for (let each = 0; each < length; each += 1) {
    const group = line.isItem ? each : line.at;
    const item = line.isItem ? line.at : each;
    if (counts[group]?.[item] === null) continue;
    asked += 1;
    if (!hidden[group]?.[item]) continue;
    if (already !== -1) return false;
    already = group;
  }
  if (already === -1 || asked === 1 || isBesideAnother(already, counts, hidden)) return false;
  const [group, item] = smallest(table, line);
  (hidden[group] as boolean[])[item] = true;
  return true;
}

/**
 * Whether the only hidden group of a line is hidden as a whole beside another one: they hide each other, in items that one of
 * them is not asked as well.
 */
const isBesideAnother = (group: number, counts: Counts, hidden: boolean[][]): boolean =>
  isAll(hidden[group], counts[group]) &&
  hidden.some((row, other) => other !== group && isAll(row, counts[other]));

/** The cell of a line that is hidden next: the smallest, the first one of several. */
function smallest({ counts, hidden, items }: Table, { isItem, at }: Line): readonly [number, number] {
  let next = -1;
  let cost = Number.POSITIVE_INFINITY;
  for (let each = 0; each < (isItem ? hidden.length : items); each += 1) {
    const group = isItem ? each : at;
    const item = isItem ? at : each;
    const count = counts[group]?.[item] ?? null;
    if (count === null || hidden[group]?.[item]) continue;
    // Of equal ones the one whose other line is hidden in part already, so that less is lost in the end.
    const isCrossed = hidden[group]?.includes(true) && hidden.some((row) => row[item]);
    const own = 2 * count - (isCrossed ? 1 : 0);
    if (own >= cost) continue;
    next = each;
    cost = own;
  }
  return isItem ? [next, at] : [at, next];
}
