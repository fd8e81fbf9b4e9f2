import { strictObject } from 'valibot';
import type { ImprovementContract } from '#contracts/improvement';
import { dayOf } from '../../shared/calendar/company-time';
import { employeeId } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { goalCyclesAround } from '../domain/goal-cycles-around';
import { requireReadable } from '../services/load-plan';
import { optionsOf } from '../services/metric-figures';

/** Key results of somebody that a plan can be measured by. @throws AppError NOT_FOUND */
export const listMetrics = employeeAction<ImprovementContract['planMetrics']>({
  input: strictObject({ employeeId }),
  allow: can('read', 'Plans'),
  async run({ input, me, now }) {
    const today = dayOf(now);
    await requireReadable(input.employeeId, me, today, now);
    return { options: await optionsOf(input.employeeId, goalCyclesAround(today), now) };
  },
});
