import type { Minutes } from '#contracts/common';
import type { PunchResult, Today } from '#contracts/today';
import { CHINA_UTC_OFFSET } from '../common/units';
import { ClientError } from './client-error';
import { serverNow } from './clock';
import { cloud } from './cloud';
import { readStored, writeIfRoom } from './store';
import { setWaitingCount } from './waiting';

/** Cached data of Today, or null. An earlier version has stored fewer fields. */
export function cachedToday(): Today | null {
  const stored = readStored('today');
  return (
    stored && {
      ...stored.data,
      returned: stored.data.returned ?? [],
      office: stored.data.office ?? [],
      goals: stored.data.goals ?? null,
    }
  );
}

/** The company's UTC offset as cached on this phone, minutes. */
export const companyOffset = (): Minutes => cachedToday()?.utcOffset ?? CHINA_UTC_OFFSET;

const cache = (data: Today): Today => {
  writeIfRoom('today', { data, at: serverNow() });
  return data;
};

/**
 * Loads Today and caches it for the next start.
 * @throws ClientError; with NOT_BOUND and ACCESS_ENDED nothing waits any more
 */
export async function loadToday(): Promise<Today> {
  try {
    const { data } = await cloud.attendance.today({});
    setWaitingCount(data.waiting);
    return cache(data);
  } catch (thrown) {
    if (thrown instanceof ClientError && (thrown.code === 'NOT_BOUND' || thrown.code === 'ACCESS_ENDED'))
      setWaitingCount(0);
    throw thrown;
  }
}

/** Today after a booked punch; null if the punch belongs to another attendance day. */
export function withPunch(today: Today, result: PunchResult): Today | null {
  if (result.day !== today.day) return null;
  const { punches, next, status } = result;
  return cache({ ...today, punches, next, status });
}
