import type { Day } from '#contracts/common';
import type { Fen } from '#contracts/pay';
import { exactText, ratio, rounded } from '../../../../cloudfunctions/shared/figures/ratio';
import { bonusChoice, expectedBase } from '../../../../cloudfunctions/tax/domain/bonus-choice';
import { bonusTax, nonResidentBonusTax } from '../../../../cloudfunctions/tax/domain/bonus-tax';
import { lossZones } from '../../../../cloudfunctions/tax/domain/loss-zones';
import { earlyRetirementTax, equityTax } from '../../../../cloudfunctions/tax/domain/other-separate';
import { MONTHLY } from '../../../../cloudfunctions/tax/domain/packs/tables';
import { severanceTax } from '../../../../cloudfunctions/tax/domain/severance-tax';
import { expectRefusal } from '../support/appraisal';
import { yuan } from './support';

const day = (text: string): Day => text as Day;
const PAID = day('2026-01-20');
const separate = (bonus: number, paidOn = PAID, earlier: readonly Day[] = []) =>
  bonusTax({ bonus: yuan(bonus), paidOn, earlier });

test.each([
  [0, 0],
  [12_000, 360],
  [20_000, 600],
  [36_000, 1_080],
  [36_001, 3_390.1],
  [38_000, 3_590],
  [60_000, 5_790],
  [80_000, 7_790],
  [144_000, 14_190],
  [144_001, 27_390.2],
  [200_000, 38_590],
  [300_000, 58_590],
  [300_001, 72_340.25],
  [420_000, 102_340],
  [420_001, 121_590.3],
  [660_000, 193_590],
  [660_001, 223_840.35],
  [960_000, 328_840],
  [960_001, 416_840.45],
  [1_200_000, 524_840],
])('V39: a bonus of %s by itself is taxed with %s', (bonus, tax) => {
  expect(separate(bonus).tax.amount).toBe(yuan(tax));
});

test('V39: one fen above an edge is in the next band, though a twelfth of it rounds to the edge', () => {
  expect(separate(36_000.01).tax.amount).toBe(yuan(3_390));
});

test('V40: the zones are worked out from the table, all six', () => {
  const zones = lossZones(MONTHLY[0]?.value ?? [], 12);
  expect(zones.map(({ from, until }) => [from / 100, rounded(until, 0) / 100])).toEqual([
    [36_000, 38_566.67],
    [144_000, 160_500],
    [300_000, 318_333.33],
    [420_000, 447_500],
    [660_000, 706_538.46],
    [960_000, 1_120_000],
  ]);
  // 38,566 yuan and two thirds, not a rounded figure.
  expect(exactText(zones[0]?.until ?? ratio(0))).toBe('11570000/3');
});

test.each([
  [36_000, null],
  [36_000.01, [36_000, 38_566.67]],
  [38_566.66, [36_000, 38_566.67]],
  [38_566.67, null],
  [144_001, [144_000, 160_500]],
  [160_499.99, [144_000, 160_500]],
  [160_500, null],
  [1_119_999.99, [960_000, 1_120_000]],
  [1_120_000, null],
])('a bonus of %s is warned about: %s', (bonus, zone) => {
  const { warnings, tax } = separate(bonus);
  expect(warnings).toHaveLength(zone ? 1 : 0);
  if (!zone) return;
  const [from = 0, until = 0] = zone;
  expect(warnings[0]).toMatchObject({
    code: 'loss-zone',
    inputs: [
      { name: 'tax.bonus', value: yuan(bonus) },
      { name: 'tax.lossZone.from', value: yuan(from) },
      { name: 'tax.lossZone.until', value: yuan(until) },
    ],
    rule: { id: 'cn.tax.bonus' },
  });
  // What the warning says is true: the smaller bonus brings more.
  const net = (each: number) => yuan(each) - separate(each).tax.amount;
  expect(yuan(bonus) - tax.amount).toBeLessThan(net(from));
  expect(net(until)).toBeGreaterThanOrEqual(net(from));
});

const choice = (base: number, bonus: number, paidOn = PAID, earlier: readonly Day[] = []) =>
  bonusChoice({ base: yuan(base), bonus: yuan(bonus), paidOn, earlier, kind: 'resident' });

test.each([
  [20_000, 10_000, 300, 300, 'equal'],
  [140_000, 30_000, 900, 5_600, 'separate'],
  [440_000, 20_000, 600, 6_000, 'separate'],
  [440_000, 500_000, 145_590, 164_000, 'separate'],
  [50_000, 36_000, 1_080, 3_600, 'separate'],
  [21_000, 36_000, 1_080, 2_550, 'separate'],
  // Wages under the allowance: what is left of it is used by the bonus.
  [-30_000, 40_000, 3_790, 300, 'merged'],
] as const)(
  'V41: with %s taxable a bonus of %s costs %s or %s: %s',
  (base, bonus, apart, merged, cheaper) => {
    expect(choice(base, bonus)).toMatchObject({
      ...{
        separate: yuan(apart),
        merged: yuan(merged),
        cheaper,
        saves: Math.abs(yuan(apart) - yuan(merged)),
      },
      refused: null,
    });
  },
);

test('V41: a very high bonus may be cheaper with the wages', () => {
  expect(choice(0, 1_000_000)).toMatchObject({ cheaper: 'merged', merged: yuan(268_080) });
});

test('the choice says the loss zone', () => {
  expect(choice(50_000, 37_000).lossZone).toEqual({ from: yuan(36_000), until: yuan(38_566.67) });
  expect(choice(50_000, 36_000).lossZone).toBeNull();
});

