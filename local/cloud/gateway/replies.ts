import { randomUUID } from 'node:crypto';
import { knownError } from '../cloud-error';

/** How answers and refusals are written for the SDK. */
export interface Replies {
  contentType: string;
  answer(answer: Record<string, unknown>): Uint8Array;
  refusal(error: unknown): Uint8Array;
}

export const jsonReplies: Replies = {
  contentType: 'application/json; charset=utf-8',
  answer: (answer) => Buffer.from(JSON.stringify({ requestId: randomUUID(), ...answer })),
  refusal(error) {
    const { code, message } = knownError(error);
    return jsonReplies.answer({ code, message });
  },
};
