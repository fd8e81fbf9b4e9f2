import type { OpenApi } from '../open-api';
import { requireOpenid, requireText } from '../param';
import { WeChatError } from '../wechat-error';

const MAX_CHARACTERS = 2500;
const MAX_IMAGE_BYTES = 1024 * 1024;
/** Of the second version: 1 profile, 2 comment, 3 forum, 4 social log. */
const SCENES = [1, 2, 3, 4];
/** Labels of the platform: 100 normal, 21000 other. */
const LABEL = { pass: 100, risky: 21000 };

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
