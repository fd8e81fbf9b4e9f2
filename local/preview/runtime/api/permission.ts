import { miniProgram } from '../mini-program';
import { showModal } from '../overlay/modal';
import { t } from '../overlay/words';
import { changeSettings, currentSettings } from '../phone-state';
import { ApiFailure } from './api-failure';
import { asyncApi } from './async-api';
import { requirePrivacy } from './privacy';

const SETTING_OF = {
  'scope.userLocation': 'location',
  'scope.camera': 'camera',
  'scope.record': 'microphone',
  'scope.writePhotosAlbum': 'album',
} as const;
type Scope = keyof typeof SETTING_OF;

const isScope = (scope: string): scope is Scope => scope in SETTING_OF;

/** Prompts once, like WeChat; the answer is kept until it is changed in the settings. */
export async function requirePermission(scope: Scope): Promise<void> {
  const setting = SETTING_OF[scope];
  if (currentSettings()[setting] === 'ask') {
    const { desc = '' } = miniProgram().app.permission?.[scope] ?? {};
    const { confirm } = await showModal({
      title: `${t('asks')}${t(setting)}`,
      content: desc,
      confirmText: t('allow'),
      cancelText: t('refuse'),
    });
    changeSettings({ [setting]: confirm ? 'allowed' : 'refused' });
  }
  if (currentSettings()[setting] === 'refused') throw new ApiFailure('fail auth deny', { errCode: 103 });
}

/** Only permissions that were prompted for are listed. */
function authSetting(): Record<string, boolean> {
  const known = Object.entries(SETTING_OF).filter(([, setting]) => currentSettings()[setting] !== 'ask');
  return Object.fromEntries(
    known.map(([scope, setting]) => [scope, currentSettings()[setting] !== 'refused']),
  );
}

export const permissionApi = {
  getSetting: asyncApi('getSetting', () => ({ authSetting: authSetting() })),
  authorize: asyncApi<{ scope: string }>('authorize', async ({ scope }) => {
    if (!isScope(scope)) throw new ApiFailure(`fail ${scope} is not supported by the preview`);
    await requirePrivacy('authorize', scope);
    await requirePermission(scope);
    return undefined;
  }),
  /** WeChat's settings page, here one question for each permission. */
  openSetting: asyncApi('openSetting', async () => {
    for (const setting of Object.values(SETTING_OF)) {
      if (currentSettings()[setting] === 'ask') continue;
      const { confirm } = await showModal({
        title: t('settings'),
        content: t(setting),
        confirmText: t('allow'),
        cancelText: t('refuse'),
      });
      const isOff = setting === 'location' && currentSettings().location === 'off';
      if (!isOff) changeSettings({ [setting]: confirm ? 'allowed' : 'refused' });
    }
    return { authSetting: authSetting() };
  }),
};
