import { strictObject } from 'valibot';
import type { RequestRulesContract } from '#contracts/request-rules';
import { AppError } from '../../shared/errors/app-error';
import { planSave } from '../../shared/history/plan-save';
import { version } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { localTextsIn } from '../../shared/text-check/local-texts';
import { findLeaveSetting, findLeaveTypesNow, MAX_LEAVE_TYPES, putLeaveSetting } from '../data/leave-types';
import { checkLeaveType } from '../domain/check-leave-type';
import { leaveTypeAnswer } from '../domain/leave-type-answer';
import { leaveTypeValues } from '../domain/leave-type-values';
import { editedLeaveType } from '../inputs/leave-type';

/**
 * Saves a leave type; for a new type and for an unchanged shipped one the expected version is 0. Existing
 * grants do not change. A type that grants less than the law is saved, with `warnings`.
 * @throws AppError INPUT_INVALID, NOT_FOUND, VERSION_CONFLICT
 */
export const saveLeaveType = employeeAction<RequestRulesContract['saveLeaveType']>({
  input: strictObject({ type: editedLeaveType, expectedVersion: version }),
  allow: can('update', 'LeaveTypes'),
  texts: localTextsIn,
  async run({ input: { type, expectedVersion }, me, now }) {
    checkLeaveType(type);
    const { id: _id, ...parts } = type;
    const before = await findLeaveSetting(_id);
    if (!before) await requireNew(expectedVersion, now);
    const { name, enabled, rules, version: current = 0, history, setBy } = before ?? {};
    const plan = planSave(
      { version: current, parts: { name, enabled, rules }, history, setBy, valuesOf: leaveTypeValues },
      parts,
      expectedVersion,
      {
        me,
        now,
      },
    );
    if (plan.save) {
      const after = { _id, ...parts, version: plan.version, ...plan.save };
      // A concurrent save came first, so the stored version is at least the next one.
      if (!(await putLeaveSetting(after, expectedVersion)))
        throw new AppError('VERSION_CONFLICT', { version: plan.version });
    }
    return leaveTypeAnswer({ _id, ...parts, version: plan.version }, now);
  },
});

/**
 * @throws AppError NOT_FOUND for a version of a type that does not exist, INPUT_INVALID if the maximum number
 * of types is reached
 */
async function requireNew(expectedVersion: number, now: number): Promise<void> {
  if (expectedVersion > 0) throw new AppError('NOT_FOUND', { what: 'leave-type' });
  if ((await findLeaveTypesNow(now)).length >= MAX_LEAVE_TYPES)
    throw new AppError('INPUT_INVALID', { path: 'type.id', rule: 'too-many' });
}
