import path from 'node:path';
import { createApp } from '../http/app';
import { closeServer, listen, portOf } from '../http/server';
import { CallLog } from './call-log';
import { clientApp } from './client/client-requests';
import { createClock } from './clock';
import { replyOf, serveControl } from './control-route';
import type { DatabaseDeclaration } from './database-declaration';
import { directDatabase } from './direct-database';
import type { EmbeddedCloud } from './embedded-cloud';
import { FILE_OWNERS, FileOwners } from './files/file-owners';
import { FileStore } from './files/file-store';
import { compileRule, DEFAULT_RULE as DEFAULT_STORAGE_RULE } from './files/storage-rule';
import { DEFAULT_RULE, requireInvokable } from './function-rule';
import { serveAdmin } from './gateway/admin-route';
import type { Services } from './gateway/answer';
import { serveFiles } from './gateway/files-route';
import { Invocations } from './gateway/invocations';
import { listDeployedFunctions, readDeployedFunction } from './host/deployed-function';
import { FunctionHost } from './host/function-host';
import { type InvokeServices, invokeFunction } from './invoke-function';
import { CREDITS, MessageCenter, SENT } from './openapi/message-center';
import { SimulatedPhone } from './openapi/simulated-phone';
import { Visits } from './openapi/visits';
import { MessagePush } from './push/message-push';
import { runAs } from './run-as';
import { claimDataDir, publishAddress, releaseDataDir } from './server-file';
import { Store } from './store/store';
import { eventFor, platformTime } from './timers/timer-event';
import { Timers } from './timers/timers';
import type { CloudOptions } from './types';

export type { FinishedCall } from './call-log';
export { OPENID_HEADER } from './client/client-requests';
export { type Clock, createClock } from './clock';
export { CloudError, type CloudErrorCode } from './cloud-error';
export {
  type DatabaseDeclaration,
  type IndexDeclaration,
  readDatabaseDeclaration,
} from './database-declaration';
export type { DirectDatabase } from './direct-database';
export type { EmbeddedCloud } from './embedded-cloud';
export { compileRule, readStorageRule, type StorageRule } from './files/storage-rule';
export { FunctionError } from './function-error';
export { type FunctionRule, readFunctionRule } from './function-rule';
export type { Identity } from './identity';
export type { Outbox, SentMessage } from './openapi/message-center';
export type { SimulatedPhone } from './openapi/simulated-phone';
export { type PushRule, readPushRule } from './push/push-rule';
export type { TimerRun, TimerStatus, Timers } from './timers/timers';
export type {
  AroundRequest,
  CallCosts,
  CallRecord,
  CallWarning,
  CloudOptions,
  InvokeOptions,
  InvokeResult,
  LogLine,
  SdkRequest,
} from './types';

/** Retries of a failed timer run. */
const TIMER_RETRIES = 2;
/** Documents that a query may scan without an index before it is reported. */
const MAX_UNINDEXED_DOCUMENTS = 1000;

/** Where the data of a cloud lies in its folder. */
export const DATA_FOLDERS = ['database', 'platform'] as const;

/** Data of WeChat's servers; no function can read it. */
const PLATFORM: DatabaseDeclaration = { collections: [CREDITS, SENT, FILE_OWNERS], indexes: [] };

/** @throws CloudError DATA_DIR_IN_USE if another embedded cloud runs on the same data folder */
export async function startCloud(options: CloudOptions): Promise<EmbeddedCloud> {
  const { dataDir, collections = [], indexes = [] } = options;
  const address = await claimDataDir(dataDir);
  const stores: Store[] = [];
  const open = async (folder: string, declared: DatabaseDeclaration) => {
    const store = await Store.open(path.join(dataDir, folder), declared, options.conflicts);
    stores.push(store);
    return store;
  };
  let cloud: EmbeddedCloud | undefined;
  try {
    const store = await open(DATA_FOLDERS[0], { collections, indexes });
    const platform = await open(DATA_FOLDERS[1], PLATFORM);
    cloud = await serve(options, { store, platform }, address.token);
    await publishAddress(dataDir, { ...address, url: cloud.url });
    return cloud;
  } catch (error) {
    if (cloud) await cloud.close();
    else {
      await Promise.all(stores.map((store) => store.close()));
      await releaseDataDir(dataDir);
    }
    throw error;
  }
}

