import type { Instant } from '#contracts/common';
import type { FormValues } from '#contracts/form';
import type { RequestType } from '#contracts/request-type';
import { mapPrivateFields, privateFieldsOf } from '../../request-types/rules';
import { recordAccess } from '../../shared/audit/record-access';
import type { Employee } from '../../shared/kernel/employee';
import { abilityOf } from '../../shared/kernel/policy';
import { openText, sealText, textFingerprint } from '../../shared/privacy/field-cipher';
import type { Actor, RequestDocument } from '../domain/request/request';

type Form = RequestType['form'];

/** A cancelling request contains the sealed values of the original, so they keep the original's place. */
const placeOf = (requestId: string, fieldId: string): string => `requests/${requestId}/${fieldId}`;

/** Values for storage: private texts are sealed for this request. @throws AppError SETUP_MISSING */
export const sealedValues = (form: Form, values: FormValues, requestId: string): FormValues =>
  mapPrivateFields(form, values, (text, fieldId) => sealText(text, placeOf(requestId, fieldId)));

/** Values for comparison: private texts are replaced by keyed fingerprints. */
export const fingerprintedValues = (form: Form, values: FormValues): FormValues =>
  mapPrivateFields(form, values, textFingerprint);

/**
 * Values for the reader: the applicant, current and past signers, and HR see private texts; for others, such as
 * people in copy, they are `hidden`. Access by anyone but the applicant is recorded first.
 */
export async function openedValues(
  { _id, cancels, form, values, applicantId, decidedBy }: RequestDocument,
  me: Employee,
  actor: Actor | null,
  now: Instant,
): Promise<{ readonly values: FormValues; readonly hidden: readonly string[] }> {
  const fields = privateFieldsOf(form, values);
  if (fields.length === 0) return { values, hidden: [] };
  const isOwn = applicantId === me._id;
  const canRead =
    isOwn || actor !== null || decidedBy.includes(me._id) || abilityOf(me.roles).can('read', 'PrivateFields');
  if (!canRead) return { values: mapPrivateFields(form, values, () => ''), hidden: fields };
  const opened = mapPrivateFields(form, values, (text, fieldId) =>
    openText(text, placeOf(cancels ?? _id, fieldId)),
  );
  if (!isOwn) {
    const reader = { readerId: me._id, readerName: me.name, ownerId: applicantId };
    await recordAccess({ ...reader, at: now, what: 'request', aboutId: _id, fields });
  }
  return { values: opened, hidden: [] };
}
