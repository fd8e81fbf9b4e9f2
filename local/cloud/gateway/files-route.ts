import type { App, RequestContext } from '../../http/app';
import { readBody } from '../../http/body';
import { bytesResponse } from '../../http/responses';
import { type CloudErrorCode, knownError } from '../cloud-error';
import { MAX_FILE_BYTES } from '../files/file-store';
import { callOf, type Services } from './answer';
import { interceptRequest } from './intercept-request';

/** The header in which the SDK returns the `token` of an upload address. */
const TOKEN_HEADER = 'x-cos-security-token';

type FileServices = Pick<Services, 'files' | 'invocations' | 'aroundRequest'>;

/** Signed addresses of cloud files: PUT stores for a running call, GET reads for anyone. */
export function serveFiles(app: App, services: FileServices): void {
  app.put('/files/*', async (context) => {
    const refusal = await store(services, context).then(() => undefined, refusalOf);
    return bytesResponse('application/xml', refusal?.xml ?? '', refusal?.status);
  });
  app.all('/files/*', async ({ req }) => {
    const bytes = await services.files.read(services.files.verify(req.method, new URL(req.url)));
    // Without a content type: it is unknown.
    return new Response((bytes ?? '') as BodyInit, {
      status: bytes ? 200 : 404,
      headers: {
        'x-content-type-options': 'nosniff',
        'content-security-policy': 'sandbox',
        // The signature is the permission: phones read the address from pages of any origin.
        'access-control-allow-origin': '*',
      },
    });
  });
}

async function store(services: FileServices, context: RequestContext): Promise<void> {
  const cloudPath = services.files.verify('PUT', new URL(context.req.url));
  const invocation = callOf(context.req.header(TOKEN_HEADER), services);
  const bytes = await readBody(context, MAX_FILE_BYTES);
  invocation.costs.bytesSent += bytes.length;
  const about = { action: 'storage.put', collection: undefined };
  await interceptRequest(invocation, about, services.aroundRequest, async () => {
    await services.files.write(cloudPath, bytes);
    return {};
  });
}

const STATUS: Partial<Record<CloudErrorCode, readonly [status: number, code: string]>> = {
  EXCEED_MAX_PAYLOAD_SIZE: [400, 'EntityTooLarge'],
  STORAGE_SIGN_PARAM_INVALID: [403, 'AccessDenied'],
  SIGN_PARAM_INVALID: [403, 'AccessDenied'],
};

/** The platform's object store answers with an empty body or an XML error; the SDK reads no other form. */
function refusalOf(error: unknown): { status: number; xml: string } {
  const { code, message } = knownError(error);
  const [status, name] = STATUS[code] ?? [500, 'InternalError'];
  const fields = `<Code>${name}</Code><Message>${message}</Message><RequestId/><TraceId/>`;
  return { status, xml: `<?xml version='1.0' encoding='utf-8' ?><Error>${fields}</Error>` };
}
