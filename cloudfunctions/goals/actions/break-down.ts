import { array, check, maxLength, minLength, pipe, strictObject } from 'valibot';
import type { GoalsContract } from '#contracts/goals';
import { briefOf } from '../../people/rules';
import { AppError } from '../../shared/errors/app-error';
import { day, version } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { withObjective } from '../domain/amend';
import { divisible, shareObjectives, withDivided } from '../domain/push/break-down';
import { pushable } from '../domain/push/push-objective';
import { requireDeadline } from '../domain/push/require-deadline';
import { requireOpen } from '../domain/require-open';
import { sheetIdOf } from '../domain/sheet';
import { cycleId, figure, goalId, owner, weight } from '../inputs/goal';
import { accessTo } from '../services/access';
import { pushTargets } from '../services/push/push-target';
import { pushTo } from '../services/push/push-to';
import { changeSheet } from '../services/save-sheet';

const row = strictObject({ owner, target: figure });
const rows = pipe(
  array(row),
  minLength(1),
  maxLength(50),
  check((all) => new Set(all.map((each) => sheetIdOf('', each.owner))).size === all.length, 'twice'),
);

/**
 * Divides a key result over people and departments below: it is the sum of theirs from now on, and each is pushed a share.
 * The key result is changed first, and a call that ended half-way is completed by the same call. Idempotent by `id`.
 * @throws AppError NOT_FOUND, CYCLE_NOT_RUNNING, VERSION_CONFLICT, INPUT_INVALID for what cannot be added up, MEASURE_INVALID
 * for a share that ends where it starts, BUSY
 */
export const breakDown = employeeAction<GoalsContract['breakDown']>({
  input: strictObject({
    ...{ cycleId, owner, keyResultId: goalId, rev: version, id: goalId, weight, deadline: day, rows },
  }),
  allow: can('update', 'Goals'),
  async run({ input, me, now }) {
    const access = await accessTo(input.owner, me, now);
    if (!access.canEdit || input.owner.kind === 'person') throw new AppError('NOT_FOUND', { what: 'goals' });
    requireDeadline(input.deadline, now);
    const targets = await pushTargets(
      input.rows.map((each) => each.owner),
      me,
      now,
    );
    const { keyResultId, id } = input;
    let planned: ReturnType<typeof divisible> | undefined;
    let rev = 0;
    await changeSheet(sheetIdOf(input.cycleId, input.owner), now, ({ sheet, cycle }) => {
      const open = requireOpen(cycle, sheet);
      planned = divisible(sheet, keyResultId);
      rev = sheet.planRev;
      // Said again: what is left is to push what the call before has not.
      if (planned.keyResult.divided === id) return null;
      if (sheet.planRev !== input.rev) throw new AppError('VERSION_CONFLICT', { version: sheet.planRev });
      // Before anything is written: every share can be reached.
      for (const each of shareObjectives(planned, input.rows, input)) pushable(each);
      const by = { by: briefOf(me), at: now, reason: planned.keyResult.title, cycle: open };
      const changed = withDivided(sheet, keyResultId, id).reduce(
        (each, objective) => withObjective(each, objective, by) ?? each,
        sheet,
      );
      rev = changed.planRev;
      return changed;
    });
    const objectives = shareObjectives(planned as ReturnType<typeof divisible>, input.rows, input);
    const pushes = targets.map((target, at) => ({ target, objective: pushable(objectives[at] as never) }));
    const { deadline } = input;
    const result = await pushTo(pushes, { cycleId: input.cycleId, deadline, me, now });
    return { ...result, rev };
  },
});
