import { randomUUID } from 'node:crypto';
import type { Instant, Reply, WireError } from '../../../typings/contracts/common';
import { identity } from '../data/cloud';
import { kindOfSdkError } from '../data/sdk-error';
import { AppError } from '../errors/app-error';
import type { Action } from './action';
import { callerOf, requireEmployed } from './caller';
import type { Employee } from './employee';
import { readEvent } from './read-event';
import { readInput } from './read-input';

/** How the kernel learns who a WeChat user is. @throws AppError NOT_BOUND */
export interface Directory {
  employeeOf(openid: string, now: Instant): Promise<Employee>;
}

/** What the platform hands to a function besides the event. */
interface PlatformContext {
  readonly request_id?: string;
}

export type CloudFunction = (event: unknown, context?: PlatformContext) => Promise<Reply<unknown>>;

/**
 * The entry of a cloud function. Cheap checks come first: size and shape of the event, the action, its input;
 * only then the SDK is loaded to ask who is calling, then permission, then the action itself.
 * Always answers an envelope; never throws.
 */
export function serve(actions: Readonly<Record<string, Action>>, directory: Directory): CloudFunction {
  return async (event, context) => {
    const now = Date.now() as Instant;
    try {
      return { ok: true, data: await handle(actions, directory, event, now), now };
    } catch (error) {
      const requestId = context?.request_id ?? randomUUID();
      return { ok: false, error: wireError(error, requestId), now, requestId };
    }
  };
}

async function handle(
  actions: Readonly<Record<string, Action>>,
  directory: Directory,
  event: unknown,
  now: Instant,
): Promise<unknown> {
  const { action: name, input: raw } = readEvent(event);
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (!action) throw new AppError('ACTION_UNKNOWN', { action: name });
  const input = readInput(action.input, raw);
  const openid = admit(action);
  const me = async () => requireEmployed(await directory.employeeOf(openid, now), now);
  return action.run({ input, now, openid, me });
}

/** The OPENID of an admitted WeChat user, '' for the console. @throws AppError CALLER_REFUSED */
function admit(action: Action): string {
  const caller = callerOf(identity());
  if (caller.kind !== action.caller) throw new AppError('CALLER_REFUSED', {});
  return caller.kind === 'wechat' ? caller.openid : '';
}

/** Known errors go out as they are; everything else is ours, logged in full and told as INTERNAL. */
function wireError(error: unknown, requestId: string): WireError {
  if (error instanceof AppError) return { code: error.code, data: error.data };
  console.error('INTERNAL', requestId, kindOfSdkError(error), error);
  return { code: 'INTERNAL', data: {} };
}
