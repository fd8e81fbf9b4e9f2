import { strictObject } from 'valibot';
import type { AppraisalCyclesContract } from '#contracts/appraisal-cycles';
import { AppError } from '../../shared/errors/app-error';
import { revision } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findAppraisalCycle, removeDraft } from '../data/cycles';
import { appraisalCycleId } from '../inputs/cycle';

/** Removes a draft, so that its period is free again. Idempotent. @throws AppError APPRAISAL_STATE, VERSION_CONFLICT */
export const dropCycle = employeeAction<AppraisalCyclesContract['dropCycle']>({
  input: strictObject({ cycleId: appraisalCycleId, rev: revision }),
  allow: can('update', 'AppraisalCycles'),
  async run({ input: { cycleId, rev } }) {
    if (await removeDraft(cycleId, rev)) return {};
    const there = await findAppraisalCycle(cycleId);
    if (!there) return {};
    if (there.state !== 'draft') throw new AppError('APPRAISAL_STATE', { state: there.state });
    throw new AppError('VERSION_CONFLICT', { version: there.rev });
  },
});
