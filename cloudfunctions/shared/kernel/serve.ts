import { randomUUID } from 'node:crypto';
import type { Instant, Language } from '#contracts/common';
import type { Reply, WireError } from '#contracts/reply';
import { AppError } from '../errors/app-error';
import { saveFaults } from '../faults/data-faults';
import { takeCall } from '../limits/call-bucket';
import { identity, kindOfSdkError } from '../platform/cloud';
import type { Action } from './action';
import { callerOf, requireEmployed } from './caller';
import { requireConsoleSecret } from './console-secret';
import type { Employee } from './employee';
import { type HttpEntry, isHttpEvent, receiveHttp } from './http-entry';
import { type CallTrace, logRefusal } from './log-refusal';
import { type PushHandlers, pushHandlerOf, type RECEIVED, receivePush } from './push';
import { readEvent } from './read-event';
import { readInput } from './read-input';

/** Looks up the employee of a WeChat user. @throws AppError NOT_BOUND */
export interface Directory {
  employeeOf(openid: string, now: Instant): Promise<Employee>;
}

/** The second argument that the platform passes to a function. */
interface PlatformContext {
  readonly request_id?: string;
  readonly time_limit_in_ms?: number;
}

/** A scheduled job of a function: bounded and idempotent. */
export interface TimerJob {
  readonly name: string;
  /**
   * Stops before `deadline` (in terms of `performance.now()`). May be called again in the same run with what time is left,
   * and continues on the next run. `run`: the number of the run on this instance, so that what one job has read may serve
   * the others.
   */
  run(call: {
    readonly now: Instant;
    readonly deadline: number;
    readonly run: number;
  }): Promise<Record<string, number>>;
}

let runs = 0;

/** Share of the time limit for all jobs of one run; the rest is reserved for the unit in progress. */
const TIMER_SHARE = 0.75;
/** Used if the platform does not state the limit. */
const DEFAULT_TIME_LIMIT_MS = 20_000;

export type CloudFunction = (
  event: unknown,
  context?: PlatformContext,
) => Promise<Reply<unknown> | typeof RECEIVED | object>;

/**
 * `http` is for systems outside that sign their calls; a function without it refuses such events like any other that is no call. `pushes` are messages of WeChat's servers. `after` runs when an action, a message or the jobs have ended, successfully or not, and before the answer. It never
 * throws.
 */
export interface ServeOptions {
  readonly jobs?: readonly TimerJob[];
  readonly pushes?: PushHandlers;
  readonly http?: HttpEntry;
  readonly after?: () => Promise<void>;
}

/**
 * The entry point of a cloud function. Cheap checks come first: size and shape of the event, the action, its
 * input. Only then is the SDK loaded to identify the caller, followed by the permission check and the action.
 * Always answers an envelope, or `success` to WeChat's servers; never throws.
 */
export function serve(
  actions: Readonly<Record<string, Action>>,
  directory: Directory,
  { jobs = [], pushes = {}, http, after }: ServeOptions = {},
): CloudFunction {
  const call: CloudFunction = async (event, context) => {
    const now = Date.now() as Instant;
    const trace: CallTrace = { action: '', employeeId: '' };
    try {
      const handlePush = pushHandlerOf(event, pushes);
      if (handlePush) return await receivePush(event, handlePush, now);
      if (http && isHttpEvent(event))
        return { ok: true, data: await receiveHttp(event, http, now, trace), now };
      const answer =
        jobs.length > 0 && isTimerEvent(event)
          ? { data: await runJobs(jobs, now, context?.time_limit_in_ms ?? DEFAULT_TIME_LIMIT_MS) }
          : await handle(actions, directory, event, now, trace);
      return { ok: true, ...answer, now };
    } catch (error) {
      const requestId = context?.request_id ?? randomUUID();
      logRefusal(error, trace, requestId);
      return { ok: false, error: wireError(error, requestId), now, requestId };
    } finally {
      await after?.();
      await saveFaults(now);
    }
  };
  if (!http) return call;
  return async (event, context) => {
    const reply = await call(event, context);
    return isHttpEvent(event) ? http.answerOf(reply as Reply<unknown>) : reply;
  };
}

