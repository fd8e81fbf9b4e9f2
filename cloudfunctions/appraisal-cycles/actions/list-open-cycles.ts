import { strictObject } from 'valibot';
import type { AppraisalCyclesContract } from '#contracts/appraisal-cycles';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findStartedAppraisalCycles } from '../data/cycles';
import { appraisalPersonIdOf, findPersonInCycles } from '../data/people';
import { openView } from '../domain/cycle-view';

const MAX_CYCLES = 6;

/** The latest cycles that have started, and whether the caller is in them: two reads. */
export const listOpenCycles = employeeAction<AppraisalCyclesContract['openCycles']>({
  input: strictObject({}),
  allow: can('read', 'OwnAppraisal'),
  async run({ me }) {
    const cycles = await findStartedAppraisalCycles(MAX_CYCLES);
    const own = await findPersonInCycles(
      cycles.map(({ _id }) => _id),
      me._id,
    );
    const ids = new Set(own.map(({ _id }) => _id));
    return {
      cycles: cycles.map((cycle) => openView(cycle, ids.has(appraisalPersonIdOf(cycle._id, me._id)))),
    };
  },
});
