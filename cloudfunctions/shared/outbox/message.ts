import type { Instant } from '#contracts/common';
import type { InboxEntry, MessageEvent, TemplateUse } from '#contracts/message';

/** A document of `messages`: one event, told to up to fifty people. */
export interface Message {
  /** Made from what happened, so that the same event is told once. */
  readonly _id: string;
  readonly event: MessageEvent;
  /** Employee numbers, 1–50. */
  readonly to: readonly string[];
  readonly data: InboxEntry['data'];
  readonly aboutId: string | null;
  readonly at: Instant;
  /** The subscribe message that also goes out where the person allowed one; null for in-app only. */
  readonly template: TemplateUse | null;
  /** `due` until the sender has been through it. */
  readonly delivery: 'due' | 'done';
}
