import type { Instant } from '#contracts/common';
import { eachDue } from '../../shared/kernel/each-due';
import type { TimerJob } from '../../shared/kernel/serve';
import { findUnsettled } from '../data/requests';
import { finishFollowUps } from '../services/follow-up';
import { LONGEST_CALL_MS } from './longest-call';

/** Whatever follows from a change (see `followUp`) has happened for certain, and everybody has been told. */
export const completeFollowUps: TimerJob = {
  name: 'completeFollowUps',
  async run({ now, deadline }) {
    const find = (limit: number) => findUnsettled((now - LONGEST_CALL_MS) as Instant, limit);
    return { requests: await eachDue(find, deadline, finishFollowUps) };
  },
};
