import { strictObject } from 'valibot';
import type { AppraisalCyclesContract } from '#contracts/appraisal-cycles';
import { briefOf as personOf } from '../../people/rules';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { revision } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { withAmendment } from '../domain/amend';
import { briefOf } from '../domain/cycle-view';
import { appraisalCycleId, reason } from '../inputs/cycle';
import { advance } from '../services/advance';
import { loadCycle } from '../services/load-cycle';

/**
 * Ends the answers before their last day; what has not come counts as missing. Idempotent once they have ended.
 * @throws AppError NOT_FOUND, APPRAISAL_STATE if it does not run, VERSION_CONFLICT
 */
export const endCycle = employeeAction<AppraisalCyclesContract['endCycle']>({
  input: strictObject({ cycleId: appraisalCycleId, rev: revision, reason }),
  allow: can('update', 'AppraisalCycles'),
  texts: ({ reason: why }) => [why],
  async run({ input: { cycleId, rev, reason: why }, me, now }) {
    const cycle = await loadCycle(cycleId);
    if (cycle.state === 'closing') return { cycle: briefOf(cycle), rev: cycle.rev };
    if (cycle.state !== 'running') throw new AppError('APPRAISAL_STATE', { state: cycle.state });
    if (cycle.rev !== rev) throw new AppError('VERSION_CONFLICT', { version: cycle.rev });
    const changes = [{ field: 'answersUntil', from: cycle.answersUntil, to: dayOf(now) }];
    const amendments = withAmendment(cycle, {
      ...{ at: now, by: personOf(me), what: 'deadline' as const, reason: why, changes },
    });
    const ended = await advance(cycle, 'running', 'closing', { closedAt: now, amendments });
    const after = ended ?? (await loadCycle(cycleId));
    if (after.state !== 'closing') throw new AppError('VERSION_CONFLICT', { version: after.rev });
    return { cycle: briefOf(after), rev: after.rev };
  },
});
