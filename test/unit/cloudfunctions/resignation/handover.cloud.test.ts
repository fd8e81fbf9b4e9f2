import type { Day } from '#contracts/common';
import { handoverTasks } from '../../../../cloudfunctions/resignation/domain/handover-task';
import { openWithReset } from '../../../support/open';
import { OPENIDS, openCompany } from '../support/company';
import { addStaff, STAFF } from '../support/staff';

const LEAVER = { _id: 'E0001', name: '员工E0001', nameEn: 'Person E0001', managerId: 'E0005' };
const company = openWithReset(
  () => openCompany('2026-11-23T10:00:00+08:00'),
  async () => {
    await addStaff(company);
    await company.db.insertMany(
      'handover_tasks',
      handoverTasks('R1', LEAVER, '2026-12-23' as Day).map((task) => ({ ...task })),
    );
  },
);

const list = (as: string, input = {}) => company.act(as, 'requests.handover', input);
const decide = (as: string, more: Record<string, unknown> = {}) =>
  company.act(as, 'requests.decideHandover', { id: 'R1-work', rev: 1, state: 'done', ...more });
const stored = async (id = 'R1-work') => (await company.db.find('handover_tasks', { _id: id }))[0];
describe('the tasks of a leaver', () => {
  test.each([
    ['the leaver', OPENIDS.day, {}, 6],
    ['the manager, without what is HR’s', STAFF.manager, {}, 4],
    ['the manager, by person', STAFF.manager, { employeeId: 'E0001' }, 4],
    ['HR', STAFF.hr, {}, 6],
    ['HR, by person', STAFF.hr, { employeeId: 'E0001' }, 6],
    ['another manager', STAFF.other, {}, 0],
    ['another manager, by person', STAFF.other, { employeeId: 'E0001' }, 0],
    ['a colleague, by person', OPENIDS.night, { employeeId: 'E0001' }, 0],
  ])('are seen by %s', async (_, as, input, count) => {
    const { data } = await list(as, input);
    expect(data.tasks).toHaveLength(count);
    if (count > 0)
      expect(data.tasks[0]).toMatchObject({ leaver: { id: 'E0001' }, state: 'open', lastDay: '2026-12-23' });
  });
  test.each([
    ['the leaver', OPENIDS.day, false],
    ['the manager', STAFF.manager, true],
    ['HR', STAFF.hr, true],
  ])('say whether %s looks after them', async (_, as, may) => {
    const { data } = await list(as, { employeeId: 'E0001' });
    expect(new Set(data.tasks.map((task: { mayDecide: boolean }) => task.mayDecide))).toEqual(new Set([may]));
  });
  test('are not shown when the resignation was undone', async () => {
    await company.db.updateMany('handover_tasks', { _id: 'R1-work' }, { $set: { state: 'dropped' } });
    expect((await list(STAFF.hr, { employeeId: 'E0001' })).data.tasks).toHaveLength(5);
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
    expect(await stored()).toMatchObject({ rev: 2, state: 'done', history: [{ state: 'done', note: '' }] });
  });
  test('blocks the settlement until all are done or waived, but not the certificate', async () => {
    const settle = () => decide(STAFF.hr, { id: 'R1-settlement' });
    expect((await decide(STAFF.hr, { id: 'R1-certificate' })).data).toMatchObject({ state: 'done' });
    for (const id of ['R1-work', 'R1-assets', 'R1-accounts']) await decide(STAFF.manager, { id });
    expect((await settle()).error).toEqual({ code: 'HANDOVER_OPEN', data: { open: 1 } });
    expect((await decide(STAFF.hr, { id: 'R1-files', state: 'waived' })).error).toEqual({
      code: 'FORM_INVALID',
      data: { field: 'note', rule: 'required' },
    });
    await decide(STAFF.hr, { id: 'R1-files', state: 'waived', note: '没有文件' });
    expect((await settle()).data).toMatchObject({ state: 'done', rev: 2 });
  });
  test('nothing is opened again while the settlement is made', async () => {
    for (const area of ['work', 'assets', 'accounts', 'files', 'settlement'])
      await decide(STAFF.hr, { id: `R1-${area}` });
    const reopen = () => decide(STAFF.manager, { rev: 2, state: 'open' });
    expect((await reopen()).error).toEqual({ code: 'SETTLED', data: {} });
    expect((await decide(STAFF.hr, { id: 'R1-settlement', rev: 2, state: 'open' })).data.state).toBe('open');
    expect((await reopen()).data).toMatchObject({ rev: 3, state: 'open', decidedAt: null });
    expect((await reopen()).data).toMatchObject({ rev: 3, state: 'open' });
    expect(await stored('R1-settlement')).toMatchObject({ rev: 4, state: 'open' });
    expect((await decide(STAFF.hr, { id: 'R1-settlement', rev: 4 })).error?.code).toBe('HANDOVER_OPEN');
    expect((await stored())?.history).toMatchObject([{ state: 'done' }, { state: 'open' }]);
  });
  test('what is HR’s is not found by the manager', async () => {
    for (const id of ['R1-certificate', 'R1-settlement'])
      expect((await decide(STAFF.manager, { id })).error?.code).toBe('NOT_FOUND');
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
