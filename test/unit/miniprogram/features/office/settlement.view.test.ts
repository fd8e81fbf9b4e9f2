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
  history: [],
  unlock: null,
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
  open: null,
  mayClose: true,
  question: 'none',
  busy: false,
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
    const all = { ...waiting, waiting: 60 };
    expect(view({ run: all }).state.text).toBe(
      '60 人的最后一个班次都还没有结束。11月1日 周日 14:02 之后继续，再锁定。',
    );
    expect(view({ run: all }, 'en').state.text).toMatch(/^The last shift of all 60 people is not over/);
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
    expect(view({ run: { ...locked, lockedByName: null } }, 'en').state.text).toMatch(
      /^The cloud console locked/,
    );
    expect(buttons({ run: locked })).toEqual(['unlock']);
    expect(view({ run: locked }).figures).toEqual([]);
  });
});

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

describe('the differences', () => {
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
        note: '',
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

describe('before the lock', () => {
  const sums = {
    totals: { ...totals, missing: 5, leave: 2.5 },
    overtimeMinutes: 90,
    corrections: 0,
    openPeople: 3,
    unconfirmed: 0,
  };
  const open = { requests: 2, flags: 0 };
  const rows = (more: Partial<SettlementModel> = {}, language: Language = 'zh-CN') =>
    view({ run: run({ sums }), open, ...more }, language).checks.map(({ id, value, opens }) => [
      id,
      value,
      opens,
    ]);

  it('says what is open, and opens what there is', () => {
    expect(rows()).toEqual([
      ['missing', '5 次', true],
      ['unconfirmed', '没有', false],
      ['requests', '2 个', true],
      ['flags', '没有', false],
      ['changed', '对比', true],
    ]);
    expect(rows({}, 'en').map(([, value]) => value)).toEqual(['5', 'None', '2', 'None', 'Compare']);
  });
  it('says it in the question, too', () => {
    const { dialog } = view({ run: run({ sums }), open, question: 'lock' });
    expect(dialog).toMatchObject({ show: true, title: '锁定2026年10月的考勤', ok: '锁定' });
    expect(dialog.text).toContain('还没有处理：缺卡 5 次、待审批的申请 2 个。');
    const none = {
      run: run({ sums: { ...sums, totals: { ...totals, missing: 0 } } }),
      open: { requests: 0, flags: 0 },
    };
    expect(view({ ...none, question: 'lock' }).dialog.text).not.toContain('还没有处理');
  });
  it('is not shown of a locked month, of one without sums, or to who may not lock it', () => {
    expect(rows({ run: run({ sums, state: 'locked' }) })).toEqual([]);
    expect(rows({ run: run() })).toEqual([]);
    expect(rows({ mayClose: false })).toEqual([]);
    expect(buttons({ mayClose: false })).toEqual([]);
  });
  it('counts who has changed, as far as it is known', () => {
    const item = { id: 'E1', name: '甲', nameEn: 'A', settled: null, now: totals, days: [] };
    const changed = (differences: SettlementModel['differences']) => rows({ differences })[4]?.[1];
    const failure = null;
    expect(changed({ items: [], next: null, state: 'done', failure })).toBe('没有');
    expect(changed({ items: [item], next: null, state: 'done', failure })).toBe('1 人');
    expect(changed({ items: [item], next: 'E1', state: 'idle', failure })).toBe('1 人以上');
    expect(
      view({ differences: { items: [item], next: null, state: 'done', failure } }).differences.rows,
    ).toEqual([
      expect.objectContaining({ name: '甲', note: '还没有结算，再结算一遍会补上', days: [], totals: [] }),
    ]);
  });
  it('sums up the month', () => {
    expect(view({ run: run({ sums }) }).sums.map(({ name, value }) => `${name} ${value}`)).toEqual([
      `出勤（天） ${totals.attended}`,
      '缺卡（次） 5',
      '请假（天） 2.5',
      '加班 1 小时 30 分钟',
    ]);
  });
});

describe('unlocking', () => {
  const by = { byName: '示例甲', byNameEn: 'Sample A' };
  const history: Settlement['history'] = [
    { kind: 'locked', at: at('09:00', '2026-11-03'), ...by },
    { kind: 'unlock-asked', at: at('10:00', '2026-11-04'), ...by, reason: '漏批补卡' },
  ];
  const asked = (isOwn: boolean) =>
    run({
      state: 'locked',
      lockedAt: at('09:00', '2026-11-03'),
      history,
      unlock: { at: at('10:00', '2026-11-04'), reason: '漏批补卡', isOwn },
    });

  it('whoever asked can take it back, anybody else decides', () => {
    expect(buttons({ run: asked(true) })).toEqual(['takeBack']);
    expect(view({ run: asked(true) }).unlockNote).toContain('等另一位人事或管理员同意。原因：漏批补卡');
    expect(buttons({ run: asked(false), mayClose: false })).toEqual(['refuse', 'confirm']);
    expect(view({ run: asked(false) }).unlockNote).toBe('示例甲申请解锁：漏批补卡');
  });
  it('the history says who did what, the latest first', () => {
    const texts = (more: Settlement['history']) =>
      view({ run: run({ history: [...history, ...more] }) }).history.map(({ text }) => text);
    expect(texts([{ kind: 'unlock-refused', at: at('11:00', '2026-11-04'), ...by }])).toEqual([
      '示例甲收回解锁申请',
      '示例甲申请解锁：漏批补卡',
      '示例甲锁定',
    ]);
    const console = { byName: null, byNameEn: null };
    expect(texts([{ kind: 'unlock-refused', at: at('11:00', '2026-11-04'), ...console }])[0]).toBe(
      '云控制台不同意解锁',
    );
  });
  it('an unlocked month says that its results are the locked ones, until it is settled again', () => {
    const unlocked = { kind: 'unlocked' as const, at: at('12:00', '2026-11-04'), ...by };
    const since = view({ run: run({ history: [...history, unlocked] }) });
    expect(since.state).toMatchObject({ tone: 'warn' });
    expect(since.state.text).toContain('结算结果还是锁定时的');
    const later = run({ history: [...history, unlocked], doneAt: at('13:00', '2026-11-04') });
    expect(view({ run: later }).state.tone).toBe('ok');
  });
});
