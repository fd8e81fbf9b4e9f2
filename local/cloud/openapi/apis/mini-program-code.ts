import { createHash } from 'node:crypto';
import type { OpenApi } from '../open-api';
import { requireText } from '../param';
import { grayPng } from '../png';
import { WeChatError } from '../wechat-error';

const SIDE = 16;
const SCALE = 8;

/**
 * A picture in place of the code: the same scene and page give the same picture, and others another one.
 * It cannot be scanned.
 */
export const getUnlimited: OpenApi = (context) => {
  const { page = '' } = context.params;
  const scene = requireText(context, 'scene', 40169, 'invalid length for scene');
  if (!/^[\w!#$&'()*+,/:;=?@.~-]{1,32}$/.test(scene))
    throw new WeChatError(40169, 'invalid length for scene, or the data is not json string');
  if (typeof page !== 'string' || page.startsWith('/') || page.includes('?'))
    throw new WeChatError(41030, 'invalid page');
  const hash = createHash('sha256')
    .update(JSON.stringify([scene, page]))
    .digest();
  const isDark = (x: number, y: number) => ((hash[(y * SIDE + x) >> 3] ?? 0) >> (x & 7)) & 1;
  const bytes = grayPng(SIDE * SCALE, (x, y) =>
    isDark(Math.floor(x / SCALE), Math.floor(y / SCALE)) ? 0 : 255,
  );
  return { contentType: 'image/png', bytes };
};
