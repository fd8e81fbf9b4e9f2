import type { App, RequestContext } from '../../http/app';
import { parseObject, readBody } from '../../http/body';
import { bytesResponse } from '../../http/responses';
import { openApiReplies } from '../openapi/answer-open-api';
import { multipartFields } from '../openapi/multipart';
import type { Params } from './action';
import { answer, callOf, type Services } from './answer';
import type { Invocation } from './invocations';
import { jsonReplies, type Replies } from './replies';

/** A request of the SDK: a document may have 16 MB, and extended JSON needs more room. */
const MAX_REQUEST_BYTES = 64 * 1024 * 1024;

/** The one address that the SDK talks to. HTTP 200 always, errors too: the SDK reads `code`. */
export function serveAdmin(app: App, services: Services): void {
  app.all('/admin/*', async (context) => {
    let invocation: Invocation | undefined;
    let replies: Replies = jsonReplies;
    let bytes: Uint8Array;
    try {
      const body = await readBody(context, MAX_REQUEST_BYTES);
      const params = paramsOf(context, body);
      invocation = callOf(params.sessionToken, services);
      invocation.costs.bytesSent += body.length;
      if (params.action === 'wx.openApi') replies = openApiReplies;
      bytes = replies.answer(await answer(params, invocation, services));
    } catch (error) {
      bytes = replies.refusal(error);
    }
    if (invocation) invocation.costs.bytesReceived += bytes.length;
    return bytesResponse(replies.contentType, bytes);
  });
}

/** Requests that carry protocol buffers come as forms, all others as JSON. */
function paramsOf({ req }: RequestContext, body: Buffer): Params {
  const type = req.header('content-type') ?? '';
  if (!type.startsWith('multipart/')) return parseObject(body);
  const { requestData, ...texts } = Object.fromEntries(multipartFields(type, body));
  const params = Object.entries(texts).map(([name, value]) => [name, String(value)]);
  return { ...Object.fromEntries(params), requestData };
}
