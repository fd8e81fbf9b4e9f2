import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudError } from '../cloud-error';
import { sendJson } from './http';

/** One way in. `handle` sends the reply itself; what it throws is answered by the server. */
export interface Route {
  prefix: string;
  handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>;
}

/** An HTTP server for this machine alone. Resolves once it listens. */
export async function listen(routes: Route[], port: number): Promise<Server> {
  const server = createServer((request, response) => {
    respond(routes, request, response).catch((error: unknown) => fail(response, error));
  });
  // The SDK's connections idle for up to 5 s; closing earlier would lose requests under way.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** Stops listening and drops connections that are kept alive. */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

async function respond(routes: Route[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const route = routes.find(({ prefix }) => url.pathname === prefix || url.pathname.startsWith(`${prefix}/`));
  if (route) return route.handle(request, response, url);
  sendJson(response, 404, { code: 'INVALID_PARAM', message: 'There is nothing at this address.' });
}

/** A reply in the form of the platform's errors, without anything about this process. */
function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent) return void response.destroy();
  const known = error instanceof CloudError;
  if (!known) console.error(error);
  const code = known ? error.code : 'SYS_ERR';
  sendJson(response, known ? 400 : 500, { code, message: known ? error.message : 'Internal error.' });
}
