import { randomBytes } from 'node:crypto';
import type { PushedMessage } from '../../push/message-push';
import type { OpenApi, OpenApiContext } from '../open-api';
import { requireOpenid, requireText } from '../param';
import { WeChatError } from '../wechat-error';

const MAX_CHARACTERS = 2500;
const MAX_IMAGE_BYTES = 1024 * 1024;
/** Of the second version: 1 profile, 2 comment, 3 forum, 4 social log. */
const SCENES = [1, 2, 3, 4];
/** Labels of the platform: 100 normal, 21000 other. */
const LABEL = { pass: 100, review: 21000, risky: 21000 };

/** Version 1 refuses a risky text with 87014; version 2 says `suggest: risky`. */
export const msgSecCheck: OpenApi = (context) => {
  const { params, riskyWords, invocation } = context;
  const content = requireText(context, 'content', 44004, 'empty content');
  if ([...content].length > MAX_CHARACTERS) throw new WeChatError(45002, 'content size out of limit');
  const keyword = riskyWords.find((word) => content.includes(word));
  if (params.version !== 2) {
    if (keyword !== undefined) throw new WeChatError(87014, 'risky content');
    return {};
  }
  requireOpenid(context, 'openid');
  if (!SCENES.includes(Number(params.scene))) throw new WeChatError(40129, 'invalid scene');
  const suggest = keyword === undefined ? 'pass' : 'risky';
  const label = LABEL[suggest];
  const found = keyword === undefined ? {} : { keyword, level: 90 };
  return {
    result: { suggest, label },
    detail: [{ strategy: 'keyword', errcode: 0, suggest, label, ...found }],
    trace_id: invocation.requestId,
  };
};

/** A picture is risky if its bytes contain one of the words, for example in a comment of the file. */
export const imgSecCheck: OpenApi = ({ media, riskyWords }) => {
  const image = media.get('media');
  if (!image || image.bytes.length === 0) throw new WeChatError(41005, 'media data missing');
  if (!/[.](png|jpe?g|gif|bmp|webp)$/i.test(image.fileName))
    throw new WeChatError(40004, 'invalid media type');
  if (image.bytes.length > MAX_IMAGE_BYTES) throw new WeChatError(40006, 'invalid media size');
  if (riskyWords.some((word) => image.bytes.includes(word))) throw new WeChatError(87014, 'risky content');
  return {};
};

/** Of `media_type`: 1 sound, 2 picture; sound is not checked here. */
const PICTURE = 2;
const MAX_MEDIA_BYTES = 10 * 1024 * 1024;
/** The check could not load the address, or it is too large. */
const UNREADABLE = -1008;

/**
 * The second version of the check that answers later: the event `wxa_media_check` says what came out. The file is
 * loaded by its address when that is sent.
 */
export const mediaCheckAsync: OpenApi = (context) => {
  const { params, visits, push, now } = context;
  const url = requireText(context, 'media_url', 44002, 'empty post data');
  if (!/^https?:[/][/]/.test(url)) throw new WeChatError(47001, 'data format error: media_url');
  if (params.media_type !== PICTURE) throw new WeChatError(40004, 'invalid media type');
  if (params.version !== 2) throw new WeChatError(40097, 'invalid args: version');
  const openid = requireOpenid(context, 'openid');
  if (!SCENES.includes(Number(params.scene))) throw new WeChatError(40129, 'invalid scene');
  if (!visits.isRecent(openid, now)) throw new WeChatError(61010, 'user has not visited within two hours');
  const traceId = [Buffer.from(Math.floor(now / 1000).toString(16), 'hex'), randomBytes(4), randomBytes(4)]
    .map((part) => part.toString('hex'))
    .join('-');
  push.later(async () => verdictOf(url, { openid, traceId, at: now }, context));
  return { trace_id: traceId };
};

async function verdictOf(
  url: string,
  { openid, traceId, at }: { openid: string; traceId: string; at: number },
  { files, riskyWords, reviewWords, appId }: OpenApiContext,
): Promise<PushedMessage> {
  const head = {
    ToUserName: 'gh_0123456789ab',
    FromUserName: openid,
    CreateTime: Math.floor(at / 1000),
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: appId,
    trace_id: traceId,
    version: 2,
  };
  const bytes = await files.readAt(url);
  if (!bytes || bytes.length > MAX_MEDIA_BYTES)
    return { openid, event: { ...head, detail: [], errcode: UNREADABLE, errmsg: 'download failed' } };
  const has = (words: readonly string[]) => words.some((word) => bytes.includes(word));
  const suggest = has(riskyWords) ? 'risky' : has(reviewWords) ? 'review' : 'pass';
  const label = LABEL[suggest];
  const detail = [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }];
  return { openid, event: { ...head, detail, errcode: 0, errmsg: 'ok', result: { suggest, label } } };
}
