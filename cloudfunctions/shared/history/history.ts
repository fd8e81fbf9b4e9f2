import type { ChangeEntry } from '#contracts/change';

/** Who changed what, and when; stored inside the document, so that change and entry are one write. */
export interface Change extends ChangeEntry {
  readonly byId: string;
}

/** How many entries are kept; older ones are dropped. */
const MAX_CHANGES = 50;

/** The history with one more entry, newest first. */
export function withChange(history: readonly Change[] | undefined, change: Change): Change[] {
  return [change, ...(history ?? [])].slice(0, MAX_CHANGES);
}

/** The entries without internal fields, as users see them. */
export function changeEntries(history: readonly Change[] | undefined): ChangeEntry[] {
  return (history ?? []).map(({ byId: _, ...entry }) => entry);
}
