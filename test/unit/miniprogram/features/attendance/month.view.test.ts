import '../../../../../miniprogram/features/attendance/words/words';
import type { Day, Month } from '#contracts/common';
import type { Mark } from '#contracts/day-status';
import type { MonthAttendance, MonthDay } from '#contracts/month';
import { reasonText } from '../../../../../miniprogram/common/attendance-text';
import { gridView } from '../../../../../miniprogram/features/attendance/components/month-grid/month-grid.view';
import {
  dayDetailView,
  markText,
} from '../../../../../miniprogram/features/attendance/pages/month/day-detail.view';
import {
  canTurn,
  dayToShow,
  type MonthModel,
  monthView,
  wantsFlags,
} from '../../../../../miniprogram/features/attendance/pages/month/month.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { changedPaths } from '../../../../../miniprogram/utils/changed-paths';
import { at, OFFSET, punchAt, shift, today } from '../../support/today';

const zh = wordsIn('zh-CN');
const en = wordsIn('en');
const dayName = (n: number) => `2026-11-${String(n).padStart(2, '0')}` as Day;

const on = (n: number, slot: 'in' | 'out', time: string) => punchAt(slot, time, { at: at(time, dayName(n)) });

const day = (n: number, more: Partial<MonthDay> = {}): MonthDay => ({
  ...today().status,
  day: dayName(n),
  state: 'normal',
  punches: [on(n, 'in', '08:51'), on(n, 'out', '18:04')],
  shift,
  ...more,
});

const leave: Mark = { kind: 'leave', name: { 'zh-CN': '年假', en: 'Annual leave' }, days: 1 };
const late = day(3, { state: 'late', marks: [{ kind: 'late', minutes: 12 }] });
const missing = day(20, {
  state: 'missing',
  marks: [{ kind: 'missing', slot: 'out' }],
  punches: [on(20, 'in', '08:51')],
  reasons: [
    { code: 'WORKDAY', data: { weekday: 5 } },
    { code: 'SHIFT', data: { name: shift.name, start: '09:00', end: '18:00', flex: 30 } },
    { code: 'MISSING_OUT', data: {} },
  ],
});

function month(): MonthAttendance {
  const days = Array.from({ length: 30 }, (_, index) => day(index + 1));
  days[2] = late;
  days[4] = day(5, {
    kind: 'holiday',
    kindName: { 'zh-CN': '国庆节', en: 'National Day' },
    state: 'rest',
    punches: [],
    shift: null,
  });
  days[9] = day(10, { state: 'leave', marks: [leave], punches: [] });
  days[13] = day(14, { kind: 'makeup', kindName: { 'zh-CN': '国庆节调休', en: 'Make-up' } });
  days[19] = missing;
  return {
    month: '2026-11' as Month,
    today: dayName(23),
    utcOffset: OFFSET,
    from: '2026-09' as Month,
    to: '2026-11' as Month,
    days,
    totals: {
      attended: 20,
      late: 1,
      lateMinutes: 12,
      early: 0,
      missing: 1,
      absent: 0,
      leave: 1.5,
      trip: 0,
      field: 2,
    },
  };
}

const model = (more: Partial<MonthModel> = {}): MonthModel => ({
  month: '2026-11' as Month,
  employeeId: '',
  selected: dayName(20),
  data: month(),
  failure: null,
  flags: { state: 'unasked' },
  range: { from: '2026-09' as Month, to: '2026-11' as Month },
  ...more,
});

describe('gridView', () => {
  const cells = gridView(month(), dayName(20), zh).cells;

  it('starts on Monday', () => {
    const grid = gridView(month(), null, zh);
    expect(grid.before).toHaveLength(6);
    expect(grid.weekdays.map(({ text }) => text).join('')).toBe('一二三四五六日');
    expect(grid.cells).toHaveLength(30);
  });

  it('says every state with a word and a colour, and who is spoken to hears both', () => {
    expect(cells[2]).toMatchObject({ word: '迟到', tone: 'warn', selected: false });
    expect(cells[9]).toMatchObject({ word: '年假', tone: 'info' });
    expect(cells[19]).toMatchObject({ word: '缺卡', tone: 'bad', selected: true });
    expect(cells[19]?.label).toBe('11月20日 周五，工作日、缺卡');
    expect(cells[22]?.today).toBe(true);
  });

  it('marks holidays and make-up workdays', () => {
    expect(cells[4]).toMatchObject({ sign: '休', off: true, label: '11月5日 周四，国庆节、休息' });
    expect(cells[13]).toMatchObject({ sign: '班', off: false });
  });

  it('keeps English words short enough for a cell', () => {
    for (const { word } of gridView(month(), null, en).cells) expect(word.length).toBeLessThanOrEqual(5);
  });
});

