import type { Day } from '#contracts/common';
import { dayOf } from '../calendar/company-time';
import { AppError } from '../errors/app-error';
import type { PlatformIdentity } from '../platform/cloud';
import type { Employee } from './employee';

/**
 * Who the platform says is calling. `wechat` carries an OPENID that no client can forge. `console` is a run from the
 * cloud console, as far as the platform tells it: it may do nothing without the secret of `console-secret.ts`.
 * `function` is another function of this environment. `stranger` is everybody else: a phone without a login
 * (未登录模式), a browser, the HTTP API, an account that shares this environment.
 */
export type Caller =
  | { readonly kind: 'wechat'; readonly openid: string }
  | { readonly kind: 'console' }
  | { readonly kind: 'timer' }
  | { readonly kind: 'function' }
  | { readonly kind: 'stranger' };

export type CallerKind = Exclude<Caller['kind'], 'stranger'>;

/** SOURCE of a run in the cloud console: that of the developer tools, or none (云端测试). */
const CONSOLE_SOURCES: ReadonlySet<string> = new Set(['', 'wx_devtools']);
/** SOURCE of a timer; environments older than `wx_trigger` have none for it. */
const TIMER_SOURCES: ReadonlySet<string> = new Set(['', 'wx_unknown', 'wx_trigger']);
const BY_FUNCTION = /(^|,)scf$/;

/** Tells the callers apart by what the platform sets, never by what the event says. */
export function callerOf({ context, env }: PlatformIdentity): Caller {
  if (isForeign(context, env)) return { kind: 'stranger' };
  const source = String(context.SOURCE || env.TCB_SOURCE || '');
  // A chain of calls, such as `wx_client,scf`. Whose call it was is not asked: it may lack the OPENID.
  if (BY_FUNCTION.test(source)) return { kind: 'function' };
  const openid = context.OPENID;
  if (typeof openid === 'string' && openid !== '') return { kind: 'wechat', openid };
  // The SDK turns an all-digit id into a number and may lose digits: such an id names nobody for sure.
  if (openid !== undefined && openid !== '') return { kind: 'stranger' };
  if (source === 'wx_trigger' || (env.TRIGGER_SRC === 'timer' && TIMER_SOURCES.has(source)))
    return { kind: 'timer' };
  const isConsole = CONSOLE_SOURCES.has(source) && env.TRIGGER_SRC !== 'timer';
  return { kind: isConsole ? 'console' : 'stranger' };
}

/** A user of CloudBase without WeChat, or of another account that shares this environment. */
const isForeign = (context: PlatformIdentity['context'], env: PlatformIdentity['env']): boolean =>
  [context.TCB_UUID, env.TCB_UUID, context.FROM_OPENID, context.FROM_APPID].some(Boolean);

/** @throws AppError ACCESS_ENDED from the day after the last day of employment on */
export function requireEmployed(me: Employee, now: number): Employee {
  const today: Day = dayOf(now);
  if (me.leftOn !== null && me.leftOn < today) throw new AppError('ACCESS_ENDED', {});
  return me;
}
