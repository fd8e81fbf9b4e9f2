import { lastTap } from '../events/pointer';
import { showModal } from '../overlay/modal';
import { word } from '../overlay/words';
import { ApiFailure } from './api-failure';
import { asyncApi } from './async-api';
import { grantMessages } from './cloud-api';

/** How long after a tap its handler may still open the sheet, ms. */
const GESTURE_MS = 1_000;
const MOST_TEMPLATES = 3;

/**
 * WeChat's sheet for subscribe messages, all of them allowed or none. One consent is one message.
 * https://developers.weixin.qq.com/miniprogram/dev/api/open-api/subscribe-message/wx.requestSubscribeMessage.html
 */
export const subscribeApi = {
  requestSubscribeMessage: asyncApi<{ tmplIds: string[] }>('requestSubscribeMessage', async ({ tmplIds }) => {
    if (!Array.isArray(tmplIds) || tmplIds.length === 0)
      throw new ApiFailure("fail TmplIds can't be empty", { errCode: 10001 });
    if (tmplIds.length > MOST_TEMPLATES)
      throw new ApiFailure('fail Templates count out of max bounds', { errCode: 20003 });
    if (performance.now() - lastTap() > GESTURE_MS)
      throw new ApiFailure('fail can only be invoked by user TAP gesture.');
    const { confirm } = await showModal({
      title: word('subscribe'),
      content: tmplIds.join('\n'),
      confirmText: word('allow'),
      cancelText: word('refuse'),
    });
    if (confirm) await grantMessages(tmplIds);
    return Object.fromEntries(tmplIds.map((id) => [id, confirm ? 'accept' : 'reject']));
  }),
};
