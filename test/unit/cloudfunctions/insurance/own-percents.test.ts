import type { Month } from '#contracts/common';
import type { InsuranceChoice, RateRange } from '#contracts/insurance';
import type { DeclaredBase } from '#contracts/insurance-records';
import type { Fen, PayStep } from '#contracts/pay';
import { percentProblem, withOwnPercents } from '../../../../cloudfunctions/insurance/domain/own-percents';
import { CITY_PACKS, contributionsOf } from '../../../../cloudfunctions/insurance/rules';

const CHOICE: InsuranceChoice = {
  ...{ from: '2025-07' as Month, injuryRate: 0.2, fund: { employer: 7, employee: 7 } },
  ...{ supplementaryFund: null, medicalTier: 1, sickPercent: null },
};
const both = (percent: number) => ({ employer: percent, employee: percent });
const declared = (more: Partial<DeclaredBase> = {}): DeclaredBase => ({
  ...{ from: '2026-08' as Month, insurance: 1_000_000 as Fen, fund: 1_000_000 as Fen },
  ...{ isLocal: false, isPensioner: false, ...more },
});

describe('the percents of one person', () => {
  it.each([
    ['nothing own', {}, [7, 7], null],
    ['an own percent of the fund', { fundRate: { employer: 5, employee: 7 } }, [5, 7], null],
    ['a supplementary fund', { supplementaryRate: both(3) }, [7, 7], both(3)],
  ] as const)('%s', (_, own, fund, supplementaryFund) => {
    const choice = withOwnPercents(CHOICE, declared(own));
    expect([choice.fund.employer, choice.fund.employee]).toEqual(fund);
    expect(choice.supplementaryFund).toEqual(supplementaryFund);
  });

  it('who takes no part pays no supplementary fund, though the company does', () => {
    const company = { ...CHOICE, supplementaryFund: both(5) };
    expect(withOwnPercents(company, declared()).supplementaryFund).toEqual(both(5));
    expect(withOwnPercents(company, declared({ supplementaryRate: both(0) })).supplementaryFund).toBeNull();
  });

  it('come to lines of their own to the fen, each with formula and source', () => {
    const choice = withOwnPercents(
      CHOICE,
      declared({ fundRate: { employer: 5, employee: 6 }, supplementaryRate: { employer: 3, employee: 5 } }),
    );
    const { employee, employer } = contributionsOf({
      ...{ pack: CITY_PACKS.shanghai, choice, month: '2026-08' as Month },
      bases: { insurance: 1_000_000 as Fen, fund: 1_001_000 as Fen },
    });
    const of = ({ parts }: PayStep, kind: string) => parts.find(({ id }) => id === kind);
    // 10,010 yuan: 600.60 and 500.50 of the employee, 500.50 and 300.30 of the company, in whole yuan, half up.
    expect([of(employee, 'fund')?.amount, of(employee, 'supplementaryFund')?.amount]).toEqual([
      60_100, 50_100,
    ]);
    expect([of(employer, 'fund')?.amount, of(employer, 'supplementaryFund')?.amount]).toEqual([
      50_100, 30_000,
    ]);
    expect(of(employee, 'supplementaryFund')).toMatchObject({
      ...{ formula: 'insurance.shareInYuan', rule: { source: expect.stringContaining('1%–5%') } },
    });
  });
});

describe('percents that cannot be', () => {
  it.each([
    ['under the range', 'shanghai', { fundRate: both(4) }, { rule: 'fund-rate', least: 5, most: 7 }],
    [
      'over it on one side',
      'shanghai',
      { fundRate: { employer: 7, employee: 8 } },
      { rule: 'fund-rate', least: 5, most: 7 },
    ],
    ['half a percent in Shanghai', 'shanghai', { fundRate: both(6.5) }, { rule: 'fund-step', step: 1 }],
    [
      'over the supplementary range',
      'shanghai',
      { supplementaryRate: both(6) },
      { rule: 'supplementary-rate', least: 1, most: 5 },
    ],
    [
      'on one side alone',
      'shanghai',
      { supplementaryRate: { employer: 3, employee: 0 } },
      { rule: 'supplementary-rate', least: 1, most: 5 },
    ],
    ['half of it', 'shanghai', { supplementaryRate: both(2.5) }, { rule: 'supplementary-step', step: 1 }],
    ['a city without one', 'beijing', { supplementaryRate: both(3) }, { rule: 'no-supplementary' }],
    ['no base to take it from', 'beijing', { fundRate: both(12), fund: null }, { rule: 'no-fund-base' }],
    ['before any range', 'beijing', { fundRate: both(12), from: '2025-01' as Month }, { rule: 'no-rule' }],
    ['over twelve', 'hangzhou', { fundRate: both(12.0001) }, { rule: 'fund-rate', least: 5, most: 12 }],
  ] as const)('%s', (_, city, own, problem) => {
    expect(percentProblem(CITY_PACKS[city], declared(own))).toEqual(problem);
  });

  it.each([
    ['shanghai', { fundRate: both(5), supplementaryRate: both(5) }],
    ['shanghai', { fundRate: both(7), supplementaryRate: both(1) }],
    ['beijing', { fundRate: both(12), supplementaryRate: both(0) }],
    // No text that was read says that Chengdu takes whole percents alone.
    ['chengdu', { fundRate: { employer: 12, employee: 5.5 } }],
    ['chengdu', {}],
  ] as const)('%s takes %j', (city, own) => {
    expect(percentProblem(CITY_PACKS[city], declared(own))).toBeNull();
  });
});

test('what may be paid into both funds is free of tax in full: 12 % at most together (财税〔2006〕10号)', () => {
  const most = (ranges: readonly RateRange[]) => Math.max(0, ...ranges.map((range) => range.most));
  for (const pack of Object.values(CITY_PACKS))
    expect(most(pack.fund) + most(pack.supplementaryFund)).toBeLessThanOrEqual(12);
});
