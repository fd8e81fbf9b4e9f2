import { DEPLOYMENTS, RUNTIME } from '../../../../cloudfunctions/deployment';
import { readTrigger } from '../../../../local/cloud/timers/trigger';
import { withTables } from '../../../../scripts/build/deployment-tables';
import { cloudbaseConfig, configOf } from '../../../../scripts/build/function-config';
import { deploymentProblems } from '../../../../scripts/check/deployment-gate';

const FINE = { functions: ['people'], described: ['people'], files: [], documents: [] };

test('a repository that agrees with its description has no problem', () => {
  const documents = [{ name: 'README.md', text: `choose ${RUNTIME.name}` }];
  const files = [{ name: 'cloudbaserc.json', current: '{}', wanted: '{}' }];
  expect(deploymentProblems({ ...FINE, files, documents })).toEqual([]);
});

test.each([
  [{ functions: ['people', 'payroll'] }, 'does not describe the function payroll'],
  [{ described: ['people', 'payroll'] }, 'describes payroll, which is no function'],
  [{ files: [{ name: 'cloudbaserc.json', current: '', wanted: '{}' }] }, 'cloudbaserc.json differs'],
  [{ documents: [{ name: 'README.md', text: 'Nodejs16.13' }] }, 'README.md does not name the runtime'],
])('%j is told', (change, problem) => {
  expect(deploymentProblems({ ...FINE, ...change })).toEqual([expect.stringContaining(problem)]);
});

test('every function has values that the platform takes', () => {
  for (const [name, { timeout, memorySize, timer }] of Object.entries(DEPLOYMENTS)) {
    expect([name, timeout > 3 && timeout <= 60]).toEqual([name, true]);
    expect([128, 256, 512, 1024, 2048]).toContain(memorySize);
    if (timer) expect(readTrigger([{ name: timer.name, type: 'timer', config: timer.cron }])).toBeDefined();
  }
});

test('cloudbaserc.json and config.json say the same of a function', () => {
  const variable = { name: 'KEY', required: true, purpose: 'for', value: 'how' };
  const timer = { name: 'nightly', cron: '0 0 2 * * * *', does: 'nothing' };
  const one = { timeout: 30, memorySize: 512, timer, openapi: ['a.b'], variables: [variable] };
  const triggers = [{ name: 'nightly', type: 'timer', config: '0 0 2 * * * *' }];
  const limits = { timeout: 30, memorySize: 512, triggers };
  expect(configOf(one)).toEqual({ ...limits, permissions: { openapi: ['a.b'] } });
  expect(cloudbaseConfig({ one })).toMatchObject({
    functionRoot: './dist/cloudfunctions',
    functions: [
      {
        ...limits,
        name: 'one',
        handler: 'index.main',
        runtime: RUNTIME.name,
        installDependency: false,
        envVariables: { KEY: '{{env.KEY}}' },
      },
    ],
  });
});

test('the tables are written between their marks, and a text without them is refused', () => {
  const marks = withTables('<!-- Made from deployment.ts by `npm run deployment`: begin -->\n<!-- end -->');
  expect(withTables(`before ${marks} after`)).toBe(`before ${marks} after`);
  for (const name of Object.keys(DEPLOYMENTS)) expect(marks).toContain(`| ${name} | ${RUNTIME.name} |`);
  for (const text of ['', 'no marks', marks + marks]) expect(() => withTables(text)).toThrow('marks');
});
