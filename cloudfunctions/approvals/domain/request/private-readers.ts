import type { PersonBrief } from '#contracts/person';
import type { RequestDocument } from './request';
import { holdsPerson } from './steps';

type Named = Pick<RequestDocument, 'steps' | 'broughtIn'>;
type Asked = Named & Pick<RequestDocument, 'applicantId' | 'waitingFor' | 'decidedBy'>;

/** Whether the flow itself asks a person, or would. */
const isNamed = ({ steps, broughtIn = [] }: Named, personId: string): boolean =>
  !broughtIn.includes(personId) &&
  steps.some(({ slots }) => slots.some((slot) => !slot.added && holdsPerson(slot, personId)));

/** Who was brought in, with one more, unless the flow names them as well. */
export const broughtInWith = (request: Named, { id }: PersonBrief): readonly string[] => {
  const before = request.broughtIn ?? [];
  return isNamed(request, id) || before.includes(id) ? before : [...before, id];
};

/**
 * Whether the request itself lets a person read its private texts: the applicant, and those whom the flow asks or has
 * asked. Whoever decides for them (a delegate, an added signer, the receiver of a transfer) decides without them:
 * private texts stay with the role that the flow names.
 */
export function readsPrivate(request: Asked, personId: string): boolean {
  const { applicantId, waitingFor, decidedBy } = request;
  if (personId === applicantId) return true;
  return (waitingFor.includes(personId) || decidedBy.includes(personId)) && isNamed(request, personId);
}
