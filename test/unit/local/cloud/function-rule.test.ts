import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type FunctionRule, readFunctionRule } from '../../../../local/cloud';
import { requireInvokable } from '../../../../local/cloud/function-rule';
import type { Identity } from '../../../../local/cloud/identity';
import { startTestCloud } from '../../../support/cloud';

const ROOT = path.resolve(__dirname, '../../../..');
const PEOPLE = {
  user: { kind: 'user', openid: 'oAbc' },
  anonymous: { kind: 'anonymous' },
  console: { kind: 'console' },
  timer: { kind: 'timer', name: 't' },
} as const satisfies Record<string, Identity>;

const admitted = (rule: FunctionRule, name: string) =>
  Object.entries(PEOPLE).flatMap(([who, identity]) => {
    try {
      requireInvokable(rule, name, identity);
      return [who];
    } catch (error) {
      expect(error).toMatchObject({ code: 'PERMISSION_DENIED' });
      return [];
    }
  });

test('the rule that is shipped lets in whoever is signed in; consoles and timers are no clients', () => {
  expect(admitted(readFunctionRule(ROOT), 'people')).toEqual(['user', 'console', 'timer']);
});
test('a function’s own entry comes before that of the others', () => {
  const rule: FunctionRule = { '*': { invoke: true }, jobs: { invoke: false } };
  expect(admitted(rule, 'people')).toEqual(['user', 'anonymous', 'console', 'timer']);
  expect(admitted(rule, 'jobs')).toEqual(['console', 'timer']);
  expect(admitted(rule, 'toString')).toEqual(['user', 'anonymous', 'console', 'timer']);
});
test.each(['{}', '{"a":{"invoke":true}}', '{"*":{"invoke":"auth.uid != null"}}', '{"*":true}'])(
  'a file that the platform would not take is refused: %s',
  async (text) => {
    const root = await mkdtemp(path.join(tmpdir(), 'tongxin-rule-'));
    await mkdir(path.join(root, 'cloudfunctions'));
    await writeFile(path.join(root, 'cloudfunctions', 'function-rule.json'), text);
    expect(() => readFunctionRule(root)).toThrow('function-rule.json');
    await rm(root, { recursive: true });
  },
);
test('a phone without a login is refused before the function runs, unless the rule lets it in', async () => {
  const ask = async (functionRule?: FunctionRule) => {
    const cloud = await startTestCloud({ ...(functionRule && { functionRule }) });
    const as = PEOPLE.anonymous;
    const answer = await cloud.invoke('people', { action: 'me', input: {} }, { as }).then(
      ({ result }) => (result as { error: { code: string } }).error.code,
      ({ code }: { code: string }) => code,
    );
    const ran = cloud.calls.list().length;
    await cloud.close();
    return [answer, ran];
  };
  expect(await ask()).toEqual(['PERMISSION_DENIED', 0]);
  expect(await ask({ '*': { invoke: true } })).toEqual(['CALLER_REFUSED', 1]);
});
