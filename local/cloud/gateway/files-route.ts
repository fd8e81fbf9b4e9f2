import type { IncomingMessage } from 'node:http';
import type { CloudErrorCode } from '../cloud-error';
import { MAX_FILE_BYTES } from '../files/file-store';
import { callOf, type Services } from './answer';
import { throughDoor } from './door';
import { readBody, sendBytes } from './http';
import { knownError } from './replies';
import type { Route } from './server';

/** Where the SDK sends back the `token` that it was given with the address of an upload. */
const TOKEN_HEADER = 'x-cos-security-token';

type FileServices = Pick<Services, 'files' | 'invocations' | 'aroundRequest'>;

/** Signed addresses of cloud files: PUT stores for a running call, GET reads for anybody. */
export function filesRoute(services: FileServices): Route {
  const { files } = services;
  return {
    prefix: '/files',
    async handle(request, response, url) {
      if (request.method === 'PUT') {
        const refusal = await store(services, request, url).then(() => undefined, refusalOf);
        return sendBytes(
          response,
          refusal?.status ?? 200,
          'application/xml',
          Buffer.from(refusal?.xml ?? ''),
        );
      }
      const bytes = await files.read(files.verify(request.method ?? '', url));
      const headers = {
        'x-content-type-options': 'nosniff',
        'content-security-policy': 'sandbox',
        // The signed address is all the right that is needed: phones read it from pages of any origin.
        'access-control-allow-origin': '*',
      };
      response.writeHead(bytes ? 200 : 404, { ...headers, 'content-length': bytes?.length ?? 0 }).end(bytes);
    },
  };
}

async function store(services: FileServices, request: IncomingMessage, url: URL): Promise<void> {
  const cloudPath = services.files.verify('PUT', url);
  const invocation = callOf(request.headers[TOKEN_HEADER], services);
  const bytes = await readBody(request, MAX_FILE_BYTES);
  invocation.costs.bytesSent += bytes.length;
  const about = { action: 'storage.put', collection: undefined };
  await throughDoor(invocation, about, services.aroundRequest, async () => {
    await services.files.write(cloudPath, bytes);
    return {};
  });
}

const STATUS: Partial<Record<CloudErrorCode, readonly [status: number, code: string]>> = {
  EXCEED_MAX_PAYLOAD_SIZE: [400, 'EntityTooLarge'],
  STORAGE_SIGN_PARAM_INVALID: [403, 'AccessDenied'],
  SIGN_PARAM_INVALID: [403, 'AccessDenied'],
};

/** The object store behind the platform answers nothing, or an error as XML; the SDK reads no other form. */
function refusalOf(error: unknown): { status: number; xml: string } {
  const { code, message } = knownError(error);
  const [status, name] = STATUS[code] ?? [500, 'InternalError'];
  const fields = `<Code>${name}</Code><Message>${message}</Message><RequestId/><TraceId/>`;
  return { status, xml: `<?xml version='1.0' encoding='utf-8' ?><Error>${fields}</Error>` };
}