async function handle(
  actions: Readonly<Record<string, Action>>,
  directory: Directory,
  event: unknown,
  now: Instant,
  trace: CallTrace,
): Promise<{ readonly data: unknown; readonly language?: Language }> {
  const { action: name, input: raw, secret } = readEvent(event);
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (!action) throw new AppError('ACTION_UNKNOWN', { action: name });
  trace.action = name;
  const input = readInput(action.input, raw);
  const openid = authorize(action, secret, now);
  const caller: { language?: Language } = {};
  const me = async () => {
    const known = await directory.employeeOf(openid, now);
    trace.employeeId = known._id;
    const employee = requireEmployed(known, now, action.daysAfterLeaving);
    if (employee.language) caller.language = employee.language;
    return employee;
  };
  return { data: await action.run({ input, now, openid, me }), ...caller };
}

/** A timer event; refused if the caller is not the platform's timer. */
function isTimerEvent(event: unknown): boolean {
  return Object(event).Type === 'Timer';
}

type JobReports = Record<string, Record<string, number>>;

/**
 * Runs every job, one failing or not, each with an equal share of the time that is left; what is left after that goes
 * to those that have used up their share.
 * @throws AppError CALLER_REFUSED unless the caller is the platform's timer; JOBS_FAILED after the other jobs have run
 */
async function runJobs(jobs: readonly TimerJob[], now: Instant, timeLimit: number): Promise<JobReports> {
  if (callerOf(identity()).kind !== 'timer') throw new AppError('CALLER_REFUSED', {});
  const deadline = performance.now() + timeLimit * TIMER_SHARE;
  runs += 1;
  const reports: JobReports = {};
  const failed: string[] = [];
  let waiting = jobs;
  while (waiting.length > 0 && performance.now() < deadline) {
    const unfinished: TimerJob[] = [];
    for (const [index, job] of waiting.entries()) {
      const start = performance.now();
      const until = start + (deadline - start) / (waiting.length - index);
      try {
        const report = await job.run({ now, deadline: until, run: runs });
        reports[job.name] = added(reports[job.name] ?? {}, report);
        if (performance.now() >= until) unfinished.push(job);
      } catch (error) {
        console.error('JOB_FAILED', job.name, kindOfSdkError(error), error);
        failed.push(job.name);
      }
    }
    waiting = unfinished;
  }
  if (failed.length > 0) throw new AppError('JOBS_FAILED', { jobs: failed.join() });
  return reports;
}

const added = (one: Record<string, number>, other: Record<string, number>): Record<string, number> =>
  Object.fromEntries(
    Object.keys({ ...one, ...other }).map((key) => [key, (one[key] ?? 0) + (other[key] ?? 0)]),
  );

/**
 * The OPENID of an admitted WeChat user, '' for all other callers. @throws AppError CALLER_REFUSED,
 * SETUP_MISSING, RATE_LIMITED
 */
function authorize(action: Action, secret: unknown, now: Instant): string {
  const { env, context } = identity();
  const caller = callerOf({ env, context });
  if (!action.callers.some((kind) => kind === caller.kind)) throw new AppError('CALLER_REFUSED', {});
  if (caller.kind === 'console') requireConsoleSecret(secret, env);
  if (caller.kind !== 'wechat') return '';
  takeCall(caller.openid, now, env.CALLS_PER_MINUTE);
  return caller.openid;
}

/**
 * Returns an AppError as it is; any other error is logged in full and reported as INTERNAL, or as BUSY where the database
 * took too long: the same call may succeed in a moment.
 */
function wireError(error: unknown, requestId: string): WireError {
  if (error instanceof AppError) return { code: error.code, data: error.data };
  const kind = kindOfSdkError(error);
  console.error('INTERNAL', requestId, kind, error);
  if (kind === 'timeout') return { code: 'BUSY', data: {} };
  return { code: 'INTERNAL', data: {} };
}
