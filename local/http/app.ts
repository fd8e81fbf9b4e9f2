import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { CloudError, knownError } from '../cloud/cloud-error';
import { jsonResponse } from './responses';

/** Bindings: Node's request and response. */
interface Environment {
  Bindings: HttpBindings;
}

export type App = Hono<Environment>;
/** hono's context of one request. */
export type RequestContext = Context<Environment>;

/** Unknown addresses and errors are answered in the form of the platform's errors. */
export function createApp(): App {
  const app: App = new Hono();
  app.notFound(() => refuse(404, 'There is nothing at this address.'));
  app.onError((error) => {
    const { code, message } = knownError(error);
    return jsonResponse({ code, message }, error instanceof CloudError ? 400 : 500);
  });
  return app;
}

/** Answers 403 if `refusalOf` gives a reason. */
export function guard(
  refusalOf: (context: RequestContext) => string | undefined,
): MiddlewareHandler<Environment> {
  return async (context, next) => {
    const refused = refusalOf(context);
    return refused === undefined ? next() : refuse(403, refused);
  };
}

/** Responses are not cached unless they set `cache-control` themselves. */
export const noStore: MiddlewareHandler = async (context, next) => {
  await next();
  const { headers } = context.res;
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
};

const refuse = (status: 403 | 404, message: string): Response =>
  jsonResponse({ code: 'INVALID_PARAM', message }, status);
