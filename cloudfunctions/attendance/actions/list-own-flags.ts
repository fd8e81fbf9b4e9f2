import { strictObject } from 'valibot';
import type { AttendanceContract } from '#contracts/attendance';
import type { Day } from '#contracts/common';
import { month } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findOwnFlags } from '../data/attendance-flags';
import { flagTold } from '../services/flags-told';

/** Flags of one month of one person: a few kinds on some days. */
const MAX_FLAGS = 150;

/** What was flagged of the caller's own days, and what was decided about it. One read. */
export const listOwnFlags = employeeAction<AttendanceContract['ownFlags']>({
  input: strictObject({ month }),
  allow: can('read', 'OwnAttendance'),
  async run({ input: { month }, me }) {
    const own = await findOwnFlags(me._id, `${month}-01` as Day, `${month}-31` as Day, MAX_FLAGS);
    return { items: own.map((flag) => flagTold(flag, me)) };
  },
});
