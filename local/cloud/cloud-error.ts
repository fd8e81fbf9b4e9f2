/** The error codes that the embedded cloud answers with; those of the platform where it has one. */
export type CloudErrorCode =
  | 'DATABASE_COLLECTION_NOT_EXIST'
  | 'DATABASE_COLLECTION_ALREADY_EXIST'
  | 'DATABASE_COLLECTION_EXCEED_LIMIT'
  | 'DATABASE_REQUEST_FAILED'
  | 'DATABASE_INVALID_OPERRATOR'
  | 'DATABASE_TRANSACTION_CONFLICT'
  | 'DATABASE_TRANSACTION_FAIL'
  | 'EXCEED_MAX_PAYLOAD_SIZE'
  | 'FUNCTION_NOT_FOUND'
  | 'FUNCTIONS_EXECUTE_FAIL'
  | 'FUNCTIONS_TIME_LIMIT_EXCEEDED'
  | 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED'
  | 'INVALID_PARAM'
  | 'OPERATION_NOT_SUPPORTED'
  | 'PERMISSION_DENIED'
  | 'SIGN_PARAM_INVALID'
  | 'STORAGE_EXCEED_AUTHORITY'
  | 'STORAGE_FILE_NONEXIST'
  | 'STORAGE_SIGN_PARAM_INVALID'
  | 'DATA_DIR_IN_USE'
  | 'DATA_DAMAGED'
  | 'DISK_FULL'
  | 'SYS_ERR';

/** An error for the caller: a code to act on and a text for the developer. */
export class CloudError extends Error {
  constructor(
    readonly code: CloudErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'CloudError';
  }
}

/** Any other error is a bug of the embedded cloud: logged here, its details are not sent. */
export function knownError(error: unknown): Pick<CloudError, 'code' | 'message'> {
  if (error instanceof CloudError) return error;
  console.error(error);
  return { code: 'SYS_ERR', message: 'Internal error of the embedded cloud.' };
}
