import type { AttendanceContract } from '#contracts/attendance';
import type { ActionShape, Instant } from '#contracts/common';
import type { NoticesContract } from '#contracts/notices';
import type { PeopleContract } from '#contracts/people';
import type { Reply } from '#contracts/reply';
import type { ReportsContract } from '#contracts/reports';
import type { RequestRulesContract } from '#contracts/request-rules';
import type { RequestsContract } from '#contracts/requests';
import type { ScheduleContract } from '#contracts/schedule';
import { ClientError } from './client-error';
import { learnClock } from './clock';
import { cloudError } from './cloud-error';
import { isOnline } from './network';

export interface Answer<Output> {
  readonly data: Output;
  /** The server's clock when it answered. */
  readonly now: Instant;
}

/** A cold start of a function and a slow network together; after it the caller is told instead of kept waiting. */
const TIMEOUT_MS = 10_000;
/** For a call that writes whole files: as long as a function may run. */
const LONG_TIMEOUT_MS = 60_000;

/** Rejects after `timeout` ms; the answer that comes later is dropped. */
function withTimeout<T>(work: Promise<T>, timeout: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new ClientError('TIMEOUT')), timeout);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

const isReply = (value: unknown): value is Reply<unknown> =>
  typeof value === 'object' && value !== null && 'ok' in value && 'now' in value;

async function callOnce(
  name: string,
  action: string,
  input: unknown,
  timeout: number,
): Promise<Answer<unknown>> {
  if (!isOnline()) throw new ClientError('OFFLINE');
  if (!wx.cloud) throw new ClientError('CLOUD_UNAVAILABLE');
  const sentAt = Date.now();
  const call = wx.cloud.callFunction({ name, data: { action, input } });
  const { result } = await withTimeout(call, timeout).catch((thrown: unknown) => {
    throw cloudError(thrown);
  });
  if (!isReply(result)) throw new ClientError('CLOUD_UNAVAILABLE');
  learnClock(result.now, sentAt);
  if (!result.ok) throw new ClientError(result.error.code, result.error.data, result.requestId);
  return { data: result.data, now: result.now };
}

/**
 * How an action is called. `read` only reads: the same question while one is under way shares its answer. `write`
 * changes something: every call is sent. `long` is a `write` that may take as long as a function may run.
 */
type Way = 'read' | 'write' | 'long';

/** Every action of a contract with its way; a missing or misspelt one is a type error. */
type Ways<Contract> = { readonly [Action in keyof Contract]: Way };

type Callers<Contract> = {
  readonly [Action in keyof Contract]: Contract[Action] extends ActionShape
    ? (input: Contract[Action]['input']) => Promise<Answer<Contract[Action]['output']>>
    : never;
};

function shared(call: (input: unknown) => Promise<Answer<unknown>>): typeof call {
  const underWay = new Map<string, Promise<Answer<unknown>>>();
  return (input) => {
    const key = JSON.stringify(input);
    const answer = underWay.get(key) ?? call(input).finally(() => underWay.delete(key));
    underWay.set(key, answer);
    return answer;
  };
}

/** The calls of one function, made from its contract. */
function caller<Contract>(name: string, ways: Ways<Contract>): Callers<Contract> {
  const calls = Object.entries<Way>(ways).map(([action, way]) => {
    const timeout = way === 'long' ? LONG_TIMEOUT_MS : TIMEOUT_MS;
    const call = (input: unknown) => callOnce(name, action, input, timeout);
    return [action, way === 'read' ? shared(call) : call];
  });
  return Object.fromEntries(calls);
}

/** The cloud functions, as typed calls. Each resolves with data, or throws a `ClientError`. */
export const cloud = {
  attendance: caller<AttendanceContract>('attendance', {
    today: 'read',
    punch: 'write',
    month: 'read',
    ownFlags: 'read',
    sites: 'read',
    saveSite: 'write',
    screenCode: 'read',
    soterChallenge: 'write',
    teamToday: 'read',
    flags: 'read',
    decideFlag: 'write',
    settlement: 'read',
    settle: 'write',
    lockMonth: 'write',
    differences: 'read',
  }),
  // People are invited and unbound from the console of the cloud, not from a phone.
  people: caller<Omit<PeopleContract, 'createInvite' | 'unbind'>>('people', {
    me: 'read',
    bind: 'write',
    setLanguage: 'write',
    find: 'read',
    departments: 'read',
  }),
  requests: caller<RequestsContract & RequestRulesContract>('requests', {
    start: 'read',
    preview: 'read',
    submit: 'write',
    resubmit: 'write',
    pending: 'read',
    mine: 'read',
    done: 'read',
    cc: 'read',
    detail: 'read',
    fileLinks: 'read',
    handover: 'read',
    decideHandover: 'write',
    payments: 'read',
    correctPayment: 'write',
    markPaid: 'write',
    decide: 'write',
    decideMany: 'write',
    transfer: 'write',
    addSigner: 'write',
    withdraw: 'write',
    cancel: 'write',
    urge: 'write',
    delegate: 'write',
    balances: 'read',
    adjustBalance: 'write',
    listTypes: 'read',
    saveType: 'write',
    requestType: 'read',
    leaveTypes: 'read',
    leaveType: 'read',
    saveLeaveType: 'write',
    companyRules: 'read',
    saveCompanyRules: 'write',
    checkReceipt: 'write',
    previewChange: 'read',
  }),
  schedule: caller<ScheduleContract>('schedule', {
    shifts: 'read',
    saveShift: 'write',
    roster: 'read',
    saveRoster: 'write',
    calendar: 'read',
    saveCalendar: 'write',
  }),
  notices: caller<NoticesContract>('notices', {
    me: 'read',
    inbox: 'read',
    markRead: 'write',
    countConsent: 'write',
    templates: 'read',
  }),
  reports: caller<ReportsContract>('reports', {
    export: 'long',
    list: 'read',
  }),
};
