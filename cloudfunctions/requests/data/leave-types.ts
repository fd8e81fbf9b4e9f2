import { collection } from '../../shared/data/collection';
import { WARM_AGE, WarmCache } from '../../shared/data/warm-cache';
import type { LeaveType } from '../domain/leave/leave-type';
import { CHINA_LEAVE_TYPES } from '../domain/leave/packs/china';
import { mergedTypes } from '../domain/leave/rule-on';

const own = collection<LeaveType>('leave_types');
const MOST_TYPES = 100;
const cache = new WarmCache<readonly LeaveType[]>(1, WARM_AGE);

/** The company's leave types over the shipped ones: one read, none while the instance remembers (one minute). */
export async function findLeaveTypes(now: number): Promise<readonly LeaveType[]> {
  const known = cache.get('all', now);
  if (known) return known;
  const types = mergedTypes(CHINA_LEAVE_TYPES, await own.list((_) => ({ _id: _.gte('') }), MOST_TYPES));
  cache.set('all', types, now);
  return types;
}
