import { strictObject } from 'valibot';
import type { ScheduleContract } from '#contracts/schedule';
import { dayOf } from '../../shared/calendar/company-time';
import { changeEntries } from '../../shared/history/history';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findAllShifts } from '../data/shifts';
import { versionOn, versionsOf } from '../domain/shift-versions';
import { shiftOf } from '../domain/shift-view';

/** All shifts as they are today, with their versions and history. One read. */
export const listShifts = employeeAction<ScheduleContract['shifts']>({
  input: strictObject({}),
  allow: can('read', 'Schedule'),
  async run({ now }) {
    const stored = await findAllShifts();
    const today = dayOf(now);
    return {
      shifts: stored.map(({ history, ...shift }) => ({
        value: { ...shiftOf(versionOn(shift, today)), version: shift.version },
        versions: versionsOf(shift)
          .map(({ from, template }) => ({ from, shift: shiftOf(template) }))
          .reverse(),
        history: changeEntries(history),
      })),
    };
  },
});
