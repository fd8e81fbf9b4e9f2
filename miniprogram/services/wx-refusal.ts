import { type AnyErrorCode, ClientError } from './client-error';

/**
 * Why WeChat refused an API call. `undeclared`: the account's privacy guide does not declare the API (errno 112), which
 * only the administrator can change. `privacy`: the person did not accept the guide (errno 104). `denied`: the person
 * refused the permission.
 */
export type Refusal = 'undeclared' | 'privacy' | 'denied' | 'failed';

interface WxFailure {
  readonly errMsg?: string;
  readonly errno?: number;
}

const UNDECLARED = 112;
const PRIVACY_REFUSED = 104;

/** The only parser of WeChat refusals. */
export function refusalOf({ errMsg = '', errno }: WxFailure): Refusal {
  if (errno === UNDECLARED || /not declared in the privacy/i.test(errMsg)) return 'undeclared';
  if (errno === PRIVACY_REFUSED || /privacy/i.test(errMsg)) return 'privacy';
  return /auth|permission|deny/i.test(errMsg) ? 'denied' : 'failed';
}

/** Same, for APIs that the person can cancel; `cancelled` is not a failure. */
export const refusalOrCancel = (failure: WxFailure): Refusal | 'cancelled' =>
  /cancel/i.test(failure.errMsg ?? '') ? 'cancelled' : refusalOf(failure);

/** The refusal as an error of the closed set; `failed` is the caller's code for other failures. */
export function refusalError(failure: WxFailure, failed: AnyErrorCode): ClientError {
  const codes: Readonly<Record<Refusal, AnyErrorCode>> = {
    undeclared: 'PRIVACY_UNDECLARED',
    privacy: 'PRIVACY_REFUSED',
    denied: 'PERMISSION_REFUSED',
    failed,
  };
  return new ClientError(codes[refusalOf(failure)]);
}
