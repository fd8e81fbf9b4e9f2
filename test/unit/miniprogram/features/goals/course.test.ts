import '../../../../../miniprogram/features/goals/words/words';
import type { Day } from '#contracts/common';
import type { Measure } from '#contracts/goal';
import type { CheckInView, FigureEntry } from '#contracts/goals';
import { courseView } from '../../../../../miniprogram/features/goals/course.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { CYCLE, keyResult, NOON, PERSON } from '../../support/goals';

const zh = wordsIn('zh-CN', '2026');
const TODAY = '2026-11-16' as Day;
const DAYS = { workdays: 20, gone: 10 };
const RAISE: Measure = { kind: 'raise', start: 0, target: 20, unit: '单' };

let count = 0;
const on = (
  day: string,
  mode: FigureEntry['mode'],
  value: number,
  more: Partial<CheckInView> = {},
): CheckInView => {
  count += 1;
  return {
    ...{ id: `c${count}`, at: NOON, day: `2026-11-${day}` as Day, by: PERSON, source: 'check-in' },
    entries: [{ keyResultId: 'deals', mode, value }],
    ...more,
  };
};

/** `checkIns` in their order. */
const courseOf = (checkIns: readonly CheckInView[], measure: Measure = RAISE) =>
  courseView(
    {
      keyResult: keyResult({ measure }),
      cycle: CYCLE,
      days: DAYS,
      checkIns: [...checkIns].reverse(),
      today: TODAY,
    },
    zh,
  );
const read = (checkIns: readonly CheckInView[], measure?: Measure) =>
  courseOf(checkIns, measure)?.series.map(({ points }) => points.map(({ at, text }) => `${at} ${text}`));

describe('the course of a key result', () => {
  it('adds up its figures by day, against what is expected on the same days', () => {
    const [actual, expected] = read([on('03', 'add', 2), on('10', 'add', 3), on('10', 'add', 1)]) ?? [];
    expect(actual).toEqual(['11月1日 0\u00a0单', '11月3日 2\u00a0单', '11月10日 6\u00a0单']);
    // Half of the workdays are over on the 16th, so that half is due there.
    expect(expected).toEqual([
      '11月1日 0\u00a0单',
      '11月3日 1.3\u00a0单',
      '11月10日 6\u00a0单',
      '11月16日 10\u00a0单',
      '11月30日 20\u00a0单',
    ]);
    expect(courseOf([on('03', 'set', 7)])?.summary).toBe('现在 7\u00a0单，按进度应到 10\u00a0单');
  });

  it('leaves out what was taken back', () => {
    expect(read([on('03', 'add', 2), on('04', 'add', 5, { undone: true })])?.[0]).toEqual([
      '11月1日 0\u00a0单',
      '11月3日 2\u00a0单',
    ]);
  });

  it('begins at the first whole figure when older check-ins are not sent', () => {
    const many = [
      on('02', 'add', 1),
      on('03', 'set', 50),
      ...Array.from({ length: 98 }, () => on('04', 'add', 1)),
    ];
    expect(many).toHaveLength(100);
    expect(read(many)?.[0]).toEqual(['11月3日 50\u00a0单', '11月4日 148\u00a0单']);
  });

  it('falls from its start to its target where less is better', () => {
    const lower: Measure = { kind: 'lower', start: 40, target: 20, unit: '分钟' };
    const [actual, expected] = read([on('16', 'set', 31)], lower) ?? [];
    expect(actual).toEqual(['11月1日 40\u00a0分钟', '11月16日 31\u00a0分钟']);
    expect(expected?.slice(-2)).toEqual(['11月16日 30\u00a0分钟', '11月30日 20\u00a0分钟']);
  });

  it('of a limit has the limit as its line, and no start', () => {
    const limit: Measure = { kind: 'keep-below', limit: 3, unit: '起' };
    const [actual, expected] = read([on('16', 'set', 4)], limit) ?? [];
    expect(actual).toEqual(['11月16日 4\u00a0起']);
    expect(new Set(expected?.map((each) => each.split(' ')[1]))).toEqual(new Set(['3\u00a0起']));
    expect(courseOf([on('16', 'set', 4)], limit)?.summary).toBe('现在 4\u00a0起，界限 3\u00a0起');
  });

  it('keeps every decimal that was reported', () => {
    expect(read([on('03', 'set', 1.2345)])?.[0]?.[1]).toBe('11月3日 1.2345\u00a0单');
  });

  it.each([
    ['nothing was reported', [], RAISE],
    ['it is yes or no', [on('03', 'set', 1)], { kind: 'yes-no' }],
    ['it has steps', [on('03', 'set', 1)], { kind: 'milestones', milestones: [] }],
  ] as [string, CheckInView[], Measure][])('there is none when %s', (_, checkIns, measure) => {
    expect(courseOf(checkIns, measure)).toBeNull();
  });
});
