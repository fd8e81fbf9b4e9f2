import { isInTap } from '../events/pointer';
import { showModal } from '../overlay/modal';
import { t } from '../overlay/words';
import { currentSettings } from '../phone-state';
import { ApiFailure } from './api-failure';
import { asyncApi } from './async-api';
import { grantMessages } from './cloud-api';

const MAX_TEMPLATES = 3;

let isOpen = false;

/** The person's answer, or the choice that they made permanent. */
async function isAllowed(tmplIds: readonly string[]): Promise<boolean> {
  const kept = currentSettings().messages;
  if (kept === 'off') throw new ApiFailure('fail The main switch is switched off', { errCode: 20004 });
  if (kept !== 'ask') return kept === 'allowed';
  isOpen = true;
  const { confirm } = await showModal({
    title: t('subscribe'),
    content: tmplIds.join('\n'),
    confirmText: t('allow'),
    cancelText: t('refuse'),
  });
  isOpen = false;
  return confirm;
}

/**
 * WeChat's sheet for subscribe messages, all of them allowed or none. One consent on the sheet is one message; a
 * permanent choice shows no sheet and allows no further message.
 * https://developers.weixin.qq.com/miniprogram/dev/api/open-api/subscribe-message/wx.requestSubscribeMessage.html
 */
export const subscribeApi = {
  requestSubscribeMessage: asyncApi<{ tmplIds: string[] }>('requestSubscribeMessage', async ({ tmplIds }) => {
    if (!Array.isArray(tmplIds) || tmplIds.length === 0)
      throw new ApiFailure("fail TmplIds can't be empty", { errCode: 10001 });
    if (tmplIds.length > MAX_TEMPLATES)
      throw new ApiFailure('fail Templates count out of max bounds', { errCode: 20003 });
    if (!isInTap()) throw new ApiFailure('fail can only be invoked by user TAP gesture.');
    if (isOpen) throw new ApiFailure('fail the last sheet is still open', { errCode: 10005 });
    const isAsked = currentSettings().messages === 'ask';
    const allowed = await isAllowed(tmplIds);
    if (allowed && isAsked) await grantMessages(tmplIds);
    return Object.fromEntries(tmplIds.map((id) => [id, allowed ? 'accept' : 'reject']));
  }),
};
