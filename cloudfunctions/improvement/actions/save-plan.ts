import { optional, strictObject } from 'valibot';
import type { Instant } from '#contracts/common';
import type { ImprovementContract } from '#contracts/improvement';
import { briefOf, isEmployedOn } from '../../people/rules';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { clientKey, employeeId, version } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { can } from '../../shared/kernel/policy';
import { addPlan, findPlan } from '../data/plans';
import { rewritten } from '../domain/changes';
import { requireSound } from '../domain/check-draft';
import { newPlan, type Plan, planIdOf } from '../domain/plan';
import { noPlan, refused } from '../domain/refused';
import { draft, planId, reason } from '../inputs/plan';
import { changePlan } from '../services/change-plan';
import { requireReadable } from '../services/load-plan';
import { readMetric } from '../services/metric-figures';
import { managerOf } from '../services/standing';
import { tellOther } from '../services/tell';

type Input = ImprovementContract['savePlan']['input'];
type Call = { readonly me: Employee; readonly now: Instant };

/**
 * Writes a plan: the person or somebody above. A change of a draft asks both to agree again; a change of an agreed plan is
 * recorded with its reason, and the other one is told; they have to agree again if an appraisal asks for the plan.
 * @throws AppError NOT_FOUND, PLAN_REFUSED, VERSION_CONFLICT, BUSY
 */
export const savePlan = employeeAction<ImprovementContract['savePlan']>({
  input: strictObject({
    key: clientKey,
    id: optional(planId),
    employeeId,
    rev: version,
    plan: draft,
    reason: optional(reason),
  }),
  allow: can('update', 'Plans'),
  texts: ({ plan: { title, measures, metric }, reason: why }) => [
    title,
    ...measures.map(({ text }) => text),
    ...(metric ? [metric.name, metric.unit, metric.source].filter(Boolean) : []),
    ...(why ? [why] : []),
  ],
  async run({ input, me, now }) {
    requireSound(input.plan);
    const { id } = input;
    const plan = id === undefined ? await added(input, { me, now }) : await changed(id, input, { me, now });
    return { id: plan._id, rev: plan.rev };
  },
});

async function added(input: Input, { me, now }: Call): Promise<Plan> {
  const today = dayOf(now);
  const known = await requireReadable(input.employeeId, me, today, now);
  if (!known.who.isSelf && !known.who.isManager) throw noPlan();
  if (!isEmployedOn(known.person, today)) throw refused('gone');
  const { title, from, until, measures } = input.plan;
  const _id = planIdOf(known.person._id, input.key);
  const metric = input.plan.metric && (await readMetric(input.plan.metric, known.person._id, now));
  const plan = newPlan({
    ...{ _id, person: briefOf(known.person), source: { kind: 'hand' }, gaps: [] },
    ...{ title, from, until, metric, measures: measures.map((each) => ({ ...each, done: null })) },
    managerId: await managerOf(known.person, now),
  });
  const stored = (await addPlan(plan)) === 'added' ? plan : await findPlan(_id);
  if (!stored) throw new AppError('BUSY', {});
  if (stored.rev === plan.rev && wordsOf(stored) !== wordsOf(plan)) throw refused('key-reused');
  // Also of one that is there: the call that added it may have died before it told anybody.
  if (stored.rev === plan.rev) await tellOther('plan.written', stored, known, me, now);
  return stored;
}

/** What of a new plan its key stands for; one that was changed since was written before. */
const wordsOf = ({ title, from, until, measures, metric }: Plan): string =>
  JSON.stringify([
    ...[title, from, until, measures.map(({ id, kind, text, dueOn }) => [id, kind, text, dueOn])],
    metric && [metric.name, metric.unit, metric.better, metric.baseline.value, metric.target],
  ]);

async function changed(id: string, input: Input, call: Call): Promise<Plan> {
  const { me, now } = call;
  const { employeeId: personId, plan: written, rev } = input;
  const metric = written.metric && (await readMetric(written.metric, personId, now));
  const by = { by: briefOf(me), at: now };
  const { plan, before, ...known } = await changePlan({ id, rev }, call, (stored, { who }) => {
    if (stored.employeeId !== personId || (!who.isSelf && !who.isManager)) throw noPlan();
    const side = who.isSelf ? 'person' : 'manager';
    return rewritten(stored, { ...written, metric }, { ...by, side }, input.reason);
  });
  const event = plan.state === 'draft' ? 'plan.written' : 'plan.changed';
  if (plan !== before || plan.rev === rev + 1) await tellOther(event, plan, known, me, now);
  return plan;
}
