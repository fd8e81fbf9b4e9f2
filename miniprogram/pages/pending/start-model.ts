import { CHINA_UTC_OFFSET } from '../../common/units';
import { serverNow } from '../../services/clock';
import { isOnline } from '../../services/network';
import { emptyModel, type PendingModel } from './pending.model';

/** The model before the first load. */
export const startModel = (): PendingModel => ({
  ...emptyModel,
  online: isOnline(),
  now: serverNow(),
  utcOffset: CHINA_UTC_OFFSET,
});
