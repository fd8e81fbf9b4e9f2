import fc from 'fast-check';
import { MAX_LINES, readPastedBases } from '../../../../../miniprogram/features/pay-insurance/pasted-bases';

const entry = (
  employeeId: string,
  from: string,
  insurance: number | null,
  fund: number | null,
  more = {},
) => ({
  ...{ employeeId, from, insurance, fund, isLocal: false, isPensioner: false },
  ...more,
});
const both = (percent: number) => ({ employer: percent, employee: percent });
const read = (text: string) => readPastedBases(text).entries;
const wrong = (text: string) =>
  readPastedBases(text).problems.map(({ line, rule, text: cell }) => [line, rule, cell]);

it.each([
  ['cells of a sheet', 'R01\t2026-07\t20000\t18000'],
  ['with a name between', 'R01\t张三\t2026-07\t20000\t18000'],
  ['typed', 'R01 2026-07 20000 18000'],
  ['with commas between', 'R01,2026-07,20000,18000'],
  ['amounts as a bank writes them', 'R01\t2026年7月\t¥20,000.00\t18,000元'],
  ['commas within amounts of a typed line', 'R01 2026/7 20,000 18,000.00'],
  ['full width', 'Ｒ０１\t２０２６-０７\t２００００\t１８０００'],
  ['a day of the month', 'R01\t2026-07-01\t20000\t18000'],
])('%s are read', (_, line) => {
  expect(read(line)).toEqual([entry('R01', '2026-07', 2_000_000, 1_800_000)]);
});

it('an empty amount is not paid, and words say who is local or draws a pension', () => {
  expect(read('R01\t2026-07\t20000\t\nR02\t2026-07\t-\t3000.05\t本市\nR03\t2026-07\t3000\t无\t退休')).toEqual(
    [
      entry('R01', '2026-07', 2_000_000, null),
      entry('R02', '2026-07', null, 300_005, { isLocal: true }),
      entry('R03', '2026-07', 300_000, null, { isPensioner: true }),
    ],
  );
});

it.each([
  ['both percents', '\t\t7%\t5%', { fundRate: both(7), supplementaryRate: both(5) }],
  ['without the sign', '\t\t7\t5', { fundRate: both(7), supplementaryRate: both(5) }],
  ['without the column of words', '\t7%\t5%', { fundRate: both(7), supplementaryRate: both(5) }],
  ['beside a word', '\t本市\t6%', { isLocal: true, fundRate: both(6) }],
  ['company and employee', '\t\t5%/7%', { fundRate: { employer: 5, employee: 7 } }],
  ['the supplementary fund alone', '\t\t\t3/2', { supplementaryRate: { employer: 3, employee: 2 } }],
  ['no part in it', '\t\t\t不缴', { supplementaryRate: both(0) }],
  ['full width', '\t\t７％', { fundRate: both(7) }],
])('own percents: %s', (_, columns, own) => {
  expect(read(`R01\t2026-07\t20000\t18000${columns}`)).toEqual([
    entry('R01', '2026-07', 2_000_000, 1_800_000, own),
  ]);
});

it('a heading and empty lines are passed over, and lines keep their number in the sheet', () => {
  const text = '工号\t起始月份\t社保基数\t公积金基数\n\nR01\t2026-07\t20000\t20000\r\nR02\t2026-07\tx\t1\n';
  expect(readPastedBases(text).lines).toEqual([3]);
  expect(wrong(text)).toEqual([[4, 'amount', 'x']]);
});

it.each([
  ['1.23E+05', 'amount'],
  ['#####', 'amount'],
  ['-1', 'amount'],
  ['12,34', 'amount'],
  ['1.234', 'amount'],
  ['10000000.01', 'too-large'],
  ['1000000000000', 'too-large'],
])('%s, which a program or a finger has damaged, is refused', (cell, rule) => {
  expect(wrong(`R01\t2026-07\t${cell}\t1`)).toEqual([[1, rule, cell]]);
  expect(wrong(`R01\t2026-07\t1\t${cell}`)).toEqual([[1, rule, cell]]);
});

it.each([
  ['张三\t2026-07\t1\t1', 'person', '张三'],
  ['R01\t2026-13\t1\t1', 'month', ''],
  ['R01\t46204\t1\t1', 'month', ''],
  ['R01\t2026-07\t1', 'columns', ''],
  ['R01\t2026-07\t1\t1\t本市\t7\t5\t9', 'too-many', '9'],
  ['R01\t2026-07\t1\t1\t本市\t七成', 'percent', '七成'],
  ['R01\t2026-07\t1\t1\t\t7%/x', 'percent', '7%/x'],
  ['R01\t2026-07\t1\t1\t\t7.00001', 'percent', '7.00001'],
  ['R01\t2026-07\t1\t1\t\t-7', 'percent', '-7'],
  ['R01\t2026-07\t1\t1\t\t无', 'percent', '无'],
  ['R01\t2026-07\t1\t1\t临时', 'kind', '临时'],
])('%s is refused', (line, rule, cell) => {
  expect(wrong(line)).toEqual([[1, rule, cell]]);
  expect(read(line)).toEqual([]);
});

it('whatever is pasted, amounts are whole fen within bounds, and every line is read or refused', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 8 }), (cells) => {
      const { entries, problems } = readPastedBases(
        ['R01', '2026-07', ...cells].join('\t').replace(/\n/g, ' '),
      );
      expect(entries.length + problems.length).toBe(1);
      for (const { insurance, fund } of entries)
        for (const fen of [insurance, fund])
          expect(fen === null || (Number.isInteger(fen) && fen >= 0 && fen <= 1_000_000_000)).toBe(true);
    }),
  );
  expect(MAX_LINES).toBe(100);
});
