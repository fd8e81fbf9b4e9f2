import { openPerFile } from '../support/open';
import { OPENIDS, openCompany, SITE, tap } from '../unit/cloudfunctions/support/company';

const company = openPerFile(() => openCompany('2026-11-23T08:57:00+08:00'));

const NOTICES = [
  ...(['notices.me', 'notices.inbox', 'notices.markRead'] as const),
  ...(['notices.countConsent', 'notices.templates'] as const),
];
const USER_ACTIONS = [
  ...(['me', 'bind', 'setLanguage', 'departments', 'today', 'month', 'punch'] as const),
  ...(['screenCode', 'soterChallenge', 'teamToday', 'ownFlags'] as const),
  ...(['sites', 'saveSite', 'flags', 'decideFlag', 'shifts'] as const),
  'people.departments',
  ...NOTICES,
];
const CONSOLE_ACTIONS = ['createInvite', 'unbind'] as const;
/** All but those of `schedule`: the other functions have a timer. */
const WITH_JOBS: ReadonlySet<string> = new Set(USER_ACTIONS.filter((name) => name !== 'shifts'));
const inputOf = (action: string): unknown =>
  ({
    bind: { code: 'ABCD2345' },
    setLanguage: { language: 'en' },
    month: { month: '2026-11' },
    ownFlags: { month: '2026-11' },
    punch: tap(company),
    'reports.export': { kind: 'requests', month: '2026-11', format: 'csv', language: 'en' },
    'notices.markRead': { until: 1_795_395_420_000 },
    'notices.countConsent': { key: 'consent-key-000001', accepted: ['result'] },
    screenCode: { siteId: 'S1' },
    soterChallenge: { siteId: 'S1' },
    saveSite: { site: SITE, expectedVersion: 1 },
    flags: { state: 'open' },
    decideFlag: { id: '2026-11-23:E0001:shared-phone', rev: 1, verdict: 'fine', note: '' },
    createInvite: { employeeId: 'E0005' },
    unbind: { employeeId: 'E0001' },
  })[action] ?? {};
const code = async (as: string, action: string, input = inputOf(action)) =>
  (await company.act(as, action, input)).error?.code ?? 'ok';
const everything = async () => {
  const names = company.db.collectionNames();
  return Promise.all(names.map(async (name) => [name, await company.db.find(name, {})]));
};

test.each(USER_ACTIONS)('%s without an OPENID is refused', async (action) => {
  // What jobs have to do they do once.
  if (WITH_JOBS.has(action)) await code('timer', action);
  const before = await everything();
  expect(await code('console', action)).toBe('CALLER_REFUSED');
  // The platform adds its own fields to a timer's event: it runs the jobs of a function that has some, no action.
  expect(await code('timer', action)).toBe(WITH_JOBS.has(action) ? 'ok' : 'EVENT_INVALID');
  expect(await everything()).toEqual(before);
});

test.each(CONSOLE_ACTIONS)('%s by anybody in the Mini Program is refused', async (action) => {
  const before = await everything();
  for (const as of Object.values(OPENIDS)) expect(await code(as, action)).toBe('CALLER_REFUSED');
  expect(await everything()).toEqual(before);
});

test.each(['reports.export', 'reports.list'])(
  '%s by anybody but HR and the console is refused',
  async (action) => {
    const before = await everything();
    for (const [as, expected] of [
      [OPENIDS.day, 'FORBIDDEN'],
      [OPENIDS.left, 'ACCESS_ENDED'],
      [OPENIDS.stranger, 'NOT_BOUND'],
    ] as const)
      expect(await code(as, action)).toBe(expected);
    expect(await everything()).toEqual(before);
  },
);

test.each(['setLanguage', 'today', 'month', 'punch', ...NOTICES])(
  '%s by an unbound user is NOT_BOUND',
  async (action) => {
    expect(await code(OPENIDS.stranger, action)).toBe('NOT_BOUND');
  },
);

test.each(['me', 'setLanguage', 'today', 'month', 'punch', ...NOTICES])(
  '%s by someone who left has ended',
  async (action) => {
    expect(await code(OPENIDS.left, action)).toBe('ACCESS_ENDED');
  },
);

describe('an identity in the payload is refused, and never believed', () => {
  const claims = ['openid', 'OPENID', 'openId', 'employeeId', 'userId', 'roles', 'tcbContext', 'userInfo'];
  test.each(USER_ACTIONS)('in the input of %s', async (action) => {
    for (const claim of claims)
      expect([
        claim,
        await code(OPENIDS.day, action, { ...(inputOf(action) as object), [claim]: OPENIDS.night }),
        // HR names whose month they look at; nobody else may.
      ]).toEqual([claim, action === 'month' && claim === 'employeeId' ? 'FORBIDDEN' : 'INPUT_INVALID']);
  });
  test('beside the input', async () => {
    for (const claim of claims.filter((name) => name !== 'userInfo' && name !== 'tcbContext')) {
      const event = { action: 'today', input: {}, [claim]: OPENIDS.night };
      const answer = await company.call<{ error: { code: string } }>('attendance', event, OPENIDS.day);
      expect(answer.error.code).toBe('EVENT_INVALID');
    }
  });
  test('in the fields that the platform fills', async () => {
    const forged = { openId: OPENIDS.night, appId: 'wx' };
    const event = { action: 'today', input: {}, userInfo: forged, tcbContext: forged };
    const answer = await company.call<{ data: { me: { employeeId: string } } }>(
      'attendance',
      event,
      OPENIDS.day,
    );
    expect(answer.data.me.employeeId).toBe('E0001');
  });
});

test('answers hold nothing of the machinery', async () => {
  for (const as of Object.values(OPENIDS))
    for (const action of [...USER_ACTIONS, ...CONSOLE_ACTIONS]) {
      // The request id is random: its digits can look like anything, so it is not searched.
      const { requestId: _, ...told } = (await company.act(as, action, inputOf(action))) as {
        requestId: string;
      };
      const answer = JSON.stringify(told);
      for (const openid of Object.values(OPENIDS)) expect(answer).not.toContain(openid);
      expect(answer).not.toMatch(
        /stack|node_modules|at \w+ \(|attendance_days|-50\d{4}|latitude":31\.2397031/,
      );
    }
});
