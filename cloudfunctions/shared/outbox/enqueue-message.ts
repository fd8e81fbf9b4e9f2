import { collection } from '../data/collection';
import type { Message } from './message';

export const messages = collection<Message>('messages');

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
