import { baseLibraryProblems, LOWEST_BASE_LIBRARY } from '../../../../scripts/check/base-library';
import { scratchFolder } from '../scratch-folder';

const guides = { 'README.md': LOWEST_BASE_LIBRARY, 'README.zh-CN.md': LOWEST_BASE_LIBRARY };
const problems = (source: string, files: object = guides) =>
  baseLibraryProblems(scratchFolder({ ...files, 'miniprogram/a.ts': source }));

test('an API that the lowest base library has is called as it is', () => {
  expect(problems('wx.chooseMedia({})\nwx.getWindowInfo()')).toEqual([]);
});

test('a newer one is asked for first', () => {
  expect(problems('wx.getApiCategory()')).toEqual([
    'miniprogram/a.ts: wx.getApiCategory came with 2.33.0 and is called without asking for it',
  ]);
  expect(problems('if (wx.getApiCategory) wx.getApiCategory()')).toEqual([]);
  expect(problems('wx.getApiCategory?.()')).toEqual([]);
  expect(problems("if (wx.canIUse('getApiCategory')) wx.getApiCategory()")).toEqual([]);
});

test('the guides name the same base library', () => {
  expect(problems('', { ...guides, 'README.md': '2.19.0' })).toEqual([
    `README.md: the lowest base library is ${LOWEST_BASE_LIBRARY}`,
  ]);
});
