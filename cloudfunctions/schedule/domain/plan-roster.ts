import type { Day } from '#contracts/common';
import { AppError } from '../../shared/errors/app-error';
import { changedKeys } from '../../shared/history/changed-keys';
import { type Change, withChange } from '../../shared/history/history';
import type { RosterMonth } from '../data/rosters';

/** The edited month of one person, and the revision that the editor saw. */
export interface RosterEdit {
  readonly _id: string;
  readonly rev: number;
  readonly days: Readonly<Record<Day, string>>;
}

type Stored = Pick<RosterMonth, 'rev' | 'days'> & Partial<Pick<RosterMonth, 'history'>>;
const NOTHING: Stored = { rev: 0, days: {} };

/**
 * The months to be written; unchanged rows, including those saved by an earlier attempt, are skipped.
 * @throws AppError VERSION_CONFLICT if one of them was changed concurrently
 */
export function planRoster(
  edits: readonly RosterEdit[],
  stored: ReadonlyMap<string, RosterMonth>,
  change: Omit<Change, 'version' | 'what'>,
): RosterMonth[] {
  return edits.flatMap(({ _id, rev, days }) => {
    const before: Stored = stored.get(_id) ?? NOTHING;
    const what = changedKeys(before.days, days);
    if (before.rev !== rev && !(before.rev === rev + 1 && what.length === 0))
      throw new AppError('VERSION_CONFLICT', { version: before.rev });
    if (what.length === 0) return [];
    const entry = { ...change, version: rev + 1, what, ...valuesOf(before.days, days, what) };
    return [{ _id, rev: rev + 1, days, history: withChange(before.history, entry) }];
  });
}

/** A change of more days is a new plan: it is stored without the old one, to keep the document small. */
const MAX_VALUES = 7;

function valuesOf(
  before: RosterEdit['days'],
  after: RosterEdit['days'],
  what: string[],
): Pick<Change, 'values'> {
  if (what.length > MAX_VALUES) return {};
  const pairs = what.map((day) => [day, [before[day as Day] ?? null, after[day as Day] ?? null]] as const);
  return { values: Object.fromEntries(pairs) };
}
