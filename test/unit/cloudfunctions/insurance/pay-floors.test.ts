import type { Day, Exact, Month } from '#contracts/common';
import type { Bases, InsuranceChoice, InsuranceCity } from '#contracts/insurance';
import type { Fen, PayStep } from '#contracts/pay';
import {
  averageWarnings,
  CITY_PACKS,
  contributionsOf,
  differencesOf,
  heatAllowance,
  INSURANCE_FORMULAS,
  INSURANCE_INPUTS,
  INSURANCE_STEPS,
  isInsuranceCity,
  localAveragesOf,
  minimumWageCheck,
  type SickQuestion,
  sickFloor,
  sickPay,
} from '../../../../cloudfunctions/insurance/rules';
import { daysBetween } from '../../../../cloudfunctions/shared/calendar/company-time';

const yuan = (amount: number) => Math.round(amount * 100) as Fen;
const day = (value: string) => value as Day;
const ONE = '1' as Exact;

const CHOICE: InsuranceChoice = {
  from: '2025-01' as Month,
  injuryRate: 0.2,
  fund: { employer: 7, employee: 7 },
  supplementaryFund: null,
  medicalTier: 1,
  sickPercent: null,
};
const NO_BASES: Bases = { insurance: null, fund: null };
const KINDS = ['pension', 'medical', 'unemployment', 'injury', 'maternity', 'fund', 'supplementaryFund'];
const withParts = (step: PayStep): PayStep[] => [step, ...step.parts.flatMap(withParts)];

describe('the minimum wage', () => {
  const check = (city: InsuranceCity, on: string, gross: number) => {
    const bases: Bases = { insurance: yuan(gross), fund: yuan(gross) };
    const month = on.slice(0, 7) as Month;
    const { employee } = contributionsOf({ pack: CITY_PACKS[city], choice: CHOICE, month, bases });
    return minimumWageCheck({ city, day: day(on), gross: yuan(gross), contributions: employee.amount });
  };

  it('V88: 3,798.33 in Shanghai in July 2026 is exactly enough, one fen less is not', () => {
    expect(check('shanghai', '2026-07-01', 3_798.33)).toMatchObject({
      counted: yuan(2_740),
      short: 0,
      warnings: [],
    });
    expect(check('shanghai', '2026-07-01', 3_798.32)).toMatchObject({ short: 1, isNet: true });
  });

  it('V89: 2,740 before insurance and fund is too little in Shanghai, and the warning says by how much', () => {
    const answer = check('shanghai', '2026-06-01', 2_740);
    expect(answer.counted).toBe(yuan(1_764.7));
    expect(answer.warnings[0]).toMatchObject({
      code: 'under-minimum',
      inputs: [
        { name: 'countedNet', value: yuan(1_764.7) },
        { name: 'minimumWage', value: yuan(2_740) },
        { name: 'short', value: yuan(975.3) },
      ],
      rule: { source: '沪人社规〔2025〕10号' },
    });
  });

  it('is compared with the gross wage in Guangzhou, where it rises in September 2026', () => {
    expect(check('guangzhou', '2026-08-31', 2_500)).toMatchObject({ isNet: false, short: 0 });
    expect(check('guangzhou', '2026-09-01', 2_500).short).toBe(yuan(180));
  });

  it('of a month that was worked in part is that part', () => {
    const half = {
      city: 'chengdu',
      day: day('2026-03-01'),
      contributions: 0 as Fen,
      share: '1/2' as Exact,
    } as const;
    expect(minimumWageCheck({ ...half, gross: yuan(1_165) }).short).toBe(0);
    expect(minimumWageCheck({ ...half, gross: yuan(1_164.99) }).short).toBe(1);
  });
});

