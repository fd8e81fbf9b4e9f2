import type { IncomingMessage, ServerResponse } from 'node:http';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

export const isPicture = (extension: string): boolean => TYPES[extension]?.startsWith('image/') ?? false;

const NEVER = 'no-store';
/** For an address that names the version of its content. */
export const FOR_GOOD = 'private, max-age=31536000, immutable';

/** Sends a whole body; no other page may frame it. `kept`: how the browser may keep it. */
export function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  kept = NEVER,
): void {
  response.writeHead(status, {
    'content-type': TYPES[type] ?? 'application/octet-stream',
    'cache-control': kept,
    'content-security-policy': "frame-ancestors 'self'",
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

export const sendJson = (response: ServerResponse, value: unknown, status = 200): void =>
  send(response, status, 'json', JSON.stringify(value));

const MAX_BODY_BYTES = 10_000;

/** @throws RangeError if the body is too large, SyntaxError if it is not JSON */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new RangeError('the body is too large');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
