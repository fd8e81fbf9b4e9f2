import { strictObject } from 'valibot';
import type { AppraisalCyclesContract } from '#contracts/appraisal-cycles';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { countAppraisalPeople } from '../data/people';
import { appraisalCycleId } from '../inputs/cycle';
import { loadCycle } from '../services/load-cycle';

/** A cycle with everything that it was set up with: two reads. @throws AppError NOT_FOUND */
export const viewCycle = employeeAction<AppraisalCyclesContract['cycle']>({
  input: strictObject({ cycleId: appraisalCycleId }),
  allow: can('read', 'AppraisalCycles'),
  async run({ input: { cycleId } }) {
    const [cycle, people] = await Promise.all([loadCycle(cycleId), countAppraisalPeople(cycleId)]);
    return { cycle, people };
  },
});
