import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildPreview, type PreviewBuild } from './build/build-preview';
import type { CloudPort } from './cloud-port';
import { sendAppPicture } from './server/app-pictures';
import { type Assets, assetsOf, sendAsset } from './server/assets';
import { type BrowserCode, bundleBrowserCode } from './server/browser-code';
import { BuildEvents } from './server/build-events';
import { hostDocument, phoneDocument } from './server/documents';
import { listPeople } from './server/people';
import { refusalOf } from './server/request-guard';
import { readJsonBody, send, sendJson } from './server/respond';
import { settingsAt } from './shared/place-settings';

type Route = (request: IncomingMessage, response: ServerResponse, url: URL) => void | Promise<void>;

/** What the phones load before any source changes. */
export interface FirstBuild {
  readonly built: PreviewBuild;
  readonly code: BrowserCode;
}

/** Builds the Mini Program in `miniProgramRoot` and the preview's own code. */
export async function firstBuildOf(miniProgramRoot: string): Promise<FirstBuild> {
  const [code, built] = await Promise.all([bundleBrowserCode(), buildPreview(miniProgramRoot)]);
  return { code, built };
}

/** The preview's HTTP server: documents, builds, the panel's endpoints, and the door to the cloud. */
export class PreviewServer {
  private readonly events = new BuildEvents();
  private readonly http: Server;
  private newest: FirstBuild | null = null;
  private assets: Assets = new Map();
  private building: Promise<void> = Promise.resolve();

  constructor(
    private readonly miniProgramRoot: string,
    private readonly cloud: CloudPort,
  ) {
    this.http = createServer((request, response) => {
      this.answer(request, response).catch((error: unknown) => {
        console.error(error);
        if (!response.headersSent) send(response, 500, 'txt', 'the preview failed; see its console');
      });
    });
  }

  /** `first`: a build that is there already. @returns the address once the server answers */
  async listen(port: number, first?: FirstBuild): Promise<string> {
    this.use(first ?? (await firstBuildOf(this.miniProgramRoot)));
    await new Promise<void>((resolve, reject) => {
      this.http.once('error', reject);
      this.http.listen(port, '127.0.0.1', resolve);
    });
    return `http://127.0.0.1:${this.port}/`;
  }

  /** Builds again and reloads every open phone. One build runs at a time. */
  rebuild(): Promise<void> {
    this.building = this.building.then(async () => {
      const code = this.newest?.code ?? (await bundleBrowserCode());
      this.use({ code, built: await buildPreview(this.miniProgramRoot) });
      this.events.announce();
    });
    return this.building;
  }

  /** Milliseconds of each step of the newest build. */
  get timings(): PreviewBuild['timings'] | null {
    return this.newest?.built.timings ?? null;
  }

  async close(): Promise<void> {
    this.events.close();
    this.http.closeAllConnections();
    await new Promise((resolve) => this.http.close(resolve));
    await this.building;
  }

  private use(build: FirstBuild): void {
    this.newest = build;
    this.assets = assetsOf(build.code, build.built);
  }

  private get port(): number {
    return (this.http.address() as AddressInfo).port;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = refusalOf(request, this.port);
    if (refusal) {
      sendJson(response, { errCode: -1, errMsg: refusal }, 403);
      return;
    }
    const url = new URL(request.url ?? '/', 'http://preview');
    const route = this.routes[`${request.method} ${url.pathname}`];
    const asset = this.assets.get(url.pathname);
    if (route) await route(request, response, url);
    else if (asset) sendAsset(response, asset, url);
    else if (url.pathname.startsWith('/app/'))
      sendAppPicture(response, this.miniProgramRoot, url.pathname.slice(4));
    else if (url.pathname.startsWith('/client/')) await this.askCloud(request, response);
    else send(response, 404, 'txt', 'not found');
  }

  private async askCloud(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const isKnown = await this.cloud.handleClientRequest(request, response);
    if (!isKnown) send(response, 404, 'txt', 'not found');
  }

  private readonly routes: Readonly<Record<string, Route>> = {
    'GET /': (_, response) => send(response, 200, 'html', hostDocument(this.assets)),
    'GET /phone': async (_, response) => send(response, 200, 'html', await this.phone()),
    'GET /preview/app.js.map': (_, response) => send(response, 200, 'map', this.newest?.built.map ?? '{}'),
    'GET /preview/events': (_, response) => this.events.add(response),
    'GET /preview/people': async (_, response) => sendJson(response, await listPeople(this.cloud)),
    'GET /preview/places': async (_, response, url) =>
      sendJson(response, (await this.cloud.places?.(url.searchParams.get('person') ?? '')) ?? []),
    // Asked for as a screen at the door would, so it is for our own page alone.
    'POST /preview/doors': async (_, response) =>
      sendJson(response, (await this.cloud.doors?.()) ?? { codes: [], beacons: [] }),
    'GET /preview/clock': (_, response) => sendJson(response, { clockOffset: this.clockOffset() }),
    // Holds a token, so it is for our own page alone: a GET could come from anywhere.
    'POST /preview/console': (_, response) => sendJson(response, { url: this.cloud.consoleUrl ?? null }),
    'POST /preview/clock': (request, response) => this.setClock(request, response),
  };

  private clockOffset(): number {
    return Math.round(this.cloud.clock.now() - Date.now());
  }

  private async phone(): Promise<string> {
    await this.building;
    const [first] = await listPeople(this.cloud);
    const [place] = (await this.cloud.places?.(first?.openid ?? '')) ?? [];
    const boot = {
      clockOffset: this.clockOffset(),
      problems: this.newest?.built.problems ?? [],
      firstPerson: first?.openid ?? '',
      firstPlace: place ? settingsAt(place) : {},
    };
    return phoneDocument(boot, this.assets);
  }

  private async setClock(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { now } = (await readJsonBody(request)) as { now?: unknown };
    if (now !== null && !Number.isFinite(now))
      sendJson(response, { errMsg: 'now must be epoch ms or null' }, 400);
    else {
      this.cloud.clock.set(now as number | null);
      sendJson(response, { clockOffset: this.clockOffset() });
    }
  }
}
