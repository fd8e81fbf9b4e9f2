import { fromLink } from '../../../../miniprogram/utils/from-link';

test.each([
  ['%E5%A2%9E%E9%95%BF%2030%25', '增长 30%'],
  ['增长 30%', '增长 30%'],
  ['%', '%'],
  ['', ''],
])('%s is read as %s', (link, text) => {
  expect(fromLink(link)).toBe(text);
});
