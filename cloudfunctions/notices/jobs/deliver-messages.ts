import type { TimerJob } from '../../shared/kernel/serve';
import { findDueMessages } from '../data/messages';
import { sendDue } from '../services/send-due';

/** Messages of one look; a run looks again as long as it has time. */
const BATCH = 20;

/** Sends what no call has sent, oldest first: see `deliver`, which usually was faster. */
export const deliverMessages: TimerJob = {
  name: 'deliver',
  async run({ now, deadline }) {
    const tally = { messages: 0, sent: 0 };
    for (;;) {
      const due = await findDueMessages(BATCH);
      const { messages, sent, isComplete } = await sendDue(due, now, deadline);
      tally.messages += messages;
      tally.sent += sent;
      if (!isComplete || due.length < BATCH) return tally;
    }
  },
};
