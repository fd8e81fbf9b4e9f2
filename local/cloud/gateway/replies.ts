import { randomUUID } from 'node:crypto';
import { CloudError } from '../cloud-error';

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

/** What is no CloudError is a mistake of ours: logged here, and nothing about it goes out. */
export function knownError(error: unknown): Pick<CloudError, 'code' | 'message'> {
  if (error instanceof CloudError) return error;
  console.error(error);
  return { code: 'SYS_ERR', message: 'Internal error of the embedded cloud.' };
}
