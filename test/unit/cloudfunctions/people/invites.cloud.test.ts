import { openWithReset } from '../../../support/open';
import { OPENIDS } from '../support/company';
import { openOffice, STAFF } from '../support/office';

const company = openWithReset(() => openOffice('2026-11-23T08:57:00+08:00'));

const DAY_MS = 86_400_000;
const invite = (employeeIds: string[], days = 7, as: string = STAFF.hr) =>
  company.act(as, 'invite', { employeeIds, days });
const bind = (as: string, code: string) => company.act(as, 'bind', { code });
const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);

describe('who is not bound yet', () => {
  const unbound = async (input: object = {}, as: string = STAFF.hr) =>
    (await company.act(as, 'unbound', input)).data;

  test('is listed without people who have left, and with those who start later', async () => {
    await company.db.updateMany('employees', { _id: 'E0007' }, { $set: { hiredOn: '2027-01-04' } });
    await company.db.updateMany('bindings', { employeeId: 'E0004' }, { $set: { employeeId: 'E0999' } });
    const { people, next, departments } = await unbound();
    expect(people).toEqual([
      {
        id: 'E0007',
        name: '员工E0007',
        nameEn: 'Person E0007',
        department: { 'zh-CN': 'Team', en: 'Team' },
        invitedUntil: null,
      },
    ]);
    expect(next).toBeNull();
    expect(idsOf(departments)).toEqual(['D1', 'D2']);
    expect(company.lastCalls()).toBeLessThanOrEqual(3);
  });

  test('of a department includes the departments below it', async () => {
    await company.db.updateMany('bindings', { employeeId: 'E0013' }, { $set: { employeeId: 'E0999' } });
    expect(idsOf((await unbound({ departmentId: 'D1' })).people)).toEqual(['E0007', 'E0013']);
    expect(idsOf((await unbound({ departmentId: 'D2' })).people)).toEqual(['E0007']);
    expect((await unbound({ departmentId: 'D9' })).people).toEqual([]);
  });

  test('says until when a code is good, and not of one that was used or has expired', async () => {
    const { expiresAt } = (await invite(['E0007'], 3)).data;
    expect((await unbound()).people).toMatchObject([{ id: 'E0007', invitedUntil: expiresAt }]);
    company.clock.advance(3 * DAY_MS + 1);
    expect((await unbound()).people).toMatchObject([{ id: 'E0007', invitedUntil: null }]);
  });

  test('comes in pages of fifty, the departments with the first', async () => {
    const template = (await company.db.get('employees', 'E0007')) as Record<string, unknown>;
    const more = Array.from({ length: 60 }, (_, at) => ({
      ...template,
      _id: `E1${String(at).padStart(3, '0')}`,
    }));
    await company.db.insertMany('employees', more);
    const first = await unbound();
    expect(first.people).toHaveLength(50);
    const second = await unbound({ cursor: first.next });
    expect(idsOf([...first.people, ...second.people])).toEqual(['E0007', ...more.map(({ _id }) => _id)]);
    expect(second.next).toBeNull();
    expect(second).not.toHaveProperty('departments');
  });

  test('never tells the OPENID of anybody', async () => {
    expect(JSON.stringify(await unbound())).not.toContain('openid');
  });
});

