import { strictObject } from 'valibot';
import type { ImprovementContract } from '#contracts/improvement';
import { briefOf } from '../../people/rules';
import { dayOf } from '../../shared/calendar/company-time';
import { revision } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { dropped } from '../domain/changes';
import { refused } from '../domain/refused';
import { rightsOf } from '../domain/rights';
import { planId, reason } from '../inputs/plan';
import { changePlan } from '../services/change-plan';
import { tell } from '../services/tell';

/** Ends a draft with a reason; one that an appraisal asks for is dropped by those above or HR alone. @throws AppError NOT_FOUND, PLAN_REFUSED, VERSION_CONFLICT, BUSY */
export const dropPlan = employeeAction<ImprovementContract['dropPlan']>({
  input: strictObject({ id: planId, rev: revision, reason }),
  allow: can('update', 'Plans'),
  texts: ({ reason: why }) => [why],
  async run({ input: { id, rev, reason: why }, me, now }) {
    const { plan, who } = await changePlan({ id, rev }, { me, now }, (stored, known) => {
      if (stored.state === 'draft' && !rightsOf(stored, known.who, dayOf(now)).drop) throw refused('own');
      return dropped(stored, { by: briefOf(me), at: now }, why);
    });
    if (!who.isSelf) await tell('plan.dropped', plan, [plan.employeeId], me, now);
    return { id, rev: plan.rev };
  },
});
