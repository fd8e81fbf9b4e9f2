import type { Instant } from '#contracts/common';
import type { NoticesContract } from '#contracts/notices';
import { createSignal } from '../utils/signal';
import { failureOf } from './client-error';
import { type Answer, cloud } from './cloud';
import { learnTemplates } from './subscribe';

export type InboxPage = NoticesContract['inbox']['output'];

let unread = 0;
/** The last `markRead` call. Counts requested before it are stale. */
let marking: Promise<void> = Promise.resolve();
const changes = createSignal<number>();

/** Number of unread messages, as last reported by the server. */
export const unreadCount = (): number => unread;

export const onUnreadChange = (listener: (unread: number) => void): (() => void) => changes.listen(listener);

function setUnread(count: number): void {
  if (count === unread) return;
  unread = count;
  changes.emit(count);
}

/** Waits until no `markRead` is in flight. Wrapped in an object, because an async function would await a bare promise. */
async function markingDone(): Promise<{ readonly marking: Promise<void> }> {
  const last = marking;
  await last;
  return last === marking ? { marking: last } : markingDone();
}

/**
 * Updates the unread count from a response. The count is ignored if messages were marked as read while the call was in
 * flight. @throws ClientError
 */
export async function loadWithUnread<Data extends Pick<InboxPage, 'unread' | 'templates'>>(
  load: () => Promise<Answer<Data>>,
): Promise<Data> {
  const known = await markingDone();
  const { data } = await load();
  if (marking === known.marking) setUnread(data.unread);
  void learnTemplates(data.templates);
  return data;
}

/** One page of messages, newest first; the first one without a cursor. @throws ClientError */
export const loadInbox = (cursor?: string): Promise<InboxPage> =>
  loadWithUnread(() => cloud.notices.inbox(cursor === undefined ? {} : { cursor }));

/** Marks all messages up to this instant as read. Offline, they stay unread until the inbox is opened again. */
export function markSeen(until: Instant): Promise<void> {
  marking = mark(until);
  return marking;
}

async function mark(until: Instant): Promise<void> {
  const answer = await cloud.notices.markRead({ until }).catch(failureOf);
  if ('now' in answer) setUnread(answer.data.unread);
}
