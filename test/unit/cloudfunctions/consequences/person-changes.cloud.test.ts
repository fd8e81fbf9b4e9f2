import { openWithReset } from '../../../support/open';
import { stepsIn } from '../support/change-steps';
import {
  employeeDocument,
  openRequestCompany,
  PEOPLE,
  profileChange,
  type Who,
} from '../support/request-company';

/** A Monday. */
const NOW = '2026-11-23T09:00:00+08:00';
const company = openWithReset(() => openRequestCompany(NOW));
const { submit, leave, approvedLeave, hr, preview, stored, balance, account } = stepsIn(company);

const settings = (who: Who, change: object = {}) => {
  const { managerId, departmentId, assignments, leftOn, rev } = employeeDocument(who) as Record<
    string,
    unknown
  >;
  return { id: PEOPLE[who], rev, managerId, departmentId, assignments, lastDay: leftOn, ...change };
};
const saved = async (who: Who, change: object, rev = 1) => {
  const answer = await hr('people.saveEmployee', settings(who, { rev, ...change }));
  expect(answer.error).toBeUndefined();
  return answer.data;
};
const refused = async (who: Who, change: object, as: Who = 'hr') => {
  const { error } = await company.act(
    `openid-of-${PEOPLE[as].toLowerCase()}`,
    'people.saveEmployee',
    settings(who, change),
  );
  return error;
};
const employee = (who: Who) => company.db.get('employees', PEOPLE[who]);
const told = async (who: Who) =>
  (await company.db.find('messages')).filter(
    ({ to, event }) => (to as string[]).includes(PEOPLE[who]) && event === 'person.changed',
  );
const waits = async (who: Who): Promise<string[]> =>
  (await company.ask(who, 'pending')).data.items.map(({ id }: { id: string }) => id);
const NEXT_WEEK = ['2026-11-30', '2026-12-04'] as const;

describe('somebody gets another manager while their request waits', () => {
  test('the new manager decides, and the old one is not asked any more', async () => {
    const { id } = await leave('annual', '2026-11-30', '2026-11-30');
    expect(await waits('head')).toEqual([id]);
    expect(await preview('person', settings('staff', { managerId: PEOPLE.admin }))).toMatchObject({
      readdressed: 1,
      requests: 0,
    });
    await saved('staff', { managerId: PEOPLE.admin });
    expect(await waits('head')).toEqual([]);
    expect(await waits('admin')).toEqual([id]);
    const { rev } = (await stored(id)) as unknown as { rev: number };
    expect((await company.ask('head', 'decide', { id, rev, verb: 'approve' })).error).toBeDefined();
    expect((await company.ask('admin', 'decide', { id, rev, verb: 'approve' })).data.state).toBe('approved');
  });

  test('all three are told once, and the history says who did it', async () => {
    await saved('staff', { managerId: PEOPLE.admin });
    company.clock.advance(180_000);
    await company.tick();
    for (const who of ['staff', 'head', 'admin'] as const)
      expect(await told(who)).toMatchObject([{ data: { what: 'managerId' } }]);
    const { data } = await hr('people.employee', { id: PEOPLE.staff });
    expect(data).toMatchObject({
      person: { rev: 2, manager: { id: PEOPLE.admin } },
      history: [{ what: ['managerId'], version: 2 }],
    });
    expect(await company.db.find('saved_changes')).toMatchObject([{ state: 'done' }]);
  });

  test('a longer leave goes to the manager of the new manager afterwards', async () => {
    const { id } = await leave('annual', ...NEXT_WEEK);
    await saved('staff', { managerId: PEOPLE.elsewhere });
    expect(await waits('elsewhere')).toEqual([id]);
    const { rev } = (await stored(id)) as unknown as { rev: number };
    await company.ask('elsewhere', 'decide', { id, rev, verb: 'approve' });
    expect(await waits('admin')).toEqual([id]);
  });

  test('the request of a team member goes past the old manager of the manager', async () => {
    const { id } = await leave('annual', ...NEXT_WEEK);
    await saved('head', { managerId: PEOPLE.admin });
    const { rev } = (await stored(id)) as unknown as { rev: number };
    await company.ask('head', 'decide', { id, rev, verb: 'approve' });
    expect(await waits('admin')).toEqual([id]);
    expect(await waits('boss')).toEqual([]);
  });

  test('what was handed to somebody else stays with them', async () => {
    const { id, rev } = await leave('annual', '2026-11-30', '2026-11-30');
    const { error } = await company.ask('head', 'transfer', {
      id,
      rev,
      toId: PEOPLE.other,
      comment: '请代看',
    });
    expect(error).toBeUndefined();
    await saved('staff', { managerId: PEOPLE.admin });
    expect(await waits('other')).toEqual([id]);
    expect(await waits('admin')).toEqual([]);
  });

  test('nobody decides about themselves: the new manager is the applicant of nothing', async () => {
    const { id } = await leave('annual', '2026-11-30', '2026-11-30', 'head');
    expect(await waits('boss')).toEqual([id]);
    expect(await refused('head', { managerId: PEOPLE.head })).toMatchObject({ code: 'REPORTING_LOOP' });
  });

  test('what HR decides is not touched', async () => {
    const { data } = await company.ask('staff', 'submit', profileChange());
    await saved('staff', { managerId: PEOPLE.admin });
    expect(await stored(data.id)).toMatchObject({
      waitingFor: (await stored(data.id))?.waitingFor,
      teamId: PEOPLE.admin,
    });
  });
});

