import { optional, strictObject } from 'valibot';
import type { AppraisalResultsContract } from '#contracts/appraisal-results';
import { recordAccess } from '../../shared/audit/record-access';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { cycleId } from '../inputs/result';
import { nameOfCycle, publishedCycles } from '../services/cycles';
import { poolOf } from '../services/pool-of';

/** The best fifth of the company in a published cycle, for HR: one read for every thousand people. */
export const viewPool = employeeAction<AppraisalResultsContract['pool']>({
  input: strictObject({ cycleId: optional(cycleId) }),
  allow: can('read', 'AppraisalResults'),
  async run({ input, me, now }) {
    const cycles = await publishedCycles();
    const cycle = cycles.find(({ _id }) => input.cycleId === undefined || _id === input.cycleId);
    if (!cycle) return { cycle: null, cycles: [], pool: null };
    const pool = await poolOf(cycle);
    await recordAccess({
      ...{ what: 'promotion-pool', aboutId: cycle._id, at: now },
      ...{ readerId: me._id, readerName: me.name },
      ownerIds: pool.rows.map(({ person }) => person.id),
    });
    return { cycle: nameOfCycle(cycle), cycles: cycles.map(nameOfCycle), pool };
  },
});
