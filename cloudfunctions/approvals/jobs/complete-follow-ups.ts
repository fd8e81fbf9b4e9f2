import type { Instant } from '#contracts/common';
import { eachDue } from '../../shared/kernel/each-due';
import type { TimerJob } from '../../shared/kernel/serve';
import { findWithDueEffects } from '../data/requests';
import { completeFollowUp } from '../services/follow-up';
import { MAX_CALL_MS } from './max-call';

/** Guarantees that the follow-ups of every change (see `followUp`) are completed and all messages sent. */
export const completeFollowUps: TimerJob = {
  name: 'completeFollowUps',
  async run({ now, deadline }) {
    const find = (limit: number) => findWithDueEffects((now - MAX_CALL_MS) as Instant, limit);
    return { requests: await eachDue(find, deadline, completeFollowUp) };
  },
};