describe('dayDetailView', () => {
  it('shows what was booked, what is missing, and how it was worked out', () => {
    const view = dayDetailView(missing, OFFSET, zh);
    expect(view).toMatchObject({
      title: '11月20日 周五',
      state: '缺卡',
      tone: 'bad',
      marks: ['缺下班卡'],
      decisive: [],
      why: ['周五，工作日', '班次 白班 09:00–18:00，可弹性 30 分钟', '没有下班卡'],
      rule: '依据：白班规则第 1 版 · 员工手册',
    });
    expect(view.timeline.map(({ tone, time }) => [tone, time])).toEqual([
      ['done', '08:51'],
      ['bad', '没有打卡'],
    ]);
  });

  it('gives the calendar as the basis of a day off', () => {
    expect(dayDetailView({ ...missing, shift: null }, OFFSET, zh).rule).toBe('依据：员工手册');
  });

  it('shows what is still expected of a running day', () => {
    const running = day(23, { state: 'ongoing', punches: [on(23, 'in', '08:51')] });
    expect(dayDetailView(running, OFFSET, zh).timeline[1]).toMatchObject({ tone: 'plan', time: '18:00 后' });
  });

  it('tells a field punch with its note and a late arrival with its tap', () => {
    const field = punchAt('in', '09:40', {
      mode: 'field',
      site: null,
      placeName: '客户公司',
      note: '交付',
      at: at('09:40', '2026-11-18'),
      tappedAt: at('08:57', '2026-11-18'),
      flags: ['field', 'late-arrival'],
    });
    const { timeline } = dayDetailView(day(18, { punches: [field] }), OFFSET, zh);
    expect(timeline[0]).toMatchObject({
      time: '08:57',
      detail: '外勤 · 客户公司 · 误差 12 米 · 网络恢复后 09:40 送达 · 交付',
    });
  });

  it('says when a time is of the next day', () => {
    const night = day(18, { punches: [punchAt('out', '06:55', { at: at('06:55', '2026-11-19') })] });
    expect(dayDetailView(night, OFFSET, zh).timeline[0]?.time).toBe('次日 06:55');
    expect(reasonText({ code: 'OUT', data: { at: '06:55+1' } }, zh)).toBe('下班卡 次日 06:55');
    expect(reasonText({ code: 'OUT', data: { at: '06:55+1' } }, en)).toBe('Clocked out at 06:55 next day');
  });

  it('speaks English', () => {
    expect(dayDetailView(late, OFFSET, en)).toMatchObject({ state: 'Late', marks: ['12 min late'] });
    expect(markText({ kind: 'absent', days: 1 }, en)).toBe('absent 1 day');
    expect(markText(leave, en)).toBe('Annual leave, 1 d');
    expect(reasonText({ code: 'WORKED', data: { minutes: 502 } }, en)).toBe('Worked 8 h 22 min');
    expect(
      reasonText({ code: 'ARRIVED_LATE_NETWORK', data: { slot: 'in', tapped: '08:57', at: '09:40' } }, zh),
    ).toBe('上班卡在 08:57 点击，09:40 才送达，按服务器时间记');
  });
});

describe('what can be done about a day', () => {
  const actionsOf = (one: MonthDay) =>
    dayDetailView(one, OFFSET, zh).actions.map(({ text, slot, time, requestId }) => [
      text,
      slot,
      time,
      requestId,
    ]);
  const correctionMark: Mark = {
    kind: 'requested',
    of: 'correction',
    name: { 'zh-CN': '补卡', en: 'Correction' },
    requestId: 'R1',
  };

  it('a missing clock-out can be corrected', () => {
    expect(actionsOf(missing)).toEqual([['补下班卡', 'out', '', '']]);
    expect(dayDetailView(missing, OFFSET, zh).actions[0]?.primary).toBe(true);
  });

  it('while its correction waits, it can be looked at and not asked for again', () => {
    const asked = {
      ...missing,
      marks: [...missing.marks, correctionMark],
      reasons: [
        ...missing.reasons,
        { code: 'REQUESTED_CORRECTION', data: { slot: 'out', at: '18:00', requestId: 'R1' } } as const,
      ],
    };
    expect(actionsOf(asked)).toEqual([['补卡审批中，查看', '', '', 'R1']]);
    expect(dayDetailView(asked, OFFSET, zh).decisive).toEqual([
      '下班卡 18:00 已申请补卡，还没有审批，暂不影响结果',
    ]);
  });

  it('the correction of the clock-in that waits does not hide the missing clock-out', () => {
    const asked = {
      ...missing,
      marks: [...missing.marks, correctionMark],
      reasons: [
        { code: 'REQUESTED_CORRECTION', data: { slot: 'in', at: '09:00', requestId: 'R1' } } as const,
      ],
    };
    expect(actionsOf(asked).map(([text]) => text)).toEqual(['补下班卡', '补卡审批中，查看']);
  });

  it('a tap that waits to be confirmed begins with its time', () => {
    const tappedAt = at('08:58', dayName(20));
    const claimed = day(20, { state: 'unconfirmed', marks: [{ kind: 'unconfirmed', slot: 'in', tappedAt }] });
    expect(actionsOf(claimed)).toEqual([['确认上班卡', 'in', '08:58', '']]);
  });

  it('a day without punches can be corrected, or asked for as leave', () => {
    const absent = day(20, { state: 'absent', marks: [{ kind: 'absent', days: 1 }], punches: [] });
    expect(actionsOf(absent).map(([text]) => text)).toEqual(['补上班卡', '补下班卡', '请假']);
    const away: Mark = { ...correctionMark, of: 'leave', name: { 'zh-CN': '年假', en: 'Annual leave' } };
    expect(actionsOf({ ...absent, marks: [...absent.marks, away] })).toEqual([
      ['年假审批中，查看', '', '', 'R1'],
    ]);
  });

  it('of a shift in two parts the correction begins with the part that lacks the punch', () => {
    const segments = [
      { startAt: at('08:00', dayName(20)), endAt: at('12:00', dayName(20)), start: '08:00', end: '12:00' },
      { startAt: at('14:00', dayName(20)), endAt: at('18:00', dayName(20)), start: '14:00', end: '18:00' },
    ];
    const split = day(20, {
      state: 'missing',
      marks: [{ kind: 'missing', slot: 'in', segment: 2 }],
      shift: { ...shift, segments },
    });
    expect(actionsOf(split)).toEqual([['补上班卡', 'in', '14:00', '']]);
  });
});

