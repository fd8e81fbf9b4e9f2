import { CHINA_UTC_OFFSET } from '../../common/units';
import { serverNow } from '../../services/clock';
import { isOnline } from '../../services/network';
import { readStored } from '../../services/store';
import { cachedToday } from '../../services/today-data';
import { asksBeside, emptyModel, type PendingModel } from './pending.model';

/** Nothing is known to wait: no request, and nothing beside them when Today was last loaded. */
const isIdle = (): boolean => readStored('waiting') === 0 && !asksBeside(cachedToday()?.office ?? []);

/** The model before the first load. Whom nothing waits for sees their own requests. */
export const startModel = (): PendingModel => ({
  ...emptyModel,
  segment: isIdle() ? 'mine' : 'waiting',
  online: isOnline(),
  now: serverNow(),
  utcOffset: CHINA_UTC_OFFSET,
});
