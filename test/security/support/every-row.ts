import type { AttendanceContract } from '#contracts/attendance';
import type { FollowOnContracts } from '#contracts/follow-on';
import type { GoalsContract } from '#contracts/goals';
import type { NoticesContract } from '#contracts/notices';
import type { PeopleContract } from '#contracts/people';
import type { ReportsContract } from '#contracts/reports';
import type { RequestRulesContract } from '#contracts/request-rules';
import type { RequestsContract } from '#contracts/requests';
import type { ScheduleContract } from '#contracts/schedule';
import { OFFICE } from '../../unit/cloudfunctions/support/company';
import { newKey, ownType, PEOPLE, trip, type Who } from '../../unit/cloudfunctions/support/request-company';
import { BIRTHDAY, COMPANY_RULES } from '../../unit/cloudfunctions/support/rule-drafts';
import { DRAFT } from '../../unit/cloudfunctions/support/shift-draft';

/** Every action there is: one that is added has no row here, which the types find. */
interface Contracts {
  attendance: AttendanceContract;
  goals: GoalsContract;
  notices: NoticesContract & FollowOnContracts['notices'];
  people: PeopleContract;
  reports: ReportsContract;
  requests: RequestsContract & RequestRulesContract & FollowOnContracts['requests'];
  schedule: ScheduleContract;
}

/** Who they are to `staff` stands beside them; `peer` is the delegate of `head`, `other` has the copies. */
export const EMPLOYED = [
  'staff', // self
  'head', // direct manager
  'boss', // manager of the manager
  'peer', // the same team
  'other', // the same team
  'elsewhere', // another department
  'hr',
  'hr2',
  'payroll',
  'admin',
] as const satisfies readonly Who[];
export const OTHERS = ['left', 'stranger', 'console', 'anonymous'] as const;
export type Anybody = (typeof EMPLOYED)[number] | (typeof OTHERS)[number];

const HR = ['hr', 'hr2'] as const;
export const AUDIENCES = {
  employees: EMPLOYED,
  leaders: ['head', 'boss', ...HR],
  hr: HR,
  hrAndConsole: [...HR, 'console'],
  office: [...HR, 'admin'],
  lockAndConsole: [...HR, 'admin', 'console'],
  payroll: ['payroll'],
  admin: ['admin'],
  console: ['console'],
  /** None of these: other functions alone. */
  functions: [],
  /** Whoever is not bound may ask who they are, and be bound; who has left may come back by a new code. */
  bound: [...EMPLOYED, 'stranger'],
  anybody: [...EMPLOYED, 'stranger', 'left'],
} as const satisfies Record<string, readonly Anybody[]>;
export type Row = readonly [audience: keyof typeof AUDIENCES, input: object];

export const NOBODYS = `${PEOPLE.staff}-${'x'.repeat(20)}`;
const MONTH = { month: '2026-10' };
const CYCLE = { cycleId: '2026-11' };
const OWN = { kind: 'person', id: PEOPLE.staff };
const OBJECTIVE = { id: 'o', title: 'x', weight: 100, keyResults: [], alignedWeight: 0, alignedTo: [] };
const one = { id: NOBODYS, rev: 1 };
const site = { id: 'S9', name: { 'zh-CN': '店', en: 'Shop' }, ...OFFICE, radius: 300, tolerance: 50 };
const { _id, current, version, ...type } = ownType([{ approvers: [{ by: 'manager', level: 1 }] }]);
const { values } = trip('2026-12-01');

