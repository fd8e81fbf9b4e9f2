import { noteMissingApi } from '../missing-apis';
import { lazyLoadFailed } from '../packages';
import { errorReported } from '../problem-log';
import { Signal } from '../signal';
import { accountApi } from './account-api';
import { beaconApi } from './beacon-api';
import { canIUse } from './can-i-use';
import { canvasApi } from './canvas-api';
import { cloudApi } from './cloud-api';
import { dialogApi } from './dialog-api';
import { documentApi } from './document-api';
import { doorApi } from './door-api';
import { locationApi } from './location-api';
import { mediaApi } from './media-api';
import { navigationApi } from './navigation-api';
import { networkApi } from './network-api';
import { otherApi } from './other-api';
import { permissionApi } from './permission';
import { picturesApi } from './pictures-api';
import { privacyApi } from './privacy-api';
import { requestApi } from './request-api';
import { soterApi } from './soter-api';
import { storageApi } from './storage-api';
import { subscribeApi } from './subscribe-api';
import { systemApi } from './system-api';
import { videoApi } from './video-api';
import { wifiApi } from './wifi-api';

export const appShown = new Signal<object>();
export const appHidden = new Signal();

const appEvents = {
  onAppShow: (listener: (options: object) => void) => appShown.add(listener),
  offAppShow: (listener?: (options: object) => void) => appShown.remove(listener),
  onAppHide: (listener: () => void) => appHidden.add(listener),
  offAppHide: (listener?: () => void) => appHidden.remove(listener),
  onError: (listener: (message: string) => void) => errorReported.add(listener),
  onLazyLoadError: (listener: (failure: object) => void) => lazyLoadFailed.add(listener),
  offLazyLoadError: (listener?: (failure: object) => void) => lazyLoadFailed.remove(listener),
  offError: (listener?: (message: string) => void) => errorReported.remove(listener),
};

/** The `wx` of the phone. Calling a missing API throws as on WeChat, and is reported by its name. */
export function createWx(): object {
  const apis: Record<string, unknown> = {
    ...appEvents,
    ...accountApi,
    ...beaconApi,
    ...canvasApi,
    ...dialogApi,
    ...documentApi,
    ...doorApi,
    ...locationApi,
    ...mediaApi,
    ...navigationApi,
    ...networkApi,
    ...otherApi,
    ...permissionApi,
    ...picturesApi,
    ...privacyApi,
    ...requestApi,
    ...soterApi,
    ...storageApi,
    ...subscribeApi,
    ...systemApi,
    ...videoApi,
    ...wifiApi,
    cloud: strict('wx.cloud', cloudApi),
    canIUse: (schema: string) => canIUse(apis, schema),
  };
  return strict('wx', apis);
}

/** A missing API is `undefined`, as on WeChat, so that feature detection works. */
function strict(owner: string, apis: Record<string, unknown>): object {
  return new Proxy(apis, {
    get(target, key) {
      if (typeof key === 'string' && !(key in target)) noteMissingApi(`${owner}.${key}`);
      return Reflect.get(target, key);
    },
  });
}
