import { callerOf, requireEmployed } from '../../../../cloudfunctions/shared/kernel/caller';
import type { Employee } from '../../../../cloudfunctions/shared/kernel/employee';
import { abilityOf, can } from '../../../../cloudfunctions/shared/kernel/policy';
import type { Role } from '../../../../typings/contracts/people';
import { at } from '../support/rules';

test.each([
  ['a Mini Program user', { OPENID: 'oAbc' }, {}, 'wechat'],
  ['the console', {}, {}, 'console'],
  ['a timer', {}, { TRIGGER_SRC: 'timer' }, 'timer'],
  ['a timer variable beside an OPENID', { OPENID: 'oAbc' }, { TRIGGER_SRC: 'timer' }, 'wechat'],
  ['an id that the SDK made a number of', { OPENID: 123 }, {}, 'stranger'],
  ['a browser signed in to CloudBase', {}, { TCB_UUID: 'u1' }, 'stranger'],
  ['the same by its context', { TCB_UUID: 'u1' }, {}, 'stranger'],
  ['the same pretending to be a timer', {}, { TCB_UUID: 'u1', TRIGGER_SRC: 'timer' }, 'stranger'],
])('%s', (_, context, env, kind) => {
  expect(callerOf({ context, env }).kind).toBe(kind);
});

const person = (leftOn: string | null, roles: Role[] = ['employee']) =>
  ({ _id: 'E1', leftOn, roles }) as unknown as Employee;

test('access ends with the last day', () => {
  const leaver = person('2026-11-22');
  expect(requireEmployed(leaver, at('2026-11-22 23:59'))).toBe(leaver);
  expect(() => requireEmployed(leaver, at('2026-11-23 00:00'))).toThrow('ACCESS_ENDED');
  expect(requireEmployed(person(null), at('2026-11-23 00:00'))._id).toBe('E1');
});

test.each<Role>(['employee', 'manager', 'hr', 'payroll', 'admin'])('%s may do what employees do', (role) => {
  for (const allow of [
    can('punch', 'OwnAttendance'),
    can('read', 'OwnAttendance'),
    can('update', 'OwnProfile'),
  ])
    expect(() => allow(person(null, [role]))).not.toThrow();
  expect(abilityOf([role]).can('punch', 'OwnProfile')).toBe(false);
});

test('what no role grants is forbidden', () => {
  expect(() => can('punch', 'OwnProfile')(person(null, ['admin']))).toThrow('FORBIDDEN');
  expect(() => can('read', 'OwnProfile')(person(null, ['ghost' as Role]))).not.toThrow();
});
