import { miniProgram } from '../mini-program';
import { showModal } from '../overlay/modal';
import { word } from '../overlay/words';
import { changeSettings, currentSettings } from '../phone-state';
import { ApiFailure } from './api-failure';
import { asyncApi } from './async-api';

type Answer = { event: 'exposureAuthorization' | 'agree' | 'disagree'; buttonId?: string };
type Listener = (resolve: (answer: Answer) => void, info: { referrer: string }) => void;

let listener: Listener | null = null;

const isAgreed = (): boolean =>
  currentSettings().privacy === 'agreed' || miniProgram().app.__usePrivacyCheck__ !== true;

function agree(): void {
  changeSettings({ privacy: 'agreed' });
}

document.addEventListener('mp-privacy-agreed', agree);

/**
 * Asks for the privacy agreement before a privacy API runs: the Mini Program's own dialog if it listens,
 * WeChat's otherwise. https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html
 */
export async function requirePrivacy(referrer: string): Promise<void> {
  if (isAgreed()) return;
  const agreed = listener ? await askListener(listener, referrer) : await askItself();
  if (!agreed) throw new ApiFailure('fail privacy permission is not authorized', { errno: 104 });
  agree();
}

function askListener(ask: Listener, referrer: string): Promise<boolean> {
  return new Promise((resolve) => {
    ask(
      ({ event }) => {
        if (event !== 'exposureAuthorization') resolve(event === 'agree');
      },
      { referrer },
    );
  });
}

async function askItself(): Promise<boolean> {
  const { confirm } = await showModal({
    title: word('privacyTitle'),
    content: word('privacyText'),
    confirmText: word('agree'),
    cancelText: word('refuse'),
  });
  return confirm;
}

export const privacyApi = {
  requirePrivacyAuthorize: asyncApi('requirePrivacyAuthorize', async () => {
    await requirePrivacy('requirePrivacyAuthorize');
    return undefined;
  }),
  getPrivacySetting: asyncApi('getPrivacySetting', () => ({
    needAuthorization: !isAgreed(),
    privacyContractName: '《小程序隐私保护指引》',
  })),
  onNeedPrivacyAuthorization: (handle: Listener) => {
    listener = handle;
  },
  openPrivacyContract: asyncApi('openPrivacyContract', async () => {
    await showModal({ title: word('privacyTitle'), content: word('privacyText'), showCancel: false });
    return undefined;
  }),
};
