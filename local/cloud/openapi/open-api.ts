import type { FileStore } from '../files/file-store';
import type { Invocation } from '../gateway/invocations';
import type { MessagePush } from '../push/message-push';
import type { MessageCenter } from './message-center';
import type { SimulatedPhone } from './simulated-phone';
import type { Visits } from './visits';
import type { WireReply } from './wire';

/** The parts that simulate WeChat's servers. */
export interface OpenApiServices {
  messages: MessageCenter;
  phone: SimulatedPhone;
  appId: string;
  /** Texts that the content check calls risky; a picture is risky if its bytes contain one. */
  riskyWords: readonly string[];
  /** The same for pictures that a person at WeChat would have to look at. */
  reviewWords: readonly string[];
  files: Pick<FileStore, 'readAt'>;
  push: Pick<MessagePush, 'later'>;
  visits: Visits;
  /** Of the `config.json` of a function. */
  permitted(functionName: string): Promise<readonly string[]>;
}

export interface OpenApiContext extends OpenApiServices {
  /** In snake_case, as the SDK sends them; a media file stands in `media` instead. */
  params: Readonly<Record<string, unknown>>;
  media: ReadonlyMap<string, { fileName: string; bytes: Buffer }>;
  invocation: Invocation;
  /** Epoch ms of the cloud's clock. */
  now: number;
}

/** Gives WeChat's JSON in snake_case, or bytes. @throws WeChatError */
export type OpenApi = (
  context: OpenApiContext,
) => Record<string, unknown> | WireReply | Promise<Record<string, unknown>>;
