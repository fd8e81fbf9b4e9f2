import type { Instant } from '#contracts/common';
import { inParallel } from '../../shared/data/in-parallel';
import { replaceCycleState } from '../data/cycles';
import { findOpenSheets, takeBackSheet } from '../data/sheets';
import { CALL_OVER_MS, type Cycle } from '../domain/cycle';

/** Sheets of one run. */
const PAGE = 100;
const LANES = 10;

/**
 * Takes back sheets that were added to a cycle while it was closed, by calls that died before they looked again (`pushTo`,
 * `changeSheet`): nobody was told of them, and they would stay open for ever. Idempotent; once no such call can be running
 * any more, and nothing is open, the cycle is not looked at again.
 * @returns how many were taken back
 */
export async function takeBackLate(cycle: Cycle, now: Instant): Promise<number> {
  const open = await findOpenSheets(cycle._id, PAGE);
  // A call that may still be running looks again itself.
  const late = open.filter(({ touchedAt }) => touchedAt <= now - CALL_OVER_MS);
  const taken = await inParallel(late, LANES, takeBackSheet);
  const isOver = typeof cycle.recheckUntil === 'number' && cycle.recheckUntil <= now;
  if (isOver && open.length === 0) await replaceCycleState(cycle, { recheckUntil: null });
  return taken.filter(Boolean).length;
}
