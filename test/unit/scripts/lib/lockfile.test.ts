import { lockfileProblems } from '../../../../scripts/check/lockfile-gate';
import { lockfileGaps } from '../../../../scripts/lib/lockfile';

const packages = {
  '': { dependencies: { a: '1.0.0' } },
  'node_modules/a': { version: '1.0.0', dependencies: { b: '^2.0.0', c: '1' } },
  'node_modules/a/node_modules/b': { version: '2.1.0', dependencies: { c: '1' } },
  'node_modules/c': { version: '1.0.0', dev: true, optionalDependencies: { 'c-linux-x64': '1.0.0' } },
  'node_modules/c-linux-x64': { version: '1.0.0' },
};

describe('the lockfile', () => {
  it('has no gap when every package asked for is found where Node looks', () => {
    expect(lockfileGaps({ packages })).toEqual([]);
    expect(lockfileProblems({ dependencies: { a: '1.0.0' } }, { packages })).toEqual([]);
  });

  it('has a gap for an optional package of another platform', () => {
    const { 'node_modules/c-linux-x64': _left, ...rest } = packages;
    const gap = { asker: 'node_modules/c', name: 'c-linux-x64', version: '1.0.0', isDev: true };
    expect(lockfileGaps({ packages: rest })).toEqual([gap]);
  });

  it('has no download addresses', () => {
    const addressed = {
      ...packages,
      'node_modules/c': { version: '1.0.0', resolved: 'https://registry.example/c.tgz' },
    };
    const complete = { ...addressed, 'node_modules/c-linux-x64': { version: '1.0.0' } };
    expect(lockfileProblems({ dependencies: { a: '1.0.0' } }, { packages: complete })).toEqual([
      'package-lock.json: node_modules/c has a download address; see .npmrc',
    ]);
  });

  it('must agree with package.json', () => {
    expect(lockfileProblems({ dependencies: { a: '1.0.1' } }, { packages })).toEqual([
      'package-lock.json: dependencies differ from package.json; run npm install',
    ]);
  });
});
