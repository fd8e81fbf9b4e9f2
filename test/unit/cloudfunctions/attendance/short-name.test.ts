import { shortName } from '../../../../cloudfunctions/attendance/domain/short-name';

test.each([
  ['王小明', 'Xiaoming Wang', '王 X.', 'X. Wang'],
  ['欧阳娜娜', 'Nana Ouyang', '欧阳 N.', 'N. Ouyang'],
  ['李', 'Li', '李', 'Li'],
  ['欧阳', 'Yang Ou', '欧 Y.', 'Y. Ou'],
  ['王小明', '', '王', ''],
])('%s, %s', (name, nameEn, zh, en) => expect(shortName(name, nameEn)).toEqual({ 'zh-CN': zh, en }));

test.each([
  [' 王小明 ', ' xiaoming  wang ', '王 X.', 'X. wang'],
  ['', 'Ann Lee', 'A.', 'A. Lee'],
  ['', '', '', ''],
])('of “%s”, “%s” nothing else is shown', (name, nameEn, zh, en) =>
  expect(shortName(name, nameEn)).toEqual({ 'zh-CN': zh, en }),
);
