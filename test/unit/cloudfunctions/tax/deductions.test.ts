import type { Day, Instant, Month } from '#contracts/common';
import type { ErrorData } from '#contracts/errors';
import type { DeclaredDeduction, DeductionDetail } from '#contracts/tax';
import { addMonths } from '../../../../cloudfunctions/shared/calendar/company-time';
import { checkDeduction } from '../../../../cloudfunctions/tax/domain/deductions/check-deduction';
import { type DeductionFile, ended } from '../../../../cloudfunctions/tax/domain/deductions/deduction-file';
import {
  deductionsInMonth,
  specialThrough,
} from '../../../../cloudfunctions/tax/domain/deductions/special-through';
import { expectRefusal } from '../support/appraisal';
import { NOTHING, pay, yuan } from './support';

const day = (text: string): Day => text as Day;
const month = (text: string): Month => text as Month;
const CHILD: DeductionDetail = { kind: 'child', name: '小宝', born: day('2018-05-20'), share: 100 };
const INFANT: DeductionDetail = { kind: 'infant', name: '二宝', born: day('2024-03-15'), share: 100 };
const ONLY: DeductionDetail = { kind: 'elder', name: '父亲', born: day('1950-01-01'), amount: null };
const SHARED: DeductionDetail = { ...ONLY, amount: yuan(1_500) };
const RENT: DeductionDetail = { kind: 'rent', city: '上海市', size: 'major' };
const MORTGAGE: DeductionDetail = { kind: 'mortgage', firstPaid: month('2020-06'), share: 100 };
const DEGREE: DeductionDetail = { kind: 'degree', enrolled: month('2025-09') };
const CERTIFICATE: DeductionDetail = { kind: 'certificate', name: '注册会计师', obtained: day('2026-03-20') };

let last = 0;
const entry = (detail: DeductionDetail, more: Partial<DeclaredDeduction> = {}): DeclaredDeduction => {
  last += 1;
  return { id: `D${last}`, detail, from: month('2026-01'), until: null, confirmedYear: 2026, ...more };
};
const monthsThrough = (until: string, first = '2026-01'): Month[] => {
  const months: Month[] = [];
  for (let each = month(first); each <= until; each = addMonths(each, 1)) months.push(each);
  return months;
};
const inMonth = (each: DeclaredDeduction, text: string): number =>
  deductionsInMonth([each], month(text)).reduce((sum, { amount }) => sum + amount, 0) / 100;

test.each([
  ['V27', [CHILD, ONLY], 195],
  ['V28', [MORTGAGE], 315],
  ['V29', [{ ...CHILD, share: 50 }], 315],
  ['V30', [RENT], 300],
] as const)('%s: the tax of January with these deductions', (_, details, tax) => {
  const special = specialThrough(
    details.map((detail) => entry(detail as DeductionDetail)),
    monthsThrough('2026-01'),
  );
  const now = { ...NOTHING, income: yuan(20_000), contributions: yuan(3_500) };
  expect(pay({ month: 1, now, special: special.amount }).tax.amount).toBe(yuan(tax));
});

test('V33: declared in May for January, all five months count at once; months before the person came do not', () => {
  const child = entry(CHILD);
  expect(specialThrough([child], monthsThrough('2026-05')).amount).toBe(yuan(10_000));
  expect(specialThrough([child], monthsThrough('2026-05', '2026-04')).amount).toBe(yuan(4_000));
  expect(specialThrough([{ ...child, from: month('2026-03') }], monthsThrough('2026-05')).amount).toBe(
    yuan(6_000),
  );
  expect(specialThrough([{ ...child, until: month('2026-02') }], monthsThrough('2026-05')).amount).toBe(
    yuan(4_000),
  );
  expect(specialThrough([child], []).amount).toBe(0);
});

