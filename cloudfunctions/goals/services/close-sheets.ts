import type { Instant } from '#contracts/common';
import { inParallel } from '../../shared/data/in-parallel';
import { findCycle, replaceCycleState } from '../data/cycles';
import { findOpenSheets, findSheetsByIds, replaceSheet } from '../data/sheets';
import { CALL_OVER_MS } from '../domain/cycle';
import { WITHOUT_REMINDERS } from '../domain/push/found-by';
import type { Sheet } from '../domain/sheet';
import { rollUp } from './roll-up';

const PAGE = 100;
const LANES = 10;
/** What a page takes at least, ms: it is over before the time of the run is. */
const PAGE_MS = 2_000;

/**
 * Closes the open sheets of a closing cycle, tier by tier from the lowest, and then the cycle itself. What is above is told a
 * last time before a sheet is closed. Idempotent; stops at `deadline` (in terms of `performance.now()`) and goes on in the
 * next run.
 * @returns how many were closed
 */
export async function closeSheets(cycleId: string, now: Instant, deadline: number): Promise<number> {
  let closed = 0;
  let longest = PAGE_MS;
  // On a slow database a page takes longer: the slowest one before tells how long.
  while (performance.now() < deadline - longest) {
    const began = performance.now();
    const page = await findOpenSheets(cycleId, PAGE);
    const [first] = page;
    if (!first) {
      const cycle = await findCycle(cycleId);
      if (cycle?.state === 'closing') {
        const recheckUntil = (now + CALL_OVER_MS) as Instant;
        await replaceCycleState(cycle, { state: 'closed', recheckUntil });
      }
      return closed;
    }
    const tier = page.filter((sheet) => sheet.tier === first.tier);
    const done = await inParallel(tier, LANES, (sheet) => closeSheet(sheet, now));
    closed += done.filter(Boolean).length;
    longest = Math.max(longest, performance.now() - began);
    // Nothing could be closed because others are writing: the next run tries again.
    if (!done.some(Boolean)) return closed;
  }
  return closed;
}

async function closeSheet(sheet: Sheet, now: Instant): Promise<boolean> {
  if (sheet.rollUp === 'due') {
    const { isComplete } = await rollUp(sheet, await findSheetsByIds(sheet.above), now);
    if (!isComplete) return false;
  }
  const closed = {
    ...sheet,
    ...(sheet.asked && WITHOUT_REMINDERS),
    state: 'closed',
    left: [],
    quietOn: null,
  } as const;
  return replaceSheet(sheet, { ...closed, rollUp: 'done', rev: sheet.rev + 1 });
}
