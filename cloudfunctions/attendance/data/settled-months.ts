import type { Month } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import { inParallel } from '../../shared/data/in-parallel';
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

/** A person's month as it was read, if it was there, and as it is now. */
export interface MonthToSave {
  readonly before: SettledMonth | undefined;
  readonly now: Omit<SettledMonth, '_id' | 'rev'>;
}

/** Concurrent updates. */
const MAX_PARALLEL_UPDATES = 20;

/** Saves months: adds those that were not there, and updates the others if they are unchanged since they were read. */
export async function saveSettled(months: readonly MonthToSave[]): Promise<void> {
  const added = months.flatMap(({ before, now }) =>
    before ? [] : [{ _id: idOf(now.employeeId, now.month), rev: 1, ...now }],
  );
  await settled.addMissing(added);
  await inParallel(months, MAX_PARALLEL_UPDATES, async ({ before, now }) => {
    if (!before) return;
    const { _id, rev } = before;
    await settled.updateWhere(
      () => ({ _id, rev }),
      () => ({ ...now, rev: rev + 1 }),
    );
  });
}
