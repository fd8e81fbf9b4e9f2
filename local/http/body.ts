import { CloudError } from '../cloud/cloud-error';
import type { RequestContext } from './app';

/**
 * Reads Node's request: hono's `bodyLimit` makes each database call of the SDK a fifth slower, and resets the
 * connection of a client that is still sending.
 * @throws CloudError EXCEED_MAX_PAYLOAD_SIZE if the body has more than `limit` bytes
 */
export async function readBody({ env: { incoming } }: RequestContext, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= limit) chunks.push(chunk);
  }
  if (bytes > limit)
    throw new CloudError('EXCEED_MAX_PAYLOAD_SIZE', `The request has ${bytes} bytes, ${limit} are allowed.`);
  return Buffer.concat(chunks);
}

/** @throws CloudError as `readBody`, and INVALID_PARAM if it is not a JSON object */
export async function readObject(context: RequestContext, limit: number): Promise<Record<string, unknown>> {
  return parseObject(await readBody(context, limit));
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
