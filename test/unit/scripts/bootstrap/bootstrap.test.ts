import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { scratchFolder } from '../scratch-folder';

const SCRIPTS = path.resolve(__dirname, '../../../../scripts');
const LOCK = {
  packages: {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '1.0.0', optional: true },
  },
};

/** A stand-in for npm: notes what it was asked and "installs" what the lockfile wants. */
const NPM = `
const fs = require('node:fs');
fs.writeFileSync('asked.txt', process.argv.slice(2).join(' '));
if (fs.existsSync('fail')) process.exit(7);
fs.mkdirSync('node_modules', { recursive: true });
fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
`;

function clone(more: Record<string, string | object> = {}): string {
  const folder = scratchFolder({ 'package-lock.json': LOCK, 'npm.js': NPM, ...more });
  cpSync(path.join(SCRIPTS, 'bootstrap'), path.join(folder, 'scripts/bootstrap'), { recursive: true });
  cpSync(path.join(SCRIPTS, 'bootstrap.mjs'), path.join(folder, 'scripts/bootstrap.mjs'));
  return folder;
}

function run(folder: string, ...args: string[]): { code: number | null; out: string; err: string } {
  const result = spawnSync(process.execPath, ['scripts/bootstrap.mjs', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, npm_execpath: path.join(folder, 'npm.js') },
  });
  return { code: result.status, out: result.stdout, err: result.stderr };
}

describe('the door of every npm script', () => {
  it('installs first on a clone without packages, and says so', () => {
    const folder = clone();
    const { out } = run(folder, 'build');
    expect(out).toContain('Installing packages from package-lock.json (node_modules is missing)');
    expect(readFileSync(path.join(folder, 'asked.txt'), 'utf8')).toContain(
      'ci --include=dev --ignore-scripts',
    );
  });

  it('does not install again when the packages agree with the lockfile', () => {
    const installed = { packages: { 'node_modules/a': { version: '1.0.0' } } };
    const folder = clone({ 'node_modules/.package-lock.json': installed });
    run(folder, 'build');
    expect(existsSync(path.join(folder, 'asked.txt'))).toBe(false);
  });

  it('installs again when the lockfile asks for another version', () => {
    const installed = { packages: { 'node_modules/a': { version: '0.9.0' } } };
    const folder = clone({
      'node_modules/.package-lock.json': installed,
      'node_modules/.lock-sha256': 'old',
    });
    expect(run(folder, 'build').out).toContain('node_modules/a is not 1.0.0');
  });

  it('says in one line what went wrong', () => {
    const failing = run(clone({ fail: '' }), 'build');
    expect(failing.code).toBe(1);
    expect(failing.err.trim()).toMatch(/^npm ci failed \(exit code 7\)\. Check the network[^\n]*$/);
    const unknown = run(clone(), 'fly');
    expect(unknown.code).toBe(1);
    expect(unknown.err.trim()).toMatch(/^Unknown task "fly"; there are: start, build,[^\n]*$/);
  });
});

describe("the installer of WeChat's compiler", () => {
  const install = (folder: string): ReturnType<typeof run> => {
    const npm = path.join(folder, 'tools/wechat-compiler/npm.js');
    const result = spawnSync(process.execPath, ['scripts/bootstrap/install-compiler.mjs'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, npm_execpath: npm },
    });
    return { code: result.status, out: result.stdout, err: result.stderr };
  };
  const tools = (more: Record<string, string | object> = {}): string => {
    const files = { 'package-lock.json': LOCK, 'npm.js': NPM, ...more };
    const placed = Object.entries(files).map(([name, text]) => [`tools/wechat-compiler/${name}`, text]);
    return clone(Object.fromEntries(placed));
  };

  it('installs in its own folder, once', () => {
    const folder = tools();
    expect(install(folder)).toMatchObject({ code: 0, out: expect.stringContaining('Installing packages') });
    expect(existsSync(path.join(folder, 'tools/wechat-compiler/asked.txt'))).toBe(true);
    expect(existsSync(path.join(folder, 'asked.txt'))).toBe(false);
    expect(install(folder)).toEqual({ code: 0, out: '', err: '' });
  });

  it('says in one line what went wrong', () => {
    const { code, err } = install(tools({ fail: '' }));
    expect(code).toBe(1);
    expect(err.trim()).toMatch(
      /^tools\/wechat-compiler: npm ci failed \(exit code 7\)\. Check the network[^\n]*$/,
    );
  });
});

test.each(['my #1 copy', 'my%20copy', 'copy?'])('the folder %j is named in one line', (name) => {
  const folder = path.join(scratchFolder({}), name);
  cpSync(SCRIPTS, path.join(folder, 'scripts'), { recursive: true });
  const { stderr, status } = spawnSync(process.execPath, ['scripts/bootstrap.mjs', 'start'], { cwd: folder });
  expect([status, String(stderr)]).toEqual([
    1,
    expect.stringMatching(/^The folder [^\n]* has a #, \? or % in its name[^\n]*\n$/),
  ]);
});
