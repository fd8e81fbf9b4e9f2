import { officeBeside } from '../../people/public';
import { dayOf } from '../../shared/calendar/company-time';
import { countToldOn, countUntold, markTold } from '../../shared/faults/data-faults';
import type { TimerJob } from '../../shared/kernel/serve';
import { MAX_RECIPIENTS, notify } from '../../shared/outbox/outbox';
import { isFirstOfHour } from '../domain/first-of-hour';

/**
 * Tells HR and administrators, who may open the page of data to mend, that there are new faults: once a day at most,
 * with how many. Looks once an hour: one read, two where there are any. A fault of a day on which they were told
 * before is told of on the next one.
 */
export const tellFaults: TimerJob = {
  name: 'data-faults',
  async run({ now }): Promise<Record<string, number>> {
    if (!isFirstOfHour(now)) return {};
    const count = await countUntold();
    const today = dayOf(now);
    if (count === 0 || (await countToldOn(today)) > 0) return {};
    const to = (await officeBeside(null, now)).slice(0, MAX_RECIPIENTS);
    const event = 'data.faults';
    await notify({
      _id: `${event}:${today}`,
      event,
      to,
      data: { count },
      aboutId: null,
      at: now,
      template: null,
    });
    return { told: await markTold(today) };
  },
};
