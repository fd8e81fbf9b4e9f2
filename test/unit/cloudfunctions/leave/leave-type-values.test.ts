import type { LeaveRule } from '../../../../cloudfunctions/leave/domain/leave-type';
import { leaveTypeValues } from '../../../../cloudfunctions/leave/domain/leave-type-values';
import { words } from '../support/rules';

const rule = (more: Partial<LeaveRule> = {}) =>
  ({
    region: 'china',
    from: '2026-01-01',
    unit: 'day',
    step: 480,
    paidShares: [
      { years: 0, share: 60 },
      { years: 2, share: 70 },
    ],
    ...more,
  }) as LeaveRule;
const parts = (rules: LeaveRule[], enabled = true) => ({ name: words('Sick leave'), enabled, rules });
const changed = (before: LeaveRule[], after: LeaveRule[]) =>
  leaveTypeValues(parts(before), parts(after)).values;

test('the history of a leave type names the field of the rule that changed, before and after', () => {
  expect(changed([rule()], [rule({ unit: 'half', step: 240 })])).toEqual({
    'rules/china@2026-01-01/unit': ['day', 'half'],
    'rules/china@2026-01-01/step': ['480', '240'],
  });
});

test('pay by years of service is one line', () => {
  const paidShares = [{ years: 0, share: 80 }];
  expect(changed([rule()], [rule({ paidShares })])).toEqual({
    'rules/china@2026-01-01/paidShares': ['0:60, 2:70', '0:80'],
  });
});

test('a rule that is new or gone is only named, and one that stays is not', () => {
  const shanghai = rule({ region: 'shanghai' as never });
  const nextYear = rule({ from: '2027-01-01' as never });
  expect(changed([rule()], [rule(), shanghai])).toEqual({ 'rules/shanghai@2026-01-01': [null, '+'] });
  expect(changed([nextYear, rule()], [rule()])).toEqual({ 'rules/china@2027-01-01': ['+', null] });
});

test('nothing changed, nothing is written; switching it off is', () => {
  expect(leaveTypeValues(parts([rule()]), parts([rule()]))).toEqual({});
  expect(leaveTypeValues(parts([]), parts([], false))).toEqual({ values: { enabled: ['true', 'false'] } });
});
