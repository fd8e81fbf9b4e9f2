import type { BonusRule } from '#contracts/appraisal';
import type { Month } from '#contracts/common';
import type { ErrorData } from '#contracts/errors';
import {
  bonusRate,
  checkBonusRules,
  checkGrades,
  shippedBonus,
} from '../../../../cloudfunctions/appraisal/domain/bonus-rate';
import { changedMonths, placeOfRule } from '../../../../cloudfunctions/appraisal/domain/paid-by-rules';
import { gradesOf, SHIPPED_SCHEMES } from '../../../../cloudfunctions/appraisal/domain/shipped-schemes';
import { expectRefusal, text } from '../support/appraisal';
import { day } from '../support/rules';

const SOURCE = text('公司制度');
const first = shippedBonus(day('2026-01-01'), SOURCE);
const rate = (grade: string, percent: number) => ({ grade, percent, opensPlan: false });
const second: BonusRule = {
  from: day('2026-07-01'),
  to: day('2026-12-31'),
  rates: [rate('A', 20)],
  source: SOURCE,
};
const RULES = [first, second];

test.each([
  ['A', 15, false],
  ['B', 10, false],
  ['C', 0, false],
  ['D', 0, true],
])('%s is worth %d %% from the beginning; a plan opens: %s', (grade, percent, opensPlan) => {
  expect(bonusRate(RULES, day('2026-01-01'), grade)).toEqual({
    state: 'known',
    rate: { grade, percent, opensPlan },
    rule: { from: '2026-01-01', source: SOURCE },
  });
});

test('a grade is worth what the rule of its day says', () => {
  const percentOn = (date: string) => bonusRate(RULES, day(date), 'A');
  expect(percentOn('2026-06-30')).toMatchObject({ rate: { percent: 15 }, rule: { from: '2026-01-01' } });
  expect(percentOn('2026-07-01')).toMatchObject({ rate: { percent: 20 }, rule: { from: '2026-07-01' } });
  expect(percentOn('2026-12-31')).toMatchObject({ rate: { percent: 20 } });
});

test('a day before the first rule, after the last one, and between two of them says so', () => {
  expect(bonusRate(RULES, day('2025-12-31'), 'A')).toEqual({ state: 'before', first: '2026-01-01' });
  expect(bonusRate([], day('2025-12-31'), 'A')).toEqual({ state: 'before', first: null });
  expect(bonusRate(RULES, day('2027-01-01'), 'A')).toEqual({ state: 'ended', last: '2026-12-31' });
  const gap = [{ ...first, to: day('2026-05-31') }, second];
  expect(bonusRate(gap, day('2026-06-15'), 'A')).toEqual({ state: 'ended', last: '2026-05-31' });
});

test('a grade that a rule does not know has no rate, not that of another rule', () => {
  expect(bonusRate(RULES, day('2026-07-01'), 'B')).toEqual({ state: 'unknown-grade', grade: 'B' });
});

test('rules that follow each other are saved', () => {
  expect(() => checkBonusRules(RULES)).not.toThrow();
  expect(() =>
    checkBonusRules([
      { ...first, to: day('2026-01-01') },
      { ...second, from: day('2026-01-02') },
    ]),
  ).not.toThrow();
  expect(() => checkBonusRules([{ ...second, rates: [rate('A', 12.5), rate('B', 0)] }])).not.toThrow();
});

test('a hundred rules of up to 100 % are saved', () => {
  const years = Array.from({ length: 100 }, (_, at) => ({
    ...first,
    from: day(`${2000 + at}-01-01`),
    rates: [rate('A', 100)],
  }));
  expect(() => checkBonusRules(years)).not.toThrow();
});

test.each<[string, readonly BonusRule[], ErrorData['BONUS_RULE_INVALID']]>([
  [
    'that end before they begin',
    [{ ...second, to: day('2026-06-30') }],
    { path: 'rules.0.to', rule: 'before-from' },
  ],
  [
    'that begin on one day',
    [first, { ...second, from: first.from }],
    { path: 'rules.1.from', rule: 'overlaps' },
  ],
  ['out of order', [second, first], { path: 'rules.1.from', rule: 'overlaps' }],
  ['that share a day', [{ ...first, to: second.from }, second], { path: 'rules.1.from', rule: 'overlaps' }],
  ['without a grade', [{ ...first, rates: [] }], { path: 'rules.0.rates', rule: 'empty' }],
  [
    'with a grade twice',
    [{ ...first, rates: [rate('A', 1), rate('A', 2)] }],
    { path: 'rules.0.rates.1.grade', rule: 'twice' },
  ],
  [
    'below nothing',
    [{ ...first, rates: [rate('A', -1)] }],
    { path: 'rules.0.rates.0.percent', rule: 'out-of-range' },
  ],
  [
    'that are no number',
    [{ ...first, rates: [rate('A', Number.NaN)] }],
    { path: 'rules.0.rates.0.percent', rule: 'out-of-range' },
  ],
  [
    'above 100 %',
    [{ ...first, rates: [rate('A', 100.01)] }],
    { path: 'rules.0.rates.0.percent', rule: 'out-of-range' },
  ],
  [
    'with three decimals',
    [{ ...first, rates: [rate('A', 1.005)] }],
    { path: 'rules.0.rates.0.percent', rule: 'two-decimals' },
  ],
  ['of which there is none', [], { path: 'rules', rule: 'no-rule' }],
  ['101 of them', Array.from({ length: 101 }, () => first), { path: 'rules', rule: 'too-many' }],
])('rules %s are refused with the field', (_, rules, data) => {
  expectRefusal(() => checkBonusRules(rules), 'BONUS_RULE_INVALID', data);
});

test('a grade that no scheme has is refused with its field, unless it was there before', () => {
  const known = gradesOf(SHIPPED_SCHEMES.map(({ scheme }) => scheme));
  const typo = [first, { ...second, rates: [rate('A', 20), rate('E', 10)] }];
  expect(() => checkGrades([first], known)).not.toThrow();
  const data = { path: 'rules.1.rates.1.grade', rule: 'unknown-grade', grade: 'E' } as const;
  expectRefusal(() => checkGrades(typo, known), 'BONUS_RULE_INVALID', data);
  expect(() => checkGrades(typo, known, typo)).not.toThrow();
});

test('the months in which a grade is worth something else by other rules are those of their last days', () => {
  const months = ['2026-05', '2026-06', '2026-07', '2026-12'] as Month[];
  const later = { ...second, from: day('2026-07-31') };
  expect(changedMonths(RULES, [first, later], months)).toEqual([]);
  expect(changedMonths(RULES, [first, { ...second, from: day('2026-08-01') }], months)).toEqual(['2026-07']);
  expect(changedMonths(RULES, [first], months)).toEqual(['2026-07', '2026-12']);
  // A grade of nothing is as one that is not there.
  const zero = { ...second, rates: [rate('B', 0), rate('A', 20)] };
  expect(changedMonths(RULES, [first, zero], months)).toEqual([]);
  expect([placeOfRule(RULES, '2026-07' as Month), placeOfRule(RULES, '2025-12' as Month)]).toEqual([
    'rules.1.from',
    'rules',
  ]);
});

test('a rate above the bound that was stored before it stays, and no other one joins it', () => {
  const stored = [{ ...first, rates: [rate('A', 150)] }];
  expect(() => checkBonusRules(stored, stored)).not.toThrow();
  expect(() => checkBonusRules([{ ...first, rates: [rate('A', 151)] }], stored)).toThrow(
    'BONUS_RULE_INVALID',
  );
});