export const ROWS: { readonly [F in keyof Contracts]: { readonly [A in keyof Contracts[F]]: Row } } = {
  attendance: {
    today: ['employees', {}],
    punch: [
      'employees',
      {
        punchKey: 'access-punch-0000001',
        tappedAt: Date.parse('2026-11-23T09:00:00+08:00'),
        mode: 'gps',
        location: { ...OFFICE, accuracy: 20 },
      },
    ],
    month: ['employees', MONTH],
    screenCode: ['employees', { siteId: 'S1' }],
    soterChallenge: ['employees', { siteId: 'S1' }],
    ownFlags: ['employees', MONTH],
    teamToday: ['leaders', {}],
    teamWeek: ['leaders', { week: 1 }],
    sites: ['office', {}],
    saveSite: [
      'office',
      {
        site: { ...site, beacons: [], wifi: 'off', networks: [], biometric: 'off', screenKeepers: [] },
        expectedVersion: 0,
      },
    ],
    flags: ['hr', { state: 'open' }],
    decideFlag: ['hr', { id: '2026-11-23:R03:shared-phone', rev: 1, verdict: 'fine', note: '' }],
    settlement: ['lockAndConsole', MONTH],
    settle: ['hrAndConsole', MONTH],
    lockMonth: ['hrAndConsole', { ...MONTH, rev: 1 }],
    differences: ['hrAndConsole', MONTH],
    askUnlock: ['lockAndConsole', { ...MONTH, rev: 1, reason: 'x' }],
    decideUnlock: ['lockAndConsole', { ...MONTH, rev: 1, verdict: 'confirm' }],
    openPunches: ['hrAndConsole', MONTH],
    openRequests: ['hrAndConsole', MONTH],
  },
  goals: {
    home: ['employees', {}],
    sheet: ['employees', { ...CYCLE, owner: { kind: 'company' } }],
    tree: ['employees', CYCLE],
    alignable: ['employees', { ...CYCLE, owner: OWN }],
    team: ['employees', CYCLE],
    teamDay: ['employees', { ...CYCLE, day: '2026-11-23' }],
    history: ['employees', { ...CYCLE, owner: OWN, keyResultId: 'kr' }],
    saveObjective: ['employees', { ...CYCLE, owner: OWN, rev: 0, objective: OBJECTIVE, reason: 'x' }],
    dropObjective: ['employees', { ...CYCLE, owner: OWN, rev: 0, objectiveId: 'o', reason: 'x' }],
    checkIn: [
      'employees',
      { ...CYCLE, key: newKey(), owner: OWN, entries: [{ keyResultId: 'kr', mode: 'set', value: 1 }] },
    ],
    report: ['employees', { ...CYCLE, key: newKey(), day: '2026-11-23', text: 'x', entries: [] }],
    undoCheckIn: ['employees', { ...CYCLE, owner: OWN, id: newKey() }],
    saveCycle: ['hr', { kind: 'month', from: '2026-12-01' }],
    closeCycle: ['hr', CYCLE],
  },
  notices: {
    me: ['employees', {}],
    inbox: ['employees', {}],
    markRead: ['employees', { until: 1 }],
    countConsent: ['employees', { key: 'consent-key-000001', accepted: ['result'] }],
    templates: ['employees', {}],
    deliver: ['functions', { messageIds: ['m1'] }],
  },
  people: {
    me: ['bound', {}],
    bind: ['anybody', { code: 'ABCD2345' }],
    find: ['employees', { text: '员工' }],
    departments: ['office', {}],
    employee: ['hr', { id: PEOPLE.staff }],
    saveEmployee: [
      'hr',
      {
        id: PEOPLE.staff,
        rev: 1,
        managerId: PEOPLE.head,
        departmentId: 'D2',
        assignments: [],
        lastDay: null,
      },
    ],
    setLanguage: ['employees', { language: 'en' }],
    unbound: ['office', {}],
    invite: ['office', { employeeIds: ['R99'], days: 7 }],
    createInvite: ['console', { employeeId: 'R99' }],
    unbind: ['console', { employeeId: 'R99' }],
  },
  reports: {
    export: ['hrAndConsole', { kind: 'requests', month: '2026-10', format: 'csv', language: 'en' }],
    list: ['hrAndConsole', {}],
  },
  requests: {
    start: ['employees', {}],
    preview: ['employees', { typeId: 'trip', values }],
    submit: ['employees', trip('2026-12-01')],
    resubmit: ['employees', { ...one, values }],
    pending: ['employees', {}],
    mine: ['employees', {}],
    done: ['employees', {}],
    cc: ['employees', {}],
    detail: ['employees', { id: NOBODYS }],
    fileLinks: ['employees', { id: NOBODYS, fileIds: ['cloud://local-env.bucket/requests/R03/a.jpg'] }],
    decide: ['employees', { ...one, verb: 'approve' }],
    decideMany: ['employees', { verb: 'approve', requests: [one] }],
    transfer: ['employees', { ...one, toId: PEOPLE.hr }],
    addSigner: ['employees', { ...one, signerId: PEOPLE.hr }],
    withdraw: ['employees', one],
    cancel: ['employees', { ...one, key: newKey(), reason: 'x' }],
    shorten: ['employees', { ...one, key: newKey(), backOn: '2026-12-02', reason: 'x' }],
    urge: ['employees', { id: NOBODYS }],
    delegate: ['employees', { delegateId: null }],
    balances: ['employees', {}],
    adjustBalance: [
      'hr',
      { key: newKey(), employeeId: PEOPLE.staff, typeId: 'comp-time', minutes: 60, reason: 'x' },
    ],
    keepFile: ['employees', { fileId: `cloud://local-env.bucket/requests/${PEOPLE.staff}/a.jpg` }],
    checkReceipt: ['employees', { fileId: `cloud://local-env.bucket/requests/${PEOPLE.staff}/a.jpg` }],
    payments: ['employees', {}],
    markPaid: ['payroll', { ...one, reference: '1' }],
    previewChange: ['office', { cause: 'calendar', input: { year: '2026', rev: 0, days: [] } }],
    applyChanges: ['functions', { changeIds: ['calendar:2026:1'] }],
    complete: ['functions', { requestIds: [NOBODYS] }],
    submitQueued: ['functions', { queuedId: 'field-x' }],
    correctPayment: ['payroll', { ...one, reference: '2', reason: 'x' }],
    handover: ['employees', {}],
    decideHandover: ['employees', { id: 'R1-work', rev: 1, state: 'done' }],
    listTypes: ['admin', {}],
    saveType: ['admin', { type, expectedVersion: 0 }],
    requestType: ['admin', {}],
    dataFaults: ['office', {}],
    leaveTypes: ['office', {}],
    leaveType: ['office', { id: 'annual' }],
    saveLeaveType: ['office', { type: BIRTHDAY, expectedVersion: 0 }],
    companyRules: ['office', {}],
    saveCompanyRules: ['office', { rules: COMPANY_RULES, expectedVersion: 0 }],
  },
  schedule: {
    shifts: ['office', {}],
    saveShift: ['office', { shift: DRAFT, expectedVersion: 0 }],
    roster: ['office', { departmentId: 'D2', month: '2026-12' }],
    saveRoster: [
      'office',
      { month: '2026-12', rows: [{ employeeId: PEOPLE.staff, rev: 0, days: { '2026-12-01': 'off' } }] },
    ],
    calendar: ['office', { year: '2026' }],
    saveCalendar: ['office', { year: '2026', rev: 0, days: [] }],
  },
};

export const openidOf = (who: Anybody): string => {
  if (who === 'console' || who === 'anonymous') return who;
  return who === 'stranger' ? 'openid-stranger' : `openid-of-${PEOPLE[who].toLowerCase()}`;
};

/** Every action, with an input that it takes. */
export const ACTIONS = Object.entries(ROWS).flatMap(([name, rows]) =>
  Object.entries(rows as Record<string, Row>).map(
    ([action, [audience, input]]) => ({ name: `${name}.${action}`, audience, input }) as const,
  ),
);
