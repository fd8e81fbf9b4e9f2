import { strictObject } from 'valibot';
import type { RequestRulesContract } from '#contracts/request-rules';
import { AppError } from '../../shared/errors/app-error';
import { changeEntries } from '../../shared/history/history';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findLeaveSetting } from '../data/leave-types';
import { isShippedLeave } from '../domain/check-leave-type';
import { leaveTypeAnswer } from '../domain/leave-type-answer';
import { leaveTypeId } from '../inputs/leave-type';

/** One leave type with its history. @throws AppError NOT_FOUND */
export const viewLeaveType = employeeAction<RequestRulesContract['leaveType']>({
  input: strictObject({ id: leaveTypeId }),
  allow: can('read', 'LeaveTypes'),
  async run({ input: { id }, now }) {
    const type = await findLeaveSetting(id);
    if (!type) throw new AppError('NOT_FOUND', { what: 'leave-type' });
    return {
      ...leaveTypeAnswer(type, now),
      shipped: isShippedLeave(id),
      history: changeEntries(type.history),
    };
  },
});
