import type { AttendanceContract } from '../../typings/contracts/attendance';
import type { ActionShape, Instant, Reply } from '../../typings/contracts/common';
import type { NoticesContract } from '../../typings/contracts/notices';
import type { PeopleContract } from '../../typings/contracts/people';
import type { ReportsContract } from '../../typings/contracts/reports';
import type { RequestRulesContract } from '../../typings/contracts/request-rules';
import type { RequestsContract } from '../../typings/contracts/requests';
import type { ScheduleContract } from '../../typings/contracts/schedule';
import { ClientError } from './client-error';
import { learnClock } from './clock';
import { cloudError } from './cloud-error';
import { isOnline } from './network';

export interface Answer<Output> {
  readonly data: Output;
  /** The server's clock when it answered. */
  readonly now: Instant;
}

type Caller<Action extends ActionShape> = (input: Action['input']) => Promise<Answer<Action['output']>>;

/** A cold start of a function and a slow network together; after it the caller is told instead of kept waiting. */
const PATIENCE_MS = 10_000;
/** For a call that writes whole files: as long as a function may run. */
const LONG_PATIENCE_MS = 60_000;

/** Rejects after `patience` ms; the answer that comes later is dropped. */
function impatient<T>(work: Promise<T>, patience: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new ClientError('TIMEOUT')), patience);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

const isReply = (value: unknown): value is Reply<unknown> =>
  typeof value === 'object' && value !== null && 'ok' in value && 'now' in value;

async function callOnce(
  name: string,
  action: string,
  input: unknown,
  patience = PATIENCE_MS,
): Promise<Answer<unknown>> {
  if (!isOnline()) throw new ClientError('OFFLINE');
  if (!wx.cloud) throw new ClientError('CLOUD_UNAVAILABLE');
  const sentAt = Date.now();
  const call = wx.cloud.callFunction({ name, data: { action, input } });
  const { result } = await impatient(call, patience).catch((thrown: unknown) => {
    throw cloudError(thrown);
  });
  if (!isReply(result)) throw new ClientError('CLOUD_UNAVAILABLE');
  learnClock(result.now, sentAt);
  if (!result.ok) throw new ClientError(result.error.code, result.error.data, result.requestId);
  return { data: result.data, now: result.now };
}

/** An action that changes something: every call is sent. */
const write =
  <Action extends ActionShape>(name: string, action: string, patience = PATIENCE_MS): Caller<Action> =>
  (input) =>
    callOnce(name, action, input, patience) as Promise<Answer<Action['output']>>;

/** An action that only reads: the same question while one is under way shares its answer. */
function read<Action extends ActionShape>(name: string, action: string): Caller<Action> {
  const underWay = new Map<string, Promise<Answer<unknown>>>();
  return (input) => {
    const key = JSON.stringify(input);
    const shared = underWay.get(key) ?? callOnce(name, action, input).finally(() => underWay.delete(key));
    underWay.set(key, shared);
    return shared as Promise<Answer<Action['output']>>;
  };
}

