import type { Day, Instant } from '#contracts/common';
import { findHolders } from '../../people/public';
import { addDays, dayOf, instantAt } from '../../shared/calendar/company-time';
import type { TimerJob } from '../../shared/kernel/serve';
import { enqueueMessage, MAX_RECIPIENTS } from '../../shared/outbox/enqueue-message';
import { addFlagRun, type FlagRun, findFlagRun, saveFlagRun } from '../data/flag-runs';
import { flagPage } from '../services/flag-page';

/** Minutes after midnight from which yesterday's night shifts are over. */
const BEGINS = 15 * 60;

/** Collects the flags of yesterday's punches, page by page, and tells HR once if there are any. */
export const collectFlags: TimerJob = {
  name: 'flags',
  async run({ now, deadline }): Promise<Record<string, number>> {
    const today = dayOf(now);
    if (now < instantAt(today, BEGINS)) return {};
    const day = addDays(today, -1);
    let run: FlagRun | null = (await findFlagRun(day)) ?? (await begin(day));
    while (run?.state === 'running' && performance.now() < deadline) {
      const { found, next } = await flagPage(day, run.cursor);
      const total = run.found + found;
      // Told before it is done, so that it is told even if the run ends in between.
      if (next === null && total > 0) await tellHr(day, total, now);
      const state = next === null ? 'done' : 'running';
      run = await saveFlagRun(run, { state, cursor: next ?? run.cursor, found: total });
    }
    return { flags: run?.found ?? 0 };
  },
};

async function begin(day: Day): Promise<FlagRun | null> {
  const run: FlagRun = { _id: day, rev: 1, state: 'running', cursor: '', found: 0 };
  return (await addFlagRun(run)) === 'added' ? run : findFlagRun(day);
}

async function tellHr(day: Day, count: number, now: Instant): Promise<void> {
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
