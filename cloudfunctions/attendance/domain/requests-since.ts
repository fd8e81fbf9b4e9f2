import type { Day } from '#contracts/common';
import { addDays } from '../../shared/calendar/company-time';

/** Shifts and overtime of the days before reach into a day. */
const DAYS_BEFORE = 7;

/** Since when requests have to be known to report on days from this one on. */
export const requestsSince = (first: Day): Day => addDays(first, -DAYS_BEFORE);
