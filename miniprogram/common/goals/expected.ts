import type { Share } from '#contracts/goal';
import { FULL, ratio } from './share';

/** The workdays of a cycle: how many there are, and how many are over at the end of today. */
export interface Elapsed {
  readonly workdays: number;
  readonly gone: number;
}

/** What should be done by the end of today if every workday brings the same. */
export const expectedShare = ({ workdays, gone }: Elapsed): Share =>
  workdays === 0 ? FULL : ratio(Math.min(gone, workdays), workdays);

/**
 * Workdays between today and the day on which today's progress was due; above 0 is late, below 0 is early. The day that a
 * share is due on is the first one whose expected share reaches it.
 */
export function workdaysLate(counted: Share, { workdays, gone }: Elapsed): number {
  const dueOn = Math.ceil((counted / FULL) * workdays - ROUNDED);
  return Math.min(gone, workdays) - dueOn;
}

/** A share that is short of a day by less than this is that day: shares are rounded at the ninth digit. */
const ROUNDED = 1e-6;
