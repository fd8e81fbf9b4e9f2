import type { Instant } from '#contracts/common';
import type { MessageEvent } from '#contracts/message';
import type { Employee } from '../../shared/kernel/employee';
import type { Message } from '../../shared/outbox/message';
import { MAX_RECIPIENTS } from '../../shared/outbox/outbox';
import { officeBeside } from './office-beside';

interface OwnChange {
  readonly event: Extract<MessageEvent, `own.${string}`>;
  /** Of the setting, with the version that the change made: the same change is told once. */
  readonly id: string;
  readonly version: number;
  readonly data: Message['data'];
  readonly now: Instant;
}

/**
 * Tells the rest of the office that somebody changed what their own working time is measured by. They may, because it
 * holds for others too and there may be nobody else who could; but not unseen. Null if there is nobody to tell.
 */
export async function ownChange(
  me: Employee,
  { event, id, version, data, now }: OwnChange,
): Promise<Omit<Message, 'delivery'> | null> {
  const to = (await officeBeside(me._id, now)).slice(0, MAX_RECIPIENTS);
  if (to.length === 0) return null;
  const name = { 'zh-CN': me.name, en: me.nameEn || me.name };
  return {
    _id: `${event}:${id}:${version}`,
    event,
    to,
    data: { ...data, name },
    aboutId: id,
    at: now,
    template: null,
  };
}
