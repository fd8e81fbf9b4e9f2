import type { AppraisalCycle, AppraisalPerson } from '#contracts/appraisal-cycle';
import type { Instant } from '#contracts/common';
import { dayOf } from '../../shared/calendar/company-time';
import { enqueueMessage } from '../../shared/outbox/outbox';
import { addAppraisalPeople } from '../data/people';
import { participantsOf } from '../domain/participants';
import { advance, moveCursor } from './advance';
import { loadRoster } from './load-roster';

/** People of one unit, after which the cursor moves. */
const UNIT = 200;

/**
 * Writes who is appraised in a cycle that is being started, as they are now, and has it run once all are there. Stops at
 * `deadline` (in terms of `performance.now()`) and goes on behind the last unit in the next call; what is there already is
 * not written again.
 * @param known everybody who is in it, if that was worked out at this moment
 * @returns the cycle as it is now; null if somebody else works on it
 */
export async function writePeople(
  cycle: AppraisalCycle & { readonly startedAt: Instant },
  deadline: number,
  known?: readonly AppraisalPerson[],
): Promise<AppraisalCycle | null> {
  const all = known ?? participantsOf(cycle._id, cycle, await loadRoster(), dayOf(cycle.startedAt));
  const left = all.filter(({ person }) => person.id > cycle.cursor);
  let current: AppraisalCycle | null = cycle;
  for (let at = 0; at < left.length; at += UNIT) {
    if (performance.now() >= deadline) return current;
    const unit = left.slice(at, at + UNIT);
    await addAppraisalPeople(unit);
    await tell(current, unit);
    current = await moveCursor(current, unit.at(-1)?.person.id ?? '');
    if (!current) return null;
  }
  return advance(current, 'starting', 'running');
}

/** The id is that of the unit, so that a unit that is written again tells nobody twice. */
const tell = ({ _id, title, answersUntil, startedAt }: AppraisalCycle, unit: readonly AppraisalPerson[]) =>
  enqueueMessage({
    _id: `appraisal-started:${_id}:${unit[0]?.person.id}`,
    event: 'appraisal.started',
    to: unit.map(({ person }) => person.id),
    data: { title, day: answersUntil },
    aboutId: _id,
    at: startedAt ?? (0 as Instant),
    template: null,
  });