describe('sick pay', () => {
  const ask = (more: Partial<SickQuestion> = {}) =>
    sickPay({
      city: 'shanghai',
      days: daysBetween(day('2026-01-05'), day('2026-01-09')).map((each) => ({ day: each, part: ONE })),
      wage: yuan(21_750),
      serviceMonths: 36,
      contractPercent: null,
      ...more,
    });
  const paid = (more: Partial<SickQuestion> = {}) => ask(more).paid.amount / 100;

  it('V78: five days of 21,750 after 36 months in Shanghai cost 1,500', () => {
    expect(paid()).toBe(5_000 - 1_500);
  });

  it.each([
    [0, 60, 40],
    [23, 60, 50],
    [24, 70, 50],
    [47, 70, 60],
    [48, 80, 60],
    [72, 90, 60],
    [96, 100, 60],
  ])('in Shanghai after %i months: %i %%, and %i %% once it is long', (serviceMonths, short, long) => {
    expect(paid({ serviceMonths })).toBe(50 * short);
    const days = daysBetween(day('2026-01-05'), day('2026-01-09')).map((each) => ({ day: each, part: ONE }));
    expect(paid({ serviceMonths, days: days.map((each) => ({ ...each, isLong: true })) })).toBe(50 * long);
    // Half a year is over on the Wednesday.
    const half = days.map((each) => ({ ...each, isLong: each.day >= '2026-01-07' }));
    expect(paid({ serviceMonths, days: half })).toBe(20 * short + 30 * long);
    expect(ask({ serviceMonths, days: half }).paid.parts.map(({ id }) => id)).toEqual([
      '2026-01-05',
      '2026-01-07',
    ]);
  });

  it('an illness across 15 August 2026: the ladder until then, the floor afterwards', () => {
    const days = ['2026-08-13', '2026-08-14', '2026-08-17', '2026-08-18'].map((each) => ({
      day: day(each),
      part: ONE,
    }));
    const answer = ask({ days });
    expect(
      answer.paid.parts.map(({ id, amount, formula, rule }) => [id, amount / 100, formula, rule?.id]),
    ).toEqual([
      ['2026-08-13', 1_400, 'sickPay.share', 'cn.shanghai.sickPay'],
      // 2,740 × 80 % / 21.75 × 2
      ['2026-08-17', 201.56, 'sickPay.floor', 'cn.sickPay'],
    ]);
    expect(paid({ days: days.slice(2), contractPercent: 60 })).toBe(1_200);
    expect(ask({ days: [{ day: day('2026-08-15'), part: ONE }] }).paid.parts[0]?.rule?.id).toBe(
      'cn.shanghai.sickPay',
    );
    expect(ask({ days: [{ day: day('2026-08-16'), part: ONE }] }).paid.parts[0]?.rule?.id).toBe('cn.sickPay');
  });

  it('a contract may pay more than the ladder, not less', () => {
    expect(paid({ contractPercent: 80 })).toBe(4_000);
    expect(paid({ contractPercent: 50 })).toBe(3_500);
  });

  it('Shenzhen pays 60 %, at least the floor, and a low wage no more than the usual pay', () => {
    expect(paid({ city: 'shenzhen' })).toBe(3_000);
    // 2,520 × 80 % / 21.75 × 5
    expect(paid({ city: 'shenzhen', wage: yuan(2_520) })).toBe(463.45);
    expect(paid({ city: 'chengdu', wage: yuan(1_000) })).toBe(229.89);
  });

  it('half days count as halves, rounded once', () => {
    const halves = [1, 2, 3].map((each) => ({ day: day(`2026-01-0${each}`), part: '1/2' as Exact }));
    expect(ask({ days: halves }).paid.amount).toBe(yuan(1_050));
    expect(ask({ days: halves, wage: yuan(10_000.01) }).paid.amount).toBe(48_276);
    expect(ask({ days: [] }).paid).toMatchObject({ amount: 0, parts: [] });
  });

  // V80
  it.each<[InsuranceCity, string, number]>([
    ['beijing', '2026-01-01', 2_032],
    ['shanghai', '2026-01-01', 2_192],
    ['guangzhou', '2026-08-31', 2_000],
    ['guangzhou', '2026-09-01', 2_144],
    ['shenzhen', '2026-08-31', 2_016],
    ['shenzhen', '2026-09-01', 2_160],
    ['hangzhou', '2026-01-01', 2_128],
    ['chengdu', '2026-01-01', 1_864],
  ])('V80: the floor of %s on %s is %d', (city, on, floor) => {
    expect(sickFloor(city, day(on))).toBe(yuan(floor));
  });
});

