import { BUILT_IN_TAGS } from '../../shared/built-in-tags';
import { errorReported, reportProblem } from '../problem-log';
import { topPage } from '../router/page-stack';
import { Signal } from '../signal';
import { accountApi } from './account-api';
import { ApiFailure } from './api-failure';
import { asyncApi } from './async-api';
import { beaconApi } from './beacon-api';
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

export const appShown = new Signal<object>();
export const appHidden = new Signal();

const appEvents = {
  onAppShow: (listener: (options: object) => void) => appShown.add(listener),
  offAppShow: (listener?: (options: object) => void) => appShown.remove(listener),
  onAppHide: (listener: () => void) => appHidden.add(listener),
  offAppHide: (listener?: () => void) => appHidden.remove(listener),
  onError: (listener: (message: string) => void) => errorReported.add(listener),
  offError: (listener?: (message: string) => void) => errorReported.remove(listener),
};

/** The `wx` of the phone. What the preview does not have is reported and fails, never ignored. */
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
    cloud: strict('wx.cloud', cloudApi),
    canIUse: (schema: string) => canUse(schema),
  };
  const canUse = (schema: string): boolean => {
    const [name = ''] = schema.split('.');
    return name in apis || BUILT_IN_TAGS.has(name);
  };
  return strict('wx', apis);
}

function strict(owner: string, apis: Record<string, unknown>): object {
  return new Proxy(apis, {
    get(target, key) {
      if (typeof key === 'symbol' || key in target || key === 'then' || key === 'toJSON') {
        return Reflect.get(target, key);
      }
      // Asking whether it is there is harmless; libraries do that to choose another way.
      const unsupported = asyncApi(key, () => {
        const message = `${owner}.${key} is not supported by the preview`;
        reportProblem({ kind: 'api', message, place: topPage()?.route ?? '' });
        throw new ApiFailure('fail not supported by the preview');
      });
      return (options?: object) => {
        const work = unsupported(options);
        // Reported already, so not once more as an unhandled rejection.
        if (work instanceof Promise) work.catch(() => undefined);
        return work;
      };
    },
  });
}
