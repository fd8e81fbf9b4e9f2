import type { LeaverItem, Leaving } from '#contracts/one-off-pay';
import type { Fen } from '#contracts/pay';
import { meanQuestion } from '../../../../../miniprogram/features/pay/pages/leavers/leavers.view';
import '../../../../../miniprogram/features/pay/words/words';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const zh = wordsIn('zh-CN');
const fen = (yuan: number) => (yuan * 100) as Fen;
const ITEM = { lastWage: fen(20_000), wageCap: fen(37_731) } as LeaverItem;
const ask = (meanWage: number | null, more: object = {}, item = ITEM) =>
  meanQuestion(
    { meanWage: meanWage === null ? null : fen(meanWage), average: null, ...more } as Leaving,
    item,
    zh,
  );

test('a mean wage over the cap, or far from the last one, is asked about before it is saved', () => {
  expect(ask(null)).toBe('');
  expect(ask(21_000)).toBe('');
  expect(ask(37_731)).toBe('');
  expect(ask(40_000)).toBe('超过当地月平均工资的三倍，按 ¥37,731.00 计算，年限最多 12 年。');
  expect(ask(60_000.01).split('\n')).toEqual([
    '平均工资 ¥60,000.01 超过上月工资 ¥20,000.00 的三倍，确认没有填错吗？',
    '超过当地月平均工资的三倍，按 ¥37,731.00 计算，年限最多 12 年。',
  ]);
  // The average that is typed decides about the cap, and nothing is known without one.
  expect(ask(40_000, { average: { year: 2025, monthly: fen(20_000), source: 'x' } })).toBe('');
  expect(ask(40_000, {}, { ...ITEM, wageCap: null })).toBe('');
});
