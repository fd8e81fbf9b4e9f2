import { findSettledMonths } from '../../settlement/public';
import { addMonths, dayOf, monthOf } from '../../shared/calendar/company-time';
import type { TimerJob } from '../../shared/kernel/serve';
import { firstMonth } from '../services/first-month';
import { settleUnit } from '../services/settle-unit';

/** The last day of the month on which an interrupted settlement is resumed automatically. */
const LAST_RETRY_DAY = '05';

/** Settles the previous month from the first day of the current one on, unit by unit, until it is done. */
export const settleLastMonth: TimerJob = {
  name: 'settlement',
  async run({ now, deadline }): Promise<Record<string, number>> {
    const today = dayOf(now);
    if (today.slice(8) > LAST_RETRY_DAY) return {};
    const month = addMonths(monthOf(today), -1);
    const [before] = await findSettledMonths([month], now);
    if (before || month < (await firstMonth(now))) return {};
    const {
      people,
      written,
      waiting,
      leftOut = 0,
    } = await settleUnit(month, { now, deadline, again: false });
    return { people, written, waiting, ...(leftOut > 0 && { leftOut }) };
  },
};
