import { strictObject } from 'valibot';
import type { AppraisalCycle, AppraisalPerson } from '#contracts/appraisal-cycle';
import type { AppraisalCyclesContract } from '#contracts/appraisal-cycles';
import type { Instant } from '#contracts/common';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { revision } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { countAppraisalPeople } from '../data/people';
import { checkPlan } from '../domain/check-plan';
import { isAnswering } from '../domain/cycle-state';
import { briefOf } from '../domain/cycle-view';
import { ensurePlan } from '../domain/ensure-plan';
import { participantsOf } from '../domain/participants';
import { appraisalCycleId } from '../inputs/cycle';
import { advance } from '../services/advance';
import { loadCycle } from '../services/load-cycle';
import { loadRoster } from '../services/load-roster';
import { writePeople } from '../services/write-people';

/** How long one call writes people, ms; the timer goes on. */
const CALL_MS = 5_000;

/**
 * Starts a cycle: what it was set up with is frozen, and everybody who is in it is written as they are now. Idempotent; called
 * again while people are being written it goes on with that.
 * @throws AppError NOT_FOUND, VERSION_CONFLICT if the draft was changed, PLAN_INVALID, SCHEME_INVALID, APPRAISAL_STATE
 */
export const startCycle = employeeAction<AppraisalCyclesContract['startCycle']>({
  input: strictObject({ cycleId: appraisalCycleId, rev: revision }),
  allow: can('update', 'AppraisalCycles'),
  async run({ input: { cycleId, rev }, now }) {
    const found = await loadCycle(cycleId);
    const { cycle, people: known } =
      found.state === 'draft' ? await freeze(found, rev, now) : { cycle: found, people: undefined };
    if (!isAnswering(cycle)) throw new AppError('APPRAISAL_STATE', { state: cycle.state });
    const { startedAt } = cycle;
    if (cycle.state === 'starting' && startedAt !== null)
      await writePeople({ ...cycle, startedAt }, performance.now() + CALL_MS, known);
    const [after, people] = await Promise.all([loadCycle(cycleId), countAppraisalPeople(cycleId)]);
    return { cycle: briefOf(after), rev: after.rev, people };
  },
});

async function freeze(
  draft: AppraisalCycle,
  rev: number,
  now: Instant,
): Promise<{ readonly cycle: AppraisalCycle; readonly people?: readonly AppraisalPerson[] }> {
  if (draft.rev !== rev) throw new AppError('VERSION_CONFLICT', { version: draft.rev });
  const today = dayOf(now);
  checkPlan(draft, today);
  const people = participantsOf(draft._id, draft, await loadRoster(), today);
  ensurePlan(people.length > 0, 'departments', 'empty');
  const started = await advance(draft, 'draft', 'starting', { startedAt: now });
  if (started) return { cycle: started, people };
  const there = await loadCycle(draft._id);
  if (there.state === 'draft') throw new AppError('VERSION_CONFLICT', { version: there.rev });
  return { cycle: there };
}
