import { createHash } from 'node:crypto';
import { openWithReset } from '../../../support/open';
import { OPENID_ROLES, OPENIDS, openCompany, withRoles } from '../support/company';

const STRANGER = OPENIDS.stranger;

const company = openWithReset(() => openCompany('2026-11-23T08:57:00+08:00'));

const invite = async (employeeId = 'E0005'): Promise<string> =>
  (await company.act('console', 'createInvite', { employeeId })).data.code;
const bind = (as: string, code: string) => company.act(as, 'bind', { code });

describe('me', () => {
  test('of a bound user, with department and manager', async () => {
    expect((await company.act(OPENIDS.day, 'me')).data).toEqual({
      state: 'bound',
      me: {
        employeeId: 'E0001',
        name: '员工E0001',
        nameEn: 'Person E0001',
        department: { 'zh-CN': 'Team', en: 'Team' },
        departmentPath: [
          { 'zh-CN': 'Company', en: 'Company' },
          { 'zh-CN': 'Team', en: 'Team' },
        ],
        job: { 'zh-CN': 'Engineer', en: 'Engineer' },
        managerId: 'E0005',
        managerName: '员工E0005',
        managerNameEn: 'Person E0005',
        roles: ['employee'],
        language: null,
        hiredOn: '2026-01-05',
      },
    });
  });
  test('of a stranger', async () => {
    expect((await company.act(STRANGER, 'me')).data).toEqual({ state: 'unbound' });
  });
  test('of somebody whose employee is not there any more', async () => {
    await company.db.insertMany('bindings', [{ _id: STRANGER, employeeId: 'E0404' }]);
    expect((await company.act(STRANGER, 'me')).data).toEqual({ state: 'unbound' });
  });
  test('of somebody who left', async () => {
    expect((await company.act(OPENIDS.left, 'me')).error).toEqual({ code: 'ACCESS_ENDED', data: {} });
  });
});

test('the language is kept', async () => {
  await company.act(OPENIDS.day, 'me');
  expect((await company.act(OPENIDS.day, 'setLanguage', { language: 'en' })).data).toEqual({
    language: 'en',
  });
  expect((await company.act(OPENIDS.day, 'me')).data.me.language).toBe('en');
  expect((await company.act(OPENIDS.day, 'setLanguage', { language: 'fr' })).error?.code).toBe(
    'INPUT_INVALID',
  );
});

