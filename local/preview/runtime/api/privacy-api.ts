import { showModal } from '../overlay/modal';
import { t } from '../overlay/words';
import { asyncApi } from './async-api';
import { isAgreed, listenForPrivacy, requirePrivacy } from './privacy';

export const privacyApi = {
  requirePrivacyAuthorize: asyncApi('requirePrivacyAuthorize', async () => {
    await requirePrivacy('requirePrivacyAuthorize');
    return undefined;
  }),
  getPrivacySetting: asyncApi('getPrivacySetting', () => ({
    needAuthorization: !isAgreed(),
    privacyContractName: '《小程序隐私保护指引》',
  })),
  onNeedPrivacyAuthorization: listenForPrivacy,
  openPrivacyContract: asyncApi('openPrivacyContract', async () => {
    await showModal({ title: t('privacyTitle'), content: t('privacyText'), showCancel: false });
    return undefined;
  }),
};
