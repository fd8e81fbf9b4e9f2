import { followOn } from '../kernel/follow-on';
import { takeFollowOns } from './outbox';

/** Runs the queued follow-ons. What is not finished in time is left to the timers. Never throws. */
export async function runFollowOns(): Promise<void> {
  const { messageIds, requestIds, changeIds } = takeFollowOns();
  await Promise.all([
    messageIds.length > 0 ? followOn('notices', 'deliver', { messageIds }) : null,
    requestIds.length > 0 ? followOn('requests', 'complete', { requestIds }) : null,
    changeIds.length > 0 ? followOn('requests', 'applyChanges', { changeIds }) : null,
  ]);
}
