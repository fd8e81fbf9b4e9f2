import type { Server } from 'node:http';
import type { EmbeddedCloud } from '../cloud';
import { closeServer, listen, portOf, type Route } from '../cloud/gateway/server';
import { consoleRoute } from './server/console-route';
import { bundlePage } from './server/page-files';

export interface Console {
  /** With the token in the fragment, which browsers send to nobody. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves the console of a running cloud, on this machine only and on an origin of its own, so that nothing the
 * preview runs shares its storage. `port`: 0 for any free one, which is also taken where the one wished for is busy.
 */
export async function startConsole(cloud: EmbeddedCloud, port = 0): Promise<Console> {
  const server = await listenNear([consoleRoute(cloud, await bundlePage())], port);
  return {
    url: `http://127.0.0.1:${portOf(server)}/#token=${cloud.token}`,
    close: () => closeServer(server),
  };
}

async function listenNear(routes: Route[], port: number): Promise<Server> {
  try {
    return await listen(routes, port);
  } catch (error) {
    if (port === 0 || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return listen(routes, 0);
  }
}
