import type { Server } from 'node:http';
import type { EmbeddedCloud } from '../cloud';
import type { App } from '../http/app';
import { closeServer, listen, portOf } from '../http/server';
import { consoleApp } from './server/console-route';
import { bundlePage } from './server/page-files';

export interface Console {
  /** With the token in the fragment, which browsers do not send. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves the console of a running cloud, on this machine only and on an origin of its own, so that the preview does
 * not share its storage. `port`: 0 for any free one, which is also used if the given port is busy.
 */
export async function startConsole(cloud: EmbeddedCloud, port = 0): Promise<Console> {
  const server = await listenNear(consoleApp(cloud, await bundlePage()), port);
  return {
    url: `http://127.0.0.1:${portOf(server)}/#token=${cloud.token}`,
    close: () => closeServer(server),
  };
}

async function listenNear(app: App, port: number): Promise<Server> {
  try {
    return await listen(app, port);
  } catch (error) {
    if (port === 0 || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return listen(app, 0);
  }
}
