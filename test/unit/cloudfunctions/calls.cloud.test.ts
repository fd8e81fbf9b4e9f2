import { openPerFile, snapshotOf } from '../../support/open';
import { fieldTap, OPENIDS, SITE, tap } from './support/company';
import { openOffice, STAFF } from './support/office';
import { DRAFT } from './support/shift-draft';

/** Database calls of each action on an instance that has just started, and on one that has not. */
const CALLS: Record<string, readonly [cold: number, warm: number]> = {
  me: [4, 0],
  setLanguage: [2, 1],
  departments: [2, 1],
  today: [5, 2],
  month: [4, 3],
  'punch, the first of a day': [4, 2],
  'punch, a later one': [4, 2],
  'punch, known already': [3, 1],
  'field punch that needs approval': [5, 3],
  shifts: [2, 1],
  saveShift: [9, 8],
  roster: [6, 3],
  'saveRoster, two people': [9, 8],
  calendar: [2, 1],
  saveCalendar: [9, 8],
  'bind, right code': [8, 5],
  'bind, wrong code': [4, 4],
  unbound: [3, 2],
  'invite, one person': [6, 5],
  createInvite: [4, 4],
  unbind: [3, 3],
  'notices.me': [6, 2],
  'notices.inbox': [3, 2],
  'notices.markRead': [3, 2],
  'notices.countConsent': [3, 2],
  'notices.templates': [1, 0],
  'reports.export, made before': [1, 1],
  'punch, by code': [4, 2],
  screenCode: [3, 2],
  soterChallenge: [2, 1],
  teamToday: [8, 3],
  teamWeek: [6, 2],
  ownFlags: [2, 1],
  sites: [2, 1],
  saveSite: [6, 5],
  flags: [3, 1],
  decideFlag: [4, 2],
  settlement: [4, 3],
  'settle, eleven people': [15, 11],
  'settle, again': [12, 7],
  lockMonth: [3, 2],
  askUnlock: [6, 5],
  decideUnlock: [4, 3],
  openPunches: [3, 2],
  openRequests: [2, 1],
  'differences, eleven people': [9, 4],
};

const NOTICE_TEMPLATES = { variables: { notices: { SUBSCRIBE_RESULT: 'tmpl' } } };

const company = openPerFile(() => openOffice('2026-11-23T08:57:00+08:00', NOTICE_TEMPLATES));
let reset: () => Promise<void>;
beforeAll(async () => {
  reset = await snapshotOf(company);
});

const at = (time: string) => company.clock.set(Date.parse(`2026-11-23T${time}:00+08:00`));
const warmUp = () => company.act(OPENIDS.day, 'today');
const ORDER = { kind: 'attendance-month', month: '2026-10', format: 'csv', language: 'en' };
const consent = (key: string) =>
  company.act(OPENIDS.day, 'notices.countConsent', { key, accepted: ['result'] });
const FLAG = {
  _id: '2026-11-20:E0001:same-coordinates',
  employeeId: 'E0001',
  day: '2026-11-20',
  evidence: [],
  state: 'open',
  rev: 1,
};
const flagged = () => company.db.insertMany('attendance_flags', [{ ...FLAG }]);
const screen = () => company.act(STAFF.hr, 'screenCode', { siteId: 'S1' });
const settle = async (more: object = {}) =>
  (await company.act(STAFF.hr, 'settle', { month: '2026-10', ...more })).data;
const lock = async () => {
  const { rev } = await settle();
  return (await company.act(STAFF.hr, 'lockMonth', { month: '2026-10', rev })).data.rev as number;
};
const code = async () => (await company.act('console', 'createInvite', { employeeId: 'E0007' })).data.code;

const rosterOf = (...ids: string[]) => ({
  month: '2026-12',
  rows: ids.map((employeeId) => ({ employeeId, rev: 0, days: { '2026-12-01': 'off' } })),
});

