import type { Instant } from '../../typings/contracts/common';
import type { NoticesContract } from '../../typings/contracts/notices';
import { createSignal } from '../utils/signal';
import { failureOf } from './client-error';
import { cloud } from './cloud';
import { learnTemplates } from './subscribe';

export type InboxPage = NoticesContract['inbox']['output'];

let unread = 0;
/** A count that was asked for before it would bring back what has just been seen. */
let marking: Promise<void> = Promise.resolve();
const changes = createSignal<number>();

/** Unread messages, as far as this phone knows. */
export const unreadCount = (): number => unread;

export const onUnreadChange = (listener: (unread: number) => void): (() => void) => changes.listen(listener);

function tell(count: number): void {
  if (count === unread) return;
  unread = count;
  changes.emit(count);
}

/** One page of messages, newest first; the first one without a cursor. @throws ClientError */
export async function loadInbox(cursor?: string): Promise<InboxPage> {
  await marking;
  const { data } = await cloud.notices.inbox(cursor === undefined ? {} : { cursor });
  tell(data.unread);
  void learnTemplates(data.templates);
  return data;
}

/** For a badge only: whoever cannot be told now is told at the next look. */
export async function loadUnread(): Promise<void> {
  await loadInbox().catch(failureOf);
}

/** Everything up to this message has been seen. Without a network it stays unread until the next look. */
export function markSeen(until: Instant): Promise<void> {
  marking = mark(until);
  return marking;
}

async function mark(until: Instant): Promise<void> {
  const answer = await cloud.notices.markRead({ until }).catch(failureOf);
  if ('now' in answer) tell(answer.data.unread);
}
