import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import type { Day, Instant } from '#contracts/common';
import { advance, findCyclesAtWork, moveCursor } from '../../appraisal-cycles/public';
import type { TimerJob } from '../../shared/kernel/serve';
import { appealDayOf } from '../services/appeal-day';
import { publishBoards } from '../services/publish-boards';
import { publishPage } from '../services/publish-page';
import { tellPage } from '../services/tell-page';

/** Behind the last employee. No employee number begins with it. */
const END = '~';

/** Publishes what is being published, and tells people whose results have become visible. */
export const publishCycles: TimerJob = {
  name: 'publication',
  async run({ now, deadline, run }) {
    let published = 0;
    for (const cycle of await findCyclesAtWork(run))
      if (cycle.state === 'publishing' || cycle.state === 'published')
        published += await publishCycle(cycle, now, deadline);
    return { published };
  },
};

/**
 * Writes the first version of every result, then makes all of them visible in one write, and then tells the people.
 * Idempotent; stops at `deadline` (in terms of `performance.now()`).
 * @returns how many were published
 */
export async function publishCycle(found: AppraisalCycle, now: Instant, deadline: number): Promise<number> {
  let cycle = found;
  let published = 0;
  if (cycle.state === 'publishing') {
    const at = cycle.publishedAt ?? now;
    const appealUntil: Day = await appealDayOf(cycle, at, now);
    while (cycle.cursor !== END) {
      if (performance.now() >= deadline) return published;
      const page = await publishPage(cycle, at, appealUntil);
      published += page.written;
      const next = await moveCursor(cycle, page.last === '' ? END : page.last);
      if (!next) return published;
      cycle = next;
    }
    await publishBoards(cycle, at);
    const visible = await advance(cycle, 'publishing', 'published');
    if (!visible) return published;
    cycle = visible;
  }
  if (cycle.cursor !== END) await tellEverybody(cycle, deadline);
  return published;
}

async function tellEverybody(found: AppraisalCycle, deadline: number): Promise<void> {
  let cycle = found;
  while (cycle.cursor !== END && performance.now() < deadline) {
    const last = await tellPage(cycle);
    const next = await moveCursor(cycle, last === '' ? END : last);
    if (!next) return;
    cycle = next;
  }
}