describe('codes made on the phone', () => {
  test('let the person in once, and say who made them for whom', async () => {
    await company.db.updateMany('bindings', { employeeId: 'E0006' }, { $set: { employeeId: 'E0999' } });
    const { data } = await invite(['E0007', 'E0006', 'E0007'], 1);
    expect(data.invites).toMatchObject([{ id: 'E0006' }, { id: 'E0007', name: '员工E0007' }]);
    expect(data.expiresAt - company.clock.now()).toBeGreaterThan(DAY_MS - 60_000);
    const codes: string[] = data.invites.map(({ code }: { code: string }) => code);
    const [record] = await company.db.find('readings', { what: 'invites' });
    expect(record).toMatchObject({
      readerId: 'E0011',
      ownerIds: ['E0006', 'E0007'],
      expiresAt: data.expiresAt,
    });
    const stored = JSON.stringify([record, await company.db.find('invites', {})]);
    for (const code of codes) expect(stored).not.toContain(code);
    expect((await bind(OPENIDS.stranger, codes[1] ?? '')).data).toMatchObject({ employeeId: 'E0007' });
    expect((await bind('openid-second', codes[1] ?? '')).error?.code).toBe('INVITE_INVALID');
  });

  test('end the older code of the person, whoever made it', async () => {
    const old = (await company.act('console', 'createInvite', { employeeId: 'E0007' })).data.code;
    const { data } = await invite(['E0007'], 7, STAFF.admin);
    expect((await bind(OPENIDS.stranger, old)).error?.code).toBe('INVITE_INVALID');
    expect((await bind(OPENIDS.stranger, data.invites[0].code)).ok).toBe(true);
  });

  test('are refused one by one, with the reason', async () => {
    await company.db.updateMany('bindings', { _id: STAFF.payroll }, { $set: { employeeId: 'E0999' } });
    await company.db.updateMany('bindings', { employeeId: 'E0004' }, { $set: { employeeId: 'E0998' } });
    const { data } = await invite(['E0001', 'E0004', 'E0007', 'E0014', 'E0404']);
    expect(idsOf(data.invites)).toEqual(['E0007']);
    expect(data.refused).toEqual([
      { id: 'E0001', reason: 'bound' },
      { id: 'E0004', reason: 'left' },
      { id: 'E0014', reason: 'roles' },
      { id: 'E0404', reason: 'unknown' },
    ]);
  });

  test('of an administrator are made by an administrator alone', async () => {
    await company.db.updateMany('bindings', { _id: STAFF.admin }, { $set: { employeeId: 'E0999' } });
    expect((await invite(['E0012'])).data.refused).toEqual([{ id: 'E0012', reason: 'roles' }]);
    await company.db.updateMany(
      'employees',
      { _id: 'E0011' },
      { $set: { roles: ['employee', 'hr', 'admin'] } },
    );
    company.clock.advance(61_000);
    expect(idsOf((await invite(['E0012'])).data.invites)).toEqual(['E0012']);
  });

  test('of HR are made by no other HR, who would be their own second person', async () => {
    await company.db.updateMany('employees', { _id: 'E0007' }, { $set: { roles: ['employee', 'hr'] } });
    expect((await invite(['E0007'])).data).toMatchObject({
      invites: [],
      refused: [{ id: 'E0007', reason: 'roles' }],
    });
    await company.db.updateMany(
      'employees',
      { _id: 'E0012' },
      { $set: { roles: ['employee', 'hr', 'admin'] } },
    );
    company.clock.advance(61_000);
    const { data } = await invite(['E0007'], 7, STAFF.admin);
    expect(idsOf(data.invites)).toEqual(['E0007']);

    // HR and administrators are told whose code was used, once.
    for (let time = 0; time < 2; time += 1)
      expect((await bind(OPENIDS.stranger, data.invites[0].code)).ok).toBe(true);
    expect(await company.db.find('messages', {})).toMatchObject([
      { event: 'person.office-bound', to: ['E0011', 'E0012'], data: { name: { 'zh-CN': '员工E0007' } } },
    ]);
  });

  test('of somebody without such a role are used without a message', async () => {
    const { data } = await invite(['E0007']);
    expect((await bind(OPENIDS.stranger, data.invites[0].code)).ok).toBe(true);
    expect(await company.db.find('messages', {})).toEqual([]);
  });

  test.each([
    [[], 7],
    [Array.from({ length: 21 }, (_, at) => `E${at}`), 7],
    [['E0007'], 0],
    [['E0007'], 31],
    [['E 7'], 7],
  ])('%j for %j days is bad input', async (ids, days) => {
    expect((await invite(ids, days)).error?.code).toBe('INPUT_INVALID');
  });

  test('are for HR and administrators', async () => {
    for (const as of [OPENIDS.day, STAFF.manager, STAFF.payroll]) {
      expect((await invite(['E0007'], 7, as)).error).toEqual({
        code: 'FORBIDDEN',
        data: { rule: 'role', roles: 'hr,admin' },
      });
      expect((await company.act(as, 'unbound')).error?.code).toBe('FORBIDDEN');
    }
    expect(await company.db.find('readings', {})).toEqual([]);
  });

  test('made by two at once leave one that works', async () => {
    const made = await Promise.all([invite(['E0007']), invite(['E0007'], 7, STAFF.admin), invite(['E0007'])]);
    expect(made.every(({ ok }) => ok)).toBe(true);
    expect(await company.db.find('invites', {})).toHaveLength(1);
  });

  test('tell a user who is bound the same, whether they are right or wrong', async () => {
    const right = (await invite(['E0007'])).data.invites[0].code;
    const answers = [
      await bind(OPENIDS.day, right),
      await bind(OPENIDS.day, '22222222'),
      await bind(OPENIDS.day, right),
    ];
    expect(answers.map(({ error }) => error)).toEqual(Array(3).fill({ code: 'ALREADY_BOUND', data: {} }));
    expect((await bind(OPENIDS.stranger, right)).ok).toBe(true);
  });
});
