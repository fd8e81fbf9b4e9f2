import type { Instant } from '#contracts/common';
import type { Period } from '#contracts/form';
import type { InboxEntry, MessageEvent, TemplateUse } from '#contracts/message';

/** A document of `messages`: one event and up to fifty recipients. */
export interface Message {
  /** Derived from the event, so that the same event is stored once. */
  readonly _id: string;
  readonly event: MessageEvent;
  /** Employee numbers, 1–50. */
  readonly to: readonly string[];
  readonly data: InboxEntry['data'];
  readonly aboutId: string | null;
  /** The period of the request that it is about. */
  readonly period?: Period | null;
  readonly at: Instant;
  /** The subscribe message that is also sent to recipients who consented; null for in-app only. */
  readonly template: TemplateUse | null;
  /** `due` until it was processed by the sender. */
  readonly delivery: 'due' | 'done';
}
