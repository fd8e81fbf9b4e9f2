import { CloudError, knownError } from '../cloud-error';
import type { Action } from '../gateway/action';
import type { Replies } from '../gateway/replies';
import { getPhoneNumber, verifySignature } from './apis/identity';
import { get, getUnlimited } from './apis/mini-program-code';
import { imgSecCheck, mediaCheckAsync, msgSecCheck } from './apis/security';
import { send } from './apis/subscribe-message';
import type { OpenApi, OpenApiContext } from './open-api';
import { WeChatError } from './wechat-error';
import { decodeRequest, encodeReply, type WireParam, type WireReply } from './wire';

const apis = new Map<string, OpenApi>(
  Object.entries({
    'subscribeMessage.send': send,
    'security.msgSecCheck': msgSecCheck,
    'security.imgSecCheck': imgSecCheck,
    'security.mediaCheckAsync': mediaCheckAsync,
    'soter.verifySignature': verifySignature,
    'phonenumber.getPhoneNumber': getPhoneNumber,
    'wxacode.get': get,
    'wxacode.getUnlimited': getUnlimited,
  }),
);

/** Numbers that the SDK gives to the gateway's own errors. */
const SYS_ERR = -501001;
const INVALID_PARAM = -501007;
/** The `config.json` of the function does not list the API. */
const NOT_PERMITTED = -604101;

/** `cloud.openapi.*`. @throws WeChatError; CloudError OPERATION_NOT_SUPPORTED, or INVALID_PARAM without a form */
export const answerOpenApi: Action = async ({ params, openApi, invocation, now }) => {
  const { apiName, requestData = Buffer.alloc(0) } = params;
  const api = apis.get(String(apiName));
  if (!api)
    throw new CloudError('OPERATION_NOT_SUPPORTED', `The operation openapi.${apiName} is not supported yet.`);
  if (!Buffer.isBuffer(requestData))
    throw new CloudError('INVALID_PARAM', 'An open API must come as a form.');
  if (!(await openApi.permitted(invocation.functionName)).includes(String(apiName)))
    throw new WeChatError(NOT_PERMITTED, 'function has no permission to call this API');
  return api({ ...openApi, ...readParams(decodeRequest(requestData)), invocation, now });
};

/** Refusals go out as WeChat's JSON too: bytes that are no CommOpenApiResp could be taken for one by the SDK. */
export const openApiReplies: Replies = {
  contentType: 'application/octet-stream',
  answer: (answer) => encodeReply(isBytes(answer) ? answer : json({ errcode: 0, errmsg: 'ok', ...answer })),
  refusal: (error) => encodeReply(json(refusal(error))),
};

function readParams(given: Map<string, WireParam>): Pick<OpenApiContext, 'params' | 'media'> {
  const params = new Map<string, unknown>();
  const media = new Map<string, { fileName: string; bytes: Buffer }>();
  for (const [key, { value, fileName }] of given)
    if (fileName) media.set(key, { fileName, bytes: value });
    else params.set(key, parseJson(key, value));
  return { params: Object.fromEntries(params), media };
}

function parseJson(key: string, value: Buffer): unknown {
  try {
    return JSON.parse(value.toString());
  } catch {
    throw new WeChatError(47001, `data format error: ${key}`);
  }
}

function isBytes(reply: Record<string, unknown>): reply is WireReply {
  return reply.bytes instanceof Uint8Array;
}

function json(value: object): WireReply {
  return { contentType: 'application/json; charset=utf-8', bytes: Buffer.from(JSON.stringify(value)) };
}

function refusal(error: unknown): { errcode: number; errmsg: string } {
  if (error instanceof WeChatError) return { errcode: error.errcode, errmsg: error.message };
  const { code, message } = knownError(error);
  return { errcode: code === 'INVALID_PARAM' ? INVALID_PARAM : SYS_ERR, errmsg: message };
}
