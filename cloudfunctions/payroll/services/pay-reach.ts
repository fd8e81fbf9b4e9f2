import type { Day, Month } from '#contracts/common';
import { addMonths, monthOf } from '../../shared/calendar/company-time';
import { findPublished } from '../data/pay-runs';
import type { PayReach } from '../rules-reach';
import { MONTHS_AGAIN } from './run-facts';

/** Paid months that a salary can be dated back to. */
const MONTHS_BACK = 60;

/** Which paid months the run after the last one works out again. One read. */
export async function findPayReach(today: Day): Promise<PayReach> {
  const month = monthOf(today);
  const months = Array.from({ length: MONTHS_BACK }, (_, back) => addMonths(month, 1 - back));
  const runs = await findPublished(months);
  const paid = runs
    .filter(({ state }) => state === 'locked' || state === 'published')
    .map(({ _id }) => _id as Month)
    .sort();
  const last = paid.at(-1);
  const first = last && addMonths(last, 1 - MONTHS_AGAIN);
  return {
    again: paid.filter((each) => first !== undefined && each >= first),
    final: paid.filter((each) => first !== undefined && each < first),
  };
}
