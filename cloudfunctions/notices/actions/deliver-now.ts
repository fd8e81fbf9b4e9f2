import { array, maxLength, minLength, pipe, regex, strictObject, string } from 'valibot';
import type { FollowOnContracts } from '#contracts/follow-on';
import { functionAction } from '../../shared/kernel/action';
import { findMessagesById } from '../data/messages';
import { sendDue } from '../services/send-due';

const messageId = pipe(string(), regex(/^[A-Za-z0-9_:.-]+$/), maxLength(200));
/** Maximum duration of the call; its caller has timed out long before. */
const BUDGET_MS = 10_000;

/** Immediately sends the subscribe messages of those of these messages that are due. Idempotent. */
export const deliverNow = functionAction<FollowOnContracts['notices']['deliver']>({
  input: strictObject({ messageIds: pipe(array(messageId), minLength(1), maxLength(50)) }),
  async run({ input: { messageIds }, now }) {
    const found = await findMessagesById(messageIds);
    const due = found.filter(({ delivery }) => delivery === 'due');
    const { messages, sent } = await sendDue(due, now, performance.now() + BUDGET_MS);
    return { messages, sent };
  },
});
