import fc from 'fast-check';
import type { AttendanceContract } from '#contracts/attendance';
import type { FollowOnContracts } from '#contracts/follow-on';
import type { NoticesContract } from '#contracts/notices';
import type { PeopleContract } from '#contracts/people';
import type { ReportsContract } from '#contracts/reports';
import type { RequestRulesContract } from '#contracts/request-rules';
import type { RequestsContract } from '#contracts/requests';
import type { ScheduleContract } from '#contracts/schedule';
import { CONSOLE_SECRET } from '../support/cloud';
import { openPerFile, snapshotOf } from '../support/open';
import type { Answer } from '../unit/cloudfunctions/support/company';
import { OFFICE } from '../unit/cloudfunctions/support/company';
import {
  newKey,
  openRequestCompany,
  ownType,
  PEOPLE,
  type RequestCompany,
  trip,
  type Who,
} from '../unit/cloudfunctions/support/request-company';
import { BIRTHDAY, COMPANY_RULES } from '../unit/cloudfunctions/support/rule-drafts';
import { DRAFT } from '../unit/cloudfunctions/support/shift-draft';
import { bent } from './support/bad-inputs';

/** Every action there is: one that is added has no row here, which the types find. */
interface Contracts {
  attendance: AttendanceContract;
  notices: NoticesContract & FollowOnContracts['notices'];
  people: PeopleContract;
  reports: ReportsContract;
  requests: RequestsContract & RequestRulesContract & FollowOnContracts['requests'];
  schedule: ScheduleContract;
}

