import { request } from 'node:http';
import path from 'node:path';
import { startConsole } from '../../local/console/start-console';
import { startTestCloud, type TestCloud } from './cloud';

export const NOON = '2026-03-02T12:00:00+08:00';

/** What a person with bad intent would store: markup, formulas, names that mean something to JavaScript. */
export const HOSTILE = {
  _id: '<img src=x onerror="window.hacked=1">',
  text: '"><script>window.hacked=1</script><img src=x onerror="window.hacked=1">',
  constructor: '__proto__',
  '=1+1': 'a heading that is a formula',
  equals: '=HYPERLINK("http://evil.example","x")',
  plus: '+1',
  minus: '-1+1',
  at: '@SUM(A1)',
  tab: '\t=1',
  number: -5.5,
  lines: 'one,\r\n"two"',
  nested: { deep: [1, { when: new Date(0) }] },
  long: 'long text '.repeat(100),
};

export interface TestConsole {
  readonly cloud: TestCloud;
  readonly url: string;
  readonly origin: string;
  /** Headers of a request of the console's own page. */
  ownHeaders(): Record<string, string>;
  close(): Promise<void>;
}

/** A cloud with a console, and documents of every kind; its functions are `nightly` (with a timer) and `letters`. */
export async function startTestConsole(): Promise<TestConsole> {
  const numbers = Array.from({ length: 10_000 }, (_, n) => ({ _id: `n${String(n).padStart(5, '0')}`, n }));
  const cloud = await startTestCloud({
    now: NOON,
    failOnScan: false,
    // The console shows files wherever they lie; the product's rule would let nobody put them there.
    storageRule: { read: true, write: 'resource.openid == auth.openid' },
    functionsDir: path.resolve(__dirname, '../fixtures/console-functions'),
    collections: ['bindings', 'numbers', 'notes', 'empty'],
    indexes: [],
    seed: {
      numbers,
      notes: [HOSTILE, { _id: 'plain', text: '文字', at: '2026' }],
      bindings: [{ _id: 'oReader', employeeId: 'E1' }],
    },
  });
  const started = await startConsole(cloud);
  return {
    cloud,
    url: started.url,
    origin: new URL(started.url).origin,
    ownHeaders: () => ({ 'content-type': 'application/json', 'x-local-token': cloud.token }),
    async close() {
      await started.close();
      await cloud.close();
    },
  };
}

export interface Asked {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer;
}

/** Node's own request: `fetch` does not let a test choose Host and Origin. A header of undefined is left out. */
export function send(
  origin: string,
  { method = 'POST', path: at, headers = {}, body = {} }: Asked,
): Promise<Answered> {
  const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
  return new Promise((resolve, reject) => {
    const ask = request(`${origin}${at}`, { method, headers: given, agent: false }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
      const { statusCode: status = 0, headers: found } = response;
      resolve({ status, headers: found, bytes: Buffer.concat(chunks) });
    });
    ask.on('error', reject);
    ask.end(method === 'GET' ? undefined : JSON.stringify(body));
  });
}
