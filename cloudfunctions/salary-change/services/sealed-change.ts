import { decryptedValues, placeOfValue, type RequestDocument, requestsOfKind } from '../../approvals/engine';
import { decryptText, encryptText } from '../../shared/privacy/field-cipher';
import { resealed } from '../../shared/privacy/resealed';
import { changeOf, type SalaryChange } from '../domain/salary-change';
import { salaryChangeType } from '../shipped-type';

/** What a request asks for. @throws AppError SETUP_MISSING in a function without the key of pay */
export const openedChange = ({ _id, form, values }: RequestDocument): SalaryChange =>
  changeOf(String(decryptedValues(form, values, _id).changes));

export const isSalaryChange = ({ kind }: Pick<RequestDocument, 'kind'>): boolean =>
  kind === salaryChangeType.kind;

const placeOf = (requestId: string): string => `requests/${requestId}/comment`;

/** A comment may name amounts, and is in the history of the request. */
export const sealedComment = (comment: string, requestId: string): string =>
  encryptText(comment, placeOf(requestId));
export const openedComment = (comment: string, requestId: string): string =>
  decryptText(comment, placeOf(requestId));

/** Values and comments, for the job that writes them anew under another key. */
export const resealedChanges = resealed<RequestDocument>(requestsOfKind(salaryChangeType.kind), [
  {
    ...{ field: 'values', at: 'values.changes', by: 'rev' },
    again: ({ _id, values }, anew) => ({
      ...values,
      changes: anew(String(values.changes), placeOfValue(_id, 'changes')),
    }),
  },
  {
    ...{ field: 'timeline', at: 'timeline.comment', by: 'rev' },
    again: ({ _id, timeline }, anew) =>
      timeline.map((entry) =>
        entry.comment === undefined ? entry : { ...entry, comment: anew(entry.comment, placeOf(_id)) },
      ),
  },
]);
