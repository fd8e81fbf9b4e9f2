import fc from 'fast-check';
import * as characters from '../../miniprogram/features/goals/daily-report/characters';
import type {
  ConfirmedWords,
  RecognisedReport,
  ReportableKeyResult,
} from '../../miniprogram/features/goals/daily-report/proposal';
import { MAX_REPORT_LENGTH, recognise } from '../../miniprogram/features/goals/daily-report/recognise';
import { SHOP } from '../unit/miniprogram/features/goals/daily-report/key-results';

/** Counts how often a report is looked at: one character, or one phrase of a fixed length, at a time. */
jest.mock('../../miniprogram/features/goals/daily-report/characters', () => {
  const real = jest.requireActual('../../miniprogram/features/goals/daily-report/characters');
  return { ...real, classAt: jest.fn(real.classAt), endOf: jest.fn(real.endOf) };
});

const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '接待',
      '客户',
      '成交',
      '投诉',
      '满意度',
      '销售额',
      'closed ',
      'deals ',
      'no ',
      '没有',
    ),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '，',
      '。',
      '、',
      ' ',
      '\n',
      '：',
      '(',
      ')',
      '-',
      '~',
      '+',
      '/',
      '.',
      ',',
      ':',
      '和',
    ),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '位',
      '单',
      '起',
      '%',
      '元',
      '小时',
      '个',
      '半',
      '月',
      '日',
      '点',
      '第',
      '百分之',
      '万',
      '千',
      '亿',
    ),
  },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      '累计',
      '今天',
      '又',
      '不对',
      '应为',
      '约',
      '多',
      '左右',
      '到',
      '减少',
      '分别',
      'total ',
      'sorry ',
    ),
  },
  { weight: 6, arbitrary: fc.nat(999_999).map(String) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '十',
      '两百三',
      '一',
      '零',
      '12.5',
      '1,200',
      '1.2.3',
      '9:30',
      '00012',
      'twelve ',
      'one ',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
);
const report = fc
  .array(piece, { maxLength: 60 })
  .map((pieces) => pieces.join('').slice(0, MAX_REPORT_LENGTH));

