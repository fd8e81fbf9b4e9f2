import type { Day, Month } from '#contracts/common';
import type { Bases, InsuranceChoice, InsuranceCity } from '#contracts/insurance';
import type { Contributed, Fen, PayStep } from '#contracts/pay';
import {
  CITY_PACKS,
  choiceOn,
  contributionsOf,
  differencesOf,
  linesOf,
  withOwnRules,
} from '../../../../cloudfunctions/insurance/rules';

const yuan = (amount: number) => Math.round(amount * 100) as Fen;
const month = (value: string) => value as Month;
const day = (value: string) => value as Day;

const CHOICE: InsuranceChoice = {
  from: month('2025-01'),
  injuryRate: 0.2,
  fund: { employer: 7, employee: 7 },
  supplementaryFund: null,
  medicalTier: 1,
  sickPercent: null,
};

function contributed(
  city: InsuranceCity,
  of: string,
  amount: number | Bases,
  choice: Partial<InsuranceChoice> = {},
): Contributed {
  const bases: Bases = typeof amount === 'number' ? { insurance: yuan(amount), fund: yuan(amount) } : amount;
  return contributionsOf({
    pack: CITY_PACKS[city],
    choice: { ...CHOICE, ...choice },
    month: month(of),
    bases,
  });
}

const yuanByKind = ({ parts }: PayStep) =>
  Object.fromEntries(parts.map(({ id, amount }) => [id, amount / 100]));
const codes = ({ warnings }: Contributed) =>
  warnings.map(({ code, rule }) => `${code} ${rule?.id ?? ''}`.trim());

describe('the worked cases', () => {
  it('V84: 20,000 in Shanghai in December 2025', () => {
    const { employee, employer } = contributed('shanghai', '2025-12', 20_000);
    expect(yuanByKind(employee)).toEqual({ pension: 1_600, medical: 400, unemployment: 100, fund: 1_400 });
    expect(yuanByKind(employer)).toEqual({
      pension: 3_200,
      medical: 1_800,
      unemployment: 100,
      injury: 40,
      fund: 1_400,
    });
    expect(employer.amount).toBe(yuan(6_540));
  });

  it('V85: over the cap of 37,302', () => {
    const { employee, employer } = contributed('shanghai', '2025-12', 50_000);
    expect(yuanByKind(employee)).toEqual({
      pension: 2_984.16,
      medical: 746.04,
      unemployment: 186.51,
      fund: 2_611,
    });
    expect(employer.amount).toBe(yuan(12_197.61));
    expect(codes(contributed('shanghai', '2025-12', 50_000))).toContain('base-capped cn.shanghai.base');
  });

  it('V83: half a fen is a fen more', () => {
    expect(yuanByKind(contributed('shanghai', '2026-07', 37_731).employee).unemployment).toBe(188.66);
  });

  // Section 7: the employee's pension at floor and cap.
  it.each<[InsuranceCity, string, number, number]>([
    ['beijing', '2026-07', 581.6, 2_907.84],
    ['shanghai', '2026-07', 603.68, 3_018.48],
    ['chengdu', '2026-01', 375.92, 1_879.44],
  ])('%s %s: pension of %d at the floor and %d at the cap', (city, of, least, most) => {
    const pension = (amount: number) => yuanByKind(contributed(city, of, amount).employee).pension;
    expect([pension(1), pension(99_999)]).toEqual([least, most]);
  });

  it('three yuan are added in Beijing, to medical insurance of the employee alone', () => {
    const { employee, employer } = contributed('beijing', '2026-08', 10_000);
    expect(yuanByKind(employee).medical).toBe(203);
    expect(yuanByKind(employer).medical).toBe(980);
    expect(employee.parts.find(({ id }) => id === 'medical')?.formula).toBe('insurance.shareAndFixed');
  });

  it('section 8: the published limits of the fund in Shanghai, of both sides together', () => {
    const both = (amount: number) => {
      const { employee, employer } = contributed('shanghai', '2026-07', amount, {
        supplementaryFund: { employer: 5, employee: 5 },
      });
      const of = (kind: string) =>
        [employee, employer].reduce((sum, side) => sum + (yuanByKind(side)[kind] ?? 0), 0);
      return [of('fund'), of('supplementaryFund')];
    };
    expect(both(1)[0]).toBe(384);
    expect(both(1)[1]).toBe(274);
    expect(both(99_999)).toEqual([5_282, 3_774]);
  });

  it('V92: where a city keeps the fen, so does the fund', () => {
    const pack = { ...CITY_PACKS.chengdu, fundRounding: 'fen' as const };
    const bases = { insurance: yuan(10_000), fund: yuan(24_244) };
    const choice = { ...CHOICE, fund: { employer: 12, employee: 12 } };
    const { employee, employer } = contributionsOf({ pack, choice, month: month('2026-01'), bases });
    expect((yuanByKind(employee).fund ?? 0) + (yuanByKind(employer).fund ?? 0)).toBeCloseTo(5_818.56, 6);
  });

  // Section 8: each side is rounded before the sides are added.
  it.each([
    [29_430, 12, 3_532],
    [34_290, 12, 4_115],
    [31_395, 12, 3_767],
  ])('the fund of %d at %d %% is %d a side', (amount, percent, side) => {
    const fund = { employer: percent, employee: percent };
    const { employee } = contributed('hangzhou', '2026-08', amount, { fund });
    expect(yuanByKind(employee).fund).toBe(side);
  });
});

