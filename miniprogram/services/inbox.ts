import type { Instant } from '#contracts/common';
import type { NoticesContract } from '#contracts/notices';
import { createSignal } from '../utils/signal';
import { failureOf } from './client-error';
import { type Answer, cloud } from './cloud';
import { learnTemplates } from './subscribe';

export type InboxPage = NoticesContract['inbox']['output'];

let unread = 0;
/** A count that was asked for before it would bring back what has just been seen. */
let marking: Promise<void> = Promise.resolve();
const changes = createSignal<number>();

/** Unread messages, as far as this phone knows. */
export const unreadCount = (): number => unread;

export const onUnreadChange = (listener: (unread: number) => void): (() => void) => changes.listen(listener);

function setUnread(count: number): void {
  if (count === unread) return;
  unread = count;
  changes.emit(count);
}

/** When nothing is being marked any more. In an object: a promise alone would be waited for once more. */
async function markingDone(): Promise<{ readonly marking: Promise<void> }> {
  const last = marking;
  await last;
  return last === marking ? { marking: last } : markingDone();
}

/**
 * Learns from an answer that counts the unread messages. What was seen while it was under way is not in it: then the
 * count that was told after the seeing stands. @throws ClientError
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

/** Everything up to this message has been seen. Without a network it stays unread until the next look. */
export function markSeen(until: Instant): Promise<void> {
  marking = mark(until);
  return marking;
}

async function mark(until: Instant): Promise<void> {
  const answer = await cloud.notices.markRead({ until }).catch(failureOf);
  if ('now' in answer) setUnread(answer.data.unread);
}
