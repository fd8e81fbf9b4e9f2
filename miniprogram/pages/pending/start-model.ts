import { CHINA_UTC_OFFSET } from '../../common/units';
import { serverNow } from '../../services/clock';
import { isOnline } from '../../services/network';
import { readStored } from '../../services/store';
import { emptyModel, type PendingModel } from './pending.model';

/** The model before the first load. Whom nothing waits for sees their own requests. */
export const startModel = (): PendingModel => ({
  ...emptyModel,
  segment: readStored('waiting') === 0 ? 'mine' : 'waiting',
  online: isOnline(),
  now: serverNow(),
  utcOffset: CHINA_UTC_OFFSET,
});
