import type { TimerJob } from '../../shared/kernel/serve';
import { findDueMessages } from '../data/messages';
import { sendDue } from '../services/send-due';

/** Messages per read; a run reads repeatedly while it has time. */
const BATCH_SIZE = 20;

/** Sends the messages that no call has sent, oldest first; usually `deliver` was earlier. */
export const deliverMessages: TimerJob = {
  name: 'deliver',
  async run({ now, deadline }) {
    const tally = { messages: 0, sent: 0 };
    for (;;) {
      const due = await findDueMessages(BATCH_SIZE);
      const { messages, sent, isComplete } = await sendDue(due, now, deadline);
      tally.messages += messages;
      tally.sent += sent;
      if (!isComplete || due.length < BATCH_SIZE) return tally;
    }
  },
};
