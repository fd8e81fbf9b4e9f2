import type { Day, Month } from '#contracts/common';
import type { Fen, PayStep } from '#contracts/pay';
import type { DeclaredDeduction, TaxKind } from '#contracts/tax';
import { CITY_PACKS } from '../../../../cloudfunctions/insurance/rules';
import { NOTHING_ONCE } from '../../../../cloudfunctions/payroll/domain/one-off-lines';
import type { PersonFacts, RunFacts } from '../../../../cloudfunctions/payroll/domain/pay-facts';
import { PLAIN_TAX } from '../../../../cloudfunctions/payroll/domain/slip-rules';
import type { SlipContent, StoredSlip } from '../../../../cloudfunctions/payroll/domain/stored-slip';
import { workOutSlip } from '../../../../cloudfunctions/payroll/domain/work-out-slip';
import { compileItems } from '../../../../cloudfunctions/salaries/rules';
import { addMonths } from '../../../../cloudfunctions/shared/calendar/company-time';
import { formulaText } from '../../../../miniprogram/features/pay/step-text';
import '../../../../miniprogram/features/pay/words/words';
import { wordsIn } from '../../../../miniprogram/locales/words';

/** Whole slips of worked cases whose amounts were published elsewhere, to the fen. */

const fen = (yuan: number) => Math.round(yuan * 100) as Fen;
const yuan = (amount: number) => amount / 100;
const ITEMS = compileItems([
  {
    ...{ id: 'extra', formula: 'entered', condition: '', name: { 'zh-CN': '其他', en: 'Other' } },
    ...{ kind: 'earning', isTaxable: true, isInsurable: true, isInMinimum: false },
  },
  {
    ...{ id: 'own', formula: 'entered', condition: '', name: { 'zh-CN': '扣', en: 'Off' } },
    ...{ kind: 'deduction', isTaxable: true, isInsurable: true, isInMinimum: false },
  },
]);

interface Case {
  readonly gross: number;
  /** Own insurance and fund as one amount that is taken off before tax; null with the rules of a city. */
  readonly soc?: number;
  readonly hiredOn?: string;
  readonly tax?: Partial<PersonFacts['tax']>;
  readonly city?: 'shanghai';
  readonly base?: number;
  readonly fund?: number;
  readonly time?: object;
  readonly absent?: number;
  readonly dueDays?: number;
  readonly method?: '21.75' | 'workdays';
}

