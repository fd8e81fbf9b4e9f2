import { type AllowedBuiltin, builtinProblems } from '../../../../../scripts/check/compiled/builtin-problems';
import { droppedFileProblems } from '../../../../../scripts/check/compiled/dropped-files';
import { missingBuiltins } from '../../../../../scripts/check/compiled/missing-builtins';
import { measurePackages, sizeProblems } from '../../../../../scripts/check/compiled/package-sizes';
import { outputWith } from './file-set';

describe('files that the compiler leaves out', () => {
  const sources = outputWith({
    'common/sum.js': null,
    'common/sum.ts': 'export const sum: number = 1;',
    'common/types.ts': 'import type { A } from "./a";\nexport type B = A;\nexport interface C { b: B }',
    'common/globals.d.ts': 'declare const x: 1;',
  });

  it('finds nothing when only types are left out', () => {
    expect(droppedFileProblems(sources, outputWith())).toEqual([]);
  });

  it.each(['common/sum.js', 'pages/a/a.wxss', 'components/box/box.json'])('names %s', (file) => {
    expect(droppedFileProblems(sources, outputWith({ [file]: null }))).toEqual([
      expect.stringContaining(
        `miniprogram/${file.replace('sum.js', 'sum.ts')}: WeChat's compiler leaves it out`,
      ),
    ]);
  });
});

describe("package sizes of the compiler's output", () => {
  it('puts every file into its package', () => {
    const files = outputWith({
      'features/x/big.wxml': 'x'.repeat(5_000),
      'features/xy.wxml': 'x'.repeat(9_000),
    });
    const sizes = Object.fromEntries(measurePackages(files).map(({ name, bytes }) => [name, bytes]));
    const sum = (own: (name: string) => boolean): number =>
      [...files].reduce((bytes, [name, content]) => bytes + (own(name) ? content.length : 0), 0);
    expect(sizes).toEqual({
      main: sum((name) => !/^features\/[xy]\//.test(name)),
      'features/x': sum((name) => name.startsWith('features/x/')),
      'features/y': sum((name) => name.startsWith('features/y/')),
      total: sum(() => true),
    });
  });

  it.each([
    ['main', { 'images/big.png': 800 }, ['package main: 800.']],
    ['a subpackage', { 'features/x/big.png': 1024 }, ['package features/x: 1024.']],
    ['everything', { 'a.png': 790, 'features/x/b.png': 1023, 'features/y/c.png': 1023 }, []],
  ])('names a package over its budget: %s', (_, kilobytes, wanted) => {
    const big = Object.entries(kilobytes).map(([name, kb]) => [name, 'x'.repeat(kb * 1024)]);
    const problems = sizeProblems(measurePackages(outputWith(Object.fromEntries(big))));
    expect(problems).toEqual(wanted.map((start) => expect.stringContaining(start)));
  });

  it('names the total over its budget, though each package is within its own', () => {
    const roots = [1, 2, 3, 4, 5].map((index) => `features/${index}`);
    const app = { pages: [], subPackages: roots.map((root) => ({ root, pages: [] })) };
    const files = (kb: number): Record<string, string> =>
      Object.fromEntries(roots.map((root) => [`${root}/a.png`, 'x'.repeat(kb * 1024)]));
    const problemsAt = (kb: number): string[] =>
      sizeProblems(measurePackages(outputWith({ 'app.json': JSON.stringify(app), ...files(kb) })));
    expect(problemsAt(1023)).toEqual([]);
    expect(problemsAt(1024)).toEqual([
      expect.stringMatching(/^package total: 512\d\.\d KB is over its budget of 5120\.0 KB$/),
    ]);
  });
});

describe('builtins of the declared base library', () => {
  const problemsOf = (script: string, allowed: readonly AllowedBuiltin[] = []): string[] =>
    builtinProblems(outputWith({ 'app.js': script }), missingBuiltins('3.5.8'), allowed);

  it.each([
    '[].toSorted()',
    'Object.groupBy(a,b)',
    'Promise.withResolvers()',
    'structuredClone(a)',
    'Intl.x',
  ])('refuses %s, by its file', (script) => {
    const name = script.replace(/^\[\]\.|\(.*$|\.x$/g, '');
    expect(problemsOf(script)).toEqual([
      `app.js: ${name} is missing on phones with the declared base library`,
    ]);
  });

  it.each(['window.x', 'eval("1")', 'new Function("return 1")', 'localStorage.a', 'new URL("a")'])(
    'refuses %s, which no Mini Program has',
    (script) => expect(problemsOf(script)).toHaveLength(1),
  );

  it.each([
    'a.flatMap(b);Object.fromEntries(c);d.finally(e);f.trimEnd();g.at(-1);h.findLast(i);j.replaceAll(k,l)',
    'typeof window',
    'var URL=require("./url");new URL()',
    'a.window;({eval:1})',
    'Function.prototype.call',
  ])('accepts %s', (script) => expect(problemsOf(script)).toEqual([]));

  it('knows that an older base library lacks more', () => {
    const older = missingBuiltins('2.19.0');
    expect(builtinProblems(outputWith({ 'app.js': 'a.at(-1)' }), older, [])).toHaveLength(1);
    expect(() => missingBuiltins('0.1.0')).toThrow('does not know base library 0.1.0');
  });

  it('lets a use with a reason pass, and names a reason that nothing needs', () => {
    const allowed = [{ file: 'app.js', name: 'Intl', reason: 'behind a check' }];
    expect(problemsOf('Intl.x', allowed)).toEqual([]);
    expect(problemsOf('1', allowed)).toEqual(['allowed-builtins.ts: app.js does not use Intl any more']);
  });
});
