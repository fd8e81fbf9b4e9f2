import type { ChangeEntry } from '#contracts/change';
import type { Month } from '#contracts/common';

/** Who changed what, and when; stored inside the document, so that change and entry are one write. */
export interface Change extends ChangeEntry {
  readonly byId: string;
  /** The months from which what was changed holds, where that decides who locks them; absent in older entries. */
  readonly months?: readonly Month[];
}

/** How many entries are kept; older ones are dropped. */
const MAX_CHANGES = 50;

/** The history with one more entry, newest first. */
export function withChange(history: readonly Change[] | undefined, change: Change): Change[] {
  return [change, ...(history ?? [])].slice(0, MAX_CHANGES);
}

/** The entries without internal fields, as users see them. */
export function changeEntries(history: readonly Change[] | undefined): ChangeEntry[] {
  return (history ?? []).map(({ byId: _by, months: _months, ...entry }) => entry);
}