/** What is done before the instance is cold or warm, and then the call that is counted. */
const RUNS: Record<
  string,
  { before?: () => Promise<unknown>; run: (prepared: unknown) => Promise<unknown> }
> = {
  me: { run: () => company.act(OPENIDS.day, 'me') },
  setLanguage: { run: () => company.act(OPENIDS.day, 'setLanguage', { language: 'en' }) },
  today: { run: () => company.act(OPENIDS.day, 'today') },
  month: { run: () => company.act(OPENIDS.day, 'month', { month: '2026-11' }) },
  'punch, the first of a day': { run: () => company.punch(OPENIDS.day, tap(company)) },
  'punch, a later one': {
    before: async () => {
      await company.punch(OPENIDS.day, tap(company));
      at('18:00');
    },
    run: () => company.punch(OPENIDS.day, fieldTap(company, 'E0001')),
  },
  'punch, known already': {
    before: async () => {
      const input = tap(company);
      await company.punch(OPENIDS.day, input);
      return input;
    },
    run: (input) => company.punch(OPENIDS.day, input as Record<string, unknown>),
  },
  'field punch that needs approval': {
    before: () =>
      company.db.updateMany(
        'employees',
        { _id: 'E0001' },
        { $set: { 'assignments.0.fieldPolicy': 'approval' } },
      ),
    run: () => company.punch(OPENIDS.day, fieldTap(company, 'E0001')),
  },
  departments: { run: () => company.act(STAFF.hr, 'departments') },
  shifts: { run: () => company.act(STAFF.hr, 'shifts') },
  saveShift: {
    run: () => company.act(STAFF.hr, 'saveShift', { shift: { ...DRAFT, id: 'SH-DAY' }, expectedVersion: 3 }),
  },
  roster: {
    run: () => company.act(STAFF.hr, 'roster', { departmentId: 'D2', month: '2026-12' }),
  },
  'saveRoster, two people': {
    run: () => company.act(STAFF.hr, 'saveRoster', rosterOf('E0001', 'E0002')),
  },
  calendar: { run: () => company.act(STAFF.hr, 'calendar', { year: '2026' }) },
  saveCalendar: {
    run: () =>
      company.act(STAFF.hr, 'saveCalendar', {
        year: '2026',
        rev: 0,
        days: [{ day: '2026-12-24', kind: 'company', name: SITE.name }],
      }),
  },
  'bind, right code': {
    before: code,
    run: (right) => company.act(OPENIDS.stranger, 'bind', { code: right }),
  },
  'bind, wrong code': { run: () => company.act(OPENIDS.stranger, 'bind', { code: '22222222' }) },
  unbound: { run: () => company.act(STAFF.hr, 'unbound') },
  'invite, one person': {
    run: () => company.act(STAFF.hr, 'invite', { employeeIds: ['E0007'], days: 7 }),
  },
  createInvite: { run: () => company.act('console', 'createInvite', { employeeId: 'E0007' }) },
  'notices.me': { run: () => company.act(OPENIDS.day, 'notices.me') },
  'notices.inbox': { run: () => company.act(OPENIDS.day, 'notices.inbox') },
  'notices.markRead': {
    before: () => company.act(OPENIDS.day, 'notices.markRead', { until: 1 }),
    run: () => company.act(OPENIDS.day, 'notices.markRead', { until: company.clock.now() }),
  },
  'notices.countConsent': {
    before: () => consent('consent-key-000001'),
    run: () => consent('consent-key-000002'),
  },
  'notices.templates': { run: () => company.act(OPENIDS.day, 'notices.templates') },
  'reports.export, made before': {
    before: () => company.act('console', 'reports.export', ORDER),
    run: () => company.act('console', 'reports.export', ORDER),
  },
  unbind: { run: () => company.act('console', 'unbind', { employeeId: 'E0001' }) },
  'punch, by code': {
    before: screen,
    async run() {
      // Of now: the one from before may have run out while the instance grew cold.
      const { code: shown } = (await screen()).data;
      const { location: _, ...input } = tap(company, { mode: 'code', code: shown });
      return company.punch(OPENIDS.day, input);
    },
  },
  screenCode: { before: screen, run: screen },
  soterChallenge: {
    before: screen,
    run: () => company.act(OPENIDS.day, 'soterChallenge', { siteId: 'S1' }),
  },
  teamWeek: { run: () => company.act(STAFF.manager, 'teamWeek', { week: 0 }) },
  teamToday: { run: () => company.act(STAFF.manager, 'teamToday') },
  ownFlags: { before: flagged, run: () => company.act(OPENIDS.day, 'ownFlags', { month: '2026-11' }) },
  sites: { run: () => company.act(STAFF.hr, 'sites') },
  saveSite: {
    run: () => company.act(STAFF.hr, 'saveSite', { site: { ...SITE, radius: 400 }, expectedVersion: 1 }),
  },
  flags: { before: flagged, run: () => company.act(STAFF.hr, 'flags', { state: 'open' }) },
  decideFlag: {
    before: flagged,
    run: () => company.act(STAFF.hr, 'decideFlag', { id: FLAG._id, rev: 1, verdict: 'fine', note: '' }),
  },
  settlement: {
    before: () => settle(),
    run: () => company.act(STAFF.hr, 'settlement', { month: '2026-10' }),
  },
  'settle, eleven people': { run: () => company.act(STAFF.hr, 'settle', { month: '2026-10' }) },
  'settle, again': {
    before: () => settle(),
    run: () => company.act(STAFF.hr, 'settle', { month: '2026-10', again: true }),
  },
  lockMonth: {
    before: () => settle(),
    run: (done) =>
      company.act(STAFF.hr, 'lockMonth', { month: '2026-10', rev: (done as { rev: number }).rev }),
  },
  askUnlock: {
    before: () => lock(),
    run: (rev) => company.act(STAFF.hr, 'askUnlock', { month: '2026-10', rev, reason: 'one punch' }),
  },
  decideUnlock: {
    before: async () => {
      const asked = { month: '2026-10', rev: await lock(), reason: 'one punch' };
      return (await company.act(STAFF.hr, 'askUnlock', asked)).data.rev;
    },
    run: (rev) => company.act(STAFF.admin, 'decideUnlock', { month: '2026-10', rev, verdict: 'confirm' }),
  },
  openPunches: { run: () => company.act(STAFF.hr, 'openPunches', { month: '2026-10' }) },
  openRequests: { run: () => company.act(STAFF.hr, 'openRequests', { month: '2026-10' }) },
  'differences, eleven people': {
    before: () => settle(),
    run: () => company.act(STAFF.hr, 'differences', { month: '2026-10' }),
  },
};

