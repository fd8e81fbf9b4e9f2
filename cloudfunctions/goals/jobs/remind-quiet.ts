import type { Day, Instant } from '#contracts/common';
import { findCompanyCalendar } from '../../schedule/public-calendar';
import { addDays, dayOf } from '../../shared/calendar/company-time';
import { isolatedWork } from '../../shared/faults/isolated';
import type { TimerJob } from '../../shared/kernel/serve';
import { cyclesById } from '../data/cycles';
import { findQuiet, replaceQuiet } from '../data/sheets';
import { isCompanyWorkday } from '../domain/company-days';
import type { Cycle } from '../domain/cycle';
import { quietStep, REMIND_AFTER } from '../domain/quiet';
import type { Sheet } from '../domain/sheet';
import { answerersOf } from '../services/push/asked';
import { tellRungs } from '../services/push/tell-rungs';

const PAGE = 100;

/**
 * Reminds of key results that nobody has reported on for some workdays: whose goals they are, then their manager, then the
 * manager's manager, each once until something is reported. Sheets are looked at on the day that the last look named, so that a
 * check-in writes nothing for it; a message is sent before the sheet says so, under an id of its own.
 */
export const remindQuiet: TimerJob = {
  name: 'quiet goals',
  async run({ now, deadline }) {
    const today = dayOf(now);
    const years = [
      ...new Set([today, addDays(today, -60), addDays(today, 60)].map((day) => day.slice(0, 4))),
    ];
    const tally = { looked: 0, reminded: 0, left: 0 };
    for (let isFull = true; isFull && performance.now() < deadline; ) {
      const page = await findQuiet(today, PAGE);
      if (page.length === 0) break;
      const calendar = await findCompanyCalendar(years, now);
      const isWorkday = (day: Day): boolean => isCompanyWorkday(day, calendar);
      const cycles = await cyclesById([...new Set(page.map(({ cycleId }) => cycleId))], now);
      let moved = 0;
      for (const sheet of page) {
        const about = { collection: 'goal_sheets', document: sheet._id };
        const look = { cycle: cycles.get(sheet.cycleId), today, now, isWorkday };
        const sent = await isolatedWork(about, () => remind(sheet, look));
        if (sent === undefined || sent === null) tally.left += 1;
        else moved += 1;
        tally.reminded += sent ?? 0;
      }
      tally.looked += moved;
      // What could not be written stays due: the next run tries it again.
      isFull = page.length === PAGE && moved > 0;
    }
    return tally;
  },
};

interface Look {
  readonly cycle: Cycle | undefined;
  readonly today: Day;
  readonly now: Instant;
  readonly isWorkday: (day: Day) => boolean;
}

/** @returns how many messages were sent; null if somebody else has written the sheet meanwhile */
async function remind(sheet: Sheet, { cycle, today, now, isWorkday }: Look): Promise<number | null> {
  const step = cycle ? quietStep(sheet, cycle, today, isWorkday) : null;
  let sent = 0;
  if (step && step.rungs.length > 0) {
    const [asked = ''] = await answerersOf(sheet.owner, now);
    const days = cycle?.remindAfter ?? REMIND_AFTER;
    sent = await tellRungs(asked, step.rungs, now, (rung, name) => ({
      _id: `goal-quiet:${sheet._id}:${step.quiet?.since}:${rung}`,
      event: rung === 'owner' ? 'goal.quiet' : 'goal.quiet-below',
      data: { name, count: step.count, days },
      aboutId: sheet._id,
      template: rung === 'owner' ? 'waiting' : null,
    }));
  }
  return (await replaceQuiet(sheet, step?.quiet ?? null, step?.quietOn ?? null)) ? sent : null;
}
