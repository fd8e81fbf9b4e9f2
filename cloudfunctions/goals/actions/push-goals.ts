import { array, check, maxLength, minLength, pipe, strictObject } from 'valibot';
import type { SheetOwner } from '#contracts/goal';
import type { GoalsContract } from '#contracts/goals';
import { day } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findCycle } from '../data/cycles';
import { pushable } from '../domain/push/push-objective';
import { requireDeadline } from '../domain/push/require-deadline';
import { requireOpen } from '../domain/require-open';
import { sheetIdOf } from '../domain/sheet';
import { textsOfObjective } from '../domain/written-texts';
import { cycleId, objective, owner } from '../inputs/goal';
import { pushTargets } from '../services/push/push-target';
import { pushTo } from '../services/push/push-to';

/** People and departments of one call; for more the phone calls again. */
const MAX_PUSHED = 50;

const isDistinct = (all: readonly SheetOwner[]): boolean =>
  new Set(all.map((each) => sheetIdOf('', each))).size === all.length;

const owners = pipe(
  array(owner),
  minLength(1),
  maxLength(MAX_PUSHED),
  check((all) => isDistinct(all), 'twice'),
);

/**
 * Pushes an objective to people and departments below; it counts once they confirm it. Idempotent by the objective's id.
 * @throws AppError NOT_FOUND for somebody who is not below, CYCLE_NOT_RUNNING, WEIGHTS_NOT_WHOLE, MEASURE_INVALID,
 * INPUT_INVALID for a deadline that is over, BUSY
 */
export const pushGoals = employeeAction<GoalsContract['push']>({
  input: strictObject({ cycleId, owners, objective, deadline: day }),
  allow: can('update', 'Goals'),
  texts: ({ objective: draft }) => textsOfObjective(draft),
  async run({ input, me, now }) {
    const draft = pushable(input.objective);
    requireDeadline(input.deadline, now);
    const targets = await pushTargets(input.owners, me, now);
    requireOpen(await findCycle(input.cycleId));
    const rows = targets.map((target) => ({ target, objective: draft }));
    return pushTo(rows, { cycleId: input.cycleId, deadline: input.deadline, me, now });
  },
});
