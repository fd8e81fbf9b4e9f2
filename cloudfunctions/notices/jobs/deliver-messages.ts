import { eachDue } from '../../shared/kernel/each-due';
import type { TimerJob } from '../../shared/kernel/serve';
import { findDueMessages } from '../data/messages';
import { sendDue } from '../services/send-due';

/**
 * Sends the messages that no call has sent, in turns of whom they are for; usually `deliver` was earlier. One that
 * cannot be sent keeps back no other; while the platform blocks sending, all wait for the next run.
 */
export const deliverMessages: TimerJob = {
  name: 'deliver',
  async run({ now, deadline }) {
    const tally = { messages: 0, sent: 0 };
    let isBlocked = false;
    const { handled: _, ...failed } = await eachDue({
      collection: 'messages',
      find: findDueMessages,
      ownerOf: ({ to }) => to[0] ?? '',
      handle: async (message) => {
        if (isBlocked) return;
        const { messages, sent, isComplete } = await sendDue([message], now, deadline);
        tally.messages += messages;
        tally.sent += sent;
        isBlocked = !isComplete;
      },
      deadline,
    });
    return { ...tally, ...failed };
  },
};
