import type { Instant } from '#contracts/common';
import { AppError } from '../errors/app-error';
import { identity } from '../platform/cloud';
import { maybePush } from './caller';
import { checkSize, isPlainObject } from './read-event';

/**
 * What a function does with a message of WeChat's servers. Anybody could have written it: it may only act on what
 * nobody but WeChat knows, and the same message may come twice.
 */
export type PushHandler = (message: Readonly<Record<string, unknown>>, now: Instant) => Promise<void>;

/** By `Event` of the message. */
export type PushHandlers = Readonly<Record<string, PushHandler>>;

/** The handler of a pushed message; undefined for every other event. */
export function pushHandlerOf(event: unknown, handlers: PushHandlers): PushHandler | undefined {
  const { MsgType, Event } = Object(event);
  return MsgType === 'event' && typeof Event === 'string' && Object.hasOwn(handlers, Event)
    ? handlers[Event]
    : undefined;
}

/** What WeChat expects as an answer. */
export const RECEIVED = 'success';

/** @throws AppError CALLER_REFUSED, EVENT_TOO_LARGE, EVENT_INVALID */
export async function receivePush(
  event: unknown,
  handle: PushHandler,
  now: Instant,
): Promise<typeof RECEIVED> {
  checkSize(event);
  if (!isPlainObject(event)) throw new AppError('EVENT_INVALID', {});
  if (!maybePush(identity())) throw new AppError('CALLER_REFUSED', {});
  await handle(event, now);
  return RECEIVED;
}