test.each<[string, DeductionDetail, readonly (readonly [string, number])[]]>([
  ['rent', RENT, [['2026-01', 1_500]]],
  ['rent in a large city', { ...RENT, size: 'large', city: '东莞市' }, [['2026-01', 1_100]]],
  ['rent elsewhere', { ...RENT, size: 'small', city: '丽江市' }, [['2026-01', 800]]],
  ['half a mortgage', { ...MORTGAGE, share: 50 }, [['2026-01', 500]]],
  ['an only child', ONLY, [['2026-01', 3_000]]],
  ['a share of an elder', SHARED, [['2026-01', 1_500]]],
  ['a degree', DEGREE, [['2026-01', 400]]],
  [
    'a certificate, once',
    CERTIFICATE,
    [
      ['2026-02', 0],
      ['2026-03', 3_600],
      ['2026-04', 0],
    ],
  ],
  [
    'an infant until the month before the third birthday',
    { ...INFANT, born: day('2023-06-30') },
    [
      ['2026-05', 2_000],
      ['2026-06', 0],
    ],
  ],
  ['half an infant', { ...INFANT, share: 50 }, [['2026-01', 1_000]]],
  [
    'a child from the month of the third birthday',
    { ...CHILD, born: day('2023-06-30') },
    [
      ['2026-05', 0],
      ['2026-06', 2_000],
    ],
  ],
  [
    'an elder from the month of the sixtieth birthday',
    { ...ONLY, born: day('1966-09-30') },
    [
      ['2026-08', 0],
      ['2026-09', 3_000],
    ],
  ],
  [
    'a mortgage for 240 months',
    { ...MORTGAGE, firstPaid: month('2006-08') },
    [
      ['2026-07', 1_000],
      ['2026-08', 0],
    ],
  ],
  [
    'a degree for 48 months',
    { ...DEGREE, enrolled: month('2022-09') },
    [
      ['2026-08', 400],
      ['2026-09', 0],
    ],
  ],
])('%s', (_, detail, months) => {
  for (const [text, amount] of months) expect([text, inMonth(entry(detail), text)]).toEqual([text, amount]);
});

test('amounts are those of their year', () => {
  const old = (detail: DeductionDetail, year: number) =>
    inMonth(entry(detail, { from: month(`${year}-01`), confirmedYear: year }), `${year}-01`);
  expect([old(CHILD, 2022), old(CHILD, 2023)]).toEqual([1_000, 2_000]);
  expect([old(ONLY, 2022), old(ONLY, 2023)]).toEqual([2_000, 3_000]);
  expect([old(SHARED, 2022), old(SHARED, 2023)]).toEqual([1_000, 1_500]);
  const born = (detail: DeductionDetail, year: number) =>
    ({ ...detail, born: day(`${year}-01-01`) }) as DeductionDetail;
  expect([2021, 2022, 2023].map((year) => old(born(INFANT, year - 1), year))).toEqual([0, 1_000, 2_000]);
});

test('a certificate counts once in its year, also for somebody who came later, and with a degree', () => {
  const both = [entry(CERTIFICATE), entry(DEGREE)];
  expect(specialThrough(both, monthsThrough('2026-12')).amount).toBe(yuan(3_600 + 4_800));
  expect(specialThrough([entry(CERTIFICATE)], monthsThrough('2026-08', '2026-07')).amount).toBe(yuan(3_600));
  expect(specialThrough([entry(CERTIFICATE)], monthsThrough('2026-02')).amount).toBe(0);
  expect(specialThrough([entry(CERTIFICATE, { confirmedYear: 2027 })], ['2027-01' as Month]).amount).toBe(0);
});

test('in the next year nothing counts before it is confirmed', () => {
  expect(inMonth(entry(CHILD), '2026-12')).toBe(2_000);
  expect(inMonth(entry(CHILD), '2027-01')).toBe(0);
  expect(inMonth(entry(CHILD, { confirmedYear: 2027 }), '2027-01')).toBe(2_000);
});

test('whoever stops supporting an elder deducts until the end of the year', () => {
  const file = (detail: DeductionDetail): DeductionFile => [
    {
      ...entry(detail, { id: 'E' }),
      ...{ state: 'accepted', declaredAt: 1 as Instant, decided: null, reason: null, replaces: null },
    },
  ];
  expect(ended(file(ONLY), 'E', month('2026-05'))[0]?.until).toBe('2026-12');
  expect(ended(file(CHILD), 'E', month('2026-05'))[0]?.until).toBe('2026-05');
  expect(inMonth(entry(CHILD, { until: month('2026-05') }), '2026-06')).toBe(0);
});

