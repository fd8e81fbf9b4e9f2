import { fittingTitle } from '../../../../miniprogram/utils/fitting-title';

test('a title ends before the capsule of WeChat, on a narrow phone earlier', () => {
  expect(fittingTitle('欧阳娜娜的报告', 320)).toBe('欧阳娜娜的报告');
  expect(fittingTitle('Demo Gengzi', 320)).toBe('Demo Gengzi');
  expect(fittingTitle('古丽米热·阿卜杜拉的报告', 320)).toBe('古丽米热·阿…');
  expect(fittingTitle('Example Technology', 320)).toBe('Example Tec…');
  expect(fittingTitle('Example Technology', 390)).toBe('Example Technology');
});
