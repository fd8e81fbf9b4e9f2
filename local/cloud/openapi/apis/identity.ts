import type { OpenApi } from '../open-api';
import { requireOpenid, requireText } from '../param';
import { WeChatError } from '../wechat-error';

/** Whether a fingerprint or face check happened on this person's phone. */
export const verifySignature: OpenApi = (context) => {
  const openid = requireOpenid(context, 'openid');
  const json = requireText(context, 'json_string', 47001, 'data format error');
  const signature = requireText(context, 'json_signature', 47001, 'data format error');
  return { is_ok: signature === context.phone.soterSignature(openid, json) };
};

export const getPhoneNumber: OpenApi = (context) => {
  const { phone, appId, now } = context;
  const number = phone.redeemPhoneCode(requireText(context, 'code', 40029, 'invalid code'), now);
  if (number === undefined) throw new WeChatError(40029, 'invalid code');
  const watermark = { timestamp: Math.floor(now / 1000), appid: appId };
  const phone_info = { phone_number: number, pure_phone_number: number, country_code: '86', watermark };
  return { phone_info };
};
