import type { ChangeEntry } from '#contracts/change';

/** Who changed something, when, and what; kept inside the document, so that change and entry are one write. */
export interface Change extends ChangeEntry {
  readonly byId: string;
}

/** The entries that are kept, the newest ones. */
const MAX_CHANGES = 50;

/** The history with one more entry, newest first. */
export function withChange(history: readonly Change[] | undefined, change: Change): Change[] {
  return [change, ...(history ?? [])].slice(0, MAX_CHANGES);
}

/** What people may see of it. */
export function changeEntries(history: readonly Change[] | undefined): ChangeEntry[] {
  return (history ?? []).map(({ byId: _, ...entry }) => entry);
}
