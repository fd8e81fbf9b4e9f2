import { collection } from '../data/collection';
import type { Message } from './message';

export const messages = collection<Message>('messages');

/** Most people that one document is told to. */
export const MAX_RECIPIENTS = 50;

/**
 * Puts one event into the outbox, in one write per fifty people: it is in the inbox at once, and `notices` sends its
 * subscribe messages. Idempotent by `_id`. No recipients, no message.
 * @returns the ids of the documents whose subscribe messages are to be sent
 */
export async function announce(message: Omit<Message, 'delivery'>): Promise<string[]> {
  const { _id, template } = message;
  const everybody = [...new Set(message.to)];
  const ids: string[] = [];
  for (let at = 0; at < everybody.length; at += MAX_RECIPIENTS) {
    const to = everybody.slice(at, at + MAX_RECIPIENTS);
    const id = at === 0 ? _id : `${_id}:${at}`;
    await messages.add({ ...message, _id: id, to, delivery: template ? 'due' : 'done' });
    ids.push(id);
  }
  return template ? ids : [];
}