/** Runs one action and answers its calls. More than a minute without a call makes an instance cold. */
async function count(name: string, warm: boolean): Promise<number> {
  await reset();
  const plan = RUNS[name];
  const prepared = await plan?.before?.();
  if (warm) {
    await warmUp();
    await company.act(OPENIDS.day, 'me');
    await company.act(STAFF.hr, 'me');
    await company.act(OPENIDS.day, 'notices.templates');
    await company.act(OPENIDS.day, 'notices.me');
    for (const as of Object.values(STAFF)) await company.act(as, 'today');
    await company.act(STAFF.hr, 'me');
    await company.act(STAFF.manager, 'teamToday');
    await company.act(STAFF.hr, 'flags', { state: 'open' });
    await company.act(STAFF.hr, 'roster', { departmentId: 'D2', month: '2026-12' });
  } else if (plan?.before) {
    company.clock.advance(61_000);
  }
  expect(await plan?.run(prepared)).toMatchObject(name === 'bind, wrong code' ? { ok: false } : { ok: true });
  return company.lastCalls();
}

test.each(Object.entries(CALLS))('%s: %j calls (cold, warm)', async (name, [cold, warm]) => {
  expect(await count(name, false)).toBe(cold);
  expect(await count(name, true)).toBe(warm);
});
