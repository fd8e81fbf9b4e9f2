import { optional, strictObject } from 'valibot';
import type { AppraisalResultsContract } from '#contracts/appraisal-results';
import { recordAccess } from '../../shared/audit/record-access';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { cycleId } from '../inputs/result';
import { loadResult } from '../services/load-result';
import { reportView } from '../services/report-view';

/**
 * A published result with everything that it was worked out from: the own one, that of somebody below, or any for HR. What
 * others read is noted.
 * @throws AppError NOT_FOUND
 */
export const viewReport = employeeAction<AppraisalResultsContract['report']>({
  input: strictObject({ cycleId, employeeId: optional(employeeId) }),
  allow: can('read', 'OwnAppraisal'),
  async run({ input, me, now }) {
    const found = await loadResult(input.cycleId, input.employeeId ?? me._id, me, now);
    const { person } = found.stored;
    if (person.id !== me._id)
      await recordAccess({
        ...{ what: 'appraisal', aboutId: found.stored._id, at: now, ownerId: person.id },
        ...{ readerId: me._id, readerName: me.name },
      });
    return reportView(found, me, now);
  },
});
