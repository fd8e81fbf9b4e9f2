import type { Instant } from '#contracts/common';
import type { Today } from '#contracts/today';
import { serverNow } from '../../services/clock';
import { freshFix } from '../../services/location';
import { isOnline } from '../../services/network';
import { punches } from '../../services/punches';
import { seenRequests } from '../../services/seen-requests';
import { cachedToday } from '../../services/today-data';
import { waitingCount } from '../../services/waiting';
import { isCurrentDay, type TodayModel } from './today.model';

const freshnessOf = (today: Today | null, now: Instant): TodayModel['freshness'] => {
  if (!today) return 'none';
  return isCurrentDay(today, now) ? 'cached' : 'old';
};

/** The model of the first frame. */
export const startModel = (): TodayModel => ({
  today: null,
  freshness: 'none',
  failure: null,
  online: true,
  place: { state: 'locating' },
  queue: [],
  phase: 'idle',
  beacons: [],
  wifi: '',
  bluetooth: '',
  booked: null,
  waiting: 0,
  seen: [],
  allTodos: false,
  now: serverNow(),
});

/** Data cached on the phone. */
export function cachedModel(): Partial<TodayModel> {
  const today = cachedToday();
  return {
    today,
    freshness: freshnessOf(today, serverNow()),
    online: isOnline(),
    place: freshFix() ?? { state: 'locating' },
    queue: punches.items(),
    waiting: waitingCount(),
    seen: seenRequests(),
  };
}
