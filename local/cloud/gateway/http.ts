import type { IncomingMessage, ServerResponse } from 'node:http';
import { CloudError } from '../cloud-error';

/** @throws CloudError EXCEED_MAX_PAYLOAD_SIZE if more than `limit` bytes come */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= limit) chunks.push(chunk);
  }
  if (bytes > limit)
    throw new CloudError('EXCEED_MAX_PAYLOAD_SIZE', `The request has ${bytes} bytes, ${limit} are allowed.`);
  return Buffer.concat(chunks);
}

/** @throws CloudError INVALID_PARAM if it is not a JSON object */
export function parseObject(body: Buffer): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    throw new CloudError('INVALID_PARAM', 'The request is not JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CloudError('INVALID_PARAM', 'The request is not a JSON object.');
  return value as Record<string, unknown>;
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  sendBytes(response, status, 'application/json; charset=utf-8', Buffer.from(JSON.stringify(value)));
}

export function sendBytes(response: ServerResponse, status: number, type: string, body: Uint8Array): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': body.length,
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}