describe('an invite', () => {
  test('is kept as a hash, lives seven days and kills the older one', async () => {
    const first = await invite();
    const { data } = await company.act('console', 'createInvite', { employeeId: 'E0005' });
    expect(data.code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    expect(data.expiresAt - company.clock.now()).toBeGreaterThan(7 * 86_400_000 - 5_000);
    const kept = await company.db.find('invites', {});
    expect(kept).toEqual([
      {
        _id: createHash('sha256').update(data.code).digest('hex'),
        employeeId: 'E0005',
        expiresAt: data.expiresAt,
        usedBy: null,
      },
    ]);
    expect((await bind(STRANGER, first)).error).toEqual({ code: 'INVITE_INVALID', data: { left: 4 } });
  });
  test('of a reviewer lives as long as the review may take, a month at most', async () => {
    const make = (days: number) => company.act('console', 'createInvite', { employeeId: 'E0005', days });
    const { data } = await make(30);
    expect(data.expiresAt - company.clock.now()).toBeGreaterThan(30 * 86_400_000 - 5_000);
    for (const days of [0, 31, 1.5]) expect((await make(days)).error?.code).toBe('INPUT_INVALID');
  });
  test.each([
    ['E9999', 'NOT_FOUND'],
    ['E0001', 'ALREADY_BOUND'],
    ['E0004', 'ACCESS_ENDED'],
    ['E 1', 'INPUT_INVALID'],
  ])('for %s is refused: %s', async (employeeId, code) => {
    expect((await company.act('console', 'createInvite', { employeeId })).error?.code).toBe(code);
    expect(await company.db.find('invites', {})).toEqual([]);
  });
  test('two made at once leave one', async () => {
    const made = await Promise.all([invite(), invite(), invite()]);
    expect(new Set(made).size).toBe(3);
    expect(await company.db.find('invites', {})).toHaveLength(1);
  });
});

describe('binding', () => {
  test('typed loosely, takes effect at once', async () => {
    expect((await company.act(STRANGER, 'me')).data.state).toBe('unbound');
    const code = await invite();
    const wide = [...code.slice(4)].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('');
    const loose = ` ${code.slice(0, 4).toLowerCase()}-\u3000${wide}\u200b`;
    const { data } = await bind(STRANGER, loose);
    expect(data).toMatchObject({ employeeId: 'E0005', managerName: null });
    expect((await company.act(STRANGER, 'me')).data.me.employeeId).toBe('E0005');
  });
  test('again with the same code answers the same', async () => {
    const code = await invite();
    const first = await bind(STRANGER, code);
    const again = await bind(STRANGER, code);
    expect(again.data).toEqual(first.data);
  });
  test.each([
    ['counting', [] as string[]],
    ['taking the invite', ['invites']],
  ])('killed after %s, completes on retry', async (_, done) => {
    const code = await invite();
    await company.db.insertMany('bind_attempts', [
      { _id: STRANGER, count: 1, until: company.clock.now() + 3_600_000 },
    ]);
    if (done.includes('invites')) {
      const [taken] = await company.db.find('invites', {});
      await company.act('console', 'unbind', { employeeId: 'E0005' });
      await company.db.insertMany('invites', [{ ...taken, usedBy: STRANGER }]);
    }
    expect((await bind(STRANGER, code)).data).toMatchObject({ employeeId: 'E0005' });
    expect(await company.db.find('bindings', { employeeId: 'E0005' })).toHaveLength(1);
  });
  test('of two users at once one gets it', async () => {
    const code = await invite();
    const answers = await Promise.all(['openid-a', 'openid-b', 'openid-c'].map((as) => bind(as, code)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const { ok, error } of answers) if (!ok) expect(error?.code).toBe('INVITE_INVALID');
    expect(await company.db.find('bindings', { employeeId: 'E0005' })).toHaveLength(1);
  });
  test('wrong, used and expired codes look the same', async () => {
    const code = await invite();
    const wrong = await bind('openid-a', '22222222');
    expect((await bind(STRANGER, code)).ok).toBe(true);
    const used = await bind('openid-b', code);
    await company.act('console', 'unbind', { employeeId: 'E0005' });
    const next = await invite();
    company.clock.advance(7 * 86_400_000 + 1);
    const expired = await bind('openid-c', next);
    for (const { error } of [wrong, used, expired])
      expect(error).toEqual({ code: 'INVITE_INVALID', data: { left: 4 } });
  });
  test('a bound user cannot take another’s place, and the code stays good', async () => {
    const code = await invite();
    expect((await bind(OPENIDS.day, code)).error?.code).toBe('ALREADY_BOUND');
    expect((await bind(STRANGER, code)).data).toMatchObject({ employeeId: 'E0005' });
  });
});

describe('unbinding', () => {
  test('ends the binding and old codes', async () => {
    const code = await invite();
    await bind(STRANGER, code);
    const end = () => company.act('console', 'unbind', { employeeId: 'E0005' });
    expect((await end()).data).toEqual({ employeeId: 'E0005', unbound: true });
    expect((await end()).data).toEqual({ employeeId: 'E0005', unbound: false });
    expect((await bind('openid-a', code)).error?.code).toBe('INVITE_INVALID');
    company.clock.advance(61_000);
    expect((await company.act(STRANGER, 'me')).data).toEqual({ state: 'unbound' });
  });
  test('of nobody is refused', async () => {
    expect((await company.act('console', 'unbind', { employeeId: 'E9999' })).error).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'employee' },
    });
  });
});

test('the departments, for people who plan for one of them', async () => {
  await withRoles(company, 'hr');
  expect((await company.act(OPENID_ROLES, 'departments')).data).toEqual({
    departments: [
      { id: 'D1', name: { 'zh-CN': 'Company', en: 'Company' }, parentId: null },
      { id: 'D2', name: { 'zh-CN': 'Team', en: 'Team' }, parentId: 'D1' },
    ],
  });
  expect((await company.act(OPENIDS.day, 'departments')).error?.code).toBe('FORBIDDEN');
});
