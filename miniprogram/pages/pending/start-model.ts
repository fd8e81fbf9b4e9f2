import { CHINA_UTC_OFFSET } from '../../common/units';
import { serverNow } from '../../services/clock';
import { isOnline } from '../../services/network';
import { emptyList, noSearch, type PendingModel } from './pending.model';

/** The model before the first load. */
export const startModel = (): PendingModel => ({
  segment: 'waiting',
  lists: { waiting: emptyList, mine: emptyList, done: emptyList, cc: emptyList },
  waitingCount: 0,
  chosen: null,
  deferred: null,
  moving: false,
  gone: [],
  failures: {},
  outcome: null,
  sheet: null,
  picking: null,
  search: noSearch,
  kinds: [],
  online: isOnline(),
  now: serverNow(),
  utcOffset: CHINA_UTC_OFFSET,
});
