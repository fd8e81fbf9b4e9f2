import type { Instant } from '#contracts/common';
import { findAppraisalPeopleAfter, findCyclesAtWork } from '../../appraisal-cycles/public';
import type { TimerJob } from '../../shared/kernel/serve';
import { findRun, type ReviewRun, saveRun } from '../data/runs';
import { publishPage } from '../services/publish-page';
import { publishAllUnits } from '../services/publish-units';
import type { AskingCycle } from '../services/reviewed';

/** People of one unit of work. */
const PAGE = 50;
/** Departments are read all at once: after so much work on people they are left to the next run, which has its whole time for them. ms. */
const LONG_MS = 10_000;

/** Publishes the reviews of cycles whose answers have ended: people page by page, then departments, each once. */
export const publishReviews: TimerJob = {
  name: 'reviews',
  async run({ now, deadline, run }) {
    let published = 0;
    for (const cycle of await findCyclesAtWork(run))
      if (cycle.state === 'closing' && cycle.review && cycle.closedAt !== null)
        published += await publishCycle(cycle as AskingCycle, now, deadline);
    return { published };
  },
};

/** Goes on where it stopped, until the deadline. @returns people and departments that it went through */
async function publishCycle(cycle: AskingCycle, now: Instant, deadline: number): Promise<number> {
  const first: ReviewRun = { _id: cycle._id, phase: 'people', cursor: '', rev: 0, at: now };
  let run: ReviewRun | null = (await findRun(cycle._id)) ?? first;
  let count = 0;
  const began = performance.now();
  while (run && run.phase !== 'closed' && performance.now() < deadline) {
    if (run.phase === 'units' && performance.now() - began > LONG_MS) break;
    const step = run.phase === 'people' ? await peopleStep(cycle, run) : await unitStep(cycle);
    if (!step) break;
    count += step.count;
    run = await saveRun(run, { ...step.change, at: now });
  }
  return count;
}

interface Step {
  readonly count: number;
  readonly change: Partial<ReviewRun>;
}

/** @returns null if somebody could not be published, so that the next run tries again */
async function peopleStep(cycle: AskingCycle, { cursor }: ReviewRun): Promise<Step | null> {
  const people = await findAppraisalPeopleAfter(cycle._id, cursor, PAGE);
  if (people.length > 0 && !(await publishPage(cycle, people))) return null;
  const last = people.at(-1);
  const change = people.length < PAGE || !last ? { phase: 'units' as const } : { cursor: last.person.id };
  return { count: people.length, change };
}

async function unitStep(cycle: AskingCycle): Promise<Step> {
  return { count: await publishAllUnits(cycle), change: { phase: 'closed' } };
}