describe('the average wage on the day of payment', () => {
  it('C14: March 2026 knows only that of 2024, September that of 2025', () => {
    const known = (on: string) => localAveragesOf('shanghai', day(on)).at(-1);
    expect(known('2026-03-13')).toMatchObject({ year: 2024, monthly: yuan(12_434) });
    expect(known('2026-08-17')?.year).toBe(2024);
    expect(known('2026-08-18')).toMatchObject({ year: 2025, monthly: yuan(12_577) });
    expect(averageWarnings(localAveragesOf('shanghai', day('2026-08-18')), day('2026-08-18'))).toEqual([]);
  });

  it('is told to be old once the next one must be out', () => {
    const told = (on: string) => averageWarnings(localAveragesOf('shanghai', day(on)), day(on));
    expect(told('2027-09-30')).toEqual([]);
    expect(told('2027-10-01')).toMatchObject([{ code: 'rule-ended' }]);
  });

  it('is to be confirmed where it was not read in a notice, until HR has entered it', () => {
    const shipped = localAveragesOf('shenzhen', day('2026-09-01'));
    expect(averageWarnings(shipped, day('2026-09-01'))).toMatchObject([{ code: 'rule-unverified' }]);
    const own = [
      { year: 2025, month: yuan(16_200), publishedOn: day('2026-06-20'), source: '深人社〔2026〕x号' },
    ];
    const all = localAveragesOf('shenzhen', day('2026-09-01'), own);
    expect(all.map(({ year, monthly }) => [year, monthly])).toEqual([
      [2024, yuan(14_755)],
      [2025, yuan(16_200)],
    ]);
    expect(averageWarnings(all, day('2026-09-01'))).toEqual([]);
    // Before it is published what is shipped holds.
    const late = own.map((each) => ({ ...each, publishedOn: day('2026-10-01') }));
    const monthlyOn = (on: string) => localAveragesOf('shenzhen', day(on), late).at(-1)?.monthly;
    expect([monthlyOn('2026-09-30'), monthlyOn('2026-10-01')]).toEqual([yuan(16_157), yuan(16_200)]);
  });

  it.each(['beijing', 'chengdu', 'wuhan'])('of %s is what HR has entered, or none', (city) => {
    expect(localAveragesOf(city, day('2026-09-01'))).toEqual([]);
    const own = [{ year: 2025, month: yuan(8_000), publishedOn: day('2026-08-01'), source: 'x' }];
    expect(localAveragesOf(city, day('2026-09-01'), own).map(({ rule }) => rule.id)).toEqual(
      city === 'wuhan' ? [] : [`own.${city}.average`],
    );
  });
});

describe('the allowance for heat', () => {
  it('V82: 300 in Shanghai from June to September', () => {
    const months = Array.from(
      { length: 12 },
      (_, index) => `2026-${String(index + 1).padStart(2, '0')}` as Month,
    );
    expect(months.filter((month) => heatAllowance('shanghai', month))).toEqual([
      '2026-06',
      '2026-07',
      '2026-08',
      '2026-09',
    ]);
    expect(heatAllowance('shanghai', '2026-06' as Month)?.amount).toBe(yuan(300));
    expect(heatAllowance('guangzhou', '2026-10' as Month)?.amount).toBe(yuan(300));
    expect(heatAllowance('chengdu', '2026-07' as Month)).toBeNull();
  });
});

test('a city without shipped rules is none', () => {
  expect(isInsuranceCity('shanghai')).toBe(true);
  expect(isInsuranceCity('wuhan')).toBe(false);
  expect(isInsuranceCity('toString')).toBe(false);
});

describe('every step can be said in words', () => {
  const month = '2026-08' as Month;
  const bases: Bases = { insurance: yuan(1), fund: yuan(99_999), own: { medical: yuan(10_000) } };
  const contributed = Object.values(CITY_PACKS).map((pack) =>
    contributionsOf({ pack, choice: CHOICE, month, bases }),
  );
  const differences = differencesOf(contributed.slice(0, 1).map((now) => ({ month, paid: [], now })));
  const sick = (wage: number) =>
    sickPay({
      city: 'shenzhen',
      days: [{ day: day('2026-08-03'), part: ONE }],
      wage: yuan(wage),
      serviceMonths: 0,
      contractPercent: null,
    }).paid;
  const roots = [
    ...contributed.flatMap(({ employee, employer }) => [employee, employer]),
    ...(differences ? [differences.employee, differences.employer] : []),
    sick(20_000),
    sick(2_520),
    heatAllowance('shanghai', month),
  ];
  const steps = roots.flatMap((root) => (root ? withParts(root) : []));
  const sorted = (keys: Iterable<string>) => [...new Set(keys)].sort();

  it('formulas and steps are those that have texts, and no others', () => {
    expect(sorted(steps.flatMap(({ formula }) => formula ?? []))).toEqual(sorted(INSURANCE_FORMULAS));
    const named = steps.map(({ id }) => id).filter((id) => !/^20/.test(id) && !KINDS.includes(id));
    expect(sorted(named)).toEqual(sorted(INSURANCE_STEPS));
  });

  it('so are inputs, of warnings too', () => {
    const warnings = [
      ...contributed.flatMap((each) => each.warnings),
      ...contributionsOf({ pack: CITY_PACKS.shanghai, choice: CHOICE, month, bases: NO_BASES }).warnings,
      ...(['shanghai', 'chengdu'] as const).flatMap(
        (city) =>
          minimumWageCheck({ city, day: day('2026-08-01'), gross: 0 as Fen, contributions: 0 as Fen })
            .warnings,
      ),
    ];
    const names = [...steps, ...warnings].flatMap(({ inputs }) => inputs.map(({ name }) => name));
    expect(sorted(names)).toEqual(sorted(INSURANCE_INPUTS));
  });
});