describe('what differs between people of one city', () => {
  it('the employer pays 17 % of pension insurance for local people in Shenzhen', () => {
    const bases = { insurance: yuan(10_000), fund: yuan(10_000) };
    const local = contributed('shenzhen', '2026-06', { ...bases, isLocal: true });
    expect(yuanByKind(local.employer).pension).toBe(1_700);
    expect(yuanByKind(contributed('shenzhen', '2026-06', bases).employer).pension).toBe(1_600);
    expect(yuanByKind(contributed('shanghai', '2026-06', { ...bases, isLocal: true }).employer).pension).toBe(
      1_600,
    );
  });

  it('the second tier of medical insurance in Shenzhen', () => {
    const { employer, employee } = contributed('shenzhen', '2026-06', 10_000, { medicalTier: 2 });
    expect([yuanByKind(employer).medical, yuanByKind(employee).medical]).toEqual([150, 50]);
    expect(yuanByKind(contributed('shenzhen', '2026-06', 10_000).employer).medical).toBe(600);
    expect(yuanByKind(contributed('shenzhen', '2025-12', 10_000).employer).medical).toBe(500);
  });

  it('a base of its own for one insurance', () => {
    const { employee } = contributed('shanghai', '2025-12', {
      insurance: yuan(20_000),
      fund: yuan(20_000),
      own: { medical: yuan(10_000) },
    });
    expect(yuanByKind(employee)).toMatchObject({ pension: 1_600, medical: 200 });
  });

  it('a pensioner who works on pays injury insurance through the employer alone', () => {
    const { employee, employer, warnings } = contributed('shanghai', '2025-12', {
      insurance: yuan(10_000),
      fund: null,
      without: ['pension', 'medical', 'unemployment', 'fund'],
    });
    expect([employee.amount, employer.amount]).toEqual([0, yuan(20)]);
    expect(warnings.map(({ code }) => code)).not.toContain('no-base');
  });
});

describe('what is said of a figure', () => {
  it('a base under the floor says both amounts and the notice', () => {
    const { warnings, employee } = contributed('shanghai', '2026-07', 5_000);
    const raised = warnings.filter(({ code }) => code === 'base-raised');
    expect(raised.map(({ rule }) => rule?.id)).toEqual(['cn.shanghai.base']);
    expect(raised[0]?.inputs).toEqual([
      { name: 'ownBase', kind: 'money', value: yuan(5_000) },
      { name: 'floor', kind: 'money', value: yuan(7_546) },
      { name: 'cap', kind: 'money', value: yuan(37_731) },
    ]);
    const [pension] = employee.parts;
    expect(pension?.parts[0]).toMatchObject({
      amount: yuan(7_546),
      formula: 'insurance.baseRaised',
      rule: { source: '上海市人社局 2026 年度社会保险缴费基数上下限公告（2026-08-18）' },
    });
  });

  it('a base at floor or cap is neither raised nor capped', () => {
    const at = (amount: number) =>
      codes(contributed('shanghai', '2026-07', { insurance: yuan(amount), fund: yuan(10_000) }));
    expect(at(7_546).join()).not.toMatch(/base-/);
    expect(at(37_731).join()).not.toMatch(/base-/);
    expect(at(7_545.99)).toContain('base-raised cn.shanghai.base');
    expect(at(37_731.01)).toContain('base-capped cn.shanghai.base');
  });

  it('C9: the stage rate of unemployment insurance has ended with 2025', () => {
    const said = (of: string) =>
      contributed('shanghai', of, 20_000).warnings.filter(({ code }) => code === 'rule-ended');
    expect(said('2025-12')).toEqual([]);
    expect(said('2026-01').map(({ rule, inputs }) => [rule?.id, inputs])).toEqual([
      ['cn.shanghai.unemployment', [{ name: 'until', kind: 'day', value: '2025-12-31' }]],
    ]);
  });

  it('limits that nobody has published anew go on with a warning', () => {
    expect(codes(contributed('guangzhou', '2026-07', 10_000))).toContain(
      'rule-ended cn.guangzhou.pensionBase',
    );
    expect(codes(contributed('guangzhou', '2026-06', 10_000))).not.toContain(
      'rule-ended cn.guangzhou.pensionBase',
    );
  });

  it('what was not read in a notice is to be confirmed, and so is a class of injury that nobody assigned', () => {
    expect(codes(contributed('beijing', '2025-08', 10_000))).toContain('rule-unverified cn.beijing.base');
    expect(codes(contributed('beijing', '2026-08', 10_000))).not.toContain('rule-unverified cn.beijing.base');
    expect(codes(contributed('shanghai', '2026-06', 10_000, { injuryRate: null }))).toContain(
      'rule-unverified cn.shanghai.injury',
    );
    expect(codes(contributed('shanghai', '2026-06', 10_000))).not.toContain(
      'rule-unverified cn.shanghai.injury',
    );
  });

  it('a base that nobody entered gives no line, and says which', () => {
    const { employee, warnings } = contributed('shanghai', '2025-12', {
      insurance: null,
      fund: yuan(10_000),
    });
    expect(yuanByKind(employee)).toEqual({ fund: 700 });
    expect(warnings.filter(({ code }) => code === 'no-base').map(({ inputs }) => inputs[0]?.value)).toEqual([
      { 'zh-CN': '社保', en: 'Insurance' },
    ]);
  });
});

