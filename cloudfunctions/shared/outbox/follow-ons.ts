import { followOn } from '../kernel/follow-on';
import { announce } from './announce';
import type { Message } from './message';
import { templatesOf } from './subscribe-template';

/** Most messages or requests that one call of another function takes on; the timers have the rest. */
export const MAX_FOLLOW_ONS = 50;

/** Of the running call: an instance runs one at a time. What a call that died left here, the next one takes along. */
const messageIds = new Set<string>();
const requestIds = new Set<string>();

/** Tells people of something: in their inboxes now, and by subscribe message before the call answers. */
export async function tell(news: Omit<Message, 'delivery'>): Promise<void> {
  const ids = await announce(news);
  if (news.template === null || !templatesOf(process.env)[news.template]) return;
  for (const id of ids) messageIds.add(id);
}

/** Has the rest of what follows from a change of this request done before the call answers, in another function. */
export function finishBeforeAnswer(requestId: string): void {
  requestIds.add(requestId);
}

/** Runs what the call has left for others. What does not get done in time is done by the timers. Never throws. */
export async function runFollowOns(): Promise<void> {
  const messages = takeAll(messageIds);
  const requests = takeAll(requestIds);
  await Promise.all([
    messages.length > 0 ? followOn('notices', 'deliver', { messageIds: messages }) : null,
    requests.length > 0 ? followOn('requests', 'finish', { requestIds: requests }) : null,
  ]);
}

function takeAll(ids: Set<string>): string[] {
  const taken = [...ids].slice(0, MAX_FOLLOW_ONS);
  ids.clear();
  return taken;
}
