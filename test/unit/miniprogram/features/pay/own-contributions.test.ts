import '../../../../../miniprogram/features/pay/words/words';
import type { ContributionMonth } from '#contracts/insurance-records';
import {
  type ContributionsModel,
  contributionsView,
} from '../../../../../miniprogram/features/pay/pages/contributions/contributions.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const [zh, en] = [wordsIn('zh-CN'), wordsIn('en')];
const monthOf = (month: string): ContributionMonth =>
  ({
    ...{ month, city: 'shanghai' },
    lines: [
      { kind: 'pension', base: 2_000_000, employee: 160_000, employer: 320_000 },
      { kind: 'injury', base: 2_000_000, employee: 0, employer: 4_000 },
    ],
  }) as unknown as ContributionMonth;
const model = (more: Partial<ContributionsModel> = {}): ContributionsModel => ({
  ...{ year: 2026, thisYear: 2026, isLocked: false, failure: null },
  months: [monthOf('2026-09'), monthOf('2026-10')],
  ...more,
});

test('a year has both sides in all, and the latest month first', () => {
  const { sums, months } = contributionsView(model(), zh);
  expect(sums.map(({ name, amount }) => [name, amount])).toEqual([
    ['个人缴纳合计', '¥3,200.00'],
    ['单位缴纳合计', '¥6,480.00'],
  ]);
  expect(months.map(({ name }) => name)).toEqual(['2026年10月', '2026年9月']);
  expect(months[0]).toMatchObject({
    sums: '个人 ¥1,600.00，单位 ¥3,240.00',
    lines: [
      { name: '养老保险', base: '基数 ¥20,000.00', sides: '个人 ¥1,600.00，单位 ¥3,200.00' },
      { name: '工伤保险', sides: '个人 ¥0.00，单位 ¥40.00' },
    ],
  });
  expect(contributionsView(model(), en).months[0]?.lines[0]?.name).toBe('Pension insurance');
});

test('while it is locked no amount is in the data of the page', () => {
  const view = contributionsView(model({ isLocked: true }), zh);
  expect(view.mode).toBe('locked');
  expect(JSON.stringify(view)).not.toMatch(/1,600|3,200|20,000/);
});
