import { privacyItemProblems } from '../../../../scripts/check/privacy-items';
import { scratchFolder } from '../scratch-folder';

const TABLE = '| item | by |\n|---|---|\n| 剪切板 | `wx.setClipboardData` |\n';
const problems = (source: string, guide = TABLE, zh = guide) =>
  privacyItemProblems(
    scratchFolder({
      'README.md': guide,
      'README.zh-CN.md': zh,
      'miniprogram/services/a.ts': source,
      'miniprogram/miniprogram_npm/x/b.ts': 'wx.chooseAddress({})',
    }),
  );

test('an API whose item the table has passes, as does one that needs none', () => {
  expect(problems('wx.setClipboardData({ data })\nwx.showToast({ title })')).toEqual([]);
});

test('an API that is not in the table of one of the guides is named with its place', () => {
  const source = 'wx.setClipboardData({ data })\nwx.chooseMessageFile({ count: 1 })';
  const [first] = problems(source);
  expect(first).toBe(
    'README.md: the privacy item 选中的文件 is not in the table; wx.chooseMessageFile in miniprogram/services/a.ts needs it',
  );
  expect(problems('wx.setClipboardData({ data })', TABLE, '剪切板')).toHaveLength(1);
});
