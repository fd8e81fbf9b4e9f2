import type { PayItem } from '#contracts/pay-item';
import { compileItems } from '../../../../cloudfunctions/salaries/domain/compile-items';

const item = (id: string, formula: string, condition = ''): PayItem => ({
  ...{ id, formula, condition, name: { 'zh-CN': `项目${id}`, en: id } },
  ...{ kind: 'earning', isTaxable: true, isInsurable: true, isInMinimum: true },
});
const order = (items: readonly PayItem[]) => compileItems(items).map((each) => each.item.id);

test('items are worked out after those that they read, otherwise as listed', () => {
  const items = [item('d', 'c + b'), item('a', '1'), item('b', 'a * 2'), item('c', 'wage', 'a > 0')];
  expect(order(items)).toEqual(['a', 'c', 'b', 'd']);
});

test('a loop is refused with the chain, through conditions too', () => {
  const items = [item('start', 'a'), item('a', 'b'), item('b', '1', 'c > 0'), item('c', 'a + 1')];
  expect(() => order(items)).toThrow(
    expect.objectContaining({ code: 'PAY_ITEM_LOOP', data: { chain: '项目a → 项目b → 项目c → 项目a' } }),
  );
  expect(() => order([item('a', 'a')])).toThrow(
    expect.objectContaining({ data: { chain: '项目a → 项目a' } }),
  );
});

test.each([
  ['id', [item('A', '1')]],
  ['id', [item('工资', '1')]],
  ['reserved', [item('wage', '1')]],
  ['reserved', [item('net', '1')]],
  ['reserved', [item('if', '1')]],
  ['twice', [item('a', '1'), item('a', '2')]],
  ['too-many', Array.from({ length: 61 }, (_, index) => item(`a${index}`, '1'))],
])('items are refused: %s', (rule, items) =>
  expect(() => order(items)).toThrow(
    expect.objectContaining({ code: 'PAY_ITEM_INVALID', data: expect.objectContaining({ rule }) }),
  ),
);
