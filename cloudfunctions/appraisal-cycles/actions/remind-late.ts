import { optional, strictObject } from 'valibot';
import type { AppraisalCyclesContract } from '#contracts/appraisal-cycles';
import { inParallel } from '../../shared/data/in-parallel';
import { AppError } from '../../shared/errors/app-error';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { enqueueMessage } from '../../shared/outbox/outbox';
import type { DutySource } from '../domain/duty-source';
import { appraisalCycleId } from '../inputs/cycle';
import { findLate } from '../services/find-late';
import { lateMessage } from '../services/late-message';
import { loadCycle } from '../services/load-cycle';

/** People who are reminded in one call. */
const MOST_REMINDED = 400;
const LANES = 20;

/**
 * Reminds everybody who is late, after `after` by number: one message a day each, whoever asks and however often.
 * @throws AppError NOT_FOUND, APPRAISAL_STATE if the cycle does not run
 */
export const remindLateWith = (sources: readonly DutySource[]) =>
  employeeAction<AppraisalCyclesContract['remindLate']>({
    input: strictObject({ cycleId: appraisalCycleId, after: optional(employeeId) }),
    allow: can('update', 'AppraisalCycles'),
    async run({ input: { cycleId, after = '' }, now }) {
      const cycle = await loadCycle(cycleId);
      if (cycle.state !== 'running') throw new AppError('APPRAISAL_STATE', { state: cycle.state });
      const late = (await findLate(sources, cycle, now)).late
        .map(({ person, open }) => ({ id: person._id, open }))
        .filter(({ id }) => id > after)
        .sort((a, b) => (a.id < b.id ? -1 : 1));
      const page = late.slice(0, MOST_REMINDED);
      await inParallel(page, LANES, ({ id, open }) => enqueueMessage(lateMessage(cycle, id, open, now)));
      return { reminded: page.length, next: late.length > page.length ? (page.at(-1)?.id ?? null) : null };
    },
  });
