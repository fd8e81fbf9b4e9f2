import { forbiddenTextProblems } from '../../../../scripts/check/forbidden-text';
import { scratchFolder } from '../scratch-folder';

const problemsOf = (file: string, text: string): string[] =>
  forbiddenTextProblems(scratchFolder({ [file]: text }), [file.split('/')[0] ?? '']);

describe('forbidden text', () => {
  it.each([
    ['scripts/a.ts', `// ${'TO'}DO later`, 'unfinished work'],
    ['local/a.ts', `// @ts-${'ignore'}`, 'silenced compiler'],
    ['miniprogram/a.ts', `const a = b as ${'any'};`, 'type thrown away'],
    ['cloudfunctions/x/a.ts', `try { a() } ${'catch'} {}`, 'swallowed error'],
    ['test/a.test.ts', `it.${'only'}('a', run)`, 'test left alone or skipped'],
    ['cloudfunctions/x/domain/a.ts', 'const now = Date.now()', 'clock or dice in a rule'],
    ['miniprogram/a.ts', `const text = money.${'toFixed'}(2)`, 'rounding by string'],
    [
      'miniprogram/a.wxml',
      `<view wx:key="${'index'}" />`,
      'wx:key names a property of the items, not their position',
    ],
    ['miniprogram/a.ts', `wx.cloud.${'database'}()`, 'database opened by the phone'],
  ])('finds in %s: %s', (file, text, rule) => {
    expect(problemsOf(file, `\n${text}\n`)).toEqual([`${file}:2: ${rule}`]);
  });

  it('finds where().update inside a transaction, also over several lines', () => {
    const text = 'await transaction\n  .collection("a")\n  .where({ b })\n  .update({ c })';
    expect(problemsOf('cloudfunctions/x/data/a.ts', text)).toHaveLength(1);
  });

  it('lets a clock be read outside of the rules, and doc().update in a transaction', () => {
    expect(problemsOf('cloudfunctions/x/a.ts', 'const now = Date.now()')).toEqual([]);
    expect(problemsOf('cloudfunctions/x/a.ts', 'await transaction.collection("a").doc(b).update(c)')).toEqual(
      [],
    );
  });
});