describe('monthView', () => {
  it('shows the totals that matter always and the others when they happened', () => {
    const { totals } = monthView(model(), zh);
    expect(totals.map(({ key, value }) => `${key} ${value}`)).toEqual([
      'attended 20',
      'late 1',
      'missing 1',
      'leave 1.5',
      'field 2',
    ]);
    expect(totals[1]?.note).toBe('共 12 分钟');
    expect(totals[2]?.bad).toBe(true);
  });

  it('asks for the flags of an open day that is flagged, or that the day after may have flagged', () => {
    const asks = (
      n: number,
      more: Partial<MonthDay> = {},
      state: MonthModel['flags'] = { state: 'unasked' },
    ) => {
      const data = { ...month(), today: dayName(20), days: [day(n, more)] };
      return wantsFlags(model({ data, selected: dayName(n), flags: state }));
    };
    const flags = ['same-coordinates'] as const;
    expect(asks(20, { punches: [punchAt('in', '08:51', { flags })] })).toBe(true);
    expect(asks(20)).toBe(false);
    expect(asks(19)).toBe(true);
    expect(asks(19, { punches: [] })).toBe(false);
    expect(asks(19, {}, { state: 'failed' })).toBe(false);
  });

  it('turns within the months that there are', () => {
    expect(canTurn(model(), 1)).toBe(false);
    expect(canTurn(model(), -1)).toBe(true);
    expect(canTurn(model({ month: '2026-09' as Month }), -1)).toBe(false);
    expect(canTurn(model({ range: null }), -1)).toBe(false);
  });

  it('opens the wanted day, else today, else the first', () => {
    const data = month();
    expect(dayToShow(data, dayName(3))).toBe(dayName(3));
    expect(dayToShow(data, '2026-10-03' as Day)).toBe(dayName(23));
    expect(dayToShow({ ...data, today: '2026-12-01' as Day }, null)).toBe(dayName(1));
  });

  it('is a skeleton, then an error or the month', () => {
    expect(monthView(model({ data: null }), zh).mode).toBe('loading');
    const failure = { code: 'TIMEOUT', data: {}, requestId: '' } as const;
    expect(monthView(model({ data: null, failure }), zh)).toMatchObject({ mode: 'error', hasDetail: false });
    expect(monthView(model(), zh)).toMatchObject({ mode: 'ready', title: '2026年11月', hasDetail: true });
  });

  it('paints a month in 8 KB and another day of it in 1 KB', () => {
    const bytes = (value: object) => Buffer.byteLength(JSON.stringify(value));
    const before = monthView(model(), zh);
    expect(bytes(before)).toBeLessThan(8 * 1024);
    expect(bytes(changedPaths(before, monthView(model({ selected: dayName(3) }), zh)))).toBeLessThan(1024);
  });
});

test('HR who looks at the day of another person is not offered to correct it, only to look at what waits', () => {
  const own = dayDetailView(missing, OFFSET, zh);
  expect(own.actions.map(({ id }) => id)).toContain('correct-out');
  expect(dayDetailView(missing, OFFSET, zh, true).actions).toEqual([]);
  expect(wantsFlags(model({ employeeId: 'E1' }))).toBe(false);
});
