import type { Month } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import type { SettledMonth } from '../domain/settled-month';

const settled = collection<SettledMonth>('settled_months');

const idOf = (employeeId: string, month: Month): string => `${employeeId}:${month}`;

/** The settled month of at most 1,000 people, by employee number. */
export async function findSettledOf(
  employeeIds: readonly string[],
  month: Month,
): Promise<ReadonlyMap<string, SettledMonth>> {
  const found = await settled.byIds(employeeIds.map((id) => idOf(id, month)));
  return new Map(found.map((each) => [each.employeeId, each]));
}

/** A month's people with open punches, sorted by employee number, starting after `cursor`. */
export const findOpenAfter = (month: Month, cursor: string, limit: number): Promise<SettledMonth[]> =>
  settled.list((_) => ({ month, isOpen: true, employeeId: _.gt(cursor) }), limit, [['employeeId', 'asc']]);

/**
 * Saves one person's month: adds it, or updates it if it is unchanged since it was read.
 * @returns false after a concurrent change
 */
export async function saveSettled(
  before: SettledMonth | undefined,
  updated: Omit<SettledMonth, '_id' | 'rev'>,
): Promise<boolean> {
  const _id = idOf(updated.employeeId, updated.month);
  if (!before) return (await settled.add({ _id, rev: 1, ...updated })) === 'added';
  const { rev } = before;
  const changed = await settled.updateWhere(
    () => ({ _id, rev }),
    () => ({ ...updated, rev: rev + 1 }),
  );
  return changed === 1;
}
