import type { Month } from '#contracts/common';
import { serverNow } from '../../services/clock';
import { companyOffset } from '../../services/today-data';
import { addMonths, dayOf, monthOf } from '../../utils/dates';

const MONTHS_BACK = 24;

/** The running month, the one before it, and the earliest one that is looked at. */
export function monthsAround(): { readonly now: Month; readonly last: Month; readonly first: Month } {
  const now = monthOf(dayOf(serverNow(), companyOffset()));
  return { now, last: addMonths(now, -1), first: addMonths(now, -MONTHS_BACK) };
}
