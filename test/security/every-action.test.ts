import { openPerFile } from '../support/open';
import {
  openRequestCompany,
  PEOPLE,
  type RequestCompany,
} from '../unit/cloudfunctions/support/request-company';
import { ACTIONS, type Anybody, AUDIENCES, EMPLOYED, OTHERS, openidOf, ROWS } from './support/every-row';

/** What an action answers somebody who may not use it. */
const DENIALS = ['FORBIDDEN', 'CALLER_REFUSED', 'NOT_BOUND', 'ACCESS_ENDED'];

function denialOf(who: Anybody, audience: keyof typeof AUDIENCES): string | null {
  if ((AUDIENCES[audience] as readonly Anybody[]).includes(who)) return null;
  if (who === 'console' || who === 'anonymous') return 'CALLER_REFUSED';
  if (audience === 'console' || audience === 'functions') return 'CALLER_REFUSED';
  if (who === 'stranger') return 'NOT_BOUND';
  return who === 'left' ? 'ACCESS_ENDED' : 'FORBIDDEN';
}

const company = openPerFile(async () => {
  // A rule that lets everybody in: what is refused is refused by the functions themselves.
  const functionRule = { '*': { invoke: true } };
  return openRequestCompany('2026-11-23T09:00:00+08:00', { functionRule });
});

const everything = async () =>
  Promise.all(company.db.collectionNames().map(async (name) => [name, await company.db.find(name, {})]));

describe.each([...EMPLOYED, ...OTHERS])('%s', (who) => {
  const ask = async ({ name, input }: (typeof ACTIONS)[number]) => {
    const answer = await company.act(openidOf(who), name, input);
    return answer.error?.code ?? 'ok';
  };

  test('is refused what is not theirs, and nothing changes', async () => {
    const before = await everything();
    const refused = ACTIONS.filter(({ audience }) => denialOf(who, audience) !== null);
    for (const row of refused)
      expect([row.name, await ask(row)]).toEqual([row.name, denialOf(who, row.audience)]);
    expect(await everything()).toEqual(before);
  });

  test('may use the rest', async () => {
    const theirs = ACTIONS.filter(({ audience }) => denialOf(who, audience) === null);
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
  const powers = ACTIONS.filter(({ audience }) => denialOf('console', audience) === null);
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
