import type { Minutes, Month } from '../../../typings/contracts/common';
import { serverNow } from '../../services/clock';
import { keptToday } from '../../services/today-data';
import { addMonths, dayOf, monthOf } from '../../utils/dates';

const CHINA_OFFSET: Minutes = 480;
const MONTHS_BACK = 24;

/** The company's time zone as far as this phone knows it, minutes east of UTC. */
export const companyOffset = (): Minutes => keptToday()?.utcOffset ?? CHINA_OFFSET;

/** The running month, the one before it, and the earliest one that is looked at. */
export function monthsAround(): { readonly now: Month; readonly last: Month; readonly first: Month } {
  const now = monthOf(dayOf(serverNow(), companyOffset()));
  return { now, last: addMonths(now, -1), first: addMonths(now, -MONTHS_BACK) };
}
