import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import type { Instant } from '#contracts/common';
import { addDays, dayOf, midnight } from '../../shared/calendar/company-time';
import type { TimerJob } from '../../shared/kernel/serve';
import { notify } from '../../shared/outbox/outbox';
import { findCyclesAtWork, saveReminders } from '../data/cycles';
import type { DutySource } from '../domain/duty-source';
import { ALL_REMINDED, remindersDue } from '../domain/reminders';
import { findLate, type Late } from '../services/find-late';
import { lateMessage } from '../services/late-message';
import { workdaysOf } from '../services/workdays';

const PAGE = 100;
/** Nine o'clock, after midnight: nobody is told at night. */
const MORNING_MS = 9 * 3_600_000;

/**
 * Tells raters that they are asked, and whoever owes something before the last day and on it, each person alone: neither their manager nor
 * anybody else learns who is asked or late, since that would tell whose answer is among the published ones. A page is told before the
 * cycle says so, under ids of its own, so that a run that dies tells nobody twice.
 */
export const remindRaters = (sources: readonly DutySource[]): TimerJob => ({
  name: 'raters',
  async run({ now, deadline, run }) {
    const today = dayOf(now);
    let reminded = 0;
    if (now < midnight(today) + MORNING_MS) return { reminded };
    for (const cycle of await findCyclesAtWork(run)) {
      if (cycle.state !== 'running') continue;
      const years = [today, addDays(today, -60), cycle.answersUntil].map((day) => day.slice(0, 4));
      const due = remindersDue(cycle, today, await workdaysOf([...new Set(years)], now));
      if (due) reminded += await remind(cycle, due, sources, { now, deadline });
    }
    return { reminded };
  },
});

async function remind(
  cycle: AppraisalCycle,
  { step, after }: NonNullable<AppraisalCycle['reminders']>,
  sources: readonly DutySource[],
  { now, deadline }: { readonly now: Instant; readonly deadline: number },
): Promise<number> {
  const { late } = await findLate(sources, cycle, now);
  const left = late
    .filter((each) => each.person._id > after && (step !== 'asked' || owesAnswers(each)))
    .sort((a, b) => (a.person._id < b.person._id ? -1 : 1));
  let reminded = 0;
  for (let at = 0; at <= left.length && performance.now() < deadline; at += PAGE) {
    const page = left.slice(at, at + PAGE);
    for (const { person, open } of page)
      await notify(
        step === 'asked' ? askedMessage(cycle, person._id, now) : lateMessage(cycle, person._id, open, now),
      );
    const isOver = page.length < PAGE;
    const last = isOver ? ALL_REMINDED : (page.at(-1)?.person._id ?? ALL_REMINDED);
    if (!(await saveReminders(cycle._id, { step, after: last }))) return reminded;
    reminded += page.length;
    if (isOver) return reminded;
  }
  return reminded;
}

const owesAnswers = ({ duties }: Late): boolean => duties.some(({ duty }) => duty === 'answers');

/** Once a cycle and rater, whoever has them rate whom. */
const askedMessage = ({ _id, title, answersUntil }: AppraisalCycle, id: string, at: Instant) => ({
  ...{ _id: `review-asked:${_id}:${id}`, event: 'review.asked' as const, to: [id] },
  ...{ data: { title, day: answersUntil }, aboutId: _id, at, template: 'waiting' as const },
});
