import { CloudError } from '../cloud-error';
import type { Invocation } from '../gateway/invocations';
import { getPhoneNumber, verifySignature } from './apis/identity';
import { getUnlimited } from './apis/mini-program-code';
import { imgSecCheck, msgSecCheck } from './apis/security';
import { send } from './apis/subscribe-message';
import type { OpenApi, OpenApiContext, OpenApiServices } from './open-api';
import { WeChatError } from './wechat-error';
import { decodeRequest, encodeReply, type WireParam, type WireReply } from './wire';

const apis = new Map<string, OpenApi>(
  Object.entries({
    'subscribeMessage.send': send,
    'security.msgSecCheck': msgSecCheck,
    'security.imgSecCheck': imgSecCheck,
    'soter.verifySignature': verifySignature,
    'phonenumber.getPhoneNumber': getPhoneNumber,
    'wxacode.getUnlimited': getUnlimited,
  }),
);

/** Numbers that the SDK gives to the gateway's own errors. */
const SYS_ERR = -501001;
const INVALID_PARAM = -501007;

/**
 * Answers `cloud.openapi.*`. Refusals go out as WeChat's JSON too: bytes that are no CommOpenApiResp could be
 * taken for one by the SDK.
 */
export async function answerOpenApi(
  fields: ReadonlyMap<string, Buffer>,
  invocation: Invocation,
  now: number,
  services: OpenApiServices,
): Promise<Uint8Array> {
  try {
    const name = String(fields.get('apiName') ?? '');
    const api = apis.get(name);
    if (!api)
      throw new CloudError('OPERATION_NOT_SUPPORTED', `The operation openapi.${name} is not supported yet.`);
    const params = decodeRequest(fields.get('requestData') ?? Buffer.alloc(0));
    const reply = await api({ ...services, ...readParams(params), invocation, now });
    return encodeReply(isBytes(reply) ? reply : json({ errcode: 0, errmsg: 'ok', ...reply }));
  } catch (error) {
    return encodeReply(json(refusal(error)));
  }
}

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

function isBytes(reply: Record<string, unknown> | WireReply): reply is WireReply {
  return reply.bytes instanceof Uint8Array;
}

function json(value: object): WireReply {
  return { contentType: 'application/json; charset=utf-8', bytes: Buffer.from(JSON.stringify(value)) };
}

function refusal(error: unknown): { errcode: number; errmsg: string } {
  if (error instanceof WeChatError) return { errcode: error.errcode, errmsg: error.message };
  if (error instanceof CloudError)
    return { errcode: error.code === 'INVALID_PARAM' ? INVALID_PARAM : SYS_ERR, errmsg: error.message };
  console.error(error);
  return { errcode: SYS_ERR, errmsg: 'Internal error of the embedded cloud.' };
}
