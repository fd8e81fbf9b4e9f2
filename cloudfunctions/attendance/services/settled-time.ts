import type { Day, Month } from '#contracts/common';
import type { PayItems } from '#contracts/month';
import { findSettledOf } from '../data/settled-months';

/** What pay needs of a settled month. */
interface SettledTime {
  readonly pay: PayItems;
  readonly attended: number;
  readonly absent: number;
  readonly leaveDays: readonly Day[];
}

/**
 * The settled month of at most 1,000 people, by employee number; without those who are not settled, or whose month was
 * settled before the items of pay were kept. One call.
 */
export async function findSettledTime(
  employeeIds: readonly string[],
  month: Month,
): Promise<ReadonlyMap<string, SettledTime>> {
  const { settled } = await findSettledOf(employeeIds, month);
  return new Map(
    [...settled].flatMap(([id, { pay, totals, days }]) => {
      if (!pay) return [];
      const leaveDays = days.filter(({ state }) => state === 'leave').map(({ day }) => day);
      return [[id, { pay, attended: totals.attended, absent: totals.absent, leaveDays }] as const];
    }),
  );
}
