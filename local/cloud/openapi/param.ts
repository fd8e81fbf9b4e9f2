import type { OpenApiContext } from './open-api';
import { WeChatError } from './wechat-error';

/** A parameter that must be a text with something in it. @throws WeChatError of the code given */
export function requireText({ params }: OpenApiContext, name: string, errcode: number, why: string): string {
  const value = params[name];
  if (typeof value !== 'string' || value === '') throw new WeChatError(errcode, why);
  return value;
}

/** @throws WeChatError 40003 */
export function requireOpenid(context: OpenApiContext, name: string): string {
  const openid = requireText(context, name, 40003, 'invalid openid');
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(openid)) throw new WeChatError(40003, 'invalid openid');
  return openid;
}
