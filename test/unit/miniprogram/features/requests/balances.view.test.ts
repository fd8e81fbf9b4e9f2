import type { LeaveBalance } from '#contracts/leave';
import type { RequestsContract } from '#contracts/requests';
import { type BalancesModel, balancesView } from '../../../../../miniprogram/features/requests/balances.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { day } from '../../../cloudfunctions/support/rules';

const zh = wordsIn('zh-CN');
const both = (text: string) => ({ 'zh-CN': text, en: text });
const balance = (id: string, left: number, more: Partial<LeaveBalance> = {}): LeaveBalance => ({
  type: { id, name: both(id), unit: 'day', paidShare: 100, balance: true, source: both('s') },
  left,
  held: 0,
  used: 0,
  expiring: null,
  basis: [],
  ...more,
});
const limited = (id: string, used = 0): LeaveBalance => {
  const { type } = balance(id, 0);
  return balance(id, 0, { type: { ...type, balance: false }, used });
};
const view = (balances: readonly LeaveBalance[], more: Partial<BalancesModel> = {}) => {
  const data: RequestsContract['balances']['output'] = { balances, ledger: [] };
  return balancesView({ data, failure: null, open: null, all: false, utcOffset: 480, ...more }, zh);
};
const ids = ({ items }: ReturnType<typeof view>) => items.map(({ id }) => id);

const MANY = [
  balance('annual', 4_800),
  balance('comp-time', 0),
  limited('personal'),
  limited('maternity-difficult'),
  balance('parental', 2_400, { used: 480 }),
];

test('the two that matter stand first, the rest is folded', () => {
  expect(ids(view(MANY))).toEqual(['parental', 'annual']);
  expect(view(MANY).rest).toBe('其余 3 种假期');
  expect(ids(view(MANY, { all: true })).slice(2)).toEqual(['comp-time', 'personal', 'maternity-difficult']);
});

test('a type without anything left is not as loud as the others', () => {
  const quiet = view(MANY, { all: true }).items.map((item) => item.quiet);
  expect(quiet).toEqual([false, false, true, true, true]);
});

test('leave without a balance that was taken comes before what nobody uses', () => {
  expect(ids(view([balance('comp-time', 0), limited('sick', 480), balance('annual', 480)]))).toEqual([
    'annual',
    'sick',
  ]);
});

test('nothing is folded where there are two', () => {
  expect(view(MANY.slice(0, 2)).rest).toBe('');
});

test('a leaver reads what is earned and what is paid out', () => {
  const leaving = { lastDay: day('2026-06-30'), earned: 1_920, payOut: 960, percent: 300 };
  expect(view([balance('annual', 960, { used: 960, leaving })]).items[0]?.note).toBe(
    '6月30日 周二 离职，应得 4 天 · 未休的 2 天 按 300% 折现（含正常工资） · 已用 2 天',
  );
});

test('a type counted in hours says hours in every place', () => {
  const { type } = balance('comp-time', 0);
  const hours = balance('comp-time', 240, { type: { ...type, unit: 'hour' }, held: 240 });
  expect(view([hours]).items[0]).toMatchObject({ left: '4 小时', note: '审批中 4 小时' });
});
