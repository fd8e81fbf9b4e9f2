import { showModal } from '../overlay/modal';
import { t } from '../overlay/words';
import { currentSettings } from '../phone-state';
import { ApiFailure } from './api-failure';
import { asyncApi } from './async-api';
import { requirePermission } from './permission';
import { requirePrivacy } from './privacy';

/** The camera reads the code set in the panel; without one the scan is cancelled. */
const scanCode = asyncApi('scanCode', async () => {
  await requirePrivacy('scanCode');
  await requirePermission('scope.camera');
  const { scan } = currentSettings();
  if (scan !== '') return { result: scan, scanType: 'QR_CODE', charSet: 'UTF-8', rawData: '' };
  await showModal({ title: t('scanTitle'), content: t('scanEmpty'), showCancel: false });
  throw new ApiFailure('fail cancel');
});

/** Shown on the page, so that it is visible in the preview. */
const setKeepScreenOn = asyncApi<{ keepScreenOn: boolean }>('setKeepScreenOn', ({ keepScreenOn }) => {
  document.documentElement.toggleAttribute('data-screen-on', keepScreenOn);
  return undefined;
});

export const doorApi = { scanCode, setKeepScreenOn };
