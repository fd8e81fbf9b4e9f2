import type { Minutes } from '#contracts/common';
import type { PunchResult, Today } from '#contracts/today';
import { CHINA_UTC_OFFSET } from '../common/units';
import { ClientError } from './client-error';
import { serverNow } from './clock';
import { cloud } from './cloud';
import { adoptLanguage } from './language';
import { forget, keepIfRoom, kept } from './store';
import { tellWaiting } from './waiting';

/** What Today showed last on this phone, or null. */
export const keptToday = (): Today | null => kept('today')?.data ?? null;

/** The company's time zone as far as this phone knows it, minutes east of UTC. */
export const companyOffset = (): Minutes => keptToday()?.utcOffset ?? CHINA_UTC_OFFSET;

const remember = (data: Today): Today => {
  keepIfRoom('today', { data, at: serverNow() });
  return data;
};

/**
 * Asks the server for today and keeps the answer for the next start.
 * @throws ClientError; NOT_BOUND and ACCESS_ENDED also clear what the phone kept
 */
export async function loadToday(): Promise<Today> {
  try {
    const { data } = await cloud.attendance.today({});
    adoptLanguage(data.me.language);
    return remember(data);
  } catch (thrown) {
    if (thrown instanceof ClientError && (thrown.code === 'NOT_BOUND' || thrown.code === 'ACCESS_ENDED')) {
      forget('today');
      forget('profile');
      tellWaiting(0);
    }
    throw thrown;
  }
}

/** Today after a booked punch; null if the punch belongs to another attendance day. */
export function withPunch(today: Today, result: PunchResult): Today | null {
  if (result.day !== today.day) return null;
  const { punches, next, status } = result;
  return remember({ ...today, punches, next, status });
}
