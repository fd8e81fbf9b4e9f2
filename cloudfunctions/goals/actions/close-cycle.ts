import { strictObject } from 'valibot';
import type { GoalsContract } from '#contracts/goals';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findCycle, replaceCycleState } from '../data/cycles';
import { countOpenReviews, countOpenSheets } from '../data/sheets';
import { briefOf, type Cycle } from '../domain/cycle';
import { cycleId } from '../inputs/goal';
import { closeSheets } from '../services/close-sheets';
import { forgetCycles } from '../services/find-cycles';

/** How long one call closes sheets, ms; the timer goes on. */
const CALL_MS = 7_000;

/**
 * Closes a cycle: nothing can be reported any more, and its sheets are closed from the lowest up. Idempotent; the answer says
 * how many are still open, and how many closing reviews are missing: they may still come for some workdays.
 * @throws AppError NOT_FOUND, CYCLE_NOT_RUNNING if it has not begun, BUSY
 */
export const closeCycle = employeeAction<GoalsContract['closeCycle']>({
  input: strictObject({ cycleId }),
  allow: can('update', 'GoalCycles'),
  async run({ input, now }) {
    const cycle = await findCycle(input.cycleId);
    if (!cycle) throw new AppError('NOT_FOUND', { what: 'cycle' });
    if (cycle.state === 'planned')
      throw new AppError('CYCLE_NOT_RUNNING', { cycleId: cycle._id, state: cycle.state });
    await beginClosing(cycle);
    if (cycle.state !== 'closed') await closeSheets(cycle._id, now, performance.now() + CALL_MS);
    forgetCycles();
    const after = (await findCycle(cycle._id)) ?? cycle;
    const open = await countOpenSheets(cycle._id);
    return { cycle: briefOf(after), open, reviews: await countOpenReviews(cycle._id) };
  },
});

/** Whoever agrees goals changes the cycle as well. */
const TRIES = 4;

/** @throws AppError BUSY where goals are agreed again and again meanwhile */
async function beginClosing(found: Cycle): Promise<void> {
  let cycle: Cycle | null = found;
  for (let left = TRIES; left > 0 && cycle?.state === 'running'; left -= 1) {
    if (await replaceCycleState(cycle, { state: 'closing' })) return;
    cycle = await findCycle(found._id);
  }
  if (cycle?.state === 'running') throw new AppError('BUSY', {});
}
