import { optional, strictObject } from 'valibot';
import type { ImprovementContract } from '#contracts/improvement';
import { briefOf } from '../../people/rules';
import { dayOf } from '../../shared/calendar/company-time';
import { clientKey, day } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { reported } from '../domain/changes';
import { noPlan, refused } from '../domain/refused';
import { entryText, figure, measureId, planId } from '../inputs/plan';
import { changePlan } from '../services/change-plan';

/**
 * What was done, with a value of the metric, or a measure that is done with its evidence. Idempotent by `key`.
 * @throws AppError NOT_FOUND, PLAN_REFUSED, BUSY
 */
export const reportPlan = employeeAction<ImprovementContract['reportPlan']>({
  input: strictObject({
    ...{ id: planId, key: clientKey, text: entryText, value: optional(figure) },
    ...{ measureId: optional(measureId), on: optional(day) },
  }),
  allow: can('update', 'Plans'),
  texts: ({ text }) => [text],
  async run({ input: { id, key, text, value, measureId: done, on }, me, now }) {
    const entry = { id: key, at: now, by: briefOf(me), text, value: value ?? null };
    const { plan } = await changePlan({ id }, { me, now }, (stored, { who }) => {
      if (!who.isSelf && !who.isManager) throw noPlan();
      if (on !== undefined && (on < stored.from || on > dayOf(now))) throw refused('measure-days');
      return reported(stored, entry, done === undefined ? null : { id: done, on: on ?? dayOf(now) });
    });
    return { id, rev: plan.rev };
  },
});
