import { strictObject } from 'valibot';
import type { ScheduleContract } from '#contracts/schedule';
import { isAnnounced } from '../../shared/calendar/statutory-days';
import { changeEntries } from '../../shared/history/history';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findCalendar } from '../data/calendars';
import { publicDays } from '../domain/public-days';
import { yearText } from '../inputs/schedule';

/** The company's days of a year, and the public ones that they override. One read. */
export const viewCalendar = employeeAction<ScheduleContract['calendar']>({
  input: strictObject({ year: yearText }),
  allow: can('read', 'Schedule'),
  async run({ input: { year } }) {
    const stored = await findCalendar(year);
    return {
      year,
      rev: stored?.rev ?? 0,
      days: stored?.overrides ?? [],
      statutory: publicDays(year),
      announced: isAnnounced(year),
      complete: stored?.complete ?? false,
      history: changeEntries(stored?.history),
    };
  },
});
