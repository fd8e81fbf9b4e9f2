import { avatarText } from '../../../../miniprogram/common/avatar-text';

test.each([
  ['示例员工甲子', '甲子'],
  ['王芳', '王芳'],
  ['张 晓明', '晓明'],
  ['𠮷田太郎', '太郎'],
  ['林𠮷', '林𠮷'],
  ['买买提·艾力', '艾力'],
  ['王', '王'],
  ['Li Wei', 'LW'],
  ['Anna Maria Schmidt', 'AS'],
  ['li', 'L'],
  ['émile zola', 'ÉZ'],
  ['', ''],
])('%s has the picture %s', (name, text) => {
  expect(avatarText(name)).toBe(text);
});
