import { type CloudErrorCode, knownError } from '../cloud-error';
import type { ClientError } from '../types';

/** Error numbers that the Mini Program sees, where the platform documents one. */
const ERR_CODES: Partial<Record<CloudErrorCode, number>> = {
  FUNCTION_NOT_FOUND: -501000,
  INVALID_PARAM: -501007,
  STORAGE_EXCEED_AUTHORITY: -503002,
  STORAGE_FILE_NONEXIST: -503003,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
};
const SYS_ERR = -501001;

/** The error as `wx.cloud.<api>` rejects with it. */
export function clientError(api: string, error: unknown): ClientError {
  const { code, message } = knownError(error);
  const errCode = ERR_CODES[code] ?? SYS_ERR;
  return { code, errCode, errMsg: `${api}:fail errCode: ${errCode} ${code} | errMsg: ${message}` };
}
