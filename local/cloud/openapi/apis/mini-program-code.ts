import { createHash } from 'node:crypto';
import type { OpenApi } from '../open-api';
import { requireText } from '../param';
import { grayPng } from '../png';
import { WeChatError } from '../wechat-error';
import type { WireReply } from '../wire';

const SIDE = 16;
const SCALE = 8;

export const get: OpenApi = (context) => {
  const path = requireText(context, 'path', 40159, 'invalid length for path');
  if (path.length > 1024) throw new WeChatError(40159, 'invalid length for path');
  return picture(['path', path]);
};

export const getUnlimited: OpenApi = (context) => {
  const { page = '' } = context.params;
  const scene = requireText(context, 'scene', 40169, 'invalid length for scene');
  if (!/^[\w!#$&'()*+,/:;=?@.~-]{1,32}$/.test(scene))
    throw new WeChatError(40169, 'invalid length for scene, or the data is not json string');
  if (typeof page !== 'string' || page.startsWith('/') || page.includes('?'))
    throw new WeChatError(41030, 'invalid page');
  return picture([scene, page]);
};

/** Replaces the QR code: each content has its own picture. It cannot be scanned. */
function picture(content: readonly string[]): WireReply {
  const hash = createHash('sha256').update(JSON.stringify(content)).digest();
  const isDark = (x: number, y: number) => ((hash[(y * SIDE + x) >> 3] ?? 0) >> (x & 7)) & 1;
  const bytes = grayPng(SIDE * SCALE, (x, y) =>
    isDark(Math.floor(x / SCALE), Math.floor(y / SCALE)) ? 0 : 255,
  );
  return { contentType: 'image/png', bytes };
}
