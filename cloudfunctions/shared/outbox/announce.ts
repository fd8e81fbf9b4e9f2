import { collection } from '../data/collection';
import type { Message } from './message';

const messages = collection<Message>('messages');

/** Most people that one document is told to. */
export const MOST_RECIPIENTS = 50;

/**
 * Puts one event into the outbox, in one write per fifty people: it is in the inbox at once, and the sender of
 * `notices` takes it on from there. The same `_id` again changes nothing. Nobody to tell is no message.
 */
export async function announce(message: Omit<Message, 'delivery'>): Promise<void> {
  const { _id, template } = message;
  const everybody = [...new Set(message.to)];
  for (let at = 0; at < everybody.length; at += MOST_RECIPIENTS) {
    const to = everybody.slice(at, at + MOST_RECIPIENTS);
    const id = at === 0 ? _id : `${_id}:${at}`;
    await messages.add({ ...message, _id: id, to, delivery: template ? 'due' : 'done' });
  }
}
