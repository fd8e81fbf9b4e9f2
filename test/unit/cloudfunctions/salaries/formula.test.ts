import fc from 'fast-check';
import {
  evaluateAmount,
  evaluateCondition,
} from '../../../../cloudfunctions/salaries/domain/formula/evaluate-formula';
import { parseFormula } from '../../../../cloudfunctions/salaries/domain/formula/parse-formula';
import { decimal, exactText, ratio } from '../../../../cloudfunctions/shared/figures/ratio';

const VALUES: Readonly<Record<string, number>> = { wage: 2_175, days: 22, zero: 0, loss: -2.5 };
const NAMES = new Set(Object.keys(VALUES));
const read = (name: string) => decimal(VALUES[name] ?? Number.NaN);
const amount = (text: string) =>
  exactText(evaluateAmount('meals', parseFormula('meals', text, 'number', NAMES), read));
const holds = (text: string) =>
  evaluateCondition('meals', parseFormula('meals', text, 'condition', NAMES), read);

test.each([
  ['wage / 23 * 22', '47850/23'],
  ['wage / 21.75 * 0.1', '10'],
  ['1 + 2 * 3 - 4', '3'],
  ['-(wage - 2000)', '-175'],
  ['min(wage, 2000) + max(1, days, 3)', '2022'],
  ['round(2.345) + round(-2.345) + round(1.25, 1)', '13/10'],
  ['floor(22.99) + floor(-0.5)', '21'],
  ['if(days > 21 && !(wage < 100), 300, 0)', '300'],
  ['if(zero == 0, 0, wage / zero)', '0'],
  ['if(days >= 22 || wage / zero > 1, 1, 2)', '1'],
  ['（wage＋100）×２÷10', '455'],
  ['min(wage，1)', '1'],
])('%s is %s, exactly', (text, expected) => expect(amount(text)).toBe(expected));

test.each([
  ['wage >= 2175', true],
  ['wage > 2175', false],
  ['days != 22 || zero <= loss', false],
])('the condition %s is %s', (text, expected) => expect(holds(text)).toBe(expected));

describe('a formula that cannot be saved says where and why', () => {
  test.each([
    ['', 'syntax', 1],
    ['wage +', 'syntax', 6],
    ['(wage', 'syntax', 5],
    ['wage days', 'syntax', 6],
    ['wage ** 2', 'syntax', 6],
    ['wage % 2', 'syntax', 6],
    ['"a" + 1', 'number', 1],
    ['1e5 + 1', 'number', 1],
    ['wage.constructor', 'syntax', 1],
    ['this', 'syntax', 1],
    ['[1]', 'syntax', 1],
    ['days ? 1 : 2', 'syntax', 1],
    ['wage + wagee * 2', 'unknown-name', 8],
    ['__proto__', 'unknown-name', 1],
    ['2 * eval(1)', 'unknown-function', 5],
    ['constructor(1)', 'unknown-function', 1],
    ['max()', 'arguments', 1],
    ['1 + floor(1, 2)', 'arguments', 5],
    ['if(1 > 0, 2)', 'arguments', 1],
    ['1 + (wage > 2)', 'kind', 3],
    ['if(wage, 1, 2)', 'kind', 1],
    ['wage > 1', 'kind', 1],
    ['1 < 2 < 3', 'kind', 1],
    [`${'('.repeat(1_000)}1${')'.repeat(1_000)}`, 'too-long', 501],
    [`${'('.repeat(200)}1${')'.repeat(200)}`, 'too-deep', 21],
    [`${'-'.repeat(400)}1`, 'too-long', 201],
    [Array.from({ length: 240 }, () => '1').join('+'), 'too-long', 1],
  ])('%.40s: %s at %d', (text, rule, position) => {
    const saved = () => parseFormula('meals', text, 'number', NAMES);
    expect(saved).toThrow(expect.objectContaining({ code: expect.stringMatching(/^PAY_FORMULA_INVALID$/) }));
    expect(saved).toThrow(
      expect.objectContaining({ data: expect.objectContaining({ item: 'meals', rule, position }) }),
    );
  });

  test('a condition that is an amount is refused', () =>
    expect(() => holds('wage + 1')).toThrow(
      expect.objectContaining({ data: expect.objectContaining({ rule: 'kind' }) }),
    ));
});

test.each([
  ['wage / zero', 'division', 6],
  ['1 + (2 / (days - 22)) * 3', 'division', 8],
  ['100000 * 100000 * 2', 'too-large', 17],
  ['0 - 100000 * 100001', 'too-large', 12],
])('%s has no result: %s at %d', (text, rule, position) =>
  expect(() => amount(text)).toThrow(
    expect.objectContaining({ code: 'PAY_FORMULA_FAILED', data: { item: 'meals', rule, position } }),
  ),
);

test('no text does anything but parse or name its fault', () => {
  const piece = fc.constantFrom(
    ...'()+-*/<>=!&|,.12 ',
    'wage',
    'if',
    'max',
    'round',
    '"',
    '[',
    '{',
    '：',
    '`',
    ';',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      try {
        const formula = parseFormula('meals', pieces.join(''), 'number', NAMES);
        evaluateAmount('meals', formula, () => ratio(3));
      } catch (error) {
        expect(['PAY_FORMULA_INVALID', 'PAY_FORMULA_FAILED']).toContain((error as { code?: string }).code);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('sums of thousandths are exact', () =>
  expect(amount(Array.from({ length: 60 }, () => '0.001').join('+'))).toBe('3/50'));
