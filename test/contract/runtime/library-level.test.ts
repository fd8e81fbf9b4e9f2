import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { RUNTIME } from '../../../cloudfunctions/deployment';
import { installedRuntime } from '../../support/function-runtime';

const ROOT = path.resolve(__dirname, '../../..');
const HOST = path.join(ROOT, 'local/cloud/host');
const node = installedRuntime('named');
const onTheRuntime = node ? test : test.skip;
const run = (...args: string[]): string => execFileSync(node ?? '', args, { encoding: 'utf8' });

onTheRuntime('the runtime that tests have is the version that is named', () => {
  expect(run('--version').trim()).toBe(`v${RUNTIME.node}`);
});

onTheRuntime('the list of builtins that threads keep is what this version prints', () => {
  const listed = JSON.parse(readFileSync(path.join(HOST, 'node18-builtins.json'), 'utf8'));
  expect(listed).toEqual(JSON.parse(run(path.join(HOST, 'list-builtins.js'))));
});

onTheRuntime('the types of the functions claim no more of ES2023 than it has, and no less', () => {
  const declared = readFileSync(path.join(ROOT, 'cloudfunctions/types/node/es2023.d.ts'), 'utf8');
  const names = ['findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with'];
  const list = `JSON.stringify(${JSON.stringify(names)}.filter((name) => name in [] && name in new Uint8Array()))`;
  const has = JSON.parse(run('--print', list)) as string[];
  expect(names.filter((name) => new RegExp(`\\b${name}[(<]`).test(declared))).toEqual(has);
});

test('the types of Node.js are those of this version', () => {
  const { version } = JSON.parse(
    readFileSync(path.join(ROOT, 'node_modules/types-node-18/package.json'), 'utf8'),
  );
  const [major, minor] = RUNTIME.node.split('.');
  expect(version).toMatch(new RegExp(`^${major}\\.${minor}\\.`));
});
