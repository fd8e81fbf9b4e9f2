import type { Instant } from '#contracts/common';
import type { FormValues } from '#contracts/form';
import type { RequestType } from '#contracts/request-type';
import { privateFieldsOf, withPrivate } from '../../request-types/rules';
import { recordAccess } from '../../shared/audit/record-access';
import type { Employee } from '../../shared/kernel/employee';
import { abilityOf } from '../../shared/kernel/policy';
import { openText, sealText, textFingerprint } from '../../shared/privacy/field-cipher';
import type { Actor, RequestDocument } from '../domain/request/request';

type Form = RequestType['form'];

/** A request to undo another one keeps the values, and with them the place, of the original. */
const placeOf = (requestId: string, fieldId: string): string => `requests/${requestId}/${fieldId}`;

/** As they are stored: private texts are sealed for this request. @throws AppError SETUP_MISSING */
export const sealedValues = (form: Form, values: FormValues, requestId: string): FormValues =>
  withPrivate(form, values, (text, fieldId) => sealText(text, placeOf(requestId, fieldId)));

/** As they are compared: private texts are replaced by marks that only the key can make. */
export const markedValues = (form: Form, values: FormValues): FormValues =>
  withPrivate(form, values, textFingerprint);

/**
 * As the reader may see them: the applicant, whoever signs or has signed, and HR see private texts; to others, such
 * as people in copy, they are `hidden`. A look by anybody but the applicant is written down first.
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
  const may =
    isOwn || actor !== null || decidedBy.includes(me._id) || abilityOf(me.roles).can('read', 'PrivateFields');
  if (!may) return { values: withPrivate(form, values, () => ''), hidden: fields };
  const opened = withPrivate(form, values, (text, fieldId) =>
    openText(text, placeOf(cancels ?? _id, fieldId)),
  );
  if (!isOwn) {
    const reader = { readerId: me._id, readerName: me.name, ownerId: applicantId };
    await recordAccess({ ...reader, at: now, what: 'request', aboutId: _id, fields });
  }
  return { values: opened, hidden: [] };
}