const keyResult: fc.Arbitrary<ReportableKeyResult> = fc.record(
  {
    id: fc.string({ minLength: 1, maxLength: 3 }),
    title: fc.oneof(
      fc.constantFrom('成交', 'Deals', '客户满意度'),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    titleEn: fc.string({ maxLength: 8 }),
    unit: fc.oneof(
      fc.constantFrom('单', '万元', '%', 'h', '桌'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    words: fc.array(fc.string({ unit: 'binary', maxLength: 6 }), { maxLength: 3 }),
    kind: fc.constantFrom('raise', 'lower', 'keep-above', 'keep-below', 'percent', 'yes-no', 'milestones'),
    lastValue: fc.option(fc.integer()),
  },
  { requiredKeys: ['id', 'title', 'kind', 'lastValue'] },
);
const keyResultSets = fc.oneof(fc.constant(SHOP), fc.array(keyResult, { maxLength: 6 }));
const memory: fc.Arbitrary<ConfirmedWords[]> = fc.array(
  fc.record({
    words: fc.oneof(fc.constantFrom('成交', '接待客户', '单', ''), fc.string({ maxLength: 5 })),
    keyResultId: fc.constantFrom('deal', 'guest', 'gone'),
    mode: fc.constantFrom('add', 'set'),
  }),
  { maxLength: 5 },
);

function recognised(...input: Parameters<typeof recognise>): RecognisedReport {
  const result = recognise(...input);
  if ('problem' in result) throw new Error('a report that is short enough was refused');
  return result;
}

test('whatever is written, proposals are finite numbers of known key results, and their words do not overlap', () => {
  fc.assert(
    fc.property(report, keyResultSets, memory, (text, keyResults, confirmed) => {
      const { proposals, unmatched } = recognised(text, keyResults, confirmed);
      const known = new Set(keyResults.map(({ id }) => id));
      for (const proposal of proposals) {
        expect(Number.isFinite(proposal.value)).toBe(true);
        expect(Object.is(proposal.value, -0)).toBe(false);
        expect(known).toContain(proposal.keyResultId);
        expect(proposal.alternatives).not.toContain(proposal.keyResultId);
        expect(proposal.words.length).toBeLessThanOrEqual(40);
      }
      const spans = [...proposals, ...unmatched]
        .map(({ span }) => span)
        .sort(([one], [other]) => one - other);
      let end = 0;
      for (const [from, to] of spans) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        end = to;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 2_000 },
  );
});

/** As a Chinese keyboard writes it. */
const fullWidth = (text: string): string =>
  text.replace(/[\x20-\x7e¥]/g, (sign) => {
    if (sign === ' ') return '\u3000';
    return sign === '¥' ? '￥' : String.fromCharCode(sign.charCodeAt(0) + 0xfee0);
  });

test('it is all the same in full width and in half width', () => {
  fc.assert(
    fc.property(report, memory, (text, confirmed) => {
      expect(recognise(fullWidth(text), SHOP, confirmed)).toEqual(recognise(text, SHOP, confirmed));
    }),
    { numRuns: 1_000 },
  );
});

const DIGITS = '零一二三四五六七八九';
const PLACES = ['', '十', '百', '千'];

/** Up to 9,999 as it is spoken; `isInner` puts 一 in front of a ten, as in 一百一十. */
function underMyriad(value: number, isInner: boolean): string {
  const digits = [...String(value)].map(Number);
  const spoken = digits.map((digit, index) => {
    const place = PLACES[digits.length - 1 - index] ?? '';
    return digit === 0 ? '零' : `${DIGITS.charAt(digit)}${place}`;
  });
  const text = spoken
    .join('')
    .replace(/零+/g, '零')
    .replace(/(.)零$/, '$1');
  return isInner ? text : text.replace(/^一十/, '十');
}

function inChinese(value: number): string {
  const [myriads, rest] = [Math.floor(value / 10_000), value % 10_000];
  if (myriads === 0) return underMyriad(rest, false);
  const zero = rest > 0 && rest < 1_000 ? '零' : '';
  return `${underMyriad(myriads, false)}万${zero}${rest > 0 ? underMyriad(rest, true) : ''}`;
}

test('a number that is written plainly is read as it is, in digits and in Chinese characters', () => {
  expect([12, 110, 230, 1_005, 20_050, 12_000].map(inChinese)).toEqual([
    '十二',
    '一百一十',
    '二百三十',
    '一千零五',
    '二万零五十',
    '一万二千',
  ]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999 }), (value) => {
      for (const written of [String(value), value.toLocaleString('en'), inChinese(value)])
        expect([written, recognised(`成交 ${written} 单`, SHOP, []).proposals[0]?.value]).toEqual([
          written,
          value,
        ]);
    }),
    { numRuns: 1_000 },
  );
});

/** Texts that make a reader of numbers look again and again. */
const ADVERSARIAL = [
  '1',
  '1,',
  '1,111,',
  '1.',
  '1-',
  '1/',
  '9:',
  '一',
  '一万',
  '十',
  '亿亿万',
  '百分之',
  'a',
  'a1',
  'no ',
  'one ',
  'twenty-',
  '没有',
  '接待',
  '成交1',
  '成交 1 单 ',
  '和1',
  '(',
  '不对，1单',
  '更正：成交1单，',
  '累计1，',
  ' ',
  '约',
  '~',
  '\u0000',
  '1个半',
];

function stepsOf(text: string): number {
  const { classAt, endOf } = jest.mocked(characters);
  classAt.mockClear();
  endOf.mockClear();
  recognised(text, SHOP, []);
  return (
    classAt.mock.calls.length +
    endOf.mock.results.reduce((sum, { value }, call) => sum + value - (endOf.mock.calls[call]?.[1] ?? 0), 0)
  );
}

test.each(ADVERSARIAL)('twice as much of %j is at most twice the work', (pattern) => {
  const text = (length: number) => pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length);
  const [half, whole] = [stepsOf(text(1_000)), stepsOf(text(2_000))];
  expect(whole).toBeLessThanOrEqual(2.2 * half + 1_000);
  expect(whole).toBeLessThan(MAX_STEPS);
});

/** Steps per character, for any text: what is around a number is looked at up to a fixed distance. */
const MAX_STEPS = 150 * MAX_REPORT_LENGTH;

test('no text takes more than a fixed number of steps per character', () => {
  const long = fc
    .tuple(
      fc.array(fc.oneof(piece, fc.constantFrom(...ADVERSARIAL)), { minLength: 1, maxLength: 8 }),
      fc.nat(7),
    )
    .map(([pieces, offset]) =>
      pieces
        .join('')
        .repeat(MAX_REPORT_LENGTH)
        .slice(offset, offset + MAX_REPORT_LENGTH),
    );
  fc.assert(
    fc.property(long, (text) => {
      expect(stepsOf(text)).toBeLessThan(MAX_STEPS);
    }),
    { numRuns: 200 },
  );
});
