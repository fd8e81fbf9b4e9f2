import { strictObject } from 'valibot';
import type { RequestRulesContract } from '#contracts/request-rules';
import { AppError } from '../../shared/errors/app-error';
import { planSave } from '../../shared/history/plan-save';
import { version } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findLeaveSetting, findLeaveTypesNow, MAX_LEAVE_TYPES, putLeaveSetting } from '../data/leave-types';
import { checkLeaveType } from '../domain/check-leave-type';
import { leaveTypeAnswer } from '../domain/leave-type-answer';
import { editedLeaveType } from '../inputs/leave-type';

/**
 * Saves a leave type; a new one, and a shipped one that nobody has changed, have the expected version 0. What was
 * granted before stays as it was granted. Less than the law gives is saved and named in `warnings`.
 * @throws AppError INPUT_INVALID, NOT_FOUND, VERSION_CONFLICT
 */
export const saveLeaveType = employeeAction<RequestRulesContract['saveLeaveType']>({
  input: strictObject({ type: editedLeaveType, expectedVersion: version }),
  allow: can('update', 'LeaveTypes'),
  async run({ input: { type, expectedVersion }, me, now }) {
    checkLeaveType(type);
    const { id: _id, ...parts } = type;
    const before = await findLeaveSetting(_id);
    if (!before) await requireNew(expectedVersion, now);
    const { name, enabled, rules, version: current = 0, history } = before ?? {};
    const plan = planSave(
      { version: current, parts: { name, enabled, rules }, history },
      parts,
      expectedVersion,
      {
        me,
        now,
      },
    );
    if (plan.save) {
      const after = { _id, ...parts, version: plan.version, history: plan.save.history };
      // Somebody was faster by a moment: their version is the next one at least.
      if (!(await putLeaveSetting(after, expectedVersion)))
        throw new AppError('VERSION_CONFLICT', { version: plan.version });
    }
    return leaveTypeAnswer({ _id, ...parts, version: plan.version }, now);
  },
});

/** @throws AppError NOT_FOUND for a version of nothing, INPUT_INVALID if there are enough types */
async function requireNew(expectedVersion: number, now: number): Promise<void> {
  if (expectedVersion > 0) throw new AppError('NOT_FOUND', { what: 'leave-type' });
  if ((await findLeaveTypesNow(now)).length >= MAX_LEAVE_TYPES)
    throw new AppError('INPUT_INVALID', { path: 'type.id', rule: 'too-many' });
}
