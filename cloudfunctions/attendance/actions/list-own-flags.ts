import { strictObject } from 'valibot';
import type { AttendanceContract } from '#contracts/attendance';
import type { Day } from '#contracts/common';
import { month } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findOwnFlags } from '../data/attendance-flags';
import { ownFlagView } from '../services/flag-views';

/** Enough for one person's month: a few kinds of flags per day. */
const MAX_FLAGS = 150;

/** The caller's own flags and the decisions on them. One read. */
export const listOwnFlags = employeeAction<AttendanceContract['ownFlags']>({
  input: strictObject({ month }),
  allow: can('read', 'OwnAttendance'),
  async run({ input: { month }, me }) {
    const own = await findOwnFlags(me._id, `${month}-01` as Day, `${month}-31` as Day, MAX_FLAGS);
    return { items: own.map((flag) => ownFlagView(flag, me)) };
  },
});
