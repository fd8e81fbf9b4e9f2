import { findSettlement } from '../../settlement/public';
import { addMonths, dayOf, monthOf } from '../../shared/calendar/company-time';
import type { TimerJob } from '../../shared/kernel/serve';
import { settleUnit } from '../services/settle-unit';

/** The last day of the month on which a settlement that has stopped is still gone on with by itself. */
const LAST_DAY = '05';

/** Settles last month from the first day of this one on, unit by unit, until it is done. */
export const settleLastMonth: TimerJob = {
  name: 'settlement',
  async run({ now, deadline }): Promise<Record<string, number>> {
    const today = dayOf(now);
    if (today.slice(8) > LAST_DAY) return {};
    const month = addMonths(monthOf(today), -1);
    const before = await findSettlement(month);
    if (before?.state === 'done' || before?.state === 'locked') return {};
    const { people, written, waiting } = await settleUnit(month, { now, deadline, again: false });
    return { people, written, waiting };
  },
};
