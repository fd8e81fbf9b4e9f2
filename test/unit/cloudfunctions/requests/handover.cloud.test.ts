import { handoverTasks } from '../../../../cloudfunctions/requests/domain/handover/handover-task';
import { settlementProblem } from '../../../../cloudfunctions/shared/employment/settlement-problem';
import type { Day } from '../../../../typings/contracts/common';
import { type Company, OPENIDS, openCompany } from '../support/company';
import { addStaff, STAFF } from '../support/staff';

let company: Company;
const LEAVER = { _id: 'E0001', name: '员工E0001', nameEn: 'Person E0001', managerId: 'E0005' };
beforeEach(async () => {
  company = await openCompany('2026-11-23T10:00:00+08:00');
  await addStaff(company);
  await company.db.insertMany(
    'handover_tasks',
    handoverTasks('R1', LEAVER, '2026-12-23' as Day).map((task) => ({ ...task })),
  );
});
afterEach(() => company.close());

const list = (as: string, input = {}) => company.act(as, 'requests.handover', input);
const decide = (as: string, more: Record<string, unknown> = {}) =>
  company.act(as, 'requests.decideHandover', { id: 'R1-work', rev: 1, state: 'done', ...more });
const stored = async (id = 'R1-work') => (await company.db.find('handover_tasks', { _id: id }))[0];
const open = async () => {
  const count = await company.db.count('handover_tasks', { employeeId: 'E0001', state: 'open' });
  return settlementProblem(count)?.data.open ?? 0;
};

describe('the tasks of a leaver', () => {
  test.each([
    ['the leaver', OPENIDS.day, {}, 4],
    ['the manager', STAFF.manager, {}, 4],
    ['HR', STAFF.hr, {}, 4],
    ['HR, by person', STAFF.hr, { employeeId: 'E0001' }, 4],
    ['another manager', STAFF.other, {}, 0],
    ['another manager, by person', STAFF.other, { employeeId: 'E0001' }, 0],
    ['a colleague, by person', OPENIDS.night, { employeeId: 'E0001' }, 0],
  ])('are seen by %s', async (_, as, input, count) => {
    const { data } = await list(as, input);
    expect(data.tasks).toHaveLength(count);
    if (count > 0)
      expect(data.tasks[0]).toMatchObject({ leaver: { id: 'E0001' }, state: 'open', lastDay: '2026-12-23' });
  });
  test('are not shown when the resignation was undone', async () => {
    await company.db.updateMany('handover_tasks', { _id: 'R1-work' }, { $set: { state: 'dropped' } });
    expect((await list(STAFF.hr, { employeeId: 'E0001' })).data.tasks).toHaveLength(3);
    expect((await decide(STAFF.hr)).error?.code).toBe('NOT_FOUND');
  });
});

describe('deciding one', () => {
  test.each([
    ['the manager', STAFF.manager],
    ['HR', STAFF.hr],
  ])('by %s counts, once', async (_, as) => {
    expect((await decide(as)).data).toMatchObject({
      id: 'R1-work',
      rev: 2,
      state: 'done',
      decidedAt: expect.any(Number),
    });
    expect((await decide(as)).data).toMatchObject({ rev: 2, state: 'done' });
    expect(await stored()).toMatchObject({ rev: 2, state: 'done' });
    expect(await open()).toBe(3);
  });
  test('blocks the settlement until all are done or waived', async () => {
    for (const id of ['R1-work', 'R1-assets', 'R1-accounts']) await decide(STAFF.manager, { id });
    expect(await open()).toBe(1);
    expect((await decide(STAFF.hr, { id: 'R1-files', state: 'waived' })).error).toEqual({
      code: 'FORM_INVALID',
      data: { field: 'note', rule: 'required' },
    });
    await decide(STAFF.hr, { id: 'R1-files', state: 'waived', note: '没有文件' });
    expect(await open()).toBe(0);
    await decide(STAFF.hr, { id: 'R1-files', rev: 2, state: 'open' });
    expect(await open()).toBe(1);
  });
  test('after somebody else is refused with what it is now', async () => {
    await decide(STAFF.hr);
    expect((await decide(STAFF.manager, { state: 'waived', note: 'x' })).error).toEqual({
      code: 'REQUEST_CHANGED',
      data: { state: 'done', rev: 2 },
    });
  });
  test.each([
    ['the leaver', OPENIDS.day],
    ['another manager', STAFF.other],
    ['a colleague', OPENIDS.night],
  ])('by %s is not found', async (_, as) => {
    expect((await decide(as)).error).toEqual({ code: 'NOT_FOUND', data: { what: 'task' } });
    expect((await decide(as, { id: 'R9-work' })).error).toEqual({
      code: 'NOT_FOUND',
      data: { what: 'task' },
    });
    expect(await stored()).toMatchObject({ rev: 1, state: 'open' });
  });
});
