import { strictObject } from 'valibot';
import type { AttendanceContract } from '#contracts/attendance';
import { cursorText, findPendingIn, readCursor, requestCursor } from '../../approvals/public';
import { month } from '../../shared/inputs';
import { employeeOrConsoleAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { TIME_KINDS, timeOfMonth } from '../domain/open-requests';

const PAGE_SIZE = 30;

/** Pending requests about time of a month, by their end. One read. */
export const listOpenRequests = employeeOrConsoleAction<AttendanceContract['openRequests']>({
  input: strictObject({ month, cursor: requestCursor }),
  allow: can('read', 'CompanyAttendance'),
  async run({ input: { month, cursor } }) {
    const page = await findPendingIn(TIME_KINDS, timeOfMonth(month), readCursor(cursor), PAGE_SIZE);
    const last = page.length === PAGE_SIZE ? page.at(-1) : undefined;
    return { items: page.map(({ at: _, ...request }) => request), next: last ? cursorText(last.at) : null };
  },
});