/** Who they are to `staff` stands beside them; `peer` is the delegate of `head`, `other` has the copies. */
const EMPLOYED = [
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
const OTHERS = ['left', 'stranger', 'console', 'anonymous'] as const;
type Anybody = (typeof EMPLOYED)[number] | (typeof OTHERS)[number];

const HR = ['hr', 'hr2'] as const;
const AUDIENCES = {
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
type Row = readonly [audience: keyof typeof AUDIENCES, input: object];

const NOBODYS = `${PEOPLE.staff}-${'x'.repeat(20)}`;
const MONTH = { month: '2026-10' };
const one = { id: NOBODYS, rev: 1 };
const site = { id: 'S9', name: { 'zh-CN': '店', en: 'Shop' }, ...OFFICE, radius: 300, tolerance: 50 };
const { _id, current, version, ...type } = ownType([{ approvers: [{ by: 'manager', level: 1 }] }]);
const { values } = trip('2026-12-01');

const ROWS: { readonly [F in keyof Contracts]: { readonly [A in keyof Contracts[F]]: Row } } = {
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

/** What an action answers somebody who may not use it. */
const DENIALS = ['FORBIDDEN', 'CALLER_REFUSED', 'NOT_BOUND', 'ACCESS_ENDED'];

function denialOf(who: Anybody, audience: keyof typeof AUDIENCES): string | null {
  if ((AUDIENCES[audience] as readonly Anybody[]).includes(who)) return null;
  if (who === 'console' || who === 'anonymous') return 'CALLER_REFUSED';
  if (audience === 'console' || audience === 'functions') return 'CALLER_REFUSED';
  if (who === 'stranger') return 'NOT_BOUND';
  return who === 'left' ? 'ACCESS_ENDED' : 'FORBIDDEN';
}

const openidOf = (who: Anybody): string => {
  if (who === 'console' || who === 'anonymous') return who;
  return who === 'stranger' ? 'openid-stranger' : `openid-of-${PEOPLE[who].toLowerCase()}`;
};

const company = openPerFile(async () => {
  // A rule that lets everybody in: what is refused is refused by the functions themselves.
  const functionRule = { '*': { invoke: true } };
  return openRequestCompany('2026-11-23T09:00:00+08:00', { functionRule });
});

const everything = async () =>
  Promise.all(company.db.collectionNames().map(async (name) => [name, await company.db.find(name, {})]));

const all = Object.entries(ROWS).flatMap(([name, rows]) =>
  Object.entries(rows as Record<string, Row>).map(
    ([action, [audience, input]]) => ({ name: `${name}.${action}`, audience, input }) as const,
  ),
);

describe.each([...EMPLOYED, ...OTHERS])('%s', (who) => {
  const ask = async ({ name, input }: (typeof all)[number]) => {
    const answer = await company.act(openidOf(who), name, input);
    return answer.error?.code ?? 'ok';
  };

  test('is refused what is not theirs, and nothing changes', async () => {
    const before = await everything();
    const refused = all.filter(({ audience }) => denialOf(who, audience) !== null);
    for (const row of refused)
      expect([row.name, await ask(row)]).toEqual([row.name, denialOf(who, row.audience)]);
    expect(await everything()).toEqual(before);
  });

  test('may use the rest', async () => {
    const theirs = all.filter(({ audience }) => denialOf(who, audience) === null);
    for (const row of theirs) {
      const code = await ask(row);
      expect([row.name, DENIALS.includes(code) ? code : '', /^(INPUT|EVENT)_INVALID$/.test(code)]).toEqual([
        row.name,
        '',
        false,
      ]);
    }
  });
});

test.each(EMPLOYED)('%s: balances and their ledger are one’s own, and of everybody for HR', async (who) => {
  for (const whose of EMPLOYED) {
    const answer = await company.act(openidOf(who), 'requests.balances', { employeeId: PEOPLE[whose] });
    const isTheirs = who === whose || who === 'hr' || who === 'hr2';
    expect([whose, answer.error?.code ?? 'ok']).toEqual([whose, isTheirs ? 'ok' : 'NOT_FOUND']);
    if (isTheirs) continue;
    // As of somebody who does not exist, to the byte.
    const nobody = await company.act(openidOf(who), 'requests.balances', { employeeId: 'R99' });
    const told = ({ requestId: _, now: __, ...rest }: typeof answer) => JSON.stringify(rest);
    expect(told(answer)).toBe(told(nobody));
  }
});

test('a timer’s event from anybody else is refused by every function', async () => {
  for (const name of Object.keys(ROWS))
    for (const as of [
      { kind: 'console' },
      { kind: 'anonymous' },
      { kind: 'user', openid: openidOf('hr') },
    ] as const) {
      const { result } = await company.invoke(name, { Type: 'Timer', TriggerName: 'x', Time: '' }, { as });
      expect([name, (result as { error: { code: string } }).error.code]).toEqual([
        name,
        name === 'schedule' ? 'EVENT_INVALID' : 'CALLER_REFUSED',
      ]);
    }
});

describe('the console without its secret', () => {
  const powers = all.filter(({ audience }) => denialOf('console', audience) === null);
  const ask = async (cloud: RequestCompany, name: string, input: object, more: object = {}) => {
    const [fn = '', action] = name.split('.');
    const { result } = await cloud.invoke(fn, { action, input, ...more }, { as: { kind: 'console' } });
    return (result as { error?: { code: string; data: object } }).error;
  };

  test('may do nothing, and changes nothing', async () => {
    expect(powers.map(({ name }) => name).sort()).toEqual([
      'attendance.askUnlock',
      'attendance.decideUnlock',
      'attendance.differences',
      'attendance.lockMonth',
      'attendance.openPunches',
      'attendance.openRequests',
      'attendance.settle',
      'attendance.settlement',
      'people.createInvite',
      'people.unbind',
      'reports.export',
      'reports.list',
    ]);
    const before = await everything();
    for (const { name, input } of powers)
      for (const more of [{}, { secret: '' }, { secret: 'x'.repeat(35) }])
        expect([name, (await ask(company, name, input, more))?.code]).toEqual([name, 'CALLER_REFUSED']);
    expect(await everything()).toEqual(before);
  });

  test('is told what is missing where the administrator has set none', async () => {
    const none = { CONSOLE_SECRET: '' };
    const variables = { attendance: none, people: none, reports: none };
    const unset = await openRequestCompany('2026-11-23T09:00:00+08:00', { variables });
    for (const { name, input } of powers)
      expect(await ask(unset, name, input, { secret: '' })).toEqual({
        code: 'SETUP_MISSING',
        data: { what: 'CONSOLE_SECRET' },
      });
    await unset.close();
  });
});

describe('whatever is sent instead of the input', () => {
  /** Processor time that a call may take, ms, with what the embedded cloud takes for it. */
  const MAX_MS = 50;
  const cloud = openPerFile(() => openRequestCompany('2026-11-23T09:00:00+08:00'));
  /** A request that waits, so that payloads reach what is done with one. */
  let pendingId = '';
  let again: () => Promise<void>;
  beforeAll(async () => {
    const sent = await cloud.ask('staff', 'submit', trip('2026-12-01'));
    pendingId = sent.data.id;
    again = await snapshotOf(cloud);
  });

  const send = async (who: Anybody, name: string, input: unknown) => {
    const [fn = '', action] = name.split('.');
    const secret = who === 'console' ? { secret: CONSOLE_SECRET } : {};
    const as = who === 'console' ? { kind: who } : ({ kind: 'user', openid: openidOf(who) } as const);
    const before = process.cpuUsage();
    // An instance that was killed, or lost what it should answer, throws here.
    const { result } = await cloud.invoke(fn, { action, input, ...secret }, { as });
    const { user, system } = process.cpuUsage(before);
    return { reply: result as Answer, ms: (user + system) / 1_000 };
  };
  /** The least of three: the first call of an instance also loads and compiles. */
  const settled = async (ask: () => ReturnType<typeof send>) => {
    const first = await ask();
    let { ms } = first;
    for (let tries = 0; tries < 2 && ms > MAX_MS; tries += 1) ms = Math.min(ms, (await ask()).ms);
    return { ...first, ms };
  };

  test.each(all)(
    '$name answers with a typed error, soon, and lives on',
    async ({ name, audience, input }) => {
      const [who = 'staff'] = AUDIENCES[audience] as readonly Anybody[];
      const good = JSON.parse(JSON.stringify(input).replaceAll(NOBODYS, pendingId));
      await again();
      await fc.assert(
        fc.asyncProperty(bent(good), async (sent) => {
          const payload = sendable(sent);
          fc.pre(payload !== undefined);
          const { reply, ms } = await settled(() => send(who, name, payload));
          expect(ms).toBeLessThan(MAX_MS);
          if (reply.ok) return;
          expect(reply.error).toMatchObject({
            code: expect.stringMatching(/^[A-Z_]+$/),
            data: expect.any(Object),
          });
          expect(reply.error?.code).not.toBe('INTERNAL');
          for (const value of Object.values(reply.error?.data)) expect(typeof value).not.toBe('object');
          expect(JSON.stringify(reply).length).toBeLessThan(500);
        }),
        { numRuns: 24 },
      );
    },
  );
});

/** As the SDK sends it; nothing larger than the platform lets through, and no figures that JSON lacks. */
function sendable(value: unknown): unknown {
  try {
    const json = JSON.stringify(value);
    return json === undefined || Buffer.byteLength(json) > 99_000 ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
}
