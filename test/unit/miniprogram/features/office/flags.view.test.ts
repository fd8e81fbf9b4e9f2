import '../../../../../miniprogram/features/office/words/words';
import type { AttendanceFlag } from '#contracts/attendance-flag';
import type { Day, Language } from '#contracts/common';
import type { PlaceFlag } from '#contracts/punch';
import {
  conflictText,
  type FlagsModel,
  flagsView,
  noFlags,
} from '../../../../../miniprogram/features/office/pages/flags/flags.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { at, OFFSET } from '../../support/today';

const flag = (
  kind: PlaceFlag,
  data: AttendanceFlag['evidence'][number]['data'],
  more = {},
): AttendanceFlag => ({
  id: `2026-11-23:E1:${kind}`,
  rev: 1,
  employee: { id: 'E1', name: '示例甲', nameEn: 'Sample A' },
  day: '2026-11-23' as Day,
  flag: kind,
  evidence: [{ at: at('09:50'), data }],
  others: [],
  rule: { id: 'honest-places', version: 1, source: { 'zh-CN': '核查规则', en: 'Review rule' } },
  state: 'open',
  note: '',
  decidedByName: null,
  decidedAt: null,
  ...more,
});
const model = (more: Partial<FlagsModel> = {}): FlagsModel => ({
  ...noFlags,
  items: [],
  utcOffset: OFFSET,
  ...more,
});
const view = (more: Partial<FlagsModel> = {}, language: Language = 'zh-CN') =>
  flagsView(model(more), wordsIn(language));
const evidenceOf = (one: AttendanceFlag, language: Language = 'zh-CN') =>
  view({ items: [one] }, language).cards[0]?.evidence;

const others = [
  { id: 'E2', name: '示例乙', nameEn: 'Sample B' },
  { id: 'E3', name: '示例丙', nameEn: 'Sample C' },
];
const travel = { metres: 1_070_000, minutes: 75, kmh: 856, limit: 300, before: at('22:10', '2026-11-22') };

describe('the evidence', () => {
  it.each([
    [
      flag('impossible-travel', { ...travel, from: { 'zh-CN': '总部', en: 'HQ' }, to: '北京' }),
      [
        '总部 → 北京',
        '09:50 打卡，距 11月22日 周日 22:10 的上一次打卡 1070 公里，隔 1 小时 15 分钟，合每小时 856 公里（超过 300 需核实）',
      ],
      [
        'HQ → 北京',
        'Punched at 09:50, 1070 km from the punch of Sun, Nov 22, 22:10, 1 h 15 min apart: 856 km/h (reviewed above 300)',
      ],
    ],
    [
      flag('same-coordinates', { days: 4, limit: 3 }),
      ['09:50 打卡，近几天有 4 天的坐标完全一样（3 天起需核实）'],
      ['Punched at 09:50; the coordinates were identical on 4 recent days (reviewed from 3)'],
    ],
    [
      flag('accuracy-implausible', { accuracy: 0.2, times: 2, limit: 1 }),
      ['09:50 打卡，定位误差只有 0.2 米，近几天第 2 次（手机到不了 1 米以内）'],
      ['Punched at 09:50 with an accuracy of 0.2 m, no. 2 in recent days (no phone gets below 1 m)'],
    ],
    [
      flag('shared-phone', { people: 3, others: 'E2 E3', limit: 7 }, { others }),
      ['09:50 打卡的手机，7 天内还有 示例乙、示例丙 用过，共 3 人'],
      ['The phone of the 09:50 punch was also used by Sample B, Sample C within 7 days: 3 people in all'],
    ],
  ])('of %j in both languages', (one, zh, en) => {
    expect(evidenceOf(one)).toEqual(zh);
    expect(evidenceOf(one, 'en')).toEqual(en);
  });

  it('names no way where a place has no name', () => {
    expect(evidenceOf(flag('impossible-travel', { ...travel, to: '北京' }))).toHaveLength(1);
  });
});

describe('a card', () => {
  const decided = flag(
    'same-coordinates',
    { days: 3, limit: 3 },
    {
      state: 'fine',
      note: '手机固定在工位',
      decidedByName: '示例丁',
      decidedAt: at('15:20', '2026-11-24'),
    },
  );
  it('that is open has both decisions and its rule', () => {
    const [card] = view({ items: [flag('same-coordinates', { days: 3, limit: 3 })] }).cards;
    expect(card).toMatchObject({
      who: '示例甲',
      day: '11月23日 周一',
      kind: '坐标多天相同',
      state: '待核实',
      rule: '依据：核查规则 · honest-places 第 1 版',
      decision: '',
    });
    expect(card?.buttons.map(({ verdict }) => verdict)).toEqual(['fine', 'follow-up']);
  });
  it('that is decided says by whom and when, and can be decided the other way', () => {
    const [card] = view({ items: [decided] }).cards;
    expect(card).toMatchObject({
      decision: '示例丁 11月24日 周二 15:20 记为没有问题',
      note: '手机固定在工位',
    });
    expect(card?.buttons).toEqual([{ verdict: 'follow-up', text: '需跟进', type: 'default' }]);
  });
  it('tells what somebody else decided meanwhile', () => {
    expect(conflictText(decided, wordsIn('zh-CN'))).toBe('示例丁刚刚记为没有问题，你的决定没有保存');
    expect(conflictText(null, wordsIn('en'))).toBe(
      'Somebody else has just decided this; your decision was not saved',
    );
    const conflicts = { [decided.id]: 'decided by Sample B' };
    expect(view({ items: [decided], conflicts }).cards[0]?.conflict).toBe('decided by Sample B');
  });
});

describe('the list', () => {
  it('is loading, broken, empty or ready', () => {
    const failure = { code: 'TIMEOUT', data: {}, requestId: '' } as const;
    expect(view({ items: null }).mode).toBe('loading');
    expect(view({ items: null, failure })).toMatchObject({ mode: 'error', notice: '' });
    expect(view({ failure })).toMatchObject({ notice: '网络太慢，服务器没有及时答复，请再试一次' });
    expect(view({ segment: 'follow-up' })).toMatchObject({
      mode: 'empty',
      text: { emptyTitle: '没有需要跟进的' },
    });
  });
  it('asks about the flag that is decided, and keeps its words while the sheet closes', () => {
    const one = flag('shared-phone', { people: 2, others: 'E2', limit: 7 });
    const deciding = { id: one.id, verdict: 'follow-up' as const };
    expect(view({ items: [one], deciding, asking: true, note: '问过' }).sheet).toMatchObject({
      show: true,
      title: '记为需跟进',
      about: '示例甲 · 11月23日 周一 · 共用一部手机',
      note: '问过',
    });
    expect(view({ items: [one], deciding }).sheet).toMatchObject({ show: false, title: '记为需跟进' });
  });
});
