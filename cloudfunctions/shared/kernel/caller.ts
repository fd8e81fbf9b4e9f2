import type { Day } from '../../../typings/contracts/common';
import { dayOf } from '../calendar/company-time';
import { AppError } from '../errors/app-error';
import type { Employee } from './employee';

/**
 * Who the platform says is calling. A call from the Mini Program always carries an OPENID that the client
 * cannot forge; a run from the cloud console or by a timer never does. `stranger` is everybody else, such as
 * a browser signed in to CloudBase.
 */
export type Caller =
  | { readonly kind: 'wechat'; readonly openid: string }
  | { readonly kind: 'console' }
  | { readonly kind: 'timer' }
  | { readonly kind: 'stranger' };

export type CallerKind = Exclude<Caller['kind'], 'stranger'>;

/** What the platform sets for one call: the SDK's context and the process environment. */
export interface PlatformIdentity {
  readonly context: Readonly<Record<string, unknown>>;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Tells the callers apart by what the platform sets, never by what the event says. */
export function callerOf({ context, env }: PlatformIdentity): Caller {
  const openid = context.OPENID;
  if (typeof openid === 'string' && openid !== '') return { kind: 'wechat', openid };
  // The SDK turns an all-digit id into a number and may lose digits: such an id names nobody for sure.
  if (openid !== undefined && openid !== '') return { kind: 'stranger' };
  if (context.TCB_UUID || env.TCB_UUID) return { kind: 'stranger' };
  return env.TRIGGER_SRC === 'timer' ? { kind: 'timer' } : { kind: 'console' };
}

/** @throws AppError ACCESS_ENDED from the day after the last day of employment on */
export function requireEmployed(me: Employee, now: number): Employee {
  const today: Day = dayOf(now);
  if (me.leftOn !== null && me.leftOn < today) throw new AppError('ACCESS_ENDED', {});
  return me;
}
