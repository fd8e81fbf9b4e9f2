import { type PrivacyItem, privacyItemOf } from '../../shared/privacy-items';
import { miniProgram } from '../mini-program';
import { showModal } from '../overlay/modal';
import { t } from '../overlay/words';
import { changeSettings, currentSettings } from '../phone-state';
import { ApiFailure } from './api-failure';

export type Answer = { event: 'exposureAuthorization' | 'agree' | 'disagree'; buttonId?: string };
export type Listener = (resolve: (answer: Answer) => void, info: { referrer: string }) => void;

let listener: Listener | null = null;

export const isAgreed = (): boolean =>
  currentSettings().privacy === 'agreed' || miniProgram().app.__usePrivacyCheck__ !== true;

function agree(): void {
  changeSettings({ privacy: 'agreed' });
}

document.addEventListener('mp-privacy-agreed', agree);

export function listenForPrivacy(handle: Listener): void {
  listener = handle;
}

const isUndeclared = (item: PrivacyItem): boolean =>
  currentSettings()
    .undeclared.split(',')
    .some((name) => name.trim() === item);

/**
 * Refuses an API whose item the account's privacy guide does not declare; otherwise asks for the agreement: the Mini
 * Program's own dialog if it listens, WeChat's if not. `by`: the name of the API, or the scope that it asks for.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html
 */
export async function requirePrivacy(referrer: string, by = referrer): Promise<void> {
  const item = privacyItemOf(by);
  if (item && isUndeclared(item))
    throw new ApiFailure('fail api scope is not declared in the privacy agreement', { errno: 112 });
  if (isAgreed()) return;
  const agreed = listener ? await askListener(listener, referrer) : await askWithOwnDialog();
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

async function askWithOwnDialog(): Promise<boolean> {
  const { confirm } = await showModal({
    title: t('privacyTitle'),
    content: t('privacyText'),
    confirmText: t('agree'),
    cancelText: t('refuse'),
  });
  return confirm;
}
