import { strictObject } from 'valibot';
import type { AppraisalResultsContract } from '#contracts/appraisal-results';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { withdrawn } from '../domain/result';
import { cycleId } from '../inputs/result';
import { changeOwnResult } from '../services/change-own-result';

/** Takes back the own open appeal. Idempotent. @throws AppError NOT_FOUND, APPEAL_REFUSED if none is open, BUSY */
export const withdrawAppeal = employeeAction<AppraisalResultsContract['withdrawAppeal']>({
  input: strictObject({ cycleId }),
  allow: can('update', 'OwnAppraisal'),
  async run({ input, me, now }) {
    const { result } = await changeOwnResult(input.cycleId, me, now, (before) => ({
      result: withdrawn(before),
      appeal: { appeal: 'closed', appealTo: [] },
    }));
    return { rev: result.rev };
  },
});
