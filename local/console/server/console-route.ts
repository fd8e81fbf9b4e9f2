import { secureHeaders } from 'hono/secure-headers';
import type { InferOutput } from 'valibot';
import { CloudError, type EmbeddedCloud } from '../../cloud';
import { tokenRefusal } from '../../cloud/token-guard';
import { type App, createApp, guard, noStore } from '../../http/app';
import { readObject } from '../../http/body';
import { isOwnHost } from '../../http/guard';
import { bytesResponse, jsonResponse } from '../../http/responses';
import { exportResponse } from './export';
import { type Handlers, handlersOf } from './handlers';
import { INPUTS, read } from './inputs';
import type { PageFiles } from './page-files';
import { readQuery } from './read-text';

const MAX_BYTES = 6 * 1024 * 1024;

/**
 * The page runs only its own script and connects only to its own server: content of a document can neither run nor
 * be sent anywhere. No other page may frame it, load its resources or keep a reference to its window.
 */
const protection = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    connectSrc: ["'self'"],
    imgSrc: ['data:'],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ["'none'"],
  },
  xFrameOptions: 'DENY',
  // Served without TLS.
  strictTransportSecurity: false,
});

/** The page without any secret in it, and `POST /api/<name>`, which wants the token and a request of our own page. */
export function consoleApp(cloud: EmbeddedCloud, files: PageFiles): App {
  const app = createApp();
  app.use(protection, noStore);
  for (const [path, { type, body }] of Object.entries(files))
    app.get(path, (context) => (isOwnHost(context) ? bytesResponse(type, body) : context.notFound()));
  app.use(
    '/api/*',
    guard((context) => tokenRefusal(context, cloud.token)),
  );
  const serve = <Name extends keyof typeof INPUTS>(
    name: Name,
    answer: (input: InferOutput<(typeof INPUTS)[Name]>) => Response | Promise<Response>,
  ) =>
    app.post(`/api/${name}`, async (context) => {
      const body = await readObject(context, MAX_BYTES);
      return answer(read('request', INPUTS[name], body));
    });
  serve('export', ({ format, ...text }) => exportResponse(cloud, readQuery(cloud, text), format));
  serve('file', ({ path }) => fileResponse(cloud, path));
  for (const [name, answer] of Object.entries(handlersOf(cloud)))
    serve(name as keyof Handlers, async (input) => jsonResponse(await answer(input as never)));
  return app;
}

async function fileResponse({ files }: EmbeddedCloud, cloudPath: string): Promise<Response> {
  const bytes = await files.read(cloudPath);
  if (!bytes) throw new CloudError('STORAGE_FILE_NONEXIST', `There is no file ${cloudPath}.`);
  // Never with its own content type: an HTML file in the storage must not become a page of the console.
  const headers = { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment' };
  return new Response(bytes as BodyInit, { headers });
}
