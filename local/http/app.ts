import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { CloudError, knownError } from '../cloud/cloud-error';
import { jsonAnswer } from './answers';

/** Bindings: Node's own request and response. */
interface Environment {
  Bindings: HttpBindings;
}

export type App = Hono<Environment>;
/** One request, and the means to answer it. */
export type Asked = Context<Environment>;

/** Whatever it does not serve, or fails at, is answered in the form of the platform's errors. */
export function createApp(): App {
  const app: App = new Hono();
  app.notFound(() => refuse(404, 'There is nothing at this address.'));
  app.onError((error) => {
    const { code, message } = knownError(error);
    return jsonAnswer({ code, message }, error instanceof CloudError ? 400 : 500);
  });
  return app;
}

/** Lets through what `refusalOf` has nothing against. */
export function guardedBy(refusalOf: (asked: Asked) => string | undefined): MiddlewareHandler<Environment> {
  return async (asked, next) => {
    const refused = refusalOf(asked);
    return refused === undefined ? next() : refuse(403, refused);
  };
}

/** No browser keeps an answer that does not say so itself. */
export const neverKept: MiddlewareHandler = async (asked, next) => {
  await next();
  const { headers } = asked.res;
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
};

const refuse = (status: 403 | 404, message: string): Response =>
  jsonAnswer({ code: 'INVALID_PARAM', message }, status);
