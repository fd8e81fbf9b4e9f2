import { collection } from '../data/collection';
import type { Put } from '../data/transaction';
import { figure, listOfTexts, objectOf, oneOf, text, textOrNone } from '../faults/checks';
import { retained } from '../retention/retained';
import type { Message } from './message';
import { templatesOf } from './subscribe-template';

export const messages = collection<Message>('messages', {
  event: text,
  to: listOfTexts,
  data: objectOf({}),
  aboutId: textOrNone,
  at: figure,
  template: textOrNone,
  delivery: oneOf('due', 'done'),
});

/** A message only tells of something that is stored elsewhere; a year shows the last turn of every list. */
export const retainedMessages = retained(messages, 365, 'at', (_, { instant }) => ({
  delivery: 'done',
  at: _.lt(instant),
}));

/** Recipients per document. */
export const MAX_RECIPIENTS = 50;

/**
 * Adds a message to the outbox, one write per fifty recipients: it appears in the inbox at once, and `notices`
 * sends its subscribe messages. Idempotent by `_id`. No recipients, no message.
 * @returns the ids of the documents whose subscribe messages are to be sent
 */
export async function enqueueMessage(message: Omit<Message, 'delivery'>): Promise<string[]> {
  const { _id, template } = message;
  const recipients = [...new Set(message.to)];
  const ids: string[] = [];
  for (let start = 0; start < recipients.length; start += MAX_RECIPIENTS) {
    const to = recipients.slice(start, start + MAX_RECIPIENTS);
    const id = start === 0 ? _id : `${_id}:${start}`;
    await messages.add({ ...message, _id: id, to, delivery: template ? 'due' : 'done' });
    ids.push(id);
  }
  return template ? ids : [];
}

/** Adds a message for the inbox alone with the `put` of the transaction that makes what it tells. Up to fifty recipients. */
export const putMessage = (put: Put, message: Omit<Message, 'delivery'>): Promise<void> =>
  put('messages', { ...message, delivery: 'done' });

/** Messages or requests per call of another function; the timers handle the rest. */
export const MAX_FOLLOW_ONS = 50;

/**
 * State of the running call: an instance handles one call at a time. Ids left over by a call that crashed are
 * included in the next one.
 */
const messageIds = new Set<string>();
const requestIds = new Set<string>();
const changeIds = new Set<string>();

/** Notifies the recipients: in the inbox now, and by subscribe message before the call answers. */
export async function notify(message: Omit<Message, 'delivery'>): Promise<void> {
  const ids = await enqueueMessage(message);
  if (message.template === null || !templatesOf(process.env)[message.template]) return;
  for (const id of ids) messageIds.add(id);
}

/** Notifies as `notify` does, of many events with few recipients each: a write for every twenty of them. */
export async function notifyEach(events: readonly Omit<Message, 'delivery'>[]): Promise<void> {
  await messages.addMissing(events.map((event) => ({ ...event, delivery: event.template ? 'due' : 'done' })));
  for (const { _id, template } of events)
    if (template !== null && templatesOf(process.env)[template]) messageIds.add(_id);
}

/** Has the remaining follow-up of a request done by another function before the call answers. */
export function requestFollowUp(requestId: string): void {
  requestIds.add(requestId);
}

/** Has the consequences of a saved change worked off by another function before the call answers. */
export function requestChangeFollowUp(changeId: string): void {
  changeIds.add(changeId);
}

interface FollowOns {
  readonly messageIds: string[];
  readonly requestIds: string[];
  readonly changeIds: string[];
}

/** The follow-ons queued by this call; the queue is empty afterwards. */
export const takeFollowOns = (): FollowOns => ({
  messageIds: takeAll(messageIds),
  requestIds: takeAll(requestIds),
  changeIds: takeAll(changeIds),
});

function takeAll(ids: Set<string>): string[] {
  const taken = [...ids].slice(0, MAX_FOLLOW_ONS);
  ids.clear();
  return taken;
}
