import type { Day, Instant } from '#contracts/common';
import { findHolders } from '../../people/public';
import { addDays, dayOf, instantAt } from '../../shared/calendar/company-time';
import type { TimerJob } from '../../shared/kernel/serve';
import { enqueueMessage, MAX_RECIPIENTS } from '../../shared/outbox/outbox';
import { addFlagRun, type FlagRun, findFlagRun, saveFlagRun } from '../data/flag-runs';
import { flagPage } from '../services/flag-page';

/** Minutes after midnight by which yesterday's night shifts have ended. */
const START_MINUTE = 15 * 60;

/** Collects the flags of yesterday's punches, page by page, and notifies HR once if there are any. */
export const collectFlags: TimerJob = {
  name: 'flags',
  async run({ now, deadline }): Promise<Record<string, number>> {
    const today = dayOf(now);
    if (now < instantAt(today, START_MINUTE)) return {};
    const day = addDays(today, -1);
    let run: FlagRun | null = (await findFlagRun(day)) ?? (await startRun(day));
    while (run?.state === 'running' && performance.now() < deadline) {
      const { found, next } = await flagPage(day, run.cursor);
      const total = run.found + found;
      // Notify before marking the run as done, so that a crash in between cannot lose the message.
      if (next === null && total > 0) await notifyHr(day, total, now);
      const state = next === null ? 'done' : 'running';
      run = await saveFlagRun(run, { state, cursor: next ?? run.cursor, found: total });
    }
    return { flags: run?.found ?? 0 };
  },
};

async function startRun(day: Day): Promise<FlagRun | null> {
  const run: FlagRun = { _id: day, rev: 1, state: 'running', cursor: '', found: 0 };
  return (await addFlagRun(run)) === 'added' ? run : findFlagRun(day);
}

async function notifyHr(day: Day, count: number, now: Instant): Promise<void> {
  const people = await findHolders('hr', now);
  await enqueueMessage({
    _id: `attendance-flags:${day}`,
    event: 'attendance.flagged',
    to: people.slice(0, MAX_RECIPIENTS).map(({ _id }) => _id),
    data: { day, count },
    aboutId: null,
    at: now,
    template: null,
  });
}
