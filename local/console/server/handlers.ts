import { EJSON } from 'bson';
import type { EmbeddedCloud } from '../../cloud';
import { type RunReply, replyOf } from '../../cloud/control-route';
import { runAs } from '../../cloud/run-as';
import { type ConsoleApi, type FunctionStatus, PAGE_SIZE, type TimerLine } from '../shared/console-api';
import { readOpenid } from './inputs';
import { readJson, readQuery } from './read-text';

export type Handlers = {
  readonly [Name in keyof ConsoleApi]: (
    input: ConsoleApi[Name]['input'],
  ) => Promise<ConsoleApi[Name]['answer']>;
};

/** The handlers of the page's requests: it reads everything, and changes data only by running functions. */
export function handlersOf(cloud: EmbeddedCloud): Handlers {
  return {
    state: async () => ({ now: cloud.clock.now(), dataDir: cloud.dataDir }),
    collections: async () => {
      const counts = cloud.db.collectionNames().map(async (name) => ({
        name,
        count: await cloud.db.count(name),
      }));
      return (await Promise.all(counts)).sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    find: (input) => find(cloud, input),
    functions: async () => (await cloud.functions()).map(statusOf),
    run: (input) => run(cloud, input),
    runs: async () => cloud.calls.list(),
    timers: () => timers(cloud),
    runTimer: ({ name }) => replyOf(cloud.timers.runNow(name)),
    files: ({ prefix, offset }) => cloud.files.list(prefix, offset, PAGE_SIZE),
    messages: ({ offset }) => messages(cloud, offset),
  };
}

async function find(cloud: EmbeddedCloud, input: ConsoleApi['find']['input']) {
  const { collection, filter, order } = readQuery(cloud, input);
  const began = performance.now();
  const total = await cloud.db.count(collection, filter);
  const found = await cloud.db.find(collection, filter, { order, offset: input.offset, limit: PAGE_SIZE });
  const ms = performance.now() - began;
  return { documents: found.map((document) => EJSON.serialize(document, { relaxed: true })), total, ms };
}

function statusOf(found: Awaited<ReturnType<EmbeddedCloud['functions']>>[number]): FunctionStatus {
  const { name } = found;
  if ('problem' in found) return { name, timeoutMs: 0, memoryMb: 0, timer: null, problem: found.problem };
  const { timeoutMs, memoryMb, trigger } = found;
  return { name, timeoutMs, memoryMb, timer: trigger?.config ?? null, problem: null };
}

async function run(cloud: EmbeddedCloud, input: ConsoleApi['run']['input']): Promise<RunReply> {
  const { name, as, who } = input;
  const event = readJson('event', input.event);
  const now = input.now ?? undefined;
  if (as === 'openid')
    return replyOf(cloud.invoke(name, event, { as: { kind: 'user', openid: readOpenid(who) }, now }));
  return replyOf(runAs(cloud, { name, event, as: as === 'employee' ? who : as, now }));
}

async function timers(cloud: EmbeddedCloud): Promise<TimerLine[]> {
  const calls = cloud.calls.list().filter(({ as }) => as.kind === 'timer');
  const runs = [...calls, ...cloud.timers.runs()].sort((a, b) => b.at - a.at);
  return (await cloud.timers.list()).map((timer) => {
    const newest = runs.find(({ functionName }) => functionName === timer.functionName);
    const error = newest?.error ? `${newest.error.code}: ${newest.error.message}` : null;
    return { ...timer, last: newest ? { at: newest.at, error } : null };
  });
}

async function messages(cloud: EmbeddedCloud, offset: number) {
  const sent = cloud.outbox.list().reverse();
  const hasBindings = cloud.db.collectionNames().includes('bindings');
  const lines = sent.slice(offset, offset + PAGE_SIZE).map(async (message) => {
    const binding = hasBindings && (await cloud.db.get('bindings', message.touser));
    return { ...message, employeeId: binding ? String(binding.employeeId) : null };
  });
  return { messages: await Promise.all(lines), total: sent.length };
}
