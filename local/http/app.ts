import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { CloudError, knownError } from '../cloud/cloud-error';
import { jsonResponse } from './responses';

/** Bindings: Node's own request and response. */
interface Environment {
  Bindings: HttpBindings;
}

export type App = Hono<Environment>;
/** One request, and the means to answer it. */
export type RequestContext = Context<Environment>;

/** Whatever it does not serve, or fails at, is answered in the form of the platform's errors. */
export function createApp(): App {
  const app: App = new Hono();
  app.notFound(() => refuse(404, 'There is nothing at this address.'));
  app.onError((error) => {
    const { code, message } = knownError(error);
    return jsonResponse({ code, message }, error instanceof CloudError ? 400 : 500);
  });
  return app;
}

/** Lets through what `refusalOf` has nothing against. */
export function guard(
  refusalOf: (context: RequestContext) => string | undefined,
): MiddlewareHandler<Environment> {
  return async (context, next) => {
    const refused = refusalOf(context);
    return refused === undefined ? next() : refuse(403, refused);
  };
}

/** No browser keeps an answer that does not say so itself. */
export const noStore: MiddlewareHandler = async (context, next) => {
  await next();
  const { headers } = context.res;
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
};

const refuse = (status: 403 | 404, message: string): Response =>
  jsonResponse({ code: 'INVALID_PARAM', message }, status);
