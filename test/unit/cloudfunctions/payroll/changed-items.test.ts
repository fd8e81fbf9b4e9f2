import type { Instant, Month } from '#contracts/common';
import type { PayItem } from '#contracts/pay-item';
import {
  changedItems as changedItemsOf,
  itemChangesIn,
  marksOf,
  withItemChanges,
} from '../../../../cloudfunctions/payroll/domain/changed-items';
import type { SlipContent } from '../../../../cloudfunctions/payroll/domain/stored-slip';
import type { ItemSave } from '../../../../cloudfunctions/salaries/rules';
import { payItem } from '../support/payroll-company';

const item = (id: string, formula: string, more: Partial<PayItem> = {}): PayItem =>
  payItem(id, formula, more);
const at = (instant: number) => instant as Instant;
const person = (id: string) => ({ id, name: id, nameEn: id });
const save = (itemId: string, by: string, when: number): ItemSave => ({
  itemId,
  by: person(by),
  at: at(when),
});
const LOCKED = at(100);
const nameOf = (id: string) => ({ 'zh-CN': id, en: id });
const changedItems = (...[of, earlier, saves, since]: [Marked, Marked[], ItemSave[], Instant]) =>
  changedItemsOf(of, earlier, saves, since, nameOf);
type Marked = Parameters<typeof changedItemsOf>[0];
const MEALS = item('meals', '10');
const month = (of: string, items: readonly PayItem[], before: readonly PayItem[] | null) => ({
  ...{ month: of as Month, items, marks: before && marksOf({ items: before }) },
});

test('an item is another one by what it pays and to whom, not by its name or place', () => {
  const of = (now: readonly PayItem[], before: readonly PayItem[] | null) =>
    changedItems(month('2026-10', now, before), [], [], LOCKED).map((each) => [each.item.id, each.how]);
  expect(of([MEALS], [MEALS])).toEqual([]);
  expect(of([item('travel', '1'), MEALS], [MEALS, item('travel', '1')])).toEqual([]);
  expect(of([{ ...MEALS, name: { 'zh-CN': '午餐', en: 'Lunch' } }], [MEALS])).toEqual([]);
  expect(of([{ ...MEALS, condition: 'full_wage > 1' }], [MEALS])).toEqual([['meals', 'changed']]);
  expect(of([{ ...MEALS, isTaxable: false }], [MEALS])).toEqual([['meals', 'changed']]);
  expect(of([MEALS, item('extra', '5')], [MEALS])).toEqual([['extra', 'new']]);
  expect(of([], [MEALS])).toEqual([['meals', 'removed']]);
  // Of the first run there is nothing to compare with.
  expect(of([MEALS], null)).toEqual([]);
});

test('who has saved it since the lock is named; one that only begins to hold now has its last one', () => {
  const by = (...saves: ItemSave[]) =>
    changedItems(month('2026-10', [MEALS], []), [], saves, LOCKED)[0]?.savedBy.map(({ id }) => id);
  expect(
    by(save('meals', 'A', 130), save('meals', 'B', 120), save('meals', 'A', 110), save('meals', 'C', 90)),
  ).toEqual(['A', 'B']);
  expect(by(save('meals', 'C', 90), save('meals', 'D', 80))).toEqual(['C']);
  expect(by(save('travel', 'C', 190))).toEqual([]);
});

const step = (id: string, parts: readonly object[] = []) => ({
  ...{ id, amount: 1, formula: parts.length > 0 ? null : 'item', inputs: [], rule: null, parts },
});
const slip = (...earnings: readonly object[]) =>
  ({
    net: step('net', [{ ...step('earnings', earnings) }]),
    employer: { ...step('employer'), parts: [] },
  }) as unknown as SlipContent;

test('it is counted whom it pays, in the month or as a difference of a paid one, and who of them has saved it', () => {
  const saves = [save('extra', 'E2', 110)];
  const later = changedItems(month('2026-10', [item('extra', '5')], []), [], saves, LOCKED);
  const slips = ['E1', 'E2', 'E3'].map((id) => ({
    person: person(id),
    content: slip(step('wage'), ...(id === 'E2' ? [step('extra')] : [])),
    last: null,
  }));
  expect(itemChangesIn(later, slips)).toMatchObject([
    { id: 'extra', how: 'new', people: 1, named: [{ id: 'E2' }], own: [{ id: 'E2' }], savedAt: 110 },
  ]);
  // Put into a paid month alone, it pays with this run all the same.
  const earlier = changedItems(
    month('2026-10', [MEALS], [MEALS]),
    [month('2026-09', [item('extra', '5')], [])],
    saves,
    LOCKED,
  );
  const paid = {
    person: person('E2'),
    last: null,
    content: slip(step('difference.2026-09', [step('earnings/extra')])),
  };
  const other = {
    person: person('E1'),
    last: null,
    content: slip(step('difference.2026-08', [step('earnings/extra')])),
  };
  expect(itemChangesIn(earlier, [paid, other])).toMatchObject([
    { id: 'extra', people: 1, own: [{ id: 'E2' }] },
  ]);
});

test('pages add up, and five people are named', () => {
  const one = (ids: readonly string[]) => {
    const changed = changedItems(
      month('2026-10', [item('extra', '5')], []),
      [],
      [save('extra', 'E9', 110)],
      LOCKED,
    );
    return itemChangesIn(
      changed,
      ids.map((id) => ({ person: person(id), content: slip(step('extra')), last: null })),
    );
  };
  const all = withItemChanges(withItemChanges([], one(['E1', 'E2', 'E3'])), one(['E4', 'E5', 'E9']));
  expect(all).toMatchObject([{ people: 6, own: [{ id: 'E9' }] }]);
  expect(all[0]?.named.map(({ id }) => id)).toEqual(['E1', 'E2', 'E3', 'E4', 'E5']);
});
