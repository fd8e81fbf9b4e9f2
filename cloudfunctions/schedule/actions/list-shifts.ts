import { strictObject } from 'valibot';
import type { ScheduleContract } from '#contracts/schedule';
import { changeEntries } from '../../shared/history/history';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findAllShifts } from '../data/shifts';
import { shiftOf } from '../domain/shift-view';

/** All shifts with their history. One read. */
export const listShifts = employeeAction<ScheduleContract['shifts']>({
  input: strictObject({}),
  allow: can('read', 'Schedule'),
  async run() {
    const stored = await findAllShifts();
    return {
      shifts: stored.map(({ history, ...template }) => ({
        value: shiftOf(template),
        history: changeEntries(history),
      })),
    };
  },
});
