import type { Day, Instant } from '#contracts/common';
import { findCompanyCalendar } from '../../schedule/public-calendar';
import { addDays, dayOf } from '../../shared/calendar/company-time';
import { isolatedWork } from '../../shared/faults/isolated';
import type { TimerJob } from '../../shared/kernel/serve';
import { findToRemind, replaceSheet } from '../data/sheets';
import { isCompanyWorkday } from '../domain/company-days';
import { withProposals } from '../domain/push/found-by';
import { isWaiting, proposalsOf } from '../domain/push/proposal';
import { reminderOf } from '../domain/push/remind';
import type { Sheet } from '../domain/sheet';
import { sendReminder } from '../services/push/send-reminder';

const PAGE = 100;

/**
 * Reminds of what was pushed and is not confirmed: the owner, then their manager, then the manager's manager, each once. A
 * message is sent before the sheet says so, under an id of its own, so that a run that dies sends none twice.
 */
export const remindProposals: TimerJob = {
  name: 'reminders',
  async run({ now, deadline }) {
    const today = dayOf(now);
    const years = [...new Set([today, addDays(today, -60)].map((day) => day.slice(0, 4)))];
    const tally = { reminded: 0, left: 0 };
    for (let isFull = true; isFull && performance.now() < deadline; ) {
      const page = await findToRemind(today, PAGE);
      if (page.length === 0) break;
      const calendar = await findCompanyCalendar(years, now);
      const isWorkday = (day: Day): boolean => isCompanyWorkday(day, calendar);
      let moved = 0;
      for (const sheet of page) {
        const about = { collection: 'goal_sheets', document: sheet._id };
        const sent = await isolatedWork(about, () => remind(sheet, { today, now, isWorkday }));
        if (sent === undefined || sent === null) tally.left += 1;
        else moved += 1;
        tally.reminded += sent ?? 0;
      }
      // What could not be written stays due: the next run tries it again.
      isFull = page.length === PAGE && moved > 0;
    }
    return tally;
  },
};

interface Reminding {
  readonly today: Day;
  readonly now: Instant;
  readonly isWorkday: (day: Day) => boolean;
}

/** @returns how many messages were sent; null if somebody else has written the sheet meanwhile */
async function remind(sheet: Sheet, { today, now, isWorkday }: Reminding): Promise<number | null> {
  const proposals = proposalsOf(sheet);
  let sent = 0;
  const after = [];
  for (const proposal of proposals) {
    const isDue = isWaiting(proposal) && proposal.remindOn !== null && proposal.remindOn <= today;
    if (!isDue) after.push(proposal);
    else {
      const { rungs, change } = reminderOf(proposal, today, isWorkday);
      sent += await sendReminder(sheet, proposal, rungs, now);
      after.push({ ...proposal, ...change });
    }
  }
  const changed = { ...sheet, ...withProposals(sheet, after), rev: sheet.rev + 1 };
  return (await replaceSheet(sheet, changed)) ? sent : null;
}
