import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { droppedFileProblems } from '../../../../scripts/check/compiled/dropped-files';
import {
  CompilerRefusal,
  compileProject,
  inputsHash,
  installCompiler,
} from '../../../../scripts/wechat/compile';
import { readFileSet } from '../../../../scripts/wechat/file-set';
import { scratchFolder } from '../scratch-folder';

const CONFIG = readFileSync(path.resolve(__dirname, '../../../../project.config.json'), 'utf8');

const project = (change: Record<string, string | object> = {}): string =>
  scratchFolder({
    'project.config.json': CONFIG,
    'miniprogram/app.json': { pages: ['pages/a/a'] },
    'miniprogram/app.ts': 'App({});',
    'miniprogram/pages/a/a.ts': "import { sum } from '../../sum';\nPage({ data: { sum: sum(1) } });",
    'miniprogram/pages/a/a.json': {},
    'miniprogram/pages/a/a.wxml': '<view>{{ sum }}</view>',
    'miniprogram/sum.ts': 'export const sum = (one: number): number => one + 1;',
    'miniprogram/lone.ts': 'export const lone = 1;',
    ...change,
  });

describe('the hash that lets a compilation be skipped', () => {
  const root = project();
  const hashWith = (change: () => void): string => {
    change();
    return inputsHash(root);
  };
  const place = (file: string): string => path.join(root, file);

  it('stays while nothing changes', () => {
    expect(inputsHash(root)).toBe(inputsHash(root));
  });

  it.each([
    ['a source', () => writeFileSync(place('miniprogram/sum.ts'), 'export const sum = 2;')],
    [
      'a prepared package',
      () => cpSync(place('miniprogram/sum.ts'), place('miniprogram/miniprogram_npm/a/index.js')),
    ],
    ['the name of a file', () => renameSync(place('miniprogram/lone.ts'), place('miniprogram/alone.ts'))],
    ['a removed file', () => rmSync(place('miniprogram/alone.ts'))],
    ['a setting', () => writeFileSync(place('project.config.json'), CONFIG.replace('3.5.8', '3.6.0'))],
  ])('changes with %s', (_, change) => {
    const before = inputsHash(root);
    expect(hashWith(change)).not.toBe(before);
  });
});

describe("WeChat's own compiler", () => {
  const output = mkdtempSync(path.join(tmpdir(), 'tongxin-wechat-output-'));
  beforeAll(installCompiler);
  afterAll(() => rmSync(output, { recursive: true }));

  it('makes ES5 of a small project offline, and leaves out what nothing uses', async () => {
    const root = project();
    await compileProject(root, output);
    const files = readFileSet(output);
    expect(files.get('sum.js')?.toString('utf8')).toContain('exports.sum=function(');
    expect(files.get('pages/a/a.js')?.toString('utf8')).toContain('require("../../sum")');
    expect(droppedFileProblems(readFileSet(path.join(root, 'miniprogram')), files)).toEqual([
      expect.stringContaining('miniprogram/lone.ts'),
    ]);
  });

  it.each([
    ['syntax', { 'miniprogram/pages/a/a.ts': 'Page({\n  data: {{ },\n});' }, /pages\/a\/a\.ts.*\(2:9\)/],
    ['JSON', { 'miniprogram/pages/a/a.json': '{ "usingComponents": {}, }' }, /pages\/a\/a\.json/],
    [
      'a component that is not there',
      { 'miniprogram/pages/a/a.json': { usingComponents: { box: '/components/box/box' } } },
      /pages\/a\/a\.json.*"\/components\/box\/box"/,
    ],
  ])('refuses %s and names the file', async (_, change, wanted) => {
    const refusal = await compileProject(project(change), output).catch((error: Error) => error);
    expect(refusal).toBeInstanceOf(CompilerRefusal);
    expect((refusal as Error).message).toMatch(wanted);
  });

  it('is not called a refusal when the project cannot be read', async () => {
    const root = project();
    rmSync(path.join(root, 'project.config.json'));
    await expect(compileProject(root, output)).rejects.not.toBeInstanceOf(CompilerRefusal);
    writeFileSync(path.join(root, 'project.config.json'), CONFIG);
  });
});
