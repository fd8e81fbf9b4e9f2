import { isInTap } from '../events/pointer';
import { showModal } from '../overlay/modal';
import { t } from '../overlay/words';
import { currentSettings } from '../phone-state';
import { ApiFailure } from './api-failure';
import { asyncApi } from './async-api';

/** A code that only WeChat's servers can read: a new one each time, without use here. */
export const oneTimeCode = (): string => `preview-${crypto.randomUUID()}`;

const GREY_AVATAR = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="132" height="132"><rect width="132" height="132" fill="#ddd"/></svg>',
)}`;

/** Since October 2022 WeChat gives the same grey profile for everybody. */
export const profile = () => {
  const userInfo = {
    nickName: '微信用户',
    avatarUrl: GREY_AVATAR,
    gender: 0,
    language: currentSettings().language,
    city: '',
    province: '',
    country: '',
  };
  return { userInfo, rawData: JSON.stringify(userInfo), signature: '', encryptedData: '', iv: '' };
};

const getUserProfile = asyncApi<{ desc?: string }>('getUserProfile', ({ desc }) => {
  if (!desc) throw new ApiFailure('fail desc length does not meet the requirements');
  return profile();
});

const refuseProfile = asyncApi('getUserProfile', () => {
  throw new ApiFailure('fail can only be invoked by user TAP gesture.');
});

export const accountApi = {
  login: asyncApi('login', () => ({ code: oneTimeCode() })),
  checkSession: asyncApi('checkSession', () => undefined),
  getUserInfo: asyncApi('getUserInfo', profile),
  // The privacy prompt follows the tap, in which the call must start.
  getUserProfile: (options?: Parameters<typeof getUserProfile>[0]) =>
    (isInTap() ? getUserProfile : refuseProfile)(options),
  makePhoneCall: asyncApi<{ phoneNumber: string }>('makePhoneCall', async ({ phoneNumber }) => {
    if (!phoneNumber) throw new ApiFailure('fail parameter error: phoneNumber is missing');
    const { confirm } = await showModal({ content: phoneNumber, confirmText: t('call') });
    if (!confirm) throw new ApiFailure('fail cancel');
    return undefined;
  }),
};
