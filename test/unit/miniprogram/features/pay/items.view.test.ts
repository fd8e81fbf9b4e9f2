import type { Day, Month } from '#contracts/common';
import type { PayItem } from '#contracts/pay-item';
import type { PayItemsEffect } from '#contracts/payroll';
import {
  type ItemsModel,
  isTried,
  plusEffect,
  versionOn,
} from '../../../../../miniprogram/features/pay/pages/items/items.model';
import { itemsView } from '../../../../../miniprogram/features/pay/pages/items/items.view';
import '../../../../../miniprogram/features/pay/words/words';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const zh = wordsIn('zh-CN', '2026');
const en = wordsIn('en', '2026');
const item = (id: string, zhName: string, formula: string, more: Partial<PayItem> = {}): PayItem => ({
  ...{ id, name: { 'zh-CN': zhName, en: id }, formula, condition: '', kind: 'earning' },
  ...{ isTaxable: true, isInsurable: false, isInMinimum: false, ...more },
});
const MEALS = item('meals', '餐补', 'attended_days * 20');
const BONUS = item('bonus', '奖金', '(full_wage + meals) / 10', { condition: 'service_months >= 6' });
const VERSIONS = [
  { from: '2026-01-01' as Day, items: [MEALS] },
  { from: '2026-09-01' as Day, items: [MEALS, BONUS] },
];
const MODEL: ItemsModel = {
  ...{ data: { version: 2, versions: VERSIONS, history: [] }, shown: null, draft: null, edit: null },
  ...{ tried: null, isTrying: false, month: '2026-10' as Month, last: '2026-10' as Month, person: null },
  ...{ isPicking: false, today: '2026-11-05' as Day, busy: false, failure: null },
};
const view = (change: Partial<ItemsModel> = {}) => itemsView({ ...MODEL, ...change }, zh);

test('the items of today are listed as people read them, and older versions beside', () => {
  expect(view().rows.map(({ name, formula, condition }) => [name, formula, condition])).toEqual([
    ['餐补', '出勤天数 × 20', ''],
    ['奖金', '(整月工资 + 餐补) ÷ 10', '当 司龄 >= 6'],
  ]);
  expect(view().versions).toEqual([
    { from: '2026-09-01', name: '自2026年9月（当前）', on: true },
    { from: '2026-01-01', name: '自2026年1月', on: false },
  ]);
  expect(view({ shown: '2026-01-01' as Day }).rows).toHaveLength(1);
  expect(versionOn(VERSIONS, '2025-01-01' as Day)).toBe(VERSIONS[0]);
});

test('a mistake names the item and shows its place in the formula', () => {
  const draft = { from: '2026-11' as Month, items: [item('meals', '餐补', 'attended_days * mealz')] };
  const data = { item: 'meals', rule: 'unknown-name', position: 17, text: 'mealz' };
  const failure = { code: 'PAY_FORMULA_INVALID' as const, data, requestId: '' };
  const [meals] = draft.items;
  if (!meals) throw new Error('No item');
  const shown = view({ draft, failure });
  expect(shown.rows[0]).toMatchObject({ isFaulty: true });
  expect(shown.error).toContain('餐补');
  const { edit } = view({ draft, failure, edit: { at: 0, item: meals, field: 'formula', cursor: 0 } });
  expect(edit?.places).toEqual([{ key: 0, before: '…nded_days * ', at: 'mealz' }]);
});

test('names of other items and functions are offered, and not the item itself', () => {
  const { edit } = view({ edit: { at: 1, item: BONUS, field: 'condition', cursor: 0 } });
  const offered = edit?.offered.map(({ text }) => text) ?? [];
  expect(offered).toEqual(expect.arrayContaining(['wage', 'meals', 'if()']));
  expect(offered).not.toContain('bonus');
  expect(itemsView(MODEL, en).rows[0]).toMatchObject({ formula: 'Days attended × 20' });
});

const sums = (gross: number) => ({ gross, net: gross, employer: 0 }) as unknown as PayItemsEffect['before'];
const person = (id: string, before: number, now: number) => ({
  ...{ person: { id, name: id, nameEn: id }, before: sums(before), now: sums(now) },
});
const EFFECT: PayItemsEffect = {
  ...{
    people: 60,
    changed: 1,
    before: sums(100_00),
    now: sums(120_00),
    persons: [person('E1', 100_00, 120_00)],
  },
  ...{ failed: [], failures: 0, without: 2, next: 'E1' },
};

test('only what was worked out for everybody is saved, and another draft is worked out again', () => {
  const draft = { from: '2026-11' as Month, items: [MEALS] };
  const tried = { month: '2026-10' as Month, person: null, draft, effect: EFFECT };
  expect(isTried({ ...MODEL, draft, tried })).toBe(false);
  const all = plusEffect(EFFECT, { ...EFFECT, persons: [person('E2', 0, 50_00)], next: null });
  expect(all).toMatchObject({ people: 120, changed: 2, now: { gross: 240_00 }, without: 4 });
  expect(all.persons.map((each) => each.person.id)).toEqual(['E2', 'E1']);
  const whole = { ...tried, effect: all };
  expect(isTried({ ...MODEL, draft, tried: whole })).toBe(true);
  expect(isTried({ ...MODEL, draft: { ...draft }, tried: whole })).toBe(false);
  const shown = view({ draft, tried: whole }).effect;
  expect(shown?.title).toBe('2026年10月：120 人中 2 人变化');
  expect(shown?.rows[0]).toMatchObject({ name: '应发', sums: '¥200.00 → ¥240.00（+¥40.00）' });
  const none = { ...tried, effect: { ...EFFECT, people: 0, changed: 0, persons: [], next: null } };
  expect(view({ draft, tried: none }).effect?.title).toContain('请换一个月份');
});
