import type { Problem } from '../../shared/problem';
import { oneTimeCode, profile } from '../api/account-api';
import { ApiFailure } from '../api/api-failure';
import { takePhoto } from '../api/pictures-api';
import { requirePrivacy } from '../api/privacy';
import { callWx } from '../call-wx';
import { showActionSheet } from '../overlay/action-sheet';
import { showModal } from '../overlay/modal';
import { t } from '../overlay/words';
import { callPage, pageOf } from '../router/page-stack';
import type { BaseElement } from './base-element';

/** What a button of an open type does when it is tapped; it fires its event with the answer. */
type OpenType = (button: BaseElement, fire: (type: string, detail: object) => void) => void | Promise<void>;

interface Shared {
  title?: string;
  path?: string;
}

/** The page says what is shared; WeChat shows its card before it is sent. */
const share: OpenType = async (button) => {
  const open = pageOf(button);
  if (!open) return;
  const target = { id: button.id, dataset: button.__wxElement?.dataset ?? {} };
  const said = callPage(open, 'onShareAppMessage', { from: 'button', target }) as
    | (Shared & { promise?: Promise<Shared> })
    | undefined;
  const { title = '', path = open.route } = { ...said, ...(await said?.promise) };
  await showModal({ title: t('share'), content: `${title}\n${path}`, showCancel: false });
};

/** Fires the event of an open type: `ok` with what the person gave, or why not, as for an API of its name. */
function answering(api: string, ask: () => Promise<object>): OpenType {
  return async (_button, fire) => {
    try {
      await requirePrivacy(api);
      fire(api.toLowerCase(), { errMsg: `${api}:ok`, ...(await ask()) });
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error;
      fire(api.toLowerCase(), { errMsg: `${api}:${error.reason}`, ...error.more });
    }
  };
}

/** @throws ApiFailure if the person keeps it */
async function askPhoneNumber(): Promise<object> {
  const { confirm } = await showModal({
    title: `${t('asks')}${t('phoneNumber')}`,
    confirmText: t('allow'),
    cancelText: t('refuse'),
  });
  if (!confirm) throw new ApiFailure('fail user deny');
  return { code: oneTimeCode() };
}

/** @throws ApiFailure if the person closes the sheet */
async function askAvatar(): Promise<object> {
  const chosen = await showActionSheet({ itemList: ['测试照片 Test picture'] });
  if (chosen === null) throw new ApiFailure('fail cancel');
  return { avatarUrl: (await takePhoto()).path };
}

const openSetting: OpenType = (_button, fire) => {
  callWx('openSetting', {
    success: (result: object) => fire('opensetting', result),
    fail: (failure: object) => fire('opensetting', failure),
  });
};

const agreePrivacy: OpenType = (button, fire) => {
  button.dispatchEvent(new CustomEvent('mp-privacy-agreed', { bubbles: true }));
  fire('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' });
};

const withNotice =
  (notice: 'contact' | 'feedback', event?: string): OpenType =>
  async (_button, fire) => {
    await showModal({ content: t(notice), showCancel: false });
    if (event) fire(event, { errMsg: 'enterContact:ok', path: '', query: {} });
  };

/** Only a Mini Program that an app opened may go back to it. */
const launchApp: OpenType = (_button, fire) => fire('error', { errMsg: 'launchApp:fail invalid scene' });

/** https://developers.weixin.qq.com/miniprogram/dev/component/button.html, `open-type` */
const OPEN_TYPES: Readonly<Record<string, OpenType>> = {
  share,
  contact: withNotice('contact', 'contact'),
  getPhoneNumber: answering('getPhoneNumber', askPhoneNumber),
  getRealtimePhoneNumber: answering('getRealtimePhoneNumber', askPhoneNumber),
  // Since 2021 nobody is asked: everybody has the same profile.
  getUserInfo: answering('getUserInfo', async () => profile()),
  launchApp,
  openSetting,
  feedback: withNotice('feedback'),
  chooseAvatar: answering('chooseAvatar', askAvatar),
  agreePrivacyAuthorization: agreePrivacy,
};

/** `a|agreePrivacyAuthorization` is two in one tap. */
const partsOf = (written: string): string[] => written.split('|').filter(Boolean);

/** Open types that WeChat knows and the preview does not; WeChat takes any other word as none. */
const MISSING: ReadonlySet<string> = new Set([
  'liveActivity',
  'openGroupProfile',
  'openGuildProfile',
  'openPublicProfile',
]);

/** What a button's open type needs that is not here, or that nobody knows; null if nothing is. */
export function openTypeProblem(written: string): Pick<Problem, 'level' | 'message'> | null {
  const part = partsOf(written).find((each) => !Object.hasOwn(OPEN_TYPES, each));
  if (part === undefined) return null;
  return MISSING.has(part)
    ? { level: 'fault', message: `button open-type="${part}" is not supported by the preview` }
    : { level: 'hint', message: `button has no open-type="${part}"` };
}

/** Does what the open types of a button say; agreeing comes first, the other needs it. */
export async function runOpenTypes(
  button: BaseElement,
  written: string,
  fire: (type: string, detail: object) => void,
): Promise<void> {
  const parts = partsOf(written);
  const agree = 'agreePrivacyAuthorization';
  const ordered = parts.includes(agree) ? [agree, ...parts.filter((part) => part !== agree)] : parts;
  for (const part of ordered) {
    const run = OPEN_TYPES[part];
    if (!run) throw new ApiFailure(`fail open-type "${part}" is not supported by the preview`);
    await run(button, fire);
  }
}
