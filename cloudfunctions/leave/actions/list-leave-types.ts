import { strictObject } from 'valibot';
import type { RequestRulesContract } from '#contracts/request-rules';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findLeaveTypesNow } from '../data/leave-types';
import { isShippedLeave } from '../domain/check-leave-type';
import { leaveTypeAnswer } from '../domain/leave-type-answer';

/** The current leave types, each with its shortfalls against the law. */
export const listLeaveTypes = employeeAction<RequestRulesContract['leaveTypes']>({
  input: strictObject({}),
  allow: can('read', 'LeaveTypes'),
  async run({ now }) {
    const types = await findLeaveTypesNow(now);
    return {
      types: types.map((type) => ({ ...leaveTypeAnswer(type, now), shipped: isShippedLeave(type._id) })),
    };
  },
});