test('what the rest of the year leaves taxable is expected to be like this month', () => {
  expect(expectedBase(yuan(41_000), yuan(20_500), day('2026-02-10'))).toBe(yuan(246_000));
  expect(expectedBase(yuan(246_000), yuan(20_500), day('2026-12-10'))).toBe(yuan(246_000));
});

describe('a bonus by itself is possible once a year, and until the end of the rule', () => {
  test('V45: the second one of the tax year is refused with the day of the first', () => {
    const refused = { day: day('2026-01-20') };
    expectRefusal(
      () => separate(1_000, day('2026-12-31'), [day('2026-01-20')]),
      'BONUS_SEPARATE_USED',
      refused,
    );
    expect(separate(1_000, day('2027-01-02'), [day('2026-01-20')]).tax.amount).toBe(yuan(30));
    expect(choice(50_000, 36_000, day('2026-12-31'), [day('2026-01-20')])).toMatchObject({
      ...{ separate: null, refused: 'used', cheaper: 'merged', merged: yuan(3_600) },
    });
  });

  test('V47: in 2028 it is refused with the name and the end of the rule', () => {
    expect(separate(36_000, day('2027-12-31')).tax.amount).toBe(yuan(1_080));
    expectRefusal(() => separate(36_000, day('2028-01-05')), 'PAY_RULE_ENDED', {
      ...{ id: 'cn.tax.bonus', source: '财政部 税务总局公告2023年第30号', until: '2027-12-31' as Day },
    });
    expect(choice(50_000, 36_000, day('2028-01-05'))).toMatchObject({ separate: null, refused: 'ended' });
  });

  test('earlier years cite the notice of their time', () => {
    expect(separate(36_000, day('2021-12-31')).tax.rule?.source).toContain('164号');
    expect(separate(36_000, day('2022-01-01')).tax.rule?.source).toContain('2021年第42号');
  });

  test('V46: six sixths for somebody who is not a resident', () => {
    const tax = (bonus: number, earlier: readonly Day[] = []) =>
      nonResidentBonusTax({ bonus: yuan(bonus), paidOn: PAID, earlier }).amount;
    expect(tax(60_000)).toBe(yuan(4_740));
    expect(tax(18_000)).toBe(yuan(540));
    expectRefusal(() => tax(60_000, [day('2026-01-01')]), 'BONUS_SEPARATE_USED', {
      day: '2026-01-01' as Day,
    });
  });
});

describe('severance', () => {
  const AVERAGES = [
    { year: 2024, monthly: yuan(12_434), publishedOn: day('2025-07-01') },
    { year: 2025, monthly: yuan(12_577), publishedOn: day('2026-08-01') },
  ];
  const tax = (amount: number, paidOn: string, before = { amount: yuan(0), withheld: yuan(0) }) =>
    severanceTax({ before, amount: yuan(amount), paidOn: day(paidOn), averages: AVERAGES });

  test('V57, V59: three yearly averages are free, the rest is taxed alone', () => {
    expect(tax(905_544, '2026-09-10').amount).toBe(yuan(82_911.6));
    expect(tax(452_772, '2026-09-10').amount).toBe(0);
    expect(tax(452_773, '2026-09-10').amount).toBe(3);
  });

  test('C14: before it is published the average of the year before it counts', () => {
    // 12,434 × 12 × 3 = 447,624.
    expect(tax(447_624, '2026-03-13').amount).toBe(0);
    expect(tax(452_772, '2026-03-13').amount).toBe(yuan(154.44));
    expect(tax(452_772, '2026-07-31').amount).toBe(yuan(154.44));
    expect(tax(452_772, '2026-08-01').amount).toBe(0);
  });

  test('paid in two parts it is taxed as one', () => {
    expect(tax(452_772, '2026-09-10', { amount: yuan(452_772), withheld: yuan(0) }).amount).toBe(
      yuan(82_911.6),
    );
    const rest = tax(1, '2026-09-10', { amount: yuan(905_544), withheld: yuan(82_911.6) }).amount;
    expect(rest).toBe(yuan(0.3));
  });

  test('without an average nothing is calculated', () => {
    expectRefusal(() => tax(1, '2025-06-30'), 'LOCAL_AVERAGE_MISSING', { year: 2024 });
    expectRefusal(() => tax(1, '2028-01-05'), 'LOCAL_AVERAGE_MISSING', { year: 2027 });
    expect(tax(1, '2027-12-31').amount).toBe(0);
  });
});

test('V53: equity income of a year is taxed together, alone on the annual table', () => {
  const none = { income: yuan(0), withheld: yuan(0) };
  expect(equityTax({ paidOn: PAID, before: none, income: yuan(100_000) }).amount).toBe(yuan(7_480));
  const before = { income: yuan(60_000), withheld: yuan(3_480) };
  expect(equityTax({ paidOn: PAID, before, income: yuan(40_000) }).amount).toBe(yuan(4_000));
  expect(() => equityTax({ paidOn: day('2028-01-01'), before: none, income: yuan(1) })).toThrow(
    'PAY_RULE_ENDED',
  );
});

test('V54: early retirement is spread over the years', () => {
  expect(earlyRetirementTax(yuan(900_000), 6, PAID).amount).toBe(yuan(38_880));
  expect(earlyRetirementTax(yuan(360_000), 6, PAID).amount).toBe(0 as Fen);
});
