import type { Day } from '#contracts/common';
import { addDays, dayOf } from '../calendar/company-time';
import { AppError } from '../errors/app-error';
import type { PlatformIdentity } from '../platform/cloud';
import type { Employee } from './employee';

/**
 * The caller as the platform identifies it. `wechat` carries an OPENID that clients cannot forge. `console` is
 * a run from the cloud console, as far as the platform can tell: it needs the secret of `console-secret.ts`.
 * `function` is another function of this environment. `stranger` is everything else: a phone without a login
 * (未登录模式), a browser, the HTTP API, an account that shares this environment.
 */
export type Caller =
  | { readonly kind: 'wechat'; readonly openid: string }
  | { readonly kind: 'console' }
  | { readonly kind: 'timer' }
  | { readonly kind: 'function' }
  | { readonly kind: 'stranger' };

export type CallerKind = Exclude<Caller['kind'], 'stranger'>;

/** SOURCE of a run in the cloud console: set by the developer tools, or empty (云端测试). */
const CONSOLE_SOURCES: ReadonlySet<string> = new Set(['', 'wx_devtools']);
/** SOURCE of a timer; environments older than `wx_trigger` do not set it. */
const TIMER_SOURCES: ReadonlySet<string> = new Set(['', 'wx_unknown', 'wx_trigger']);
const BY_FUNCTION = /(^|,)scf$/;

/** Identifies the caller by what the platform sets, never by the content of the event. */
export function callerOf({ context, env }: PlatformIdentity): Caller {
  if (isForeign(context, env)) return { kind: 'stranger' };
  const source = String(context.SOURCE || env.TCB_SOURCE || '');
  // A call chain, such as `wx_client,scf`. The original caller is not evaluated: the OPENID may be missing.
  if (BY_FUNCTION.test(source)) return { kind: 'function' };
  const openid = context.OPENID;
  if (typeof openid === 'string' && openid !== '') return { kind: 'wechat', openid };
  // The SDK turns an all-digit id into a number and may lose digits: such an id identifies nobody reliably.
  if (openid !== undefined && openid !== '') return { kind: 'stranger' };
  if (source === 'wx_trigger' || (env.TRIGGER_SRC === 'timer' && TIMER_SOURCES.has(source)))
    return { kind: 'timer' };
  const isConsole = CONSOLE_SOURCES.has(source) && env.TRIGGER_SRC !== 'timer';
  return { kind: isConsole ? 'console' : 'stranger' };
}

/** A CloudBase user without WeChat, or a user of another account that shares this environment. */
const isForeign = (context: PlatformIdentity['context'], env: PlatformIdentity['env']): boolean =>
  [context.TCB_UUID, env.TCB_UUID, context.FROM_OPENID, context.FROM_APPID].some(Boolean);

/** SOURCE of everything that is not WeChat's servers: phones, developer tools, the HTTP API, timers, other functions. */
const NO_PUSH_SOURCES: ReadonlySet<string> = new Set([
  'wx_client',
  'wx_devtools',
  'wx_localdebug',
  'wx_http',
  'wx_trigger',
  'wx_crawler',
  'wx_paycallback',
  'scf',
]);

/**
 * Whether WeChat's servers may be calling (消息推送). The platform sets the OPENID of the person concerned, as for a phone,
 * and documents no SOURCE for it, so this only tells what is certainly something else: whoever acts on such a message
 * must find in it what nobody but WeChat knows.
 */
export function maybePush({ context, env }: PlatformIdentity): boolean {
  if (isForeign(context, env) || env.TRIGGER_SRC === 'timer') return false;
  const chain = String(context.SOURCE || env.TCB_SOURCE || '').split(',');
  return !chain.some((source) => NO_PUSH_SOURCES.has(source));
}

/**
 * @param daysAfter of a few actions: how many days longer somebody may call them who has left
 * @throws AppError ACCESS_ENDED as of the day after the last day of employment, or so many days later
 */
export function requireEmployed(me: Employee, now: number, daysAfter = 0): Employee {
  const today: Day = dayOf(now);
  if (me.leftOn !== null && addDays(me.leftOn, daysAfter) < today) throw new AppError('ACCESS_ENDED', {});
  return me;
}
