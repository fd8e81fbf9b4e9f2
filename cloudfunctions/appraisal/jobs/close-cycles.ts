import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import { advance, findCyclesAtWork, moveCursor } from '../../appraisal-cycles/public';
import type { TimerJob } from '../../shared/kernel/serve';
import { prepareBoards } from '../services/prepare-boards';
import { areReviewsPublished } from '../services/published-reviews';
import { scorePeople } from '../services/score-people';

/** Behind the last employee: everybody is scored. No employee number begins with it. */
const SCORED = '~';

/** Scores the people of closing cycles page by page, gives grades by quota, and opens calibration. */
export const closeCycles: TimerJob = {
  name: 'scores',
  async run({ deadline, run }) {
    let [scored, opened] = [0, 0];
    for (const cycle of await findCyclesAtWork(run)) {
      if (cycle.state !== 'closing') continue;
      const done = await closeCycle(cycle, deadline);
      scored += done.written;
      opened += done.isOpen ? 1 : 0;
    }
    return { scored, opened };
  },
};

/** Idempotent; stops at `deadline` (in terms of `performance.now()`), or when another run goes on with the cycle. */
async function closeCycle(
  found: AppraisalCycle,
  deadline: number,
): Promise<{ readonly written: number; readonly isOpen: boolean }> {
  let cycle = found;
  let written = 0;
  if (!(await areReviewsPublished(cycle))) return { written, isOpen: false };
  while (cycle.cursor !== SCORED) {
    if (performance.now() >= deadline) return { written, isOpen: false };
    const page = await scorePeople(cycle, cycle.cursor);
    written += page.written;
    const next = await moveCursor(cycle, page.last === '' ? SCORED : page.last);
    if (!next) return { written, isOpen: false };
    cycle = next;
  }
  if (!(await prepareBoards(cycle, deadline))) return { written, isOpen: false };
  return { written, isOpen: (await advance(cycle, 'closing', 'calibration')) !== null };
}
