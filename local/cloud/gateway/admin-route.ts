import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { CloudError } from '../cloud-error';
import { answerOpenApi } from '../openapi/answer-open-api';
import { multipartFields } from '../openapi/multipart';
import { answer, callOf, type Services } from './answer';
import { parseObject, readBody, sendJson } from './http';
import type { Invocation } from './invocations';
import type { Route } from './server';

/** A request of the SDK: a document may have 16 MB, and extended JSON needs more room. */
const MAX_REQUEST_BYTES = 64 * 1024 * 1024;

/** The one address that the SDK talks to. HTTP 200 always, errors too: the SDK reads `code`. */
export function adminRoute(services: Services): Route {
  return {
    prefix: '/admin',
    async handle(request, response) {
      const requestId = randomUUID();
      let invocation: Invocation | undefined;
      let reply: object;
      try {
        const body = await readBody(request, MAX_REQUEST_BYTES);
        const form = formOf(request, body);
        const params = form ? { sessionToken: form.get('sessionToken')?.toString() } : parseObject(body);
        invocation = callOf(params, services);
        invocation.costs.bytesSent += body.length;
        if (form) {
          const bytes = await answerForm(form, invocation, services);
          invocation.costs.bytesReceived += bytes.length;
          const headers = { 'content-type': 'application/octet-stream', 'content-length': bytes.length };
          response.writeHead(200, headers).end(bytes);
          return;
        }
        reply = await answer(params, invocation, services);
      } catch (error) {
        reply = errorReply(error);
      }
      const bytes = sendJson(response, 200, { requestId, ...reply });
      if (invocation) invocation.costs.bytesReceived += bytes;
    },
  };
}

/** Requests that carry protocol buffers come as forms. */
const formOf = ({ headers }: IncomingMessage, body: Buffer): ReadonlyMap<string, Buffer> | null => {
  const type = headers['content-type'] ?? '';
  return type.startsWith('multipart/') ? multipartFields(type, body) : null;
};

async function answerForm(
  fields: ReadonlyMap<string, Buffer>,
  invocation: Invocation,
  services: Services,
): Promise<Uint8Array> {
  const action = String(fields.get('action') ?? '');
  if (action !== 'wx.openApi')
    throw new CloudError('OPERATION_NOT_SUPPORTED', `The operation ${action} is not supported yet.`);
  return answerOpenApi(fields, invocation, services.now(invocation.clockOffset), services.openApi);
}

function errorReply(error: unknown): { code: string; message: string } {
  if (error instanceof CloudError) return { code: error.code, message: error.message };
  console.error(error);
  return { code: 'SYS_ERR', message: 'Internal error of the embedded cloud.' };
}
