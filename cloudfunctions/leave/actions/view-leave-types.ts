import { strictObject } from 'valibot';
import type { RequestRulesContract, RuleWarning } from '../../../typings/contracts/request-rules';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { changeEntries } from '../../shared/history/history';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findLeaveSetting, findLeaveTypesNow, type LeaveSetting } from '../data/leave-types';
import { isShippedLeave } from '../domain/check-leave-type';
import type { LeaveType } from '../domain/leave-type';
import { CHINA_LEAVE_TYPES } from '../domain/packs/china';
import { statutoryWarnings } from '../domain/statutory';
import { leaveTypeId } from '../inputs/leave-type';

/** Every leave type as it is now, with what the law asks for beyond it. */
export const leaveTypes = employeeAction<RequestRulesContract['leaveTypes']>({
  input: strictObject({}),
  allow: can('read', 'LeaveTypes'),
  async run({ now }) {
    const types = await findLeaveTypesNow(now);
    return { types: types.map((type) => ({ ...answerOf(type, now), shipped: isShippedLeave(type._id) })) };
  },
});

/** One leave type with its history. @throws AppError NOT_FOUND */
export const leaveType = employeeAction<RequestRulesContract['leaveType']>({
  input: strictObject({ id: leaveTypeId }),
  allow: can('read', 'LeaveTypes'),
  async run({ input: { id }, now }) {
    const type = await findLeaveSetting(id);
    if (!type) throw new AppError('NOT_FOUND', { what: 'leave-type' });
    return { ...answerOf(type, now), shipped: isShippedLeave(id), history: changeEntries(type.history) };
  },
});

/** A type as the editor has it, and its shortfalls. */
export function answerOf({ _id, version = 0, name, enabled, rules }: LeaveSetting, now: number) {
  return {
    type: { id: _id, version, name, enabled, rules },
    warnings: warningsOf({ _id, name, enabled, rules }, now),
  };
}

function warningsOf(type: LeaveType, now: number): RuleWarning[] {
  const shipped = CHINA_LEAVE_TYPES.find(({ _id }) => _id === type._id);
  return statutoryWarnings(type, shipped, dayOf(now));
}
