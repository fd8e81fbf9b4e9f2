import type { ClientErrorCode, ErrorCode } from '#contracts/errors';

/** Errors that occur on the phone, without the server. */
export type PhoneErrorCode =
  | 'QUEUE_FULL'
  | 'STORAGE_FULL'
  | 'PHOTO_LOST'
  /** See `Refusal`. */
  | 'PRIVACY_UNDECLARED'
  | 'PRIVACY_REFUSED'
  | 'PERMISSION_REFUSED'
  /** The host of a link is not among the legal domains of the account. */
  | 'DOMAIN_MISSING'
  | 'FILE_NOT_SHOWN'
  | 'NOT_COPIED'
  | 'PAPER_NOT_CHOSEN'
  /** `rule`: type, size. */
  | 'PAPER_INVALID'
  | 'PAGE_NOT_OPENED'
  /** An attempt that got no answer may be what the server refuses the next one for. */
  | 'MAYBE_SENT';

export type AnyErrorCode = ErrorCode | ClientErrorCode | PhoneErrorCode;

export type ErrorFacts = Readonly<Record<string, string | number | boolean | null>>;

/** A failure as screens use it: a code of a closed set and the data of its message. */
export interface Failure {
  readonly code: AnyErrorCode;
  readonly data: ErrorFacts;
  /** Identifies the call in the server log; empty if the server did not respond. */
  readonly requestId: string;
}

/** The only error class that services throw. */
export class ClientError extends Error implements Failure {
  constructor(
    readonly code: AnyErrorCode,
    readonly data: ErrorFacts = {},
    readonly requestId = '',
  ) {
    super(code);
    this.name = 'ClientError';
  }
}

/** Converts anything thrown to a failure. Unexpected errors are logged and become INTERNAL. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof ClientError) {
    return { code: thrown.code, data: thrown.data, requestId: thrown.requestId };
  }
  console.error(thrown);
  return { code: 'INTERNAL', data: {}, requestId: '' };
}

const TRANSIENT: ReadonlySet<AnyErrorCode> = new Set([
  'OFFLINE',
  'TIMEOUT',
  'CLOUD_UNAVAILABLE',
  // Fixed by the administrator; queued punches must not be dropped until then.
  'CLOUD_NOT_SET_UP',
  'FUNCTION_MISSING',
  'BUSY',
  'INTERNAL',
  // Fixed by redeploying; queued punches must not be dropped until then.
  'RUNTIME_TOO_OLD',
  'TIME_LIMIT_TOO_SHORT',
]);

/** Whether retrying the same call may succeed. All other codes are final. */
export const isTransient = (failure: Failure): boolean => TRANSIENT.has(failure.code);

/** Whether no answer came, so that the call may have arrived all the same. */
export const isUnanswered = ({ code }: Failure): boolean =>
  code === 'TIMEOUT' || code === 'CLOUD_UNAVAILABLE';

const INPUTS: ReadonlySet<AnyErrorCode> = new Set([
  'INPUT_INVALID',
  'FORM_INVALID',
  'TEXT_REFUSED',
  'PERIOD_INVALID',
  'NO_WORKING_TIME',
  'RATE_LIMITED',
]);

/** Whether sending again, or other words, may succeed; other refusals say that things are different by now. */
export const isMendable = (failure: Failure): boolean =>
  isTransient(failure) || INPUTS.has(failure.code) || 'field' in failure.data;
