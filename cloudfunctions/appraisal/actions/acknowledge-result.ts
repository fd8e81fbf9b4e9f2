import { strictObject } from 'valibot';
import type { AppraisalResultsContract } from '#contracts/appraisal-results';
import { integerBetween } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { acknowledged } from '../domain/result';
import { cycleId } from '../inputs/result';
import { changeOwnResult } from '../services/change-own-result';

/**
 * The person has read a version of their result, which does not say that they agree. Idempotent.
 * @throws AppError NOT_FOUND, APPEAL_REFUSED if there is no such version, BUSY
 */
export const acknowledgeResult = employeeAction<AppraisalResultsContract['acknowledge']>({
  input: strictObject({ cycleId, version: integerBetween(1, 100) }),
  allow: can('update', 'OwnAppraisal'),
  async run({ input, me, now }) {
    const { result } = await changeOwnResult(input.cycleId, me, now, (before) => ({
      result: acknowledged(before, input.version, now),
    }));
    return { rev: result.rev };
  },
});
