import path from 'node:path';
import type { PreviewBuild } from './build/build-preview';
import type { CloudPort } from './cloud-port';
import { type FirstBuild, PreviewServer } from './server';
import { watchSources } from './server/watch-sources';

export interface PreviewOptions {
  /** Root of the project: the Mini Program is in its folder `miniprogram`. */
  readonly root: string;
  readonly cloud: CloudPort;
  /** 0, the default, takes any free one. */
  readonly port?: number;
  /** An existing build of the same sources, which are then not watched; absent: they are built. */
  readonly first?: FirstBuild;
}

export interface Preview {
  /** Address of the page with phone and panel; the phone alone is at `phone` below it. */
  readonly url: string;
  /** Milliseconds of each step of the newest build. */
  readonly timings: () => PreviewBuild['timings'] | null;
  /** Builds the Mini Program again and reloads the phones. */
  readonly rebuild: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Serves the Mini Program in a browser, on this machine only, and rebuilds on changes of what it has built itself. */
export async function startPreview({ root, cloud, port = 0, first }: PreviewOptions): Promise<Preview> {
  const sources = path.resolve(root, 'miniprogram');
  const server = new PreviewServer(sources, cloud);
  const url = await server.listen(port, first);
  const rebuild = (): Promise<void> => server.rebuild();
  const stop = first
    ? (): void => undefined
    : watchSources(sources, () => {
        rebuild().catch((error: unknown) => console.error(error));
      });
  return {
    url,
    timings: () => server.timings,
    rebuild,
    close: async () => {
      stop();
      await server.close();
    },
  };
}
