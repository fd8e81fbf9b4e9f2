import fc from 'fast-check';
import type { Month } from '#contracts/common';
import { type PasteFrame, readSheet } from '../../../../../miniprogram/features/schedule/paste.model';
import { daysOf } from '../../../../../miniprogram/features/schedule/roster.model';
import { both, day, NOVEMBER, row, SHIFTS } from './support';

const frame: PasteFrame = { month: NOVEMBER, rows: [row('E0001'), row('E0002')], shifts: SHIFTS };
const read = (lines: readonly (readonly string[])[], own: Partial<PasteFrame> = {}) =>
  readSheet(lines.map((cells) => cells.join('\t')).join('\r\n'), { ...frame, ...own });

describe('a sheet', () => {
  test('without a heading begins on the first; an empty cell changes nothing', () => {
    const { paints, problems, cells } = read([
      ['员工E0001', '白', '', '休'],
      ['e0002', 'night', 'OFF', '常规'],
    ]);
    expect(problems).toEqual([]);
    expect(cells).toBe(5);
    expect(paints).toEqual({
      E0001: { [day(1)]: 'SH-DAY', [day(3)]: 'off' },
      E0002: { [day(1)]: 'SH-NIGHT', [day(2)]: 'off', [day(3)]: null },
    });
  });

  test.each([
    '23',
    '23日',
    '23号',
    '11/23',
    '11-23',
    '11月23日',
    '2026-11-23',
    '2026/11/23',
    '11月23日 周一',
    '23（一）',
    '２３',
  ])('with the heading %s', (heading) => {
    expect(
      read([
        ['姓名', heading],
        ['E0001', '夜'],
      ]).paints,
    ).toEqual({ E0001: { [day(23)]: 'SH-NIGHT' } });
  });

  test('a line of weekdays below the dates is passed over', () => {
    expect(
      read([
        ['', '23', '24'],
        ['星期', '一', '二'],
        ['E0001', '夜', '休'],
      ]),
    ).toMatchObject({
      problems: [],
      cells: 2,
    });
  });

  test('parted by commas, when there are no tabs', () => {
    const text = 'Person E0001,Day shift,off\nE0002，夜班，休';
    expect(readSheet(text, frame)).toMatchObject({ problems: [], cells: 4 });
  });

  test.each([
    [[['E0009', '白']], { row: 1, column: 1, rule: 'unknown-person', text: 'E0009' }],
    [[['E0001', '早']], { row: 1, column: 2, rule: 'unknown-word', text: '早' }],
    [
      [
        ['E0001', '白'],
        ['员工E0001', '休'],
      ],
      { row: 2, column: 1, rule: 'twice', text: '员工E0001' },
    ],
    [
      [
        ['', '31'],
        ['E0001', '白'],
      ],
      { row: 1, column: 2, rule: 'other-month', text: '31' },
    ],
    [
      [
        ['', '12/1'],
        ['E0001', '白'],
      ],
      { row: 1, column: 2, rule: 'other-month', text: '12/1' },
    ],
    [
      [
        ['', '3', '3日'],
        ['E0001', '白', '白'],
      ],
      { row: 1, column: 3, rule: 'same-day', text: '3日' },
    ],
    [
      [
        ['', '3', '备注'],
        ['E0001', '白', '你好'],
      ],
      { row: 2, column: 3, rule: 'no-day', text: '你好' },
    ],
    [
      [['E0001', ...daysOf(NOVEMBER).map(() => '白'), '白']],
      { row: 1, column: 32, rule: 'no-day', text: '白' },
    ],
  ])('%j is not understood', (lines, problem) => {
    expect(read(lines).problems).toEqual([problem]);
  });

  test('with a title, number and name, line breaks in the heading and full-width characters is read', () => {
    const text = [
      '2026年11月排班表\t\t\t',
      '制表：人事部\t\t\t',
      '工号\t姓名\t"11月23日\n周一"\t"24\n（二）"',
      '\t\t一\t二',
      'Ｅ０００１\t员工 E0001\t白\t"夜\n班"',
      'E0002\t员工E0002\t休\t',
    ].join('\r\n');
    expect(readSheet(text, frame)).toMatchObject({
      problems: [],
      paints: { E0001: { [day(23)]: 'SH-DAY', [day(24)]: 'SH-NIGHT' }, E0002: { [day(23)]: 'off' } },
    });
  });

  test.each([
    ['name first', '员工E0001\tE0001\t白'],
    ['a name with another dot', '买买提 • 艾力\t白'],
    ['a quote that is never closed', '员工E0001\t白\t"'],
  ])('%s finds the person', (_, text) => {
    const rows = [row('E0001'), row('E0002', { name: '买买提·艾力' })];
    expect(Object.values(readSheet(text, { ...frame, rows }).paints)).toMatchObject([{ [day(1)]: 'SH-DAY' }]);
  });

  test('a number and a name of different people are not guessed', () => {
    expect(read([['E0001', '员工E0002', '白']]).problems).toMatchObject([{ row: 1, rule: 'other-name' }]);
  });

  test('a problem names the column of the sheet, behind number and name', () => {
    const lines = [
      ['工号', '姓名', '23'],
      ['E0001', '员工E0001', '早'],
    ];
    expect(read(lines).problems).toEqual([{ row: 2, column: 3, rule: 'unknown-word', text: '早' }]);
  });

  test('a name that two people have asks for the number', () => {
    const rows = [row('E0001', { name: '李伟' }), row('E0002', { name: '李伟' })];
    expect(read([['李伟', '白']], { rows }).problems).toMatchObject([{ rule: 'same-name' }]);
    expect(read([['E0002', '白']], { rows }).paints).toEqual({ E0002: { [day(1)]: 'SH-DAY' } });
  });

  test('a beginning that two shifts have asks for the full name', () => {
    const shifts = [...SHIFTS, { ...SHIFTS[0], id: 'SH-D2', name: both('白二班', 'Day two') }];
    expect(read([['E0001', '白']], { shifts })).toMatchObject({ problems: [] });
    expect(read([['E0001', 'day']], { shifts }).problems).toMatchObject([{ rule: 'ambiguous-word' }]);
    expect(read([['E0001', 'day two', 'sh-d2']], { shifts }).paints).toEqual({
      E0001: { [day(1)]: 'SH-D2', [day(2)]: 'SH-D2' },
    });
  });
});

