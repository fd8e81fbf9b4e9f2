import type { Instant, Month } from '#contracts/common';
import { findFirstDay } from '../../people/public';
import { dayOf, monthOf } from '../../shared/calendar/company-time';

/** The first month in which anybody was employed; this one if there is nobody. One read. */
export const firstMonth = async (now: Instant): Promise<Month> =>
  monthOf((await findFirstDay()) ?? dayOf(now));
