import { chinaDateTime, chinaTime, instantOfChinaTime } from '../../../../local/preview/shared/china-time';

test('reads and writes the time of China on any machine', () => {
  const instant = Date.UTC(2026, 10, 20, 0, 57);
  expect(chinaDateTime(instant)).toBe('2026-11-20T08:57');
  expect(chinaTime(instant)).toBe('08:57');
  expect(instantOfChinaTime('2026-11-20T08:57')).toBe(instant);
  expect(instantOfChinaTime('2026-11-20')).toBe(Date.UTC(2026, 10, 19, 16));
  expect(instantOfChinaTime('soon')).toBeNull();
});