async function serve(
  options: CloudOptions,
  { store, platform }: { store: Store; platform: Store },
  token: string,
): Promise<EmbeddedCloud> {
  const { dataDir, functionsDir, envId = 'local-env', appId = 'wxlocal0000000000', maxWorkers = 4 } = options;
  const clock = options.clock ?? createClock();
  let url = '';
  const owners = new FileOwners(platform, compileRule(options.storageRule ?? DEFAULT_STORAGE_RULE));
  const files = new FileStore(path.join(dataDir, 'files'), envId, () => url, owners, clock.now);
  const invocations = new Invocations(({ token: owner }) => store.abortAll(owner));
  const host = new FunctionHost(path.resolve(functionsDir), maxWorkers, options.functionNode);
  const calls = new CallLog();
  const services = (): InvokeServices => ({
    host,
    invocations,
    calls,
    gatewayUrl: `${url}/admin`,
    envId,
    appId,
    variables: options.variables,
  });

  const rule = options.functionRule ?? DEFAULT_RULE;
  const invoke: EmbeddedCloud['invoke'] = async (name, event, { as, requestId, now }) => {
    requireInvokable(rule, name, as);
    const clockOffset = now === undefined ? clock.offset() : now - Date.now();
    if (as.kind === 'user') visits.note(as.openid, Date.now() + clockOffset);
    const eventJson = JSON.stringify(eventFor(as, event, Date.now() + clockOffset));
    const request = { name, eventJson, identity: as, requestId, clockOffset };
    return calls.keep(request, invokeFunction(services(), request));
  };
  const functions = () => listDeployedFunctions(path.resolve(functionsDir));
  const db = directDatabase(store);
  const messages = new MessageCenter(platform);
  const phone = new SimulatedPhone(clock.now);
  const visits = new Visits();
  const push = new MessagePush(
    {
      rule: options.messagePush ?? [],
      run: (name, { event, openid }) => {
        const userInfo = { appId, openId: openid };
        return invoke(name, { ...event, userInfo }, { as: { kind: 'push', openid } });
      },
    },
    options.runTimers !== false,
  );
  const client = clientApp({
    files,
    appId,
    invoke: (name, event, as) => invoke(name, event, { as }),
    grant: (openid, templateId) => messages.grant(openid, templateId),
    soterSignature: (openid, json) => phone.soterSignature(openid, json),
  });
  const gateway: Services = {
    store,
    files,
    scanRule: { limit: options.scanLimit ?? MAX_UNINDEXED_DOCUMENTS, fail: options.failOnScan ?? false },
    invocations,
    aroundRequest: options.aroundRequest,
    openApi: {
      ...{ messages, phone, appId, files, push, visits },
      riskyWords: options.riskyWords ?? [],
      reviewWords: options.reviewWords ?? [],
      permitted: async (name) => (await readDeployedFunction(path.resolve(functionsDir), name)).openapi,
    },
    now: (clockOffset) => Date.now() + clockOffset,
    async callFunction(caller, name, eventJson) {
      const { identity, clockOffset } = caller;
      const request = { name, eventJson, identity, clockOffset, caller };
      return JSON.stringify((await invokeFunction(services(), request)).result);
    },
  };
  const app = createApp();
  serveAdmin(app, gateway);
  serveFiles(app, gateway);
  serveControl(app, token, (request) => replyOf(runAs({ db, invoke }, request)));
  app.route('/', client);
  const server = await listen(app, options.port ?? 0);
  const port = portOf(server);
  url = `http://127.0.0.1:${port}`;
  const timers = new Timers({
    clock,
    functions,
    retries: options.timerRetries ?? TIMER_RETRIES,
    run: (functionName, name, due) =>
      invoke(functionName, { Time: platformTime(due) }, { as: { kind: 'timer', name } }),
  });
  if (options.runTimers !== false) timers.watch();
  const close = async () => {
    // Ends the runs that `stop` waits for.
    await Promise.all([timers.stop(), push.stop(), host.close()]);
    await closeServer(server);
    await Promise.all([store.close(), platform.close()]);
    await releaseDataDir(dataDir);
  };
  const grantSubscription = messages.grant.bind(messages);
  return {
    url,
    port,
    dataDir,
    token,
    clock,
    db,
    functions,
    calls,
    files,
    outbox: messages,
    push,
    phone,
    timers,
    invoke,
    whenEnded: (requestId) => invocations.whenEnded(requestId),
    grantSubscription,
    handleClientRequest: (request, bindings) => client.fetch(request, bindings),
    close,
  };
}
