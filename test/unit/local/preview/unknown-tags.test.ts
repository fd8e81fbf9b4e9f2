import { tagsOf } from '../../../../local/preview/build/unknown-tags';

test('finds opening tags with line and column', () => {
  expect(tagsOf('<view>\n  <a-b c="1" />\n</view>')).toEqual([
    { tag: 'view', attributes: [], line: 1, column: 1 },
    { tag: 'a-b', attributes: ['c'], line: 2, column: 3 },
  ]);
});

test('comments, expressions, attributes and WXS are no tags', () => {
  const source = `<!-- <x1 /> --><view a="<x2>" b='{{c <x3}}'>{{a < x4 > b}}</view><wxs module="m">a <x5 > b;</wxs>`;
  expect(tagsOf(source).map(({ tag }) => tag)).toEqual(['view', 'wxs']);
});
