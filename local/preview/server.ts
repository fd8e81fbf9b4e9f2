import type { Server } from 'node:http';
import { serveStatic } from '@hono/node-server/serve-static';
import { secureHeaders } from 'hono/secure-headers';
import { CloudError } from '../cloud/cloud-error';
import { type App, createApp, guard, noStore, type RequestContext } from '../http/app';
import { readObject } from '../http/body';
import { isOwnHost, NOT_OWN_HOST, refusal } from '../http/guard';
import { bytesResponse, jsonResponse } from '../http/responses';
import { closeServer, listen, portOf } from '../http/server';
import { buildPreview, type PreviewBuild } from './build/build-preview';
import type { CloudPort } from './cloud-port';
import { type Assets, assetResponse, assetsOf } from './server/assets';
import { type BrowserCode, bundleBrowserCode } from './server/browser-code';
import { BuildEvents } from './server/build-events';
import { hostDocument, phoneDocument } from './server/documents';
import { httpAccess } from './server/http-access';
import { listPeople } from './server/people';
import { settingsAt } from './shared/place-settings';

/** Header that other origins cannot send without a CORS preflight. */
const CLIENT_HEADER = 'x-demo-client';
/** The function that the HTTP access service offers, and its path. */
const HTTP_FUNCTION = '/integration';
const MAX_BODY_BYTES = 10_000;
const PICTURE = /\.(png|jpe?g|gif|svg|webp)$/i;

/** No other page may frame it. Requests of the Mini Program to other servers carry a referrer, as in any browser. */
const protection = secureHeaders({
  contentSecurityPolicy: { frameAncestors: ["'self'"] },
  crossOriginOpenerPolicy: false,
  referrerPolicy: false,
  // Served without TLS.
  strictTransportSecurity: false,
});

/** The first build, before any source changes. */
export interface FirstBuild {
  readonly built: PreviewBuild;
  readonly code: BrowserCode;
}

/** Builds the Mini Program in `miniProgramRoot` and the preview's own code. */
export async function firstBuildOf(miniProgramRoot: string): Promise<FirstBuild> {
  const [code, built] = await Promise.all([bundleBrowserCode(), buildPreview(miniProgramRoot)]);
  return { code, built };
}

/** The preview's HTTP server: documents, builds, the panel's endpoints, and the requests to the cloud. */
export class PreviewServer {
  private readonly events = new BuildEvents();
  private http: Server | null = null;
  private newest: FirstBuild | null = null;
  private assets: Assets = new Map();
  private building: Promise<void> = Promise.resolve();

  constructor(
    private readonly miniProgramRoot: string,
    private readonly cloud: CloudPort,
  ) {}

  /** `first`: an existing build. @returns the address once the server answers */
  async listen(port: number, first?: FirstBuild): Promise<string> {
    this.use(first ?? (await firstBuildOf(this.miniProgramRoot)));
    this.http = await listen(this.app(), port);
    return `http://127.0.0.1:${portOf(this.http)}/`;
  }

  /** Rebuilds and reloads every open phone. One build runs at a time. */
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
    if (this.http) await closeServer(this.http);
    await this.building;
  }

  private use(build: FirstBuild): void {
    this.newest = build;
    this.assets = assetsOf(build.code, build.built);
  }

  private app(): App {
    const { cloud } = this;
    const app = createApp();
    app.use(
      protection,
      noStore,
      guard((context) => this.refusalOf(context)),
    );
    app.get('/', (context) => context.html(hostDocument(this.assets)));
    app.get('/phone', async (context) => context.html(await this.phone()));
    app.get('/preview/app.js.map', () =>
      bytesResponse('application/json; charset=utf-8', this.newest?.built.map ?? '{}'),
    );
    app.get('/preview/events', (context) => this.events.answer(context));
    app.get('/preview/people', async () => jsonResponse(await listPeople(cloud)));
    app.get('/preview/places', async ({ req }) =>
      jsonResponse((await cloud.places?.(req.query('person') ?? '')) ?? []),
    );
    // Contains valid codes, so only our own page may request it: POST, not GET.
    app.post('/preview/doors', async () =>
      jsonResponse((await cloud.doors?.()) ?? { codes: [], beacons: [], networks: [] }),
    );
    app.get('/preview/clock', () => jsonResponse({ clockOffset: this.clockOffset() }));
    // Contains a token, so only our own page may request it: a GET may come from any origin.
    app.post('/preview/console', () => jsonResponse({ url: cloud.consoleUrl ?? null }));
    app.post('/preview/clock', (context) => this.setClock(context));
    app.get('/preview/*', (context) => {
      const asset = this.assets.get(context.req.path);
      return asset ? assetResponse(asset, context.req.query('v')) : context.notFound();
    });
    // The pictures of the Mini Program, and nothing else of it.
    app.get(
      '/app/*',
      (context, next) => (PICTURE.test(context.req.path) ? next() : context.notFound()),
      serveStatic({ root: this.miniProgramRoot, rewriteRequestPath: (at) => at.slice('/app'.length) }),
    );
    app.post(`${HTTP_FUNCTION}/*`, (context) => httpAccess(context, cloud, HTTP_FUNCTION));
    app.post('/client/*', ({ req, env }) => cloud.handleClientRequest(req.raw, env));
    return app;
  }

  /** Refuses host names of other machines (DNS rebinding); reads need no further check. */
  private refusalOf(context: RequestContext): string | undefined {
    if (!this.http || !isOwnHost(context, portOf(this.http))) return NOT_OWN_HOST;
    const isRead = context.req.method === 'GET' || context.req.method === 'HEAD';
    // Its calls are signed, and come from programs.
    const isSigned = context.req.path.startsWith(`${HTTP_FUNCTION}/`);
    return isRead || isSigned ? undefined : refusal(context, CLIENT_HEADER);
  }

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

  private async setClock(context: RequestContext): Promise<Response> {
    const { now } = await readObject(context, MAX_BODY_BYTES);
    if (now !== null && !Number.isFinite(now))
      throw new CloudError('INVALID_PARAM', 'now must be epoch ms or null');
    this.cloud.clock.set(now as number | null);
    return jsonResponse({ clockOffset: this.clockOffset() });
  }
}