const days = (month: string, count: number): Day[] =>
  Array.from({ length: count }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')}` as Day);

function slipOf(month: string, paidOn: string, one: Case, last: StoredSlip | null): SlipContent {
  const dueDays = one.dueDays ?? 21;
  const of = { month: month as Month, paidDays: days(month, dueDays), compiled: ITEMS };
  const run = {
    ...of,
    items: { from: '2026-01-01', items: [] },
    ...{ paidOn, earlier: [], versions: new Map() },
  } as unknown as RunFacts;
  const insurance = one.city && {
    pack: CITY_PACKS[one.city],
    choice: {
      ...{ from: '2025-01', injuryRate: 0.2, fund: { employer: one.fund ?? 7, employee: one.fund ?? 7 } },
      ...{ supplementaryFund: null, medicalTier: 1, sickPercent: null },
    },
    bases: { insurance: fen(one.base ?? one.gross), fund: fen(one.base ?? one.gross) },
  };
  const facts = {
    person: { _id: 'E1', hiredOn: one.hiredOn ?? '2020-01-01', leftOn: null, city: one.city ?? 'elsewhere' },
    salary: [
      {
        ...{ from: '2020-01-01', wage: fen(one.gross), overtimeBase: null, method: one.method ?? '21.75' },
        entered: one.soc ? { own: fen(one.soc) } : {},
      },
    ],
    time: {
      pay: { overtime: [], leave: [], corrections: 0, ...one.time },
      ...{ attended: dueDays, absent: one.absent ?? 0, leaveDays: days(month, dueDays) },
    },
    ...{
      bonus: null,
      insurance: insurance ?? null,
      tax: { ...PLAIN_TAX, ...one.tax },
      last,
      earlier: new Map(),
      once: NOTHING_ONCE,
    },
  } as unknown as PersonFacts;
  const outcome = workOutSlip(run, facts);
  if (!('content' in outcome)) throw new Error(outcome.blocked);
  return outcome.content;
}

/** The slips of months that are each paid in themselves. */
function year(from: string, cases: readonly Case[]): SlipContent[] {
  let last: StoredSlip | null = null;
  return cases.map((one, at) => {
    const month = addMonths(from as Month, at);
    const content = slipOf(month, `${month}-28`, one, last);
    last = { month, content } as unknown as StoredSlip;
    return content;
  });
}
const taxes = (slips: readonly SlipContent[]) => slips.map(({ totals }) => yuan(totals.tax));
const times = (count: number, one: Case): Case[] => Array.from({ length: count }, () => one);
const special = (...monthly: DeclaredDeduction['detail'][]): Partial<PersonFacts['tax']> => ({
  deductions: monthly.map((detail, at) => ({
    ...{ id: `D${at}`, detail, from: '2026-01' as Month, until: null, confirmedYear: 2026 },
  })),
});
const child = (share: 50 | 100): DeclaredDeduction['detail'] =>
  ({ kind: 'child', name: '小明', born: '2018-05-01' as Day, share }) as never;
const elder = { kind: 'elder', name: '长辈', born: '1950-01-01', amount: null } as never;
const rent = { kind: 'rent', city: '上海', size: 'major' } as never;
const mortgage = { kind: 'mortgage', firstPaid: '2024-01', share: 100 } as never;

test.each<[string, Case, number[]]>([
  ['V02', { gross: 30_000, soc: 4_500 }, [615, 965, ...Array(5).fill(2_050), 4_050, ...Array(4).fill(4_100)]],
  ['V04', { gross: 20_000, soc: 3_000 }, [360, 360, 360, ...Array(9).fill(1_200)]],
  [
    'V08',
    { gross: 30_000, soc: 4_000 },
    [630, 1_050, ...Array(4).fill(2_100), 2_400, ...Array(5).fill(4_200)],
  ],
  [
    'V09',
    { gross: 25_000, soc: 5_625, tax: special(child(100), rent) },
    [326.25, 326.25, 326.25, 851.25, ...Array(8).fill(1_087.5)],
  ],
  [
    'V24',
    { gross: 10_000, soc: 2_000, tax: { allowance: 'sixty-thousand' } },
    [...Array(7).fill(0), 120, 240, 240, 240, 240],
  ],
])('%s: the tax of a whole year, month by month', (_, one, expected) => {
  expect(taxes(year('2026-01', times(12, one)))).toEqual(expected);
});

test.each<[string, string, Case[], number[]]>([
  ['V12', '2026-01', [{ gross: 8_000 }, { gross: 15_000 }], [90, 300]],
  ['V16', '2026-01', [{ gross: 2_000 }, { gross: 30_000, soc: 4_500 }], [0, 525]],
  ['V18', '2026-07', [{ gross: 30_000, soc: 4_500, hiredOn: '2026-07-01' }], [615]],
  [
    'V19',
    '2026-07',
    times(6, { gross: 20_000, soc: 3_500, hiredOn: '2026-07-01', tax: { allowance: 'first-job' } }),
    [0, 0, 135, 345, 345, 555],
  ],
  [
    'V20',
    '2026-07',
    times(6, { gross: 20_000, soc: 3_500, hiredOn: '2026-07-01' }),
    [345, 345, 345, 1_045, 1_150, 1_150],
  ],
  ['V22', '2026-01', [{ gross: 10_000, tax: { kind: 'student' as TaxKind } }], [90]],
  ['V23', '2026-01', [{ gross: 10_000, soc: 1_750, tax: { allowance: 'sixty-thousand' } }], [0]],
  ['V27', '2026-01', [{ gross: 20_000, soc: 3_500, tax: special(child(100), elder) }], [195]],
  ['V28', '2026-01', [{ gross: 20_000, soc: 3_500, tax: special(mortgage) }], [315]],
  ['V29', '2026-01', [{ gross: 20_000, soc: 3_500, tax: special(child(50)) }], [315]],
  ['V30', '2026-01', [{ gross: 20_000, soc: 3_500, tax: special(rent) }], [300]],
  ['V51', '2026-01', [{ gross: 30_000, tax: { kind: 'non-resident' as TaxKind } }], [3_590]],
  ['V52', '2026-01', [{ gross: 10_000 }], [150]],
])('%s: the tax of these months', (_, from, cases, expected) => {
  expect(taxes(year(from, cases))).toEqual(expected);
});

describe('what was paid before the first slip here', () => {
  const totals = {
    ...{ income: fen(180_000), exempt: 0, contributions: fen(27_000), other: 0, relief: 0 },
    withheld: fen(7_680),
  } as PersonFacts['tax']['carryIn'];
  const carried = {
    carryIn: totals,
    carriedMonths: { from: '2026-01' as Month, until: '2026-06' as Month },
  };
  const one: Case = { gross: 30_000, soc: 4_500 };

  test('counts from then on where it is entered after the first slip', () => {
    const known = taxes(
      year('2026-07', [
        { ...one, tax: carried },
        { ...one, tax: carried },
        { ...one, tax: carried },
      ]),
    );
    const late = taxes(year('2026-07', [one, { ...one, tax: carried }, { ...one, tax: carried }]));
    // Once it is known the sum of the year is right; later months are as if it had been.
    expect(late[2]).toBe(known[2]);
    expect((late[0] ?? 0) + (late[1] ?? 0)).toBe((known[0] ?? 0) + (known[1] ?? 0));
  });

  test('is asked for where months without it count for the allowance', () => {
    const asked = (slips: readonly SlipContent[]) =>
      slips.map(({ warnings }) => warnings.some(({ code }) => code === 'no-earlier-pay'));
    expect(asked(year('2026-07', [one, one]))).toEqual([true, false]);
    expect(asked(year('2026-07', [{ ...one, tax: carried }]))).toEqual([false]);
    expect(asked(year('2026-07', [{ ...one, hiredOn: '2026-06-20' }]))).toEqual([false]);
    expect(asked(year('2026-01', [one]))).toEqual([false]);
  });
});

describe('a month in Shanghai', () => {
  const of = (month: string, one: Case) => slipOf(month, `${month}-28`, { ...one, city: 'shanghai' }, null);
  const parts = ({ net }: SlipContent) =>
    Object.fromEntries(
      (net.parts.find(({ id }) => id === 'contributions')?.parts ?? []).map(({ id, amount }) => [
        id,
        -yuan(amount),
      ]),
    );

  test('V84: a base within the limits, both sides', () => {
    const slip = of('2025-12', { gross: 20_000, hiredOn: '2025-12-01' });
    expect(parts(slip)).toEqual({ pension: 1_600, medical: 400, unemployment: 100, fund: 1_400 });
    expect([yuan(slip.totals.tax), yuan(slip.totals.net), yuan(slip.totals.employer)]).toEqual([
      345, 16_155, 6_540,
    ]);
  });

  test('V85: a base over the cap', () => {
    const slip = of('2025-12', { gross: 50_000, hiredOn: '2025-12-01' });
    expect(parts(slip)).toEqual({ pension: 2_984.16, medical: 746.04, unemployment: 186.51, fund: 2_611 });
    expect([yuan(slip.totals.tax), yuan(slip.totals.net)]).toEqual([1_327.23, 42_145.06]);
    expect(yuan(slip.totals.employer)).toBe(12_197.61);
  });

  test('V88, V89: the smallest wage that leaves the minimum after insurance and fund, and one that does not', () => {
    const right = of('2026-07', { gross: 3_798.33, hiredOn: '2026-07-01' });
    expect(yuan(right.totals.net)).toBe(2_740);
    const warned = (slip: SlipContent) => slip.warnings.some(({ code }) => code === 'under-minimum');
    expect(warned(right)).toBe(false);
    const low = of('2026-06', { gross: 2_740, hiredOn: '2026-06-01' });
    expect(yuan(low.totals.net)).toBe(1_764.7);
    expect(warned(low)).toBe(true);
  });

  test('V78: five sick days at 70 % in January', () => {
    const leave = [
      {
        typeId: 'sick',
        name: { 'zh-CN': '病假', en: 'Sick' },
        paidShare: 70,
        minutes: 2_400,
        statutoryDays: 0,
      },
    ];
    const slip = of('2026-01', { gross: 21_750, hiredOn: '2023-01-01', base: 21_750, time: { leave } });
    expect(yuan(slip.totals.gross)).toBe(20_250);
    expect([yuan(slip.totals.tax), yuan(slip.totals.net)]).toEqual([343.3, 16_099.95]);
  });

  test('sick days of which the last two lie beyond half a year of illness are paid by both ladders', () => {
    const part = { typeId: 'sick', name: { 'zh-CN': '病假', en: 'Sick' }, statutoryDays: 0 };
    const on = (days: readonly string[]) => ({
      minutes: 480 * days.length,
      days: days.map((day) => ({ day: day as Day, minutes: 480 })),
    });
    const leave = [
      { ...part, paidShare: 60, isLong: true as const, ...on(['2026-01-08', '2026-01-09']) },
      { ...part, paidShare: 70, ...on(['2026-01-05', '2026-01-06', '2026-01-07']) },
    ];
    const slip = of('2026-01', { gross: 21_750, hiredOn: '2022-12-31', base: 21_750, time: { leave } });
    // A day is 1,000: three at 70 %, two at 60 %.
    expect(yuan(slip.totals.gross)).toBe(21_750 - 5_000 + 2_100 + 1_200);
  });

  test('V74: work on a statutory day is paid at 300 % though time off was given', () => {
    const overtime = [{ payClass: 300, compensation: 'comp-time', minutes: 180 }];
    const slip = of('2026-01', { gross: 21_750, base: 21_750, time: { overtime }, hiredOn: '2026-01-01' });
    expect(yuan(slip.totals.gross)).toBe(21_750 + 1_125);
    expect(yuan(slip.totals.tax)).toBe(422.05);
  });
});

describe('a part of a month', () => {
  const wage = (one: Case) => {
    const earnings = slipOf('2026-07', '2026-07-28', one, null).net.parts[0];
    return yuan(earnings?.parts.find(({ id }) => id === 'wage')?.amount ?? 0);
  };
  const from = (gross: number, method: Case['method'], dueDays: number, hiredOn: string) =>
    wage({ gross, ...(method && { method }), dueDays, hiredOn });

  test('who is absent on every day after joining is paid nothing for them', () => {
    for (const method of ['21.75', 'workdays'] as const) {
      const one: Case = { gross: 10_000, method, dueDays: 20, hiredOn: '2026-07-11', absent: 10 };
      expect(slipOf('2026-07', '2026-07-28', one, null).totals).toMatchObject({ gross: 0, net: 0 });
      const half = slipOf('2026-07', '2026-07-28', { ...one, absent: 5 }, null);
      expect(yuan(half.totals.gross)).toBe(method === '21.75' ? 3_103.45 : 2_701.15);
    }
  });

  test('V67, V68: by workdays, never more than the whole', () => {
    expect(from(2_175, 'workdays', 23, '2026-07-02')).toBe(2_080.43);
    expect(from(2_175, 'workdays', 22, '2026-07-02')).toBe(2_076.14);
    expect(from(2_175, '21.75', 20, '2026-07-02')).toBe(2_075);
    expect(from(2_175, '21.75', 23, '2026-07-01')).toBe(2_175);
  });
});

/** What a sentence such as `¥8,600.00 × 8% = ¥688.00` comes to on both sides; null without an equals sign. */
function bothSides(sentence: string): readonly [number, number] | null {
  const [left, right, ...more] = sentence.split(' = ');
  if (left === undefined || right === undefined || more.length > 0) return null;
  const plain = (text: string) =>
    text
      .replace(/^.*[：；:;]/, '')
      .replace(/已缴|paid|，四舍五入到元|, rounded to the yuan/g, '')
      .replace(/one (day|month)/g, '1')
      .replace(/(\d+) (?:小时|h) (\d+) (?:分|min)/g, '($1+$2/60)')
      .replace(/(\d+\/\d+)/g, '($1)')
      .replace(/([\d)]) *(天|小时|个月|days?|h|months?)(?![a-z])/g, '$1')
      .replace(/([\d.]+)%/g, '($1/100)')
      .replace(/(\d),(?=\d{3})/g, '$1')
      .replace(/[¥（）]/g, '')
      .replace(/×/g, '*')
      .replace(/÷/g, '/')
      .replace(/−/g, '-');
  if (/[^-+*/().\d\s]/.test(plain(left))) throw new Error(`Not understood: ${sentence}`);
  return [Number(new Function(`return ${plain(left)}`)()), Number(plain(right))];
}

