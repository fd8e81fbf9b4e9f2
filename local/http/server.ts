import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { App } from './app';

/** An HTTP server for this machine alone. Resolves once it listens. */
export async function listen({ fetch }: App, port: number): Promise<Server> {
  // Node drains the unread rest of a request; hono would reset the connection after half a second.
  const server = createAdaptorServer({ fetch, autoCleanupIncoming: false }) as Server;
  // The SDK's connections idle for up to 5 s; closing earlier would lose requests in flight.
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