describe('what is refused', () => {
  it.each([
    [-1, 'negative'],
    [1_000_000_001, 'too-large'],
    [1e12, 'too-large'],
    [100.5, 'whole-fen'],
    [Number.NaN, 'whole-fen'],
  ])('a base of %d fen', (base, rule) => {
    const bases = (each: Partial<Bases>) => () =>
      contributed('shanghai', '2025-12', { insurance: null, fund: null, ...each });
    const fen = base as Fen;
    expect(bases({ insurance: fen })).toThrow(
      expect.objectContaining({ data: { field: 'insurance', rule } }),
    );
    expect(bases({ fund: fen })).toThrow(expect.objectContaining({ data: { field: 'fund', rule } }));
    expect(bases({ own: { injury: fen } })).toThrow(
      expect.objectContaining({ code: 'BASE_INVALID', data: { field: 'injury', rule } }),
    );
  });

  it('the largest base is one', () => {
    expect(contributed('shanghai', '2025-12', 10_000_000).employee.amount).toBe(
      contributed('shanghai', '2025-12', 50_000).employee.amount,
    );
  });

  it.each([
    ['shanghai', 8, 5, 7],
    ['shanghai', 4, 5, 7],
    ['beijing', 13, 5, 12],
  ] as const)('%s: a fund rate of %d %%', (city, percent, least, most) => {
    for (const side of ['employer', 'employee'] as const) {
      const fund = { employer: 5, employee: 5, [side]: percent };
      expect(() => contributed(city, '2026-08', 10_000, { fund })).toThrow(
        expect.objectContaining({
          code: 'RATE_OUT_OF_RANGE',
          data: { kind: 'fund', side, percent, least, most },
        }),
      );
    }
  });

  it.each([
    ['shanghai', '2026-08', 2.85],
    // A fifth more from July 2026 on, on a lowest class of 0.24 %.
    ['chengdu', '2026-06', 3.42],
    ['chengdu', '2026-08', 4.104],
  ] as const)('%s, %s: an injury rate over the highest class by half, %d %%', (city, of, most) => {
    const at = (injuryRate: number) => () => contributed(city, of, 10_000, { injuryRate });
    expect(at(most)).not.toThrow();
    const data = { kind: 'injury', side: 'employer', percent: 100, least: 0, most };
    expect(at(100)).toThrow(expect.objectContaining({ code: 'RATE_OUT_OF_RANGE', data }));
  });

  it('a month before anything is known', () => {
    expect(() => contributed('shanghai', '2025-06', 10_000)).toThrow(
      expect.objectContaining({
        code: 'PAY_RULE_MISSING',
        data: { id: 'cn.shanghai.pension', from: '2025-07-01' },
      }),
    );
  });
});

