import type { IncomingMessage, ServerResponse } from 'node:http';
import { CloudError, type EmbeddedCloud } from '../../cloud';
import { isOwnHost } from '../../cloud/client/guard';
import { parseObject, readBody, sendJson } from '../../cloud/gateway/http';
import type { Route } from '../../cloud/gateway/server';
import { tokenRefusal } from '../../cloud/token-guard';
import { type Answers, answersOf } from './answers';
import { sendExport } from './export';
import { INPUTS, read } from './inputs';
import type { PageFiles } from './page-files';
import { readQuery } from './read-text';

const MAX_BYTES = 6 * 1024 * 1024;

/**
 * The page runs its own script and asks its own server, nothing else: what a document holds can neither run nor be
 * sent anywhere. No other page may frame it, load its parts or keep a handle on its window.
 */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
    "require-trusted-types-for 'script'; trusted-types 'none'",
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** The page without any secret in it, and `POST /api/<name>`, which wants the token and a request of our own page. */
export function consoleRoute(cloud: EmbeddedCloud, files: PageFiles): Route {
  const answers = answersOf(cloud);
  return {
    prefix: '',
    async handle(request, response, { pathname }) {
      for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
      const [, api] = /^\/api\/(\w+)$/.exec(pathname) ?? [];
      if (api !== undefined) return answerApi({ cloud, answers, api, request, response });
      const file = isOwnHost(request) && request.method === 'GET' ? files[pathname] : undefined;
      if (!file) return void sendJson(response, 404, notFound);
      response.writeHead(200, { 'content-type': file.type }).end(file.body);
    },
  };
}

interface Asked {
  readonly cloud: EmbeddedCloud;
  readonly answers: Answers;
  readonly api: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const notFound = { code: 'INVALID_PARAM', message: 'There is nothing at this address.' };

/** @throws CloudError, which the server sends */
async function answerApi({ cloud, answers, api, request, response }: Asked): Promise<void> {
  const refused = tokenRefusal(request, cloud.token);
  if (refused) return void sendJson(response, 403, { code: 'INVALID_PARAM', message: refused });
  if (request.method !== 'POST' || !Object.hasOwn(INPUTS, api)) return void sendJson(response, 404, notFound);
  const body = parseObject(await readBody(request, MAX_BYTES));
  if (api === 'export') {
    const { format, ...text } = read('request', INPUTS.export, body);
    return sendExport(cloud, readQuery(cloud, text), format, response);
  }
  if (api === 'file') return sendFile(cloud, read('request', INPUTS.file, body).path, response);
  const name = api as keyof Answers;
  const answer = answers[name] as (input: unknown) => Promise<unknown>;
  sendJson(response, 200, await answer(read<unknown>('request', INPUTS[name], body)));
}

async function sendFile(
  { files }: EmbeddedCloud,
  cloudPath: string,
  response: ServerResponse,
): Promise<void> {
  const bytes = await files.read(cloudPath);
  if (!bytes) throw new CloudError('STORAGE_FILE_NONEXIST', `There is no file ${cloudPath}.`);
  // Never under its own type: a page in the storage must not become a page of the console.
  const headers = { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment' };
  response.writeHead(200, headers).end(bytes);
}
