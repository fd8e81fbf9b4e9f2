import type { IncomingMessage, ServerResponse } from 'node:http';
import { CloudError } from '../cloud-error';
import { type FileStore, MAX_FILE_BYTES } from '../files/file-store';
import { readBody } from './http';
import type { Route } from './server';

/** Signed addresses of cloud files: PUT stores, GET reads. */
export function filesRoute(files: FileStore): Route {
  return {
    prefix: '/files',
    async handle(request, response, url) {
      if (request.method === 'PUT') return store(files, request, response, url);
      const bytes = await files.read(files.verify(request.method ?? '', url));
      const headers = { 'x-content-type-options': 'nosniff', 'content-security-policy': 'sandbox' };
      response.writeHead(bytes ? 200 : 404, { ...headers, 'content-length': bytes?.length ?? 0 }).end(bytes);
    },
  };
}

/** The object store behind the platform answers nothing, or an error as XML; the SDK reads no other form. */
async function store(
  files: FileStore,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  try {
    const cloudPath = files.verify('PUT', url);
    await files.write(cloudPath, await readBody(request, MAX_FILE_BYTES));
    response.writeHead(200, { 'content-length': 0 }).end();
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    const [status, code] =
      error.code === 'EXCEED_MAX_PAYLOAD_SIZE' ? [400, 'EntityTooLarge'] : [403, 'AccessDenied'];
    const fields = `<Code>${code}</Code><Message>${error.message}</Message><RequestId/><TraceId/>`;
    const headers = { 'content-type': 'application/xml' };
    response
      .writeHead(status, headers)
      .end(`<?xml version='1.0' encoding='utf-8' ?><Error>${fields}</Error>`);
  }
}
