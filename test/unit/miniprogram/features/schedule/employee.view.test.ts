import '../../../../../miniprogram/features/schedule/words/words';
import type { Day } from '#contracts/common';
import {
  changedSettings,
  draftOf,
  type EmployeeAnswer,
  type EmployeeModel,
  inputOf,
  newAssignment,
  noEmployee,
  toggledSite,
  withAssignment,
} from '../../../../../miniprogram/features/schedule/employee.model';
import { employeeView } from '../../../../../miniprogram/features/schedule/pages/employee/employee.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { both } from './support';

const TODAY = '2026-11-23' as Day;
const data: EmployeeAnswer = {
  person: {
    id: 'E0012',
    name: '员工甲',
    nameEn: 'Sample A',
    job: both('工程师', 'Engineer'),
    hiredOn: '2024-01-05' as Day,
    rev: 3,
    managerId: 'E0001',
    manager: { id: 'E0001', name: '员工乙', nameEn: 'Sample B' },
    departmentId: 'D2',
    department: both('研发部', 'R&D'),
    assignments: [
      { from: '2024-01-05' as Day, shiftId: 'SH-DAY', siteIds: ['S1'], fieldPolicy: 'approval' },
      { from: '2026-12-01' as Day, shiftId: 'SH-NIGHT', siteIds: [], fieldPolicy: 'free' },
    ],
    lastDay: null,
  },
  shifts: [
    { id: 'SH-DAY', name: both('白班', 'Day') },
    { id: 'SH-NIGHT', name: both('夜班', 'Night') },
  ],
  sites: [{ id: 'S1', name: both('总部', 'Head office') }],
  history: [
    { at: 1 as never, byName: '员工丙', byNameEn: 'Sample C', version: 3, what: ['lastDay', 'managerId'] },
  ],
  names: { E0001: both('员工乙', 'Sample B'), E0099: both('员工丁', 'Sample D') },
};
const model = (more: Partial<EmployeeModel> = {}): EmployeeModel => ({
  ...noEmployee(TODAY),
  chosen: data.person,
  data,
  draft: draftOf(data),
  ...more,
});
const zh = wordsIn('zh-CN');
const en = wordsIn('en');

test('nobody is chosen yet, then the person is loaded', () => {
  expect(employeeView(noEmployee(TODAY), zh).mode).toBe('nobody');
  expect(employeeView({ ...noEmployee(TODAY), chosen: data.person }, zh)).toMatchObject({
    mode: 'loading',
    name: '员工甲',
  });
});

test('a person with manager, assignments by their first day, and what was changed', () => {
  const view = employeeView(model(), zh);
  expect(view).toMatchObject({
    mode: 'ready',
    manager: '员工乙',
    department: '研发部',
    lastDayText: '在职，没有定',
    changes: '',
    canSave: false,
  });
  expect(view.assignments).toMatchObject([
    { from: '2026-12-01', shift: '夜班', note: '没有地点 · 外勤打卡 可以', current: '', removable: true },
    { from: '2024-01-05', shift: '白班', note: '总部 · 外勤打卡 要审批', current: '现在', removable: false },
  ]);
  expect(view.history).toMatchObject([{ who: '员工丙', what: '最后工作日、主管' }]);
  expect(employeeView(model(), en)).toMatchObject({
    manager: 'Sample B',
    lastDayText: 'None, stays employed',
  });
});

test('what is changed is counted, and only that can be saved', () => {
  const draft = { ...draftOf(data), lastDay: '2026-12-31' as Day, managerId: null, manager: null };
  const changed = model({ draft });
  expect(changedSettings(changed)).toEqual(['managerId', 'lastDay']);
  expect(employeeView(changed, zh)).toMatchObject({
    changes: '2 处改动',
    canSave: true,
    manager: '没有主管',
  });
  expect(employeeView({ ...changed, busy: true }, zh).canSave).toBe(false);
  expect(inputOf(data, draft)).toEqual({
    id: 'E0012',
    rev: 3,
    managerId: null,
    departmentId: 'D2',
    assignments: data.person.assignments,
    lastDay: '2026-12-31',
  });
});

test('a new assignment begins with what applies now, and replaces one of the same day', () => {
  const form = newAssignment(draftOf(data), data, TODAY);
  expect(form).toEqual({ ...data.person.assignments[0], from: TODAY });
  const [first, second] = withAssignment(data.person.assignments, { ...form, from: '2026-12-01' as Day });
  expect([first?.shiftId, second?.shiftId]).toEqual(['SH-DAY', 'SH-DAY']);
  expect(toggledSite(form, 'S1').siteIds).toEqual([]);
  expect(employeeView(model({ form, open: 'assignment' }), zh).form).toMatchObject({
    show: true,
    ready: true,
    shifts: [{ id: 'SH-DAY', on: true }, { on: false }],
  });
});

test('after a conflict the page says who was faster, and no error beside it', () => {
  const failure = { code: 'VERSION_CONFLICT', data: { version: 4 } } as never;
  expect(employeeView(model({ failure, clash: '员工丙' }), zh)).toMatchObject({ problem: '' });
  expect(employeeView(model({ clash: '员工丙' }), zh).clash).toContain('员工丙刚刚改过');
});

test('the history says who was the manager before, and how the assignment was', () => {
  const values = {
    managerId: ['E0099', 'E0001'],
    'assignments/2026-12-01': ['SH-DAY|S1|approval', 'SH-NIGHT||free'],
    lastDay: [null, '2026-12-31'],
  } as const;
  const history = [{ ...data.history[0], what: ['managerId', 'assignments', 'lastDay'], values }] as never;
  expect(employeeView(model({ data: { ...data, history } }), zh).history[0]?.what).toBe(
    '主管：员工丁 → 员工乙；班次和地点 · 12月1日 周二 起：白班 · 总部 · 外勤打卡 要审批 → 夜班 · 没有地点 · 外勤打卡 可以；最后工作日：无 → 12月31日 周四',
  );
});
