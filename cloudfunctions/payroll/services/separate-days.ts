import type { Day, Month } from '#contracts/common';
import { addMonths } from '../../shared/calendar/company-time';
import { findOwnOneOffs } from '../data/one-off-pay';
import { findPublished } from '../data/pay-runs';
import { MONTHS_TO_PAY } from './pay-day';

/**
 * The days on which bonuses of other months are paid that are taxed by themselves: those of their runs, and where none has
 * begun those that they were entered with. The wages of a year before may be paid in the year. Two calls at most.
 */
export async function separateDays(employeeId: string, without: Month, paidOn: Day): Promise<readonly Day[]> {
  const january = `${paidOn.slice(0, 4)}-01` as Month;
  const found = await findOwnOneOffs(employeeId, addMonths(january, -MONTHS_TO_PAY), without);
  const separate = found.filter(({ bonus }) => bonus?.way === 'separate');
  const runs = separate.length > 0 ? await findPublished(separate.map(({ month }) => month)) : [];
  const dayOfRun = new Map(runs.map((run) => [run._id as string, run.paidOn]));
  return separate.flatMap(({ month, paidOn: day }) => dayOfRun.get(month) ?? day ?? []);
}

/** The first of these days that is in the tax year of another one; null for none. */
export const inYearOf = (paidOn: Day, days: readonly Day[]): Day | null =>
  days.find((day) => day.slice(0, 4) === paidOn.slice(0, 4)) ?? null;