test('each sentence on a slip comes out as it says, in both languages', () => {
  const sick = { typeId: 'sick', name: { 'zh-CN': '病假', en: 'Sick' }, paidShare: 70, minutes: 2_400 };
  const personal = {
    typeId: 'personal',
    name: { 'zh-CN': '事假', en: 'Personal' },
    paidShare: 0,
    minutes: 400,
  };
  const overtime = [150, 200, 300].map((payClass) => ({ payClass, compensation: 'pay', minutes: 100 }));
  const city = { city: 'shanghai', base: 12_345.67, fund: 6 } as const;
  const leave = [sick, personal].map((each) => ({ ...each, statutoryDays: 0 }));
  const slips = [
    ...year('2026-01', times(12, { gross: 43_210.99, ...city, tax: special(child(50), elder, rent) })),
    ...year('2026-03', [
      { gross: 23_456.78, ...city, hiredOn: '2026-03-10', time: { leave, overtime } },
      { gross: 2_000, ...city, hiredOn: '2026-03-10' },
      { gross: 99_999.99, ...city, hiredOn: '2026-03-10', method: 'workdays' },
    ]),
    ...year(
      '2026-07',
      times(2, { gross: 20_000, soc: 3_500, hiredOn: '2026-07-01', tax: { allowance: 'first-job' } }),
    ),
    ...year('2026-01', times(2, { gross: 10_000, tax: { kind: 'student' as TaxKind } })),
  ];
  const seen = new Set<string>();
  const check = (step: PayStep, isTaken: boolean): void => {
    for (const words of [wordsIn('zh-CN', '2026'), wordsIn('en', '2026')]) {
      const sentence = formulaText(step, isTaken, words);
      expect(sentence).not.toMatch(/pay(Names|Formulas|Inputs)|{{/);
      // The formula of an item is said in words.
      const sides = step.formula === 'item' ? null : bothSides(sentence);
      if (!sides) continue;
      seen.add(step.formula ?? '');
      const most = step.formula === 'insurance.shareInYuan' ? 0.5 : 0.005_000_1;
      if (Math.abs(sides[0] - sides[1]) > most) throw new Error(`${sentence}: ${sides.join(' is not ')}`);
    }
    for (const part of step.parts) check(part, false);
  };
  for (const { net, employer } of slips) {
    for (const group of net.parts) {
      const isTaken = group.id !== 'earnings' && group.id !== 'carried';
      if (group.formula !== null) check(group, isTaken);
      for (const line of group.formula === null ? group.parts : []) check(line, isTaken);
    }
    for (const part of employer.parts) check(part, false);
  }
  for (const formula of [
    'insurance.share',
    'insurance.shareInYuan',
    'leave.deduction',
    'overtime',
    'tax.cumulative',
  ])
    expect(seen).toContain(formula);
});
