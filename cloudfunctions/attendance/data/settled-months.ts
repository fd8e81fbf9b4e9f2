import type { Month } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import { inParallel } from '../../shared/data/in-parallel';
import {
  day,
  figure,
  listOfObjects,
  maybe,
  month,
  objectOf,
  text,
  yesOrNo,
} from '../../shared/faults/checks';
import { isLeftOut } from '../../shared/faults/fault';
import type { SettledMonth } from '../domain/settled-month';

const FIGURES = {
  totals: objectOf({}),
  workedMinutes: figure,
  pay: maybe(objectOf({})),
  days: listOfObjects({ day, state: text, workedMinutes: figure }),
  settledAt: figure,
};
const settled = collection<SettledMonth>('settled_months', {
  employeeId: text,
  month,
  departmentId: text,
  rev: figure,
  inputs: text,
  ...FIGURES,
  rules: listOfObjects({ id: text, version: figure }),
  open: maybe(listOfObjects({ day, kind: text, slot: text })),
  isOpen: maybe(yesOrNo),
  earlier: maybe(listOfObjects({ ...FIGURES, lockedAt: figure })),
});

const idOf = (employeeId: string, month: Month): string => `${employeeId}:${month}`;

interface SettledPeople {
  /** By employee number. */
  readonly settled: ReadonlyMap<string, SettledMonth>;
  /** Numbers of people whose result is there and cannot be used: it is neither settled again nor told as a difference. */
  readonly leftOut: ReadonlySet<string>;
}

/** The settled month of at most 1,000 people. */
export async function findSettledOf(employeeIds: readonly string[], month: Month): Promise<SettledPeople> {
  const found = await settled.byIds(employeeIds.map((id) => idOf(id, month)));
  return {
    settled: new Map(found.map((each) => [each.employeeId, each])),
    leftOut: new Set(employeeIds.filter((id) => isLeftOut(settled.name, idOf(id, month)))),
  };
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
