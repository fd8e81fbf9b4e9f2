import { optional, picklist, strictObject } from 'valibot';
import type { Day } from '#contracts/common';
import type { GoalsContract } from '#contracts/goals';
import { addDays, dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { day, integerBetween } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { addCycle, findCycle, replaceReminding } from '../data/cycles';
import { briefOf, cycleOn } from '../domain/cycle';
import { forgetCycles } from '../services/find-cycles';

/** A month of workdays and more. */
const MAX_REMIND_AFTER = 30;

/**
 * Opens the cycle of a kind that a day is in; goals can be agreed from then on, and reported once it has begun. Idempotent.
 * With `remindAfter` it also changes when people of an open cycle are reminded.
 * @throws AppError CYCLE_EXISTS if it was closed before, MONTH_OUT_OF_RANGE beyond a year from now, BUSY
 */
export const saveCycle = employeeAction<GoalsContract['saveCycle']>({
  input: strictObject({
    ...{ kind: picklist(['month', 'quarter', 'year']), from: day },
    remindAfter: optional(integerBetween(0, MAX_REMIND_AFTER)),
  }),
  allow: can('update', 'GoalCycles'),
  async run({ input: { kind, from, remindAfter }, me, now }) {
    const plan = cycleOn(kind, from);
    requireNear(from, dayOf(now));
    const state = plan.from <= dayOf(now) ? 'running' : 'planned';
    const setting = remindAfter !== undefined && { remindAfter };
    const cycle = { ...plan, ...setting, state, rev: 1, openedAt: now, openedBy: me._id } as const;
    forgetCycles();
    if ((await addCycle(cycle)) === 'added') return { cycle: briefOf(cycle) };
    const stored = await findCycle(plan._id);
    if (!stored || stored.state === 'closing' || stored.state === 'closed')
      throw new AppError('CYCLE_EXISTS', { cycleId: plan._id });
    if (!setting || stored.remindAfter === remindAfter) return { cycle: briefOf(stored) };
    if (!(await replaceReminding(stored, setting.remindAfter))) throw new AppError('BUSY', {});
    return { cycle: briefOf({ ...stored, ...setting }) };
  },
});

/** Days before and after today within which a cycle is opened. */
const MAX_DAYS = 400;

function requireNear(from: Day, today: Day): void {
  const [first, last] = [addDays(today, -MAX_DAYS), addDays(today, MAX_DAYS)];
  if (from < first || from > last)
    throw new AppError('MONTH_OUT_OF_RANGE', { from: first.slice(0, 7), to: last.slice(0, 7) });
}
