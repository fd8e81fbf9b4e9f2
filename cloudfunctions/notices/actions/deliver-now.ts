import { array, maxLength, minLength, pipe, regex, strictObject, string } from 'valibot';
import type { FollowOnContracts } from '#contracts/follow-on';
import { functionAction } from '../../shared/kernel/action';
import { findMessagesById } from '../data/messages';
import { sendDue } from '../services/send-due';

const messageId = pipe(string(), regex(/^[A-Za-z0-9_:.-]+$/), maxLength(200));
/** How long a call goes on, ms: whoever called has stopped waiting long before. */
const BUDGET = 10_000;

/** Sends the subscribe messages of these messages, of those that are due, at once. Idempotent. */
export const deliverNow = functionAction<FollowOnContracts['notices']['deliver']>({
  input: strictObject({ messageIds: pipe(array(messageId), minLength(1), maxLength(50)) }),
  async run({ input: { messageIds }, now }) {
    const found = await findMessagesById(messageIds);
    const due = found.filter(({ delivery }) => delivery === 'due');
    const { messages, sent } = await sendDue(due, now, performance.now() + BUDGET);
    return { messages, sent };
  },
});
