import { calculateObjectSize } from 'bson';
import { CloudError } from '../cloud-error';
import type { Value } from '../store/document';
import { encode } from '../store/ejson';

/** Of one database response: the size of the documents as the database keeps them. */
const MAX_BYTES = 16 * 1024 * 1024;

/** Documents as the SDK reads them. @throws CloudError DATABASE_REQUEST_FAILED if they are more than 16 MB */
export function encodeList(documents: readonly Value[]): string[] {
  const texts = documents.map(encode);
  // A document has at most four bytes for a character of its text, so a short text needs no second look.
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  if (length > MAX_BYTES / 4 && sizeOf(documents) > MAX_BYTES)
    throw new CloudError(
      'DATABASE_REQUEST_FAILED',
      `[FailedOperation] The result has more than ${MAX_BYTES} bytes: ask for fewer documents or fields.`,
    );
  return texts;
}

function sizeOf(documents: readonly Value[]): number {
  return documents.reduce<number>((sum, document) => sum + calculateObjectSize(document as object), 0);
}
