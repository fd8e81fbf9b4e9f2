import type { ErrorCode } from '#contracts/errors';
import type { Reply } from '#contracts/reply';

/** An integrated response (集成响应), which the HTTP access service turns into status, headers and body. */
export interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isBase64Encoded: false;
}

const STATUS: Partial<Record<ErrorCode, number>> = {
  SIGNATURE_INVALID: 401,
  SIGNATURE_EXPIRED: 401,
  OUT_OF_SCOPE: 403,
  ACTION_UNKNOWN: 404,
  NOT_FOUND: 404,
  IDEMPOTENCY_KEY_REUSED: 409,
  EVENT_TOO_LARGE: 413,
  RATE_LIMITED: 429,
  BUSY: 503,
  INTERNAL: 500,
};
/** Whatever else is refused is wrong in the request. */
const BAD_REQUEST = 400;

/** The answer to a system outside: the envelope of every action as JSON, with the status of HTTP that fits. */
export function httpAnswerOf(reply: Reply<unknown>): HttpAnswer {
  return {
    statusCode: reply.ok ? 200 : (STATUS[reply.error.code] ?? BAD_REQUEST),
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify(reply),
    isBase64Encoded: false,
  };
}
