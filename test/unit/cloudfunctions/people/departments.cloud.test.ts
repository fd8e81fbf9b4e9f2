import { openWithReset } from '../../../support/open';
import { OPENIDS } from '../support/company';
import { openOffice, STAFF } from '../support/office';

const company = openWithReset(() => openOffice('2026-11-23T08:57:00+08:00'));

const ask = (as: string, input: object = {}) => company.act(as, 'people.departments', input);

test('HR and administrators see the tree, and nothing else', async () => {
  for (const as of [STAFF.hr, STAFF.admin]) {
    const { departments } = (await ask(as)).data;
    expect(departments.length).toBe(await company.db.count('departments'));
    for (const each of departments) expect(Object.keys(each).sort()).toEqual(['id', 'name', 'parentId']);
  }
});

test('at most a thousand', async () => {
  const name = { 'zh-CN': '部门', en: 'Department' };
  const more = Array.from({ length: 1_000 }, (_, at) => ({
    ...{ _id: `X${String(at).padStart(4, '0')}`, name, parentId: 'D1', path: ['D1'], leaderId: null },
  }));
  await company.db.insertMany('departments', more);
  expect((await ask(STAFF.hr)).data.departments).toHaveLength(1_000);
});

test('a person who may not is told who may', async () => {
  const data = { rule: 'role', roles: 'hr,admin' };
  expect((await ask(STAFF.payroll)).error).toEqual({ code: 'FORBIDDEN', data });
});

test.each([
  [OPENIDS.day, 'FORBIDDEN'],
  [STAFF.manager, 'FORBIDDEN'],
  [STAFF.payroll, 'FORBIDDEN'],
  [OPENIDS.stranger, 'NOT_BOUND'],
  [OPENIDS.left, 'ACCESS_ENDED'],
  ['console', 'CALLER_REFUSED'],
])('%s: %s', async (as, code) => {
  expect((await ask(as)).error?.code).toBe(code);
  expect((await ask(as, { employeeId: 'E0001' })).error?.code).toBe('INPUT_INVALID');
});
