import { followOn } from '../kernel/follow-on';
import { enqueueMessage } from './enqueue-message';
import type { Message } from './message';
import { templatesOf } from './subscribe-template';

/** Messages or requests per call of another function; the timers handle the rest. */
export const MAX_FOLLOW_ONS = 50;

/**
 * State of the running call: an instance handles one call at a time. Ids left over by a call that crashed are
 * included in the next one.
 */
const messageIds = new Set<string>();
const requestIds = new Set<string>();

/** Notifies the recipients: in the inbox now, and by subscribe message before the call answers. */
export async function notify(message: Omit<Message, 'delivery'>): Promise<void> {
  const ids = await enqueueMessage(message);
  if (message.template === null || !templatesOf(process.env)[message.template]) return;
  for (const id of ids) messageIds.add(id);
}

/** Has the remaining follow-up of a request done by another function before the call answers. */
export function requestFollowUp(requestId: string): void {
  requestIds.add(requestId);
}

/** Runs the queued follow-ons. What is not finished in time is left to the timers. Never throws. */
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
