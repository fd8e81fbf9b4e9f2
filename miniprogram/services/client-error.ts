import type { ClientErrorCode, ErrorCode } from '#contracts/errors';

/** What can go wrong on the phone alone. */
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
  | 'PAGE_NOT_OPENED';

export type AnyErrorCode = ErrorCode | ClientErrorCode | PhoneErrorCode;

export type ErrorFacts = Readonly<Record<string, string | number | boolean | null>>;

/** A failure as a screen needs it: a code of a closed set and the figures of its sentence. */
export interface Failure {
  readonly code: AnyErrorCode;
  readonly data: ErrorFacts;
  /** Finds the call in the server's log; empty if the server never answered. */
  readonly requestId: string;
}

/** The one kind of error that services throw. */
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

/** The failure in whatever was thrown; a fault in our own code is reported as one, not hidden. */
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
  // Put right by the administrator: what waits on the phone must not be given up meanwhile.
  'CLOUD_NOT_SET_UP',
  'FUNCTION_MISSING',
  'BUSY',
  'INTERNAL',
  // Until the administrator has put the deployment right; a waiting punch must not be lost for it.
  'RUNTIME_TOO_OLD',
  'TIME_LIMIT_TOO_SHORT',
]);

/** Whether the same call may succeed later, unchanged. Every other code is the server's final word. */
export const isTransient = (failure: Failure): boolean => TRANSIENT.has(failure.code);
