import { briefOf } from '../../../people/rules';
import { AppError } from '../../../shared/errors/app-error';
import { holdersOf } from '../flow/approvers-of';
import { mergeSlots, type PlannedSlot } from '../flow/plan-flow';
import { upwardsFrom } from '../flow/upwards';
import type { World } from '../flow/world';
import type { RequestDocument, RequestStep } from './request';
import { closedStep } from './steps';

/**
 * The steps of a cancelling request: the same people who signed the request sign again, step by step. Who has
 * left is replaced by the next manager up, and in the end by HR.
 * @throws AppError NOBODY_TO_APPROVE
 */
export function signersAgain({ steps, applicantId }: RequestDocument, world: World): RequestStep[] {
  const hr = holdersOf('hr', applicantId, world).people.map(briefOf);
  const again = steps.map((step) => {
    const signers = step.slots.flatMap(({ signedBy }) => signedBy ?? []);
    const slots = signers.map((id): PlannedSlot => {
      const found = upwardsFrom(id, applicantId, world).people.map(briefOf);
      return found.length > 0 ? found : hr;
    });
    return closedStep({ ...step, mode: 'all', note: null, slots: mergeSlots(slots) });
  });
  const signed = again.filter(({ slots }) => slots.length > 0);
  if (signed.length === 0) throw new AppError('NOBODY_TO_APPROVE', {});
  return signed;
}
