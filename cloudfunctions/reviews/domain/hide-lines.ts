/** Answers of a group to each item, and whether they are hidden: one row per group. */
export interface HiddenTable {
  readonly counts: readonly (readonly number[])[];
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
  const lines = [
    ...items.map((item) => groups.map((group): Place => [group, item])),
    ...groups.map((group) => items.map((item): Place => [group, item])),
  ];
  for (let isChanged = true; isChanged; ) {
    isChanged = hideNextGroup(counts, hidden);
    for (const line of lines) if (hideNext(line, counts, hidden)) isChanged = true;
  }
}

type Place = readonly [group: number, item: number];
type Counts = HiddenTable['counts'];

const isAll = (row: readonly boolean[] | undefined): boolean => (row ?? []).every(Boolean);

/** A whole group that is the only hidden one: the smallest of the others is hidden with it. */
function hideNextGroup(counts: Counts, hidden: boolean[][]): boolean {
  const shown = hidden.map((_, group) => group).filter((group) => !isAll(hidden[group]));
  if (shown.length === 0 || hidden.length - shown.length !== 1) return false;
  const sizeOf = (group: number): number => Math.max(...(counts[group] ?? []));
  const next = shown.reduce((a, b) => (sizeOf(b) < sizeOf(a) ? b : a));
  hidden[next]?.fill(true);
  return true;
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
