import type { Role } from '#contracts/person';
import { canWith } from '../../../../cloudfunctions/shared/kernel/policy';

const caller = (role: Role, _id = 'E1') => ({ _id, roles: [role] });

test.each<[Role, readonly string[] | undefined, boolean]>([
  ['employee', ['E2', 'E1'], true],
  ['employee', ['E2'], false],
  ['employee', [], false],
  ['employee', undefined, false],
  ['manager', ['E2'], false],
  ['payroll', undefined, false],
  ['hr', undefined, true],
  ['admin', ['E2'], true],
])('%s with the keepers %j sees the codes of a screen: %s', (role, screenKeepers, sees) => {
  const site = screenKeepers ? { screenKeepers } : {};
  expect(canWith(caller(role), 'read', 'SiteScreen', site)).toBe(sees);
});

test.each<[string, Role, { employeeId: string; managerId: string | null }, boolean, boolean]>([
  ['leaver', 'employee', { employeeId: 'E1', managerId: 'E2' }, true, false],
  ['manager of the leaver', 'manager', { employeeId: 'E3', managerId: 'E1' }, true, true],
  ['manager of themselves', 'manager', { employeeId: 'E1', managerId: 'E1' }, true, false],
  ['other manager', 'manager', { employeeId: 'E3', managerId: 'E2' }, false, false],
  ['HR', 'hr', { employeeId: 'E3', managerId: null }, true, true],
  ['HR who leaves', 'hr', { employeeId: 'E1', managerId: 'E2' }, true, false],
  ['administrator', 'admin', { employeeId: 'E3', managerId: null }, false, false],
])('a handover task for the %s', (_, role, task, reads, decides) => {
  expect(canWith(caller(role), 'read', 'HandoverTask', task)).toBe(reads);
  expect(canWith(caller(role), 'update', 'HandoverTask', task)).toBe(decides);
});

test('asking leaves the record as it was', () => {
  const task = Object.freeze({ employeeId: 'E1', managerId: null });
  expect(canWith(caller('employee'), 'read', 'HandoverTask', task)).toBe(true);
  expect(Reflect.ownKeys(task)).toEqual(['employeeId', 'managerId']);
});
