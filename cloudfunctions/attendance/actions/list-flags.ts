import { optional, picklist, pipe, regex, strictObject, string } from 'valibot';
import type { AttendanceContract } from '#contracts/attendance';
import { month } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findFlagsAfter } from '../data/attendance-flags';
import { flagViews } from '../services/flag-views';

const PAGE_SIZE = 30;

export const flagId = pipe(string(), regex(/^\d{4}-\d{2}-\d{2}:[A-Za-z0-9_-]{1,32}:[a-z-]{1,32}$/));

/** Flagged days for HR, latest first. At most two reads. */
export const listFlags = employeeAction<AttendanceContract['flags']>({
  input: strictObject({
    state: picklist(['open', 'fine', 'follow-up']),
    month: optional(month),
    cursor: optional(flagId),
  }),
  allow: can('read', 'CompanyAttendance'),
  async run({ input, now }) {
    const page = await findFlagsAfter(input.state, input.month, input.cursor, PAGE_SIZE);
    const items = await flagViews(page, now);
    return { items, next: page.length === PAGE_SIZE ? (page.at(-1)?._id ?? null) : null };
  },
});
