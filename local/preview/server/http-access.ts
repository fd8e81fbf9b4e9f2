import { randomUUID } from 'node:crypto';
import type { RequestContext } from '../../http/app';
import { readBody } from '../../http/body';
import { bytesResponse } from '../../http/responses';
import type { CloudPort } from '../cloud-port';

const MAX_BYTES = 100 * 1024;

interface Integrated {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * A request of the HTTP access service (HTTP 访问服务): the function of a route gets it as an event, and answers an integrated
 * response. The path of the route is cut off, as without 路径透传.
 */
export async function httpAccess(
  context: RequestContext,
  cloud: CloudPort,
  route: string,
): Promise<Response> {
  if (!cloud.callOverHttp) return context.notFound() as Response;
  const { method, path } = context.req;
  const body = (await readBody(context, MAX_BYTES)).toString('utf8');
  const event = {
    path: path.slice(route.length),
    httpMethod: method,
    headers: context.req.header(),
    queryStringParameters: context.req.query(),
    requestContext: { requestId: randomUUID(), envId: 'local' },
    body,
    isBase64Encoded: false,
  };
  const answer = (await cloud.callOverHttp(route.slice(1), event)) as Integrated;
  const response = bytesResponse(
    answer.headers['content-type'] ?? 'text/plain',
    answer.body,
    answer.statusCode,
  );
  for (const [name, value] of Object.entries(answer.headers)) response.headers.set(name, value);
  return response;
}