/** The cloud functions, as typed calls. Each resolves with data, or throws a `ClientError`. */
export const cloud = {
  attendance: {
    today: read<AttendanceContract['today']>('attendance', 'today'),
    punch: write<AttendanceContract['punch']>('attendance', 'punch'),
    month: read<AttendanceContract['month']>('attendance', 'month'),
    ownFlags: read<AttendanceContract['ownFlags']>('attendance', 'ownFlags'),
    sites: read<AttendanceContract['sites']>('attendance', 'sites'),
    saveSite: write<AttendanceContract['saveSite']>('attendance', 'saveSite'),
    screenCode: read<AttendanceContract['screenCode']>('attendance', 'screenCode'),
    soterChallenge: write<AttendanceContract['soterChallenge']>('attendance', 'soterChallenge'),
    teamToday: read<AttendanceContract['teamToday']>('attendance', 'teamToday'),
    flags: read<AttendanceContract['flags']>('attendance', 'flags'),
    decideFlag: write<AttendanceContract['decideFlag']>('attendance', 'decideFlag'),
    settlement: read<AttendanceContract['settlement']>('attendance', 'settlement'),
    settle: write<AttendanceContract['settle']>('attendance', 'settle'),
    lockMonth: write<AttendanceContract['lockMonth']>('attendance', 'lockMonth'),
    differences: read<AttendanceContract['differences']>('attendance', 'differences'),
  },
  people: {
    me: read<PeopleContract['me']>('people', 'me'),
    bind: write<PeopleContract['bind']>('people', 'bind'),
    setLanguage: write<PeopleContract['setLanguage']>('people', 'setLanguage'),
    find: read<PeopleContract['find']>('people', 'find'),
    departments: read<PeopleContract['departments']>('people', 'departments'),
  },
  requests: {
    start: read<RequestsContract['start']>('requests', 'start'),
    preview: read<RequestsContract['preview']>('requests', 'preview'),
    submit: write<RequestsContract['submit']>('requests', 'submit'),
    resubmit: write<RequestsContract['resubmit']>('requests', 'resubmit'),
    pending: read<RequestsContract['pending']>('requests', 'pending'),
    mine: read<RequestsContract['mine']>('requests', 'mine'),
    done: read<RequestsContract['done']>('requests', 'done'),
    cc: read<RequestsContract['cc']>('requests', 'cc'),
    detail: read<RequestsContract['detail']>('requests', 'detail'),
    fileLinks: read<RequestsContract['fileLinks']>('requests', 'fileLinks'),
    handover: read<RequestsContract['handover']>('requests', 'handover'),
    decideHandover: write<RequestsContract['decideHandover']>('requests', 'decideHandover'),
    payments: read<RequestsContract['payments']>('requests', 'payments'),
    correctPayment: write<RequestsContract['correctPayment']>('requests', 'correctPayment'),
    markPaid: write<RequestsContract['markPaid']>('requests', 'markPaid'),
    decide: write<RequestsContract['decide']>('requests', 'decide'),
    decideMany: write<RequestsContract['decideMany']>('requests', 'decideMany'),
    transfer: write<RequestsContract['transfer']>('requests', 'transfer'),
    addSigner: write<RequestsContract['addSigner']>('requests', 'addSigner'),
    withdraw: write<RequestsContract['withdraw']>('requests', 'withdraw'),
    cancel: write<RequestsContract['cancel']>('requests', 'cancel'),
    urge: write<RequestsContract['urge']>('requests', 'urge'),
    delegate: write<RequestsContract['delegate']>('requests', 'delegate'),
    balances: read<RequestsContract['balances']>('requests', 'balances'),
    adjustBalance: write<RequestsContract['adjustBalance']>('requests', 'adjustBalance'),
    listTypes: read<RequestsContract['listTypes']>('requests', 'listTypes'),
    saveType: write<RequestsContract['saveType']>('requests', 'saveType'),
    requestType: read<RequestRulesContract['requestType']>('requests', 'requestType'),
    leaveTypes: read<RequestRulesContract['leaveTypes']>('requests', 'leaveTypes'),
    leaveType: read<RequestRulesContract['leaveType']>('requests', 'leaveType'),
    saveLeaveType: write<RequestRulesContract['saveLeaveType']>('requests', 'saveLeaveType'),
    companyRules: read<RequestRulesContract['companyRules']>('requests', 'companyRules'),
    saveCompanyRules: write<RequestRulesContract['saveCompanyRules']>('requests', 'saveCompanyRules'),
    checkReceipt: write<RequestsContract['checkReceipt']>('requests', 'checkReceipt'),
  },
  schedule: {
    shifts: read<ScheduleContract['shifts']>('schedule', 'shifts'),
    saveShift: write<ScheduleContract['saveShift']>('schedule', 'saveShift'),
    roster: read<ScheduleContract['roster']>('schedule', 'roster'),
    saveRoster: write<ScheduleContract['saveRoster']>('schedule', 'saveRoster'),
    calendar: read<ScheduleContract['calendar']>('schedule', 'calendar'),
    saveCalendar: write<ScheduleContract['saveCalendar']>('schedule', 'saveCalendar'),
  },
  notices: {
    me: read<NoticesContract['me']>('notices', 'me'),
    inbox: read<NoticesContract['inbox']>('notices', 'inbox'),
    markRead: write<NoticesContract['markRead']>('notices', 'markRead'),
    countConsent: write<NoticesContract['countConsent']>('notices', 'countConsent'),
    templates: read<NoticesContract['templates']>('notices', 'templates'),
  },
  reports: {
    export: write<ReportsContract['export']>('reports', 'export', LONG_PATIENCE_MS),
    list: read<ReportsContract['list']>('reports', 'list'),
  },
};
