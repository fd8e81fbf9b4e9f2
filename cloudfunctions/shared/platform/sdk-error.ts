/** The kinds of database and storage errors that callers distinguish. */
export type SdkErrorKind = 'duplicate' | 'missing-collection' | 'missing-file' | 'conflict' | 'other';

const MISSING_COLLECTION = -502_005;
const MISSING_FILE = -503_003;

/**
 * Classifies an error of wx-server-sdk. Some calls set a number (`errCode`), some a text (`code`), and a
 * duplicate key can only be recognized by its message.
 */
export function kindOfSdkError(error: unknown): SdkErrorKind {
  if (typeof error !== 'object' || error === null) return 'other';
  const { errCode, code, errMsg, message } = error as Record<string, unknown>;
  const text = `${code ?? ''} ${errMsg ?? ''} ${message ?? ''}`;
  if (/E11000|duplicate key|DUPLICATE_WRITE/i.test(text)) return 'duplicate';
  if (errCode === MISSING_COLLECTION || /COLLECTION_NOT_EXIST/i.test(text)) return 'missing-collection';
  if (errCode === MISSING_FILE || /STORAGE_FILE_NONEXIST/i.test(text)) return 'missing-file';
  if (/TRANSACTION_?CONFLICT|WriteConflict/i.test(text)) return 'conflict';
  return 'other';
}
