import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type CloudOptions,
  createClock,
  type EmbeddedCloud,
  type FunctionError,
  type Identity,
  type InvokeResult,
  readDatabaseDeclaration,
  readPushRule,
  readStorageRule,
  startCloud,
} from '../../local/cloud';

const ROOT = path.resolve(__dirname, '../..');

/** What the console says in tests. */
export const CONSOLE_SECRET = 'console-secret-of-the-tests-0000001';

/** Tests call more often than a person; those of the limit itself set it. */
const NO_LIMIT = { CALLS_PER_MINUTE: '100000000' };

/** Encrypts the secrets of systems outside and pay, and makes the cards of customers. */
export const FIELD_KEYS = `t1=${Buffer.alloc(32, 7).toString('base64')}`;

/** These variables, no limit of calls, and the secret of the console for each function that the console may use. */
function withDefaults(variables: CloudOptions['variables'] = {}): CloudOptions['variables'] {
  const named = ['attendance', 'integration', 'payroll', 'people', 'reports'];
  const all = [...named, 'appraisal', 'goals', 'notices', 'requests', 'schedule'];
  const own = all.map((name) => {
    const secret = named.includes(name) ? { CONSOLE_SECRET } : {};
    const keys = ['appraisal', 'integration', 'payroll'].includes(name) ? { FIELD_KEYS } : {};
    return [name, { ...secret, ...keys, ...NO_LIMIT, ...variables[name] }];
  });
  return { ...variables, ...Object.fromEntries(own) };
}

export interface TestCloudOptions extends Partial<Omit<CloudOptions, 'clock'>> {
  /** Where the cloud's clock starts: epoch ms or ISO 8601 with a zone. It runs on from there. */
  now?: number | string;
  /** Documents by collection, added before the cloud is handed over. */
  seed?: Record<string, Record<string, unknown>[]>;
  /** A call is over once it is answered, as a person sees it, and not once all that it started is. */
  untilAnswered?: boolean;
}

export interface TestCloud extends EmbeddedCloud {
  dataDir: string;
  /** Runs a function for a user and gives what it returned. @throws Error if the call left a warning */
  call<T = unknown>(name: string, event: unknown, openid: string): Promise<T>;
  /** Stops it; also removes the data folder if it was made here. */
  close(): Promise<void>;
}

/**
 * An embedded cloud on a folder of its own, with the built functions and the declared database. Timers run by
 * `timers.runDue()` only, unless `runTimers` is given.
 */
export async function startTestCloud(options: TestCloudOptions = {}): Promise<TestCloud> {
  const { now, seed = {}, untilAnswered = false, ...rest } = options;
  const dataDir = rest.dataDir ?? (await mkdtemp(path.join(tmpdir(), 'tongxin-cloud-')));
  const clock = createClock(typeof now === 'string' ? Date.parse(now) : (now ?? null));
  const functionsDir = path.join(ROOT, 'dist', 'cloudfunctions');
  // Set where a whole suite runs on the functions' own runtime: see scripts/test.ts.
  const functionNode = process.env.FUNCTION_NODE;
  const storageRule = readStorageRule(ROOT);
  const defaults = { failOnScan: true, runTimers: false, functionsDir, functionNode, storageRule };
  const messagePush = readPushRule(ROOT);
  const declared = { ...defaults, messagePush, ...readDatabaseDeclaration(ROOT) };
  const variables = withDefaults(rest.variables);
  const cloud = await startCloud({ ...declared, ...rest, variables, dataDir, clock });
  for (const [collection, documents] of Object.entries(seed)) {
    if (!cloud.db.collectionNames().includes(collection)) await cloud.db.createCollection(collection);
    await cloud.db.insertMany(collection, documents);
  }
  // A caller waits only a moment for what it started (see follow-on.ts); a test looks once all of it has ended.
  const ended = async (run: Promise<InvokeResult>): Promise<InvokeResult> => {
    const { requestId } = await run.catch(({ call }: FunctionError) => call ?? { requestId: '' });
    await cloud.whenEnded(requestId);
    return run;
  };
  const invoke: EmbeddedCloud['invoke'] = (...about) =>
    untilAnswered ? cloud.invoke(...about) : ended(cloud.invoke(...about));
  const { timers } = cloud;
  return {
    ...cloud,
    dataDir,
    invoke,
    timers: {
      list: () => timers.list(),
      runs: () => timers.runs(),
      runDue: () => timers.runDue(),
      runNow: (name) => ended(timers.runNow(name)),
    },
    async call<T>(name: string, event: unknown, openid: string) {
      const as: Identity = { kind: 'user', openid };
      const { result, warnings } = await invoke(name, event, { as });
      if (warnings.length > 0) throw new Error(`${name}: ${JSON.stringify(warnings)}`);
      return result as T;
    },
    async close() {
      await cloud.close();
      if (rest.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
