import { briefOf } from '../../../people/rules';
import { AppError } from '../../../shared/errors/app-error';
import { firstApproverUpward, holdersOf } from '../flow/approvers-of';
import type { OrgChart } from '../flow/org-chart';
import { mergeSlots, type PlannedSlot } from '../flow/plan-flow';
import type { RequestDocument, RequestStep } from './request';
import { unopenedStep } from './steps';

/**
 * The steps of a cancelling request: those who signed the original sign again, step by step. People who have
 * left are replaced by the next manager up, otherwise by HR.
 * @throws AppError NOBODY_TO_APPROVE
 */
export function cancellingSteps({ steps, applicantId }: RequestDocument, orgChart: OrgChart): RequestStep[] {
  const hr = holdersOf('hr', applicantId, orgChart).people.map(briefOf);
  const planned = steps.map((step) => {
    const signers = step.slots.flatMap(({ signedBy }) => signedBy ?? []);
    const slots = signers.map((id): PlannedSlot => {
      const found = firstApproverUpward(id, applicantId, orgChart).people.map(briefOf);
      return found.length > 0 ? found : hr;
    });
    return unopenedStep({ ...step, mode: 'all', note: null, slots: mergeSlots(slots) });
  });
  const signed = planned.filter(({ slots }) => slots.length > 0);
  if (signed.length === 0) throw new AppError('NOBODY_TO_APPROVE', {});
  return signed;
}
