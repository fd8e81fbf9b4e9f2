import type { Role } from '#contracts/person';
import { callerOf, maybePush, requireEmployed } from '../../../../cloudfunctions/shared/kernel/caller';
import type { Employee } from '../../../../cloudfunctions/shared/kernel/employee';
import { abilityOf, can } from '../../../../cloudfunctions/shared/kernel/policy';
import { at } from '../support/rules';

test.each([
  ['a Mini Program user', { OPENID: 'oAbc', SOURCE: 'wx_client' }, {}, 'wechat'],
  ['a user in the simulator of the developer tools', { OPENID: 'oAbc', SOURCE: 'wx_devtools' }, {}, 'wechat'],
  ['a timer variable beside an OPENID', { OPENID: 'oAbc' }, { TRIGGER_SRC: 'timer' }, 'wechat'],
  ['the console of the developer tools', { SOURCE: 'wx_devtools' }, {}, 'console'],
  ['the cloud test of the web console', {}, {}, 'console'],
  ['a timer', { SOURCE: 'wx_trigger' }, { TRIGGER_SRC: 'timer' }, 'timer'],
  ['a timer by its source alone', { SOURCE: 'wx_trigger' }, {}, 'timer'],
  ['a timer of an older environment', {}, { TRIGGER_SRC: 'timer' }, 'timer'],
  ['a timer of unknown source', { SOURCE: 'wx_unknown' }, { TRIGGER_SRC: 'timer' }, 'timer'],
  ['a phone beside a timer variable', { SOURCE: 'wx_client' }, { TRIGGER_SRC: 'timer' }, 'stranger'],
  ['a phone without a login', { SOURCE: 'wx_client' }, {}, 'stranger'],
  ['the same by the environment', {}, { TCB_SOURCE: 'wx_client' }, 'stranger'],
  ['the HTTP API', { SOURCE: 'wx_http' }, {}, 'stranger'],
  ['an unknown source', { SOURCE: 'wx_unknown' }, {}, 'stranger'],
  ['a payment callback', { SOURCE: 'wx_paycallback' }, {}, 'stranger'],
  ['a crawler', { SOURCE: 'wx_crawler' }, {}, 'stranger'],
  ['a source that nobody has heard of', { SOURCE: 'web_client' }, {}, 'stranger'],
  ['a source that begins like the console’s', { SOURCE: 'wx_devtools2' }, {}, 'stranger'],
  ['a function for a person', { OPENID: 'oAbc', SOURCE: 'wx_client,scf' }, {}, 'function'],
  ['a function for a person without their OPENID', { SOURCE: 'wx_client,scf' }, {}, 'function'],
  ['a function for the console', { SOURCE: 'wx_devtools,scf' }, {}, 'function'],
  ['a function for a timer', { SOURCE: 'wx_trigger,scf' }, { TRIGGER_SRC: 'timer' }, 'function'],
  ['a function of a function', { SOURCE: 'wx_client,scf,scf' }, {}, 'function'],
  ['a function for whoever sends no source', { SOURCE: ',scf' }, {}, 'function'],
  ['a chain that does not end with a function', { SOURCE: 'scf,wx_devtools' }, {}, 'stranger'],
  ['an id that the SDK made a number of', { OPENID: 123 }, {}, 'stranger'],
  ['a browser signed in to CloudBase', {}, { TCB_UUID: 'u1' }, 'stranger'],
  ['the same by its context', { TCB_UUID: 'u1' }, {}, 'stranger'],
  ['the same pretending to be a timer', {}, { TCB_UUID: 'u1', TRIGGER_SRC: 'timer' }, 'stranger'],
  ['the same pretending to be a function', { TCB_UUID: 'u1', SOURCE: 'scf' }, {}, 'stranger'],
  ['a user of another account', { OPENID: 'oAbc', FROM_OPENID: 'oDef', FROM_APPID: 'wx2' }, {}, 'stranger'],
  ['another account', { FROM_APPID: 'wx2', SOURCE: 'wx_client' }, {}, 'stranger'],
])('%s', (_, context, env, kind) => {
  expect(callerOf({ context, env }).kind).toBe(kind);
});

test.each<[string, Record<string, unknown>, Record<string, string>, boolean]>([
  ['WeChat’s servers, with the OPENID of the person', { OPENID: 'oAbc', SOURCE: 'wx_unknown' }, {}, true],
  ['the same without any source', { OPENID: 'oAbc' }, {}, true],
  ['the same by a source that nobody has heard of', { SOURCE: 'wx_push' }, {}, true],
  ['a phone', { OPENID: 'oAbc', SOURCE: 'wx_client' }, {}, false],
  ['a phone by the environment', { OPENID: 'oAbc' }, { TCB_SOURCE: 'wx_client' }, false],
  ['a function for a phone', { OPENID: 'oAbc', SOURCE: 'wx_client,scf' }, {}, false],
  ['a function', { SOURCE: 'wx_unknown,scf' }, {}, false],
  ['the developer tools', { SOURCE: 'wx_devtools' }, {}, false],
  ['a function run on somebody’s computer', { SOURCE: 'wx_localdebug' }, {}, false],
  ['the HTTP API', { SOURCE: 'wx_http' }, {}, false],
  ['a timer', { SOURCE: 'wx_trigger' }, {}, false],
  ['a timer of an older environment', {}, { TRIGGER_SRC: 'timer' }, false],
  ['a payment callback', { SOURCE: 'wx_paycallback' }, {}, false],
  ['a crawler', { SOURCE: 'wx_crawler' }, {}, false],
  ['a browser signed in to CloudBase', {}, { TCB_UUID: 'u1' }, false],
  ['another account', { FROM_APPID: 'wx2' }, {}, false],
])('%s may push a message: %#', (_, context, env, may) => {
  expect(maybePush({ context, env })).toBe(may);
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
  expect(abilityOf(person(null, [role])).can('punch', 'OwnProfile')).toBe(false);
});

test('what no role grants is forbidden', () => {
  expect(() => can('punch', 'OwnProfile')(person(null, ['admin']))).toThrow('FORBIDDEN');
  expect(() => can('read', 'OwnProfile')(person(null, ['ghost' as Role]))).not.toThrow();
});
