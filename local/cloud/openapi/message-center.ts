import { cloneValue, type Fields } from '../store/document';
import type { Store } from '../store/store';
import { WeChatError } from './wechat-error';

/** A subscribe message that was sent. `at` in epoch ms of the cloud's clock. */
export interface SentMessage {
  id: string;
  at: number;
  touser: string;
  templateId: string;
  page: string | null;
  /** Which version of the Mini Program it opens. */
  state: string;
  /** Of WeChat's own words around it. */
  lang: string;
  data: Record<string, { value: string }>;
  /** The function that sent it. */
  by: string;
}

/** The messages as developers and tests see them. */
export interface Outbox {
  /** Oldest first. */
  list(): SentMessage[];
}

export const CREDITS = 'messageCredits';
export const SENT = 'sentMessages';

/** Consents per person and sent messages: one message per consent, as in WeChat. */
export class MessageCenter implements Outbox {
  constructor(private readonly store: Store) {}

  /** The person taps "allow" once: one more message of this template. */
  async grant(openid: string, templateId: string): Promise<void> {
    this.store.apply(this.creditsOf(openid, templateId, this.credits(openid, templateId) + 1));
    await this.store.durable();
  }

  credits(openid: string, templateId: string): number {
    return Number(this.store.collection(CREDITS).get(creditId(openid, templateId))?.count ?? 0);
  }

  /** Uses one credit and stores the message, atomically. @throws WeChatError 43101 without a credit */
  async send(message: Omit<SentMessage, 'id'>): Promise<void> {
    const { touser, templateId } = message;
    const left = this.credits(touser, templateId) - 1;
    if (left < 0) throw new WeChatError(43101, 'user refuse to accept the msg');
    const id = String(this.store.collection(SENT).size + 1).padStart(9, '0');
    const document = { ...cloneValue(message as unknown as Fields), _id: id };
    this.store.apply(
      new Map([...this.creditsOf(touser, templateId, left), [SENT, new Map([[id, document]])]]),
    );
    await this.store.durable();
  }

  list(): SentMessage[] {
    const sent = [...this.store.collection(SENT).all()].map((document) => {
      const { _id, ...message } = cloneValue(document);
      return { id: String(_id), ...message } as unknown as SentMessage;
    });
    return sent.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  private creditsOf(openid: string, templateId: string, count: number) {
    const id = creditId(openid, templateId);
    return new Map([[CREDITS, new Map([[id, { _id: id, openid, templateId, count }]])]]);
  }
}

function creditId(openid: string, templateId: string): string {
  return JSON.stringify([openid, templateId]);
}