const TODAY = day('2026-05-10');
const refused = (
  detail: DeductionDetail,
  more: Partial<DeclaredDeduction>,
  data: ErrorData['DEDUCTION_INVALID'],
  others: readonly DeclaredDeduction[] = [],
  today = TODAY,
) => expectRefusal(() => checkDeduction(entry(detail, more), others, today), 'DEDUCTION_INVALID', data);
const accepted = (
  detail: DeductionDetail,
  more: Partial<DeclaredDeduction> = {},
  others: readonly DeclaredDeduction[] = [],
  today = TODAY,
) => expect(() => checkDeduction(entry(detail, more), others, today)).not.toThrow();

describe('what is declared is checked', () => {
  test('every kind is accepted as it should be', () => {
    for (const each of [CHILD, INFANT, ONLY, SHARED, RENT, MORTGAGE, DEGREE]) accepted(each);
    accepted(CERTIFICATE, { from: month('2026-03') });
  });

  test('months: this year, back to January; next year in December', () => {
    refused(RENT, { from: month('2025-12') }, { path: 'from', rule: 'before-year' });
    accepted(RENT, { from: month('2026-12') });
    refused(RENT, { from: month('2027-01') }, { path: 'from', rule: 'after-year' });
    accepted(RENT, { from: month('2027-01'), confirmedYear: 2027 }, [], day('2026-12-01'));
    refused(RENT, { until: month('2025-12') }, { path: 'until', rule: 'before-from' });
    accepted(RENT, { until: month('2026-01') });
  });

  test('a birthday, a first instalment and an enrolment bound the months', () => {
    const born = (detail: DeductionDetail, text: string) =>
      ({ ...detail, born: day(text) }) as DeductionDetail;
    refused(
      born(CHILD, '2023-02-01'),
      {},
      { path: 'detail.born', rule: 'too-early', month: month('2026-02') },
    );
    refused(
      born(INFANT, '2026-02-01'),
      {},
      { path: 'detail.born', rule: 'too-early', month: month('2026-02') },
    );
    refused(
      born(INFANT, '2023-01-31'),
      {},
      { path: 'detail.born', rule: 'too-late', month: month('2025-12') },
    );
    refused(
      born(INFANT, '2023-06-30'),
      { until: month('2026-06') },
      {
        ...{ path: 'until', rule: 'too-late', month: month('2026-05') },
      },
    );
    refused(
      born(ONLY, '1966-02-01'),
      {},
      { path: 'detail.born', rule: 'too-early', month: month('2026-02') },
    );
    refused(
      { ...MORTGAGE, firstPaid: month('2026-02') } as DeductionDetail,
      {},
      {
        ...{ path: 'detail.firstPaid', rule: 'too-early', month: month('2026-02') },
      },
    );
    refused(
      { ...MORTGAGE, firstPaid: month('2006-01') } as DeductionDetail,
      {},
      {
        ...{ path: 'detail.firstPaid', rule: 'too-late', month: month('2025-12') },
      },
    );
    refused(
      { ...DEGREE, enrolled: month('2022-01') } as DeductionDetail,
      {},
      {
        ...{ path: 'detail.enrolled', rule: 'too-late', month: month('2025-12') },
      },
    );
    refused(CERTIFICATE, {}, { path: 'detail.obtained', rule: 'too-early', month: month('2026-03') });
    refused(
      { ...CERTIFICATE, obtained: day('2025-12-31') } as DeductionDetail,
      {},
      {
        ...{ path: 'detail.obtained', rule: 'too-late', month: month('2025-12') },
      },
    );
  });

  test('V32: a share of an elder is 1,500 at most, and more than nothing', () => {
    const data = { path: 'detail.amount', rule: 'share', max: yuan(1_500) } as const;
    refused({ ...SHARED, amount: yuan(1_500.01) } as DeductionDetail, {}, data);
    refused({ ...SHARED, amount: yuan(0) } as DeductionDetail, {}, data);
  });

  test('a rent has the rate of its city', () => {
    const data = { path: 'detail.size', rule: 'city' } as const;
    refused({ ...RENT, size: 'large' } as DeductionDetail, {}, data);
    refused({ ...RENT, city: '苏州' } as DeductionDetail, {}, data);
    accepted({ kind: 'rent', city: '苏州', size: 'large' });
    accepted({ kind: 'rent', city: '深圳', size: 'major' });
  });

  test('V31: rent and mortgage in one year are refused, in any order and months', () => {
    const data = { path: 'detail.kind', rule: 'rent-and-mortgage' } as const;
    refused(RENT, { from: month('2026-07') }, data, [entry(MORTGAGE, { until: month('2026-06') })]);
    refused(MORTGAGE, {}, data, [entry(RENT, { from: month('2026-12') })]);
    const december = day('2026-12-01');
    const next = { from: month('2027-01'), confirmedYear: 2027 };
    accepted(MORTGAGE, next, [entry(RENT)], december);
    refused(MORTGAGE, next, data, [entry(RENT, { confirmedYear: 2027 })], december);
  });

  test('the same is not deducted twice; another child, and what ended before, is', () => {
    const data = { path: 'from', rule: 'overlaps' } as const;
    refused(CHILD, {}, data, [entry({ ...CHILD, share: 50 } as DeductionDetail, { from: month('2026-06') })]);
    accepted(CHILD, {}, [entry({ ...CHILD, name: '大宝', born: day('2016-01-01') } as DeductionDetail)]);
    accepted(CHILD, { from: month('2026-04') }, [entry(CHILD, { until: month('2026-03') })]);
    refused(CHILD, { from: month('2026-03') }, data, [entry(CHILD, { until: month('2026-03') })]);
    // The third birthday parts care and education of the same child.
    const born = { ...CHILD, born: day('2023-06-30') } as DeductionDetail;
    accepted(born, { from: month('2026-06') }, [entry({ ...born, kind: 'infant' } as DeductionDetail)]);
    refused(ONLY, {}, data, [entry({ ...SHARED, name: '母亲' } as DeductionDetail)]);
    refused(RENT, {}, data, [entry(RENT, { from: month('2026-03') })]);
    refused(DEGREE, {}, data, [entry(DEGREE)]);
    const second = { ...CERTIFICATE, obtained: day('2026-05-02'), name: '法律职业资格' } as DeductionDetail;
    refused(second, { from: month('2026-05') }, data, [entry(CERTIFICATE, { from: month('2026-03') })]);
  });

  test('how it is shared changes at the beginning of a year only', () => {
    const data = { path: 'from', rule: 'share-fixed' } as const;
    const half = { ...CHILD, share: 50 } as DeductionDetail;
    refused(half, { from: month('2026-06') }, data, [entry(CHILD, { until: month('2026-05') })]);
    refused(ONLY, { from: month('2026-06') }, data, [entry(SHARED, { until: month('2026-05') })]);
    const december = day('2026-12-01');
    accepted(half, { from: month('2027-01'), confirmedYear: 2027 }, [entry(CHILD)], december);
    accepted(RENT, { from: month('2026-06') }, [
      entry({ ...RENT, city: '北京' }, { until: month('2026-05') }),
    ]);
  });

  test('sixty are enough for a working life', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      entry({ ...CHILD, name: `孩子${index}` } as DeductionDetail),
    );
    refused(CHILD, {}, { path: 'detail', rule: 'too-many', max: 60 }, many);
    accepted(CHILD, {}, many.slice(1));
  });
});

test('a birth or certificate that has not come yet is refused, and a child counts once however its name is spelled', () => {
  const today = day('2026-11-05');
  const from = month('2026-12');
  for (const [detail, path] of [
    [{ ...INFANT, born: day('2026-12-20') }, 'detail.born'],
    [{ ...CERTIFICATE, obtained: day('2026-12-31') }, 'detail.obtained'],
  ] as const)
    expectRefusal(() => checkDeduction(entry(detail, { from }), [], today), 'DEDUCTION_INVALID', {
      ...{ path, rule: 'future' },
    });
  const other = entry({ ...CHILD, name: 'Xiao Bao' } as DeductionDetail, { from });
  expectRefusal(
    () =>
      checkDeduction(
        entry({ ...CHILD, name: 'ｘｉａｏｂａｏ' } as DeductionDetail, { from }),
        [other],
        today,
      ),
    'DEDUCTION_INVALID',
    { path: 'from', rule: 'overlaps' },
  );
  // Twins differ in more than that.
  checkDeduction(entry({ ...CHILD, name: 'Da Bao' } as DeductionDetail, { from }), [other], today);
});
