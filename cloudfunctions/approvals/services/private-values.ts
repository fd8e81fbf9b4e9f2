import type { FormValues } from '#contracts/form';
import type { RequestType } from '#contracts/request-type';
import { mapPrivateFields } from '../../request-types/rules';
import { decryptText, encryptText, textFingerprint } from '../../shared/privacy/field-cipher';

type Form = RequestType['form'];

/** Where the text of a field is bound to. */
export const placeOfValue = (requestId: string, fieldId: string): string =>
  `requests/${requestId}/${fieldId}`;

/** Values for storage: private texts are encrypted for this request. @throws AppError SETUP_MISSING */
export const encryptedValues = (form: Form, values: FormValues, requestId: string): FormValues =>
  mapPrivateFields(form, values, (text, fieldId) => encryptText(text, placeOfValue(requestId, fieldId)));

/** The values that were encrypted for this request. @throws AppError SETUP_MISSING */
export const decryptedValues = (form: Form, values: FormValues, requestId: string): FormValues =>
  mapPrivateFields(form, values, (text, fieldId) => decryptText(text, placeOfValue(requestId, fieldId)));

/** Values for comparison: private texts are replaced by keyed fingerprints. */
export const fingerprintedValues = (form: Form, values: FormValues): FormValues =>
  mapPrivateFields(form, values, textFingerprint);
