import '../../../../../miniprogram/features/office/words/words';
import type { Day, Language, Month } from '#contracts/common';
import type { MonthAttendance } from '#contracts/month';
import type { Settlement } from '#contracts/settlement';
import {
  type SettlementModel,
  settlementView,
} from '../../../../../miniprogram/features/office/pages/settlement/settlement.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { at, OFFSET } from '../../support/today';

const run = (more: Partial<Settlement> = {}): Settlement => ({
  month: '2026-10' as Month,
  rev: 3,
  state: 'done',
  people: 60,
  written: 58,
  waiting: 0,
  resumesAt: null,
  startedAt: at('09:00', '2026-11-01'),
  doneAt: at('15:05', '2026-11-01'),
  lockedAt: null,
  lockedByName: null,
  ...more,
});
const model = (more: Partial<SettlementModel> = {}): SettlementModel => ({
  month: '2026-10' as Month,
  first: '2024-11' as Month,
  last: '2026-10' as Month,
  run: run(),
  failure: null,
  problem: '',
  working: 'no',
  asking: false,
  locking: false,
  differences: { items: [], next: null, state: 'idle', failure: null },
  now: at('10:00', '2026-11-01'),
  utcOffset: OFFSET,
  ...more,
});
const view = (more: Partial<SettlementModel> = {}, language: Language = 'zh-CN') =>
  settlementView(model(more), wordsIn(language));
const buttons = (more: Partial<SettlementModel>) => view(more).buttons.map(({ id }) => id);

describe('the state in one sentence, and what can be done', () => {
  const resumesAt = at('14:02', '2026-11-01');
  const waiting = run({ state: 'waiting', waiting: 2, resumesAt, doneAt: null });
  it('nobody has begun', () => {
    expect(view({ run: null }).state.text).toContain('还没有结算');
    expect(buttons({ run: null })).toEqual(['start']);
  });
  it('under way, stopped, or in other hands', () => {
    const running = run({ state: 'running', people: 20, doneAt: null });
    expect(view({ run: running, working: 'ours' }).state).toEqual({
      text: '正在结算，已完成 20 人。可以离开，回来接着做。',
      tone: 'brand',
    });
    expect(view({ run: running, working: 'theirs' }).state.text).toContain('定时任务正在结算');
    expect(view({ run: running }).state.text).toBe('做到第 20 人停下了，可以接着做。');
    expect([buttons({ run: running, working: 'ours' }), buttons({ run: running })]).toEqual([[], ['resume']]);
  });
  it('people are waited for, and until when', () => {
    expect(view({ run: waiting }).state.text).toBe(
      '60 人中有 2 人的最后一个班次还没有结束，其他人已经结算。11月1日 周日 14:02 之后继续，再锁定。',
    );
    expect(view({ run: waiting }).figures.map(({ key, value }) => [key, value])).toEqual([
      ['people', 60],
      ['written', 58],
      ['waiting', 2],
    ]);
    expect(buttons({ run: waiting })).toEqual([]);
    expect(buttons({ run: waiting, now: resumesAt })).toEqual(['resume']);
  });
  it('done: once more, or lock', () => {
    expect(view().state.text).toBe(
      '60 人已全部结算，11月1日 周日 15:05 完成。锁定前考勤有变化，可以再结算一遍。',
    );
    expect(buttons({})).toEqual(['again', 'lock']);
    expect(buttons({ run: undefined })).toEqual([]);
  });
  it('locked, by whom', () => {
    const locked = run({ state: 'locked', lockedAt: at('16:00', '2026-11-02'), lockedByName: '示例甲' });
    expect(view({ run: locked }).state.text).toBe(
      '60 人的结果已由示例甲在 11月2日 周一 16:00 锁定。之后批准的更正列入差异，不改结算结果。',
    );
    expect(view({ run: locked }, 'en').state.text).toContain('示例甲');
    const english = { ...locked, lockedByNameEn: 'Sample A' };
    expect(view({ run: english }, 'en').state.text).toContain('Sample A');
    expect(view({ run: english }).state.text).toContain('示例甲');
    expect(view({ run: { ...locked, lockedByName: null } }, 'en').state.text).toContain('cloud console');
    expect(buttons({ run: locked })).toEqual([]);
    expect(view({ run: locked }).figures).toEqual([]);
  });
});

describe('the differences', () => {
  const totals: MonthAttendance['totals'] = {
    ...{
      attended: 17,
      late: 0,
      lateMinutes: 0,
      early: 0,
      missing: 1,
      absent: 0,
      leave: 0,
      trip: 0,
      field: 0,
    },
  };
  const items = [
    {
      id: 'E1',
      name: '示例甲',
      nameEn: 'Sample A',
      settled: totals,
      now: { ...totals, attended: 18, missing: 0 },
      days: [{ day: '2026-10-30' as Day, settled: 'missing' as const, now: 'normal' as const }],
    },
  ];
  const locked = run({ state: 'locked', lockedAt: at('16:00', '2026-11-02') });
  const compared = (state: 'idle' | 'comparing' | 'done', found = items) =>
    view({ run: locked, differences: { items: found, next: null, state, failure: null } }).differences;

  it('say the days and the totals that have moved, before and now', () => {
    expect(compared('done').rows).toEqual([
      {
        id: 'E1',
        name: '示例甲',
        days: [{ key: '2026-10-30', name: '10月30日 周五', change: '缺卡 → 正常' }],
        totals: [
          { key: 'attended', name: '出勤（天）', change: '17 → 18' },
          { key: 'missing', name: '缺卡（次）', change: '1 → 0' },
        ],
        label: '示例甲，10月30日 周五 缺卡 → 正常、出勤（天） 17 → 18、缺卡（次） 1 → 0',
      },
    ]);
  });
  it('are none only once everybody was compared', () => {
    expect([compared('comparing', []).none, compared('done', []).none, compared('done').none]).toEqual([
      false,
      true,
      false,
    ]);
    expect(compared('comparing', []).comparing).toBe(true);
  });
  it('belong to a locked month alone', () => {
    expect(view().differences.show).toBe(false);
  });
});

test('months up to the last one can be chosen, two years back', () => {
  expect(view().step).toMatchObject({ title: '2026年10月', hasPrevious: true, hasNext: false });
  expect(view({ month: '2024-11' as Month }).step).toMatchObject({ hasPrevious: false, hasNext: true });
});

test('loading and broken', () => {
  const failure = { code: 'FORBIDDEN', data: {}, requestId: '' } as const;
  expect(view({ run: undefined }).mode).toBe('loading');
  expect(view({ run: undefined, failure })).toMatchObject({ mode: 'error', error: '你没有这项权限' });
});
