import { createAnimation } from './animation';
import { asyncApi } from './async-api';
import { IntersectionWatcher } from './intersection';
import { type Instance, SelectorQuery } from './selector-query';

let clipboard = '';

export const otherApi = {
  createAnimation,
  createSelectorQuery: () => new SelectorQuery(),
  createIntersectionObserver: (scope?: Instance, options?: object) => new IntersectionWatcher(scope, options),
  setClipboardData: asyncApi<{ data: string }>('setClipboardData', ({ data }) => {
    clipboard = String(data);
    return undefined;
  }),
  getClipboardData: asyncApi('getClipboardData', () => ({ data: clipboard })),
  /** The preview always runs the newest version. */
  getUpdateManager: () => ({
    onCheckForUpdate: (callback: (result: { hasUpdate: boolean }) => void) => {
      queueMicrotask(() => callback({ hasUpdate: false }));
    },
    onUpdateReady: () => undefined,
    onUpdateFailed: () => undefined,
    applyUpdate: () => undefined,
  }),
  showShareMenu: asyncApi('showShareMenu', () => undefined),
  hideShareMenu: asyncApi('hideShareMenu', () => undefined),
  env: { USER_DATA_PATH: 'wxfile://usr' },
};
