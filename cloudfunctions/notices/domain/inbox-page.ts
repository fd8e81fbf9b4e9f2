import type { Instant } from '#contracts/common';
import type { InboxEntry } from '#contracts/message';
import type { Message } from '../../shared/outbox/message';

/** The last entry of a page: the next page begins behind it. */
export interface Place {
  readonly at: Instant;
  readonly id: string;
}

export const cursorOf = ({ at, _id }: Message): string => `${at}.${_id}`;

export function placeOf(cursor: string): Place {
  const dot = cursor.indexOf('.');
  return { at: Number(cursor.slice(0, dot)) as Instant, id: cursor.slice(dot + 1) };
}

const isRead = ({ at }: Message, readUntil: Instant): boolean => at <= readUntil;

export function entryOf(message: Message, readUntil: Instant): InboxEntry {
  const { _id, event, data, aboutId, at } = message;
  return { id: _id, event, data, aboutId, at, read: isRead(message, readUntil) };
}

/**
 * How many messages are unread, as far as the newest ones tell: null if the oldest of them is unread and there
 * are more.
 */
export function unreadAmong(newest: readonly Message[], hasMore: boolean, readUntil: Instant): number | null {
  const unread = newest.filter((message) => !isRead(message, readUntil)).length;
  return hasMore && unread === newest.length ? null : unread;
}
