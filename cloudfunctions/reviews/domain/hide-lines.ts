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
  const groups = hidden.map((_, group) => group);
  const items = (hidden[0] ?? []).map((_, item) => item);
  const isAsked = ([group, item]: Place): boolean => counts[group]?.[item] !== null;
  const lines = [
    ...items.map((item) => groups.map((group): Place => [group, item]).filter(isAsked)),
    ...groups.map((group) => items.map((item): Place => [group, item]).filter(isAsked)),
  ];
  for (let isChanged = true; isChanged; ) {
    isChanged = hideNextGroup(counts, hidden);
    for (const line of lines)
      if (!isBesideAnother(line, counts, hidden) && hideNext(line, counts, hidden)) isChanged = true;
  }
}

type Place = readonly [group: number, item: number];
type Counts = HiddenTable['counts'];

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

/**
 * Whether what is hidden of a line is of whole groups of which there are several: they hide each other, in items that one of
 * them is not asked as well.
 */
function isBesideAnother(line: readonly Place[], counts: Counts, hidden: boolean[][]): boolean {
  const whole = hidden.map((row, group) => isAll(row, counts[group]));
  if (whole.filter(Boolean).length < 2) return false;
  return line.every(([group, item]) => !hidden[group]?.[item] || whole[group]);
}

/** A line of cells with exactly one hidden one: the smallest of the others is hidden with it. */
function hideNext(line: readonly Place[], counts: Counts, hidden: boolean[][]): boolean {
  let already = 0;
  for (const [group, item] of line) if (hidden[group]?.[item]) already += 1;
  if (already !== 1 || line.length === 1) return false;
  const shown = line.filter(([group, item]) => !hidden[group]?.[item]);
  const costOf = ([group, item]: Place): number => {
    // Of equal ones the one whose other line is hidden in part already, so that less is lost in the end.
    const isCrossed = hidden[group]?.includes(true) && hidden.some((row) => row[item]);
    return 2 * (counts[group]?.[item] ?? 0) - (isCrossed ? 1 : 0);
  };
  const [group, item] = shown.reduce((a, b) => (costOf(b) < costOf(a) ? b : a));
  (hidden[group] as boolean[])[item] = true;
  return true;
}
