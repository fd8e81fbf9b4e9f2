import type { Day, LocalText } from '#contracts/common';
import type { PayItem, PayItemVersion } from '#contracts/pay-item';

const text = (zh: string, en: string): LocalText => ({ 'zh-CN': zh, en });

const item = (id: string, name: LocalText, formula: string, more: Partial<PayItem> = {}): PayItem => ({
  ...{ id, name, formula, condition: '', kind: 'earning' },
  ...{ isTaxable: true, isInsurable: true, isInMinimum: false, ...more },
});

/** As a company begins, until it has set its own. */
export const SHIPPED_ITEMS: PayItemVersion = {
  from: '2020-01-01' as Day,
  items: [
    item('post_allowance', text('岗位津贴', 'Post allowance'), 'entered * employed_days / due_days', {
      isInMinimum: true,
    }),
    item('meals', text('餐补', 'Meal allowance'), 'entered'),
    item('grade_bonus', text('绩效奖金', 'Grade bonus'), 'full_wage * bonus_rate / 100', {
      condition: 'bonus_rate > 0',
    }),
    item('other_earning', text('其他应发', 'Other pay'), 'entered'),
    item('other_deduction', text('其他扣款', 'Other deduction'), 'entered', {
      ...{ kind: 'deduction', isTaxable: false, isInsurable: false },
    }),
  ],
};

/** The items that hold on a day; those that are shipped before the first version. `versions` ascending. */
export const itemsOn = (versions: readonly PayItemVersion[], day: Day): PayItemVersion =>
  versions.findLast(({ from }) => from <= day) ?? SHIPPED_ITEMS;