const WORDS = {
  'SH-DAY': ['白', '白班', 'day', 'SH-DAY'],
  'SH-NIGHT': ['夜', '夜班', 'Night shift'],
  off: ['休', '休息', 'off'],
};
const plans = fc.array(
  fc.array(
    fc.record({
      entry: fc.constantFrom(...(Object.keys(WORDS) as (keyof typeof WORDS)[])),
      at: fc.nat(3),
      isEmpty: fc.boolean(),
    }),
    { minLength: 30, maxLength: 30 },
  ),
  { minLength: 2, maxLength: 2 },
);

test('what is written with words that it knows is read as it was meant', () => {
  fc.assert(
    fc.property(plans, fc.boolean(), (plan, hasHeading) => {
      const lines = plan.map((cells, at) => [
        frame.rows[at]?.employeeId ?? '',
        ...cells.map(({ entry, at: word, isEmpty }) =>
          isEmpty ? '' : (WORDS[entry][word] ?? WORDS[entry][0] ?? ''),
        ),
      ]);
      const heading = ['姓名', ...daysOf(NOVEMBER).map((each) => String(Number(each.slice(8))))];
      const { paints, problems } = read(hasHeading ? [heading, ...lines] : lines);
      expect(problems).toEqual([]);
      plan.forEach((cells, at) => {
        const meant = cells.flatMap(({ entry, isEmpty }, index) =>
          isEmpty ? [] : [[day(index + 1), entry] as const],
        );
        expect(paints[frame.rows[at]?.employeeId ?? ''] ?? {}).toEqual(Object.fromEntries(meant));
      });
    }),
  );
});

test('anything at all is read or refused, and only known people and days of the month come out', () => {
  const cells = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.constantFrom('E0001', '员工E0002', '白', '休', '11/3', '32', '', '\t', '"', '常规', '一'),
  );
  const months = fc.constantFrom(NOVEMBER, '2024-02' as Month);
  fc.assert(
    fc.property(fc.array(fc.array(cells, { maxLength: 8 }), { maxLength: 6 }), months, (lines, month) => {
      const { paints, problems } = read(lines, { month });
      const known = ['off', null, ...SHIFTS.map(({ id }) => id)];
      for (const [id, days] of Object.entries(paints)) {
        expect(frame.rows.map(({ employeeId }) => employeeId)).toContain(id);
        for (const [each, paint] of Object.entries(days)) {
          expect(daysOf(month)).toContain(each);
          expect(known).toContain(paint);
        }
      }
      for (const { row: at, column } of problems) expect(Math.min(at, column)).toBeGreaterThan(0);
    }),
  );
});
