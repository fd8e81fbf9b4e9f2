import { type ActionSheetOptions, showActionSheet } from '../overlay/action-sheet';
import { type ModalOptions, showModal } from '../overlay/modal';
import { hideToast, showToast, type ToastOptions } from '../overlay/toast';
import { ApiFailure } from './api-failure';
import { asyncApi } from './async-api';

export const dialogApi = {
  showToast: asyncApi<ToastOptions>('showToast', (options) => {
    showToast(options);
    return undefined;
  }),
  hideToast: asyncApi('hideToast', () => {
    hideToast();
    return undefined;
  }),
  showLoading: asyncApi<ToastOptions>('showLoading', ({ title, mask }) => {
    showToast({ title, mask, icon: 'loading', duration: Number.POSITIVE_INFINITY });
    return undefined;
  }),
  hideLoading: asyncApi('hideLoading', () => {
    hideToast();
    return undefined;
  }),
  showModal: asyncApi<ModalOptions>('showModal', showModal),
  showActionSheet: asyncApi<ActionSheetOptions>('showActionSheet', async (options) => {
    const tapIndex = await showActionSheet(options);
    if (tapIndex === null) throw new ApiFailure('fail cancel');
    return { tapIndex };
  }),
};
