import type { TimerJob } from '../kernel/serve';
import type { Retained } from './retained';

/** Documents per step. */
const STEP = 200;
const HOUR_MS = 3_600_000;
/** 03:00 to 04:00 in China. */
const HOUR_UTC = 19;

/**
 * Removes what is not kept any longer, once a night and in steps of two hundred; what is left over is removed in the next
 * one. One read per collection where nothing is over.
 */
export const removeOver = (all: readonly Retained[]): TimerJob => ({
  name: 'retention',
  async run({ now, deadline }): Promise<Record<string, number>> {
    if (Math.floor(now / HOUR_MS) % 24 !== HOUR_UTC) return {};
    const removed: Record<string, number> = {};
    for (const each of all) {
      let count = STEP;
      while (count === STEP && performance.now() < deadline) {
        count = await each.removeOver(now, STEP);
        if (count > 0) removed[each.collection] = (removed[each.collection] ?? 0) + count;
      }
    }
    return removed;
  },
});