describe('what is refused', () => {
  test('a manager who reports to the person, directly or through others', async () => {
    expect(await refused('boss', { managerId: PEOPLE.staff })).toMatchObject({ code: 'REPORTING_LOOP' });
    expect(await refused('head', { managerId: PEOPLE.staff })).toMatchObject({ code: 'REPORTING_LOOP' });
    expect(await company.db.find('saved_changes')).toEqual([]);
  });

  test('a manager who has left, a department, a shift or a site that does not exist', async () => {
    expect(await refused('staff', { managerId: PEOPLE.left })).toMatchObject({ data: { path: 'managerId' } });
    expect(await refused('staff', { departmentId: 'D9' })).toMatchObject({ data: { path: 'departmentId' } });
    const assignments = [{ from: '2026-12-01', shiftId: 'SH-X', siteIds: [], fieldPolicy: 'free' }];
    expect(await refused('staff', { assignments })).toMatchObject({ data: { path: 'assignments' } });
    expect(await refused('staff', { lastDay: '2023-01-01' })).toEqual({
      code: 'PERIOD_INVALID',
      data: { rule: 'before-hired' },
    });
  });

  test('HR about themselves, and anybody who is not HR', async () => {
    expect(await refused('hr', { managerId: PEOPLE.admin })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refused('staff', { managerId: PEOPLE.admin }, 'admin')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refused('admin', { lastDay: '2026-12-31' })).toEqual({
      code: 'FORBIDDEN',
      data: { rule: 'role', roles: 'admin' },
    });
    const asked = { cause: 'person', input: settings('staff', { managerId: PEOPLE.admin }) };
    expect((await company.ask('admin', 'previewChange', asked)).error).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('what saving refuses, before anybody is shown what it would do', async () => {
    const previewed = async (cause: string, input: unknown) =>
      (await company.ask('hr', 'previewChange', { cause, input })).error;
    const own = { code: 'FORBIDDEN', data: { rule: 'own' } };
    expect(await previewed('person', settings('hr', { managerId: PEOPLE.admin }))).toEqual(own);
    const row = { employeeId: PEOPLE.hr, rev: 0, days: { '2026-12-01': 'off' } };
    expect(await previewed('roster', { month: '2026-12', rows: [row] })).toEqual(own);
    expect(await previewed('person', settings('admin', { lastDay: '2026-12-31' }))).toEqual({
      code: 'FORBIDDEN',
      data: { rule: 'role', roles: 'admin' },
    });
  });

  test('a change of an older state, but not the same change again', async () => {
    await saved('staff', { managerId: PEOPLE.admin });
    await saved('staff', { managerId: PEOPLE.admin });
    expect(await refused('staff', { managerId: PEOPLE.boss })).toMatchObject({ code: 'VERSION_CONFLICT' });
    expect(await employee('staff')).toMatchObject({ rev: 2 });
  });
});

describe('somebody gets a last day', () => {
  test('leave after it returns, and leave across it ends with it', async () => {
    const after = await approvedLeave('annual', '2026-12-14', '2026-12-15');
    const across = await approvedLeave('annual', '2026-12-03', '2026-12-08');
    const before = await balance('annual');
    expect(before).toMatchObject({ used: 6 * 480 });
    expect(await preview('person', settings('staff', { lastDay: '2026-12-04' }))).toMatchObject({
      requests: 2,
      returned: 4 * 480,
    });
    await saved('staff', { lastDay: '2026-12-04' });
    expect(await stored(after.id)).toMatchObject({ state: 'cancelled' });
    expect(await stored(across.id)).toMatchObject({ state: 'approved', amountMinutes: 960 });
    expect(await balance('annual')).toMatchObject({ used: 960 });
    expect(Object.keys(((await account()) as unknown as { spans: object }).spans)).toEqual([across.id]);
  });

  test('the last day removed again, leave across it counts as before', async () => {
    const { id } = await approvedLeave('annual', '2026-12-03', '2026-12-08');
    await saved('staff', { lastDay: '2026-12-04' });
    await saved('staff', { lastDay: null }, 2);
    expect(await stored(id)).toMatchObject({ amountMinutes: 4 * 480 });
    expect(await balance('annual')).toMatchObject({ used: 4 * 480 });
  });

  test('a pending request beyond it ends with its reason', async () => {
    const { id } = await leave('annual', '2026-12-14', '2026-12-15');
    await saved('staff', { lastDay: '2026-12-04' });
    expect(await waits('head')).toEqual([]);
    const { data } = await company.ask('staff', 'detail', { id });
    expect(data).toMatchObject({ state: 'cancelled' });
    expect(data.timeline.at(-1)).toMatchObject({
      verb: 'recount',
      recount: { cause: 'person', outcome: 'ended' },
    });
    expect(await balance('annual')).toMatchObject({ held: 0 });
  });

  test('what waits for them goes to their manager the day after', async () => {
    const { id } = await leave('annual', '2026-12-14', '2026-12-14');
    await saved('head', { lastDay: '2026-11-24' });
    expect(await waits('head')).toEqual([id]);
    company.clock.set(Date.parse('2026-11-25T00:01:00+08:00'));
    await company.tick();
    expect(await waits('boss')).toEqual([id]);
  });

  test('what waits for them goes at once if the day is over', async () => {
    const { id } = await leave('annual', '2026-12-14', '2026-12-14');
    expect(await preview('person', settings('head', { lastDay: '2026-11-20' }))).toMatchObject({
      readdressed: 1,
    });
    await saved('head', { lastDay: '2026-11-20' });
    expect(await waits('boss')).toEqual([id]);
  });

  test('an approved resignation does the same', async () => {
    const { id } = await approvedLeave('annual', '2026-12-28', '2026-12-29');
    const resignation = await submit('staff', 'resignation', { lastDay: '2026-12-25', reason: '个人原因' });
    await company.ask('head', 'decide', { id: resignation.id, rev: resignation.rev, verb: 'approve' });
    const { rev } = (await stored(resignation.id)) as unknown as { rev: number };
    await company.ask('hr', 'decide', { id: resignation.id, rev, verb: 'approve' });
    await company.timers.runNow('people');
    expect(await employee('staff')).toMatchObject({ leftOn: '2026-12-25' });
    expect(await stored(id)).toMatchObject({ state: 'cancelled' });
  });
});

describe('somebody gets another shift from a day on', () => {
  test('leave on days that become rest days returns', async () => {
    const [shift] = await company.db.find('shifts');
    await company.db.insertMany('shifts', [{ ...shift, _id: 'SH-TUE', workdays: [2, 3, 4, 5, 6] } as never]);
    const { id } = await approvedLeave('annual', '2026-12-07', '2026-12-08');
    const assignments = [
      ...(employeeDocument('staff').assignments as object[]),
      { from: '2026-12-01', shiftId: 'SH-TUE', siteIds: [], fieldPolicy: 'free' },
    ];
    expect(await preview('person', settings('staff', { assignments }))).toMatchObject({ returned: 480 });
    await saved('staff', { assignments });
    expect(await stored(id)).toMatchObject({ amountMinutes: 480 });
    expect(await told('staff')).toMatchObject([{ data: { what: 'assignments' } }]);
  });
});