describe('a change that comes late', () => {
  const bases = { insurance: yuan(20_000), fund: yuan(20_000) };
  const paidAt = (of: string, amount: number) => linesOf(contributed('shanghai', of, amount));

  it('back-dated three months gives one entry per month, to the fen', () => {
    const months = ['2026-07', '2026-08', '2026-09'].map((of) => ({
      month: month(of),
      paid: paidAt(of, 18_000),
      now: contributed('shanghai', of, bases),
    }));
    const differences = differencesOf(months);
    expect(differences?.employee.parts.map(({ id, amount }) => [id, amount])).toEqual([
      ['2026-07', yuan(160 + 40 + 10 + 140)],
      ['2026-08', yuan(350)],
      ['2026-09', yuan(350)],
    ]);
    expect(differences?.employee.amount).toBe(yuan(1_050));
    expect(differences?.employer.amount).toBe(yuan(3 * (320 + 180 + 10 + 4 + 140)));
    expect(differences?.employee.parts[0]?.parts[0]).toMatchObject({
      id: 'pension',
      inputs: [
        { name: 'due', value: yuan(1_600) },
        { name: 'paid', value: yuan(1_440) },
      ],
      rule: { id: 'cn.shanghai.pension' },
    });
  });

  it('a month that stays as it was paid has no entry, and none at all is null', () => {
    const same = {
      month: month('2026-07'),
      paid: paidAt('2026-07', 20_000),
      now: contributed('shanghai', '2026-07', bases),
    };
    const changed = { ...same, month: month('2026-08'), paid: paidAt('2026-08', 19_000) };
    expect(differencesOf([same, changed])?.employee.parts.map(({ id }) => id)).toEqual(['2026-08']);
    expect(differencesOf([same])).toBeNull();
  });

  it('what is no longer due is given back', () => {
    const now = contributed('shanghai', '2026-07', { ...bases, without: ['unemployment'] });
    const differences = differencesOf([{ month: month('2026-07'), paid: paidAt('2026-07', 20_000), now }]);
    expect(differences?.employee.amount).toBe(yuan(-100));
    expect(differences?.employee.parts[0]?.parts[0]).toMatchObject({ id: 'unemployment', rule: null });
  });

  it('a record has both sides of each kind, also of those that one side pays alone', () => {
    expect(paidAt('2025-12', 20_000).find(({ kind }) => kind === 'injury')).toEqual({
      kind: 'injury',
      base: yuan(20_000),
      employee: 0,
      employer: yuan(40),
    });
  });
});

describe('what HR enters', () => {
  const own = (
    limits: Parameters<typeof withOwnRules>[1]['limits'],
    rates: Parameters<typeof withOwnRules>[1]['rates'] = [],
  ) =>
    contributionsOf({
      pack: withOwnRules(CITY_PACKS.guangzhou, { limits, rates }),
      choice: CHOICE,
      month: month('2026-08'),
      bases: { insurance: yuan(1), fund: yuan(10_000) },
    });
  const newer = {
    kind: 'pension' as const,
    from: day('2026-07-01'),
    until: day('2027-06-30'),
    floor: yuan(5_600),
    cap: yuan(28_000),
    source: '粤人社发〔2026〕1号',
  };

  it('newer limits end the warning and change that insurance alone', () => {
    const answer = own([newer, { ...newer, kind: 'injury' }]);
    expect(yuanByKind(answer.employee).pension).toBe(448);
    expect(codes(answer).filter((code) => code.startsWith('rule-ended'))).not.toContain(
      'rule-ended cn.guangzhou.pensionBase',
    );
    expect(yuanByKind(answer.employee).medical).toBe(124.68);
  });

  it('limits of an earlier day than a shipped notice do not replace it', () => {
    expect(yuanByKind(own([{ ...newer, from: day('2025-06-01') }]).employee).pension).toBe(440.8);
  });

  it('an entry of the same day replaces the shipped one, whose general rate leaves the one of a tier', () => {
    const rate = {
      kind: 'medical' as const,
      from: day('2026-01-01'),
      until: null,
      employer: { percent: 5 },
      employee: { percent: 1 },
      source: 'x',
    };
    expect(yuanByKind(own([], [rate]).employee).medical).toBe(62.34);
    const pack = withOwnRules(CITY_PACKS.shenzhen, { limits: [], rates: [rate] });
    const tier2 = contributionsOf({
      pack,
      choice: { ...CHOICE, medicalTier: 2 },
      month: month('2026-06'),
      bases: { insurance: yuan(10_000), fund: yuan(10_000) },
    });
    expect(yuanByKind(tier2.employee).medical).toBe(50);
  });

  it('the choice of a month is the latest that has begun', () => {
    const later = { ...CHOICE, from: month('2026-07'), injuryRate: 0.4 };
    expect(choiceOn([CHOICE, later], month('2026-06'))?.injuryRate).toBe(0.2);
    expect(choiceOn([CHOICE, later], month('2026-07'))?.injuryRate).toBe(0.4);
    expect(choiceOn([later], month('2026-06'))).toBeNull();
  });
});
