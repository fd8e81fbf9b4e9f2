import type { Instant, Month } from '#contracts/common';
import type { Fen } from '#contracts/pay';
import {
  isReady,
  type LockModel,
  lockView,
} from '../../../../../miniprogram/features/pay/components/pay-lock/pay-lock.view';
import { slipsView } from '../../../../../miniprogram/features/pay/pages/slips/slips.view';
import { type YearModel, yearView } from '../../../../../miniprogram/features/pay/pages/year/year.view';
import '../../../../../miniprogram/features/pay/words/words';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const zh = wordsIn('zh-CN', '2026');
const en = wordsIn('en', '2026');

const LOCK: LockModel = {
  state: { hasPass: true, lockedUntil: null, challenge: 'c' },
  ...{
    step: 'enter',
    about: 'pay',
    canCheck: false,
    old: '',
    pass: '',
    again: '',
    busy: false,
    failure: null,
  },
};

test('six digits open, anything else waits', () => {
  expect(isReady({ ...LOCK, pass: '90817' })).toBe(false);
  expect(isReady({ ...LOCK, pass: '90817a' })).toBe(false);
  expect(isReady({ ...LOCK, pass: '908172' })).toBe(true);
  expect(isReady({ ...LOCK, pass: '908172', busy: true })).toBe(false);
});

test('a first passcode is typed twice; another one needs the old one and has to be different', () => {
  const set: LockModel = { ...LOCK, step: 'set', pass: '908172' };
  expect(isReady(set)).toBe(false);
  expect(lockView({ ...set, again: '908173' }, zh).problem).toBe('两次输入的不一样');
  expect(isReady({ ...set, again: '908172' })).toBe(true);
  const change: LockModel = { ...set, step: 'change', again: '908172' };
  expect(isReady(change)).toBe(false);
  expect(isReady({ ...change, old: '135790' })).toBe(true);
  expect(isReady({ ...change, old: '908172' })).toBe(false);
  expect(lockView({ ...change, old: '908172' }, zh).problem).toBe('新的密码和现在的一样');
});

test('the phone is offered where it can check its owner, and the old passcode can be changed', () => {
  expect(lockView({ ...LOCK, canCheck: true }, zh)).toMatchObject({
    ...{ hasPhone: true, isSetting: false, change: '更换查看密码', title: '查看工资要再验证一次' },
  });
  const first = {
    ...LOCK,
    step: 'set' as const,
    state: { ...LOCK.state, hasPass: false } as LockModel['state'],
  };
  expect(lockView(first, en)).toMatchObject({
    title: 'Set a passcode first',
    change: '',
    ok: 'Set and open',
  });
});

test('a wrong passcode says how many tries are left, a locked one until when', () => {
  const failed = (code: 'PASS_WRONG' | 'PASS_LOCKED', data: object) =>
    lockView({ ...LOCK, failure: { code, data, requestId: '' } as never }, zh).error;
  expect(failed('PASS_WRONG', { left: 3 })).toBe('查看密码不对，还可以试 3 次');
  expect(failed('PASS_LOCKED', { retryAt: Date.parse('2026-11-23T02:30:00Z') as Instant })).toContain(
    '10:30',
  );
});

test('the list of slips has no amount, and says which are new', () => {
  const slips = [
    { month: '2026-10' as Month, paidOn: '2026-11-05' as never, version: 1, state: 'new' as const },
    { month: '2026-09' as Month, paidOn: '2026-10-10' as never, version: 2, state: 'confirmed' as const },
  ];
  const view = slipsView({ slips, next: null, openUntil: null, failure: null }, zh);
  expect(view.rows).toMatchObject([
    { name: '2026年10月', paidOn: '11月5日 周四发放', state: '未读', tone: 'info' },
    { name: '2026年9月', paidOn: '10月10日 周六发放 · 第 2 版', state: '已确认', tone: 'ok' },
  ]);
  expect(JSON.stringify(view)).not.toContain('¥');
  expect(slipsView({ slips: [], next: null, openUntil: null, failure: null }, zh).isEmpty).toBe(true);
});

const month = (name: string, net: number) => ({
  month: name as Month,
  ...{
    income: 30_000_00 as Fen,
    bonus: 0 as Fen,
    netApart: 0 as Fen,
    contributions: 4_500_00 as Fen,
    tax: 555_00 as Fen,
    net: net as Fen,
    employer: 9_000_00 as Fen,
  },
});
const YEAR: YearModel = {
  ...{ year: 2026, thisYear: 2026, isLocked: false, failure: null },
  months: [month('2026-01', 24_945_00), month('2026-02', 24_875_00)],
};

test('a year sums up what its months say', () => {
  const view = yearView(YEAR, zh);
  expect(view.sums.map(({ name, amount }) => [name, amount])).toEqual([
    ['应发', '¥60,000.00'],
    ['社保公积金（个人）', '¥9,000.00'],
    ['个人所得税', '¥1,110.00'],
    ['实发', '¥49,820.00'],
    ['公司另外缴纳', '¥18,000.00'],
  ]);
  const paid = { ...month('2026-03', 24_000_00), bonus: 37_000_00 as Fen };
  const months = [...(YEAR.months ?? []), paid];
  const shown = yearView({ ...YEAR, months }, zh);
  expect(shown.sums[1]).toEqual({ id: 'bonus', name: '其中年终奖', amount: '¥37,000.00' });
  expect(shown.months.map(({ figures }) => figures.length)).toEqual([5, 5, 6]);
  expect(view.chart?.summary).toBe('2026 年平均每月实发 ¥24,910.00');
  expect(view).toMatchObject({ canLater: false, canEarlier: true });
  expect(yearView({ ...YEAR, year: 2016 }, zh)).toMatchObject({ canLater: true, canEarlier: false });
});

test('the average of a year says whether the yearly bonus is in it, and leaves out what can be told apart', () => {
  const summary = (last: object, t = zh) =>
    yearView({ ...YEAR, months: [...(YEAR.months ?? []), { ...month('2026-03', 58_690_00), ...last }] }, t)
      .chart?.summary;
  // Taxed by itself: 36,000 less 1,080 of tax are no part of a month.
  expect(summary({ bonus: 36_000_00, netApart: 34_920_00 })).toBe(
    '2026 年平均每月实发 ¥24,530.00，不含年终奖',
  );
  // Taxed with the wages, its tax is theirs.
  expect(summary({ bonus: 36_000_00 })).toBe('2026 年平均每月实发 ¥36,170.00，含年终奖');
  expect(summary({ bonus: 36_000_00, netApart: 34_920_00 }, en)).toContain('without the yearly bonus');
});

test('while it is locked nothing of a year is on the page', () => {
  expect(JSON.stringify(yearView({ ...YEAR, isLocked: true }, zh))).not.toContain('24,9');
});
