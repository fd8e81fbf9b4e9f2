import type { Period } from '#contracts/form';
import { type PersonRequest, REQUEST_FIELDS } from '../../../../cloudfunctions/reports/domain/request-fields';

const when = REQUEST_FIELDS.find(({ header }) => header.en === 'Period');

const inTable = (period: Period, language: 'zh-CN' | 'en' = 'zh-CN') =>
  when?.value({ request: { period } } as PersonRequest, language);

const halves = (from: string, fromHalf: 1 | 2, to: string, toHalf: 1 | 2) =>
  ({ unit: 'half', from, fromHalf, to, toHalf }) as Period;

test('the export names a half of a day where only that half counts, as the screen does', () => {
  expect(inTable(halves('2026-11-20', 1, '2026-11-20', 1))).toBe('2026-11-20 上午');
  expect(inTable(halves('2026-11-20', 2, '2026-11-20', 2), 'en')).toBe('2026-11-20 afternoon');
  expect(inTable(halves('2026-11-20', 1, '2026-11-20', 2))).toBe('2026-11-20');
  expect(inTable(halves('2026-11-20', 1, '2026-11-23', 1))).toBe('2026-11-20 – 2026-11-23 上午');
  expect(inTable(halves('2026-11-20', 2, '2026-11-23', 2), 'en')).toBe('2026-11-20 afternoon – 2026-11-23');
});

test('one day of leave is one day in the export', () => {
  expect(inTable({ unit: 'day', from: '2026-11-20', to: '2026-11-20' } as Period)).toBe('2026-11-20');
  expect(inTable({ unit: 'day', from: '2026-11-20', to: '2026-11-23' } as Period)).toBe(
    '2026-11-20 – 2026-11-23',
  );
});
