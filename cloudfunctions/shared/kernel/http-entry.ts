import type { Instant } from '#contracts/common';
import type { Reply } from '#contracts/reply';
import { AppError } from '../errors/app-error';
import { identity } from '../platform/cloud';
import { callerOf } from './caller';
import type { CallTrace } from './log-refusal';

/** How a function answers calls over HTTP. */
export interface HttpEntry {
  /** Anybody could have written the event: it may only act on what a signature in it proves. */
  handle(event: unknown, now: Instant, trace: CallTrace): Promise<unknown>;
  /** The response of HTTP for an envelope. */
  answerOf(reply: Reply<unknown>): object;
}

/** Whether an event is a request of the HTTP access service, or has its form. */
export const isHttpEvent = (event: unknown): boolean => typeof Object(event).httpMethod === 'string';

/** @throws AppError CALLER_REFUSED for a phone (with a login or without), a timer and another function, which are never a system outside */
export function receiveHttp(
  event: unknown,
  { handle }: HttpEntry,
  now: Instant,
  trace: CallTrace,
): Promise<unknown> {
  const platform = identity();
  const { kind } = callerOf(platform);
  const isPhone = String(platform.context.SOURCE || platform.env.TCB_SOURCE || '').includes('wx_client');
  if (isPhone || kind === 'wechat' || kind === 'timer' || kind === 'function')
    throw new AppError('CALLER_REFUSED', {});
  return handle(event, now, trace);
}
