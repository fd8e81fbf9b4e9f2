import type { Instant } from '#contracts/common';
import type { InboxEntry } from '#contracts/message';
import type { Message } from '../../shared/outbox/message';

/** The last entry of a page; the next page starts after it. */
export interface InboxCursor {
  readonly at: Instant;
  readonly id: string;
}

export const cursorOf = ({ at, _id }: Message): string => `${at}.${_id}`;

export function parseCursor(cursor: string): InboxCursor {
  const dot = cursor.indexOf('.');
  return { at: Number(cursor.slice(0, dot)) as Instant, id: cursor.slice(dot + 1) };
}

const isRead = ({ at }: Message, readUntil: Instant): boolean => at <= readUntil;

export function entryOf(message: Message, readUntil: Instant): InboxEntry {
  const { _id, event, data, aboutId, at } = message;
  return { id: _id, event, data, aboutId, at, read: isRead(message, readUntil) };
}

/**
 * The number of unread messages, judged by the newest ones: null if all of them are unread and there are more.
 */
export function unreadCountOf(
  newest: readonly Message[],
  hasMore: boolean,
  readUntil: Instant,
): number | null {
  const unread = newest.filter((message) => !isRead(message, readUntil)).length;
  return hasMore && unread === newest.length ? null : unread;
}
