import { optional, picklist, pipe, regex, strictObject, string } from 'valibot';
import type { AttendanceContract } from '#contracts/attendance';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findFlagsBehind } from '../data/attendance-flags';
import { flagsTold } from '../services/flags-told';

const PAGE = 30;

/** The id of a flag. */
export const flagId = pipe(string(), regex(/^\d{4}-\d{2}-\d{2}:[A-Za-z0-9_-]{1,32}:[a-z-]{1,32}$/));

/** Flagged days for HR, the latest first. Two reads at most. */
export const listFlags = employeeAction<AttendanceContract['flags']>({
  input: strictObject({ state: picklist(['open', 'fine', 'follow-up']), cursor: optional(flagId) }),
  allow: can('read', 'CompanyAttendance'),
  async run({ input, now }) {
    const page = await findFlagsBehind(input.state, input.cursor, PAGE);
    const items = await flagsTold(page, now);
    return { items, next: page.length === PAGE ? (page.at(-1)?._id ?? null) : null };
  },
});
