import { strictObject } from 'valibot';
import type { Instant } from '#contracts/common';
import type { ImprovementContract, PlanMeasure } from '#contracts/improvement';
import { findReceived, markImproved, noteIdInput } from '../../feedback/public';
import { briefOf } from '../../people/rules';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { hashOf } from '../../shared/files/file-hash';
import { day } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { can } from '../../shared/kernel/policy';
import { addPlan, findPlan, findPlans } from '../data/plans';
import { withMeasure } from '../domain/changes';
import { MAX_MEASURES, newPlan, type Plan, planIdOf } from '../domain/plan';
import { refused, refusedAt } from '../domain/refused';
import { measureText } from '../inputs/plan';
import { changePlan } from '../services/change-plan';

/** Own plans that are looked through for a draft: open ones come first. */
const LOOKED_AT = 20;

/**
 * What the receiver of a note will do becomes a measure, in their latest draft or a new one; the note names the plan. Idempotent
 * by the note.
 * @throws AppError NOT_FOUND, PLAN_REFUSED, FEEDBACK_REFUSED, BUSY
 */
export const planFromFeedback = employeeAction<ImprovementContract['planFromFeedback']>({
  input: strictObject({ noteId: noteIdInput, text: measureText, dueOn: day }),
  allow: can('update', 'Plans'),
  texts: ({ text }) => [text],
  async run({ input: { noteId, text, dueOn }, me, now }) {
    const note = await findReceived(noteId, me._id);
    if (note.planId !== null) return known(note.planId);
    if (dueOn < dayOf(now)) throw refusedAt('days', 'plan');
    const measure: PlanMeasure = { id: measureIdOf(noteId), kind: 'step', text, dueOn, done: null };
    const plan = await written(measure, me, now);
    await markImproved(noteId, me._id, plan._id);
    return { id: plan._id, rev: plan.rev };
  },
});

/** Follows from the note, so that a repeated call adds nothing, and tells nothing of it: managers and HR read the plan. */
const measureIdOf = (noteId: string): string => `note-${hashOf(Buffer.from(noteId)).slice(0, 32)}`;

async function known(id: string) {
  const plan = await findPlan(id);
  if (!plan) throw new AppError('NOT_FOUND', { what: 'plan' });
  return { id, rev: plan.rev };
}

async function written(measure: PlanMeasure, me: Employee, now: Instant): Promise<Plan> {
  const found = await findPlans([me._id], { limit: LOOKED_AT });
  const has = found.find(({ measures }) => measures.some(({ id }) => id === measure.id));
  if (has) return has;
  const draft = found.find(({ state, measures }) => state === 'draft' && measures.length < MAX_MEASURES);
  if (draft) {
    const { plan } = await changePlan({ id: draft._id }, { me, now }, (stored) => {
      if (stored.state !== 'draft') throw refused('state');
      return withMeasure(stored, measure, MAX_MEASURES);
    });
    return plan;
  }
  const plan = newPlan({
    ...{ _id: planIdOf(me._id, measure.id), person: briefOf(me), source: { kind: 'feedback' } },
    ...{ title: [...measure.text].slice(0, 60).join(''), from: dayOf(now), until: measure.dueOn },
    ...{ measures: [measure], metric: null, gaps: [] },
  });
  return (await addPlan(plan)) === 'added' ? plan : ((await findPlan(plan._id)) ?? plan);
}
