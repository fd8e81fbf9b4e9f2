import type { ErrorCode } from '#contracts/errors';
import type { PlatformNeeds } from './platform-needs';

// This file also runs on Node.js versions that are too old for the bundle: use only the syntax and library of
// Node 8, and import types only.

type Handler = (event: unknown, context?: PlatformContext) => Promise<unknown>;

/** The part of the platform's second argument that states the function's limits. */
interface PlatformContext {
  readonly request_id?: string;
  /** Time limit of a call, ms. */
  readonly time_limit_in_ms?: number;
}

type Fault = { code: ErrorCode; data: Record<string, string | number> };

/**
 * The function, or a handler that reports why it cannot run here.
 * - On an older Node.js every call is refused with RUNTIME_TOO_OLD and `load` is never called: the bundle may not
 *   even parse there.
 * - If the time limit is shorter than declared, timer and console calls are refused with TIME_LIMIT_TOO_SHORT:
 *   whoever deployed the function sees the error, and a job that is always cut off never completes. Calls from a
 *   phone are served: they are short and idempotent, and an employee cannot change the limit. Each instance logs
 *   the problem once.
 * @param found version of Node.js of this instance
 */
export function guard(needs: PlatformNeeds, found: string, load: () => Handler): Handler {
  if (isOlder(found, needs.node)) return async (_event, context) => refusal(tooOld(needs, found), context);
  const handler = load();
  let isLogged = false;
  return async (event, context = {}) => {
    const limit = context.time_limit_in_ms;
    if (typeof limit !== 'number' || limit >= needs.timeout * 1000) return handler(event, context);
    const fault = tooShort(needs, limit);
    if (!isFromPhone()) return refusal(fault, context);
    if (!isLogged) console.error(fault.code, JSON.stringify(fault.data));
    isLogged = true;
    return handler(event, context);
  };
}

/** Only calls from a Mini Program carry an OPENID. */
const isFromPhone = (): boolean => Boolean(process.env.WX_OPENID);

const tooOld = ({ name, node }: PlatformNeeds, found: string): Fault => ({
  code: 'RUNTIME_TOO_OLD',
  data: { function: name, needed: node, found },
});

const tooShort = ({ name, timeout }: PlatformNeeds, limitMs: number): Fault => ({
  code: 'TIME_LIMIT_TOO_SHORT',
  data: { function: name, needed: timeout, found: limitMs / 1000 },
});

function refusal(error: Fault, context?: PlatformContext): unknown {
  console.error(error.code, JSON.stringify(error.data));
  return { ok: false, error, now: Date.now(), requestId: context?.request_id ?? '' };
}

/** Compares versions such as `18.15.0` part by part. */
function isOlder(found: string, needed: string): boolean {
  const have = found.split('.').map(Number);
  for (const [index, part] of needed.split('.').map(Number).entries()) {
    const other = have[index] ?? 0;
    if (other !== part) return other < part;
  }
  return false;
}
