import '../../../../../miniprogram/features/attendance/words/words';
import type { AttendanceFlag } from '#contracts/attendance-flag';
import type { MonthDay } from '#contracts/month';
import type { PlaceFlag } from '#contracts/punch';
import {
  type OwnFlags,
  ownFlagsView,
} from '../../../../../miniprogram/features/attendance/pages/month/own-flags.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { at, OFFSET, punchAt, shift, today } from '../../support/today';

const zh = wordsIn('zh-CN');
const en = wordsIn('en');
const plain: MonthDay = { ...today().status, punches: [punchAt('in', '08:57')], shift };
const flagged: MonthDay = { ...plain, punches: [punchAt('in', '08:57', { flags: ['same-coordinates'] })] };

const flag = (kind: PlaceFlag, data: object, more: Partial<AttendanceFlag> = {}): AttendanceFlag =>
  ({
    id: `f-${kind}`,
    rev: 1,
    employee: { id: 'E0012', name: '', nameEn: '' },
    day: plain.day,
    flag: kind,
    evidence: [{ at: at('08:57'), data }],
    rule: plain.rule,
    state: 'open',
    note: '',
    decidedByName: null,
    decidedAt: null,
    ...more,
  }) as AttendanceFlag;
const known = (...items: AttendanceFlag[]): OwnFlags => ({ state: 'known', items });
const view = (flags: OwnFlags, day = flagged, words = zh) => ownFlagsView(day, flags, OFFSET, words);

it('is silent about a day without a flag', () => {
  expect(view({ state: 'unasked' }, plain).show).toBe(false);
  expect(view(known(flag('same-coordinates', { days: 5 }, { day: '2026-11-02' as never })), plain).show).toBe(
    false,
  );
});

it('says that a reason is on its way, has not come, or is not collected yet', () => {
  expect(view({ state: 'loading' })).toMatchObject({ show: true, note: '正在取标记的原因', retry: false });
  expect(view({ state: 'failed' })).toMatchObject({ note: '没有取到标记的原因', retry: true });
  expect(view(known())).toMatchObject({ lines: [], note: '由人事核实，不会自动影响结果' });
});

it.each<[PlaceFlag, object, string]>([
  [
    'impossible-travel',
    { metres: 62_000, minutes: 12, limit: 150 },
    '12 分钟里移动了 62 公里，快于每小时 150 公里',
  ],
  ['same-coordinates', { days: 5 }, '连续 5 天的坐标完全一样'],
  ['accuracy-implausible', { accuracy: 0.5, times: 3 }, '3 次定位误差只有 0.5 米，手机做不到这么准'],
  ['shared-phone', { people: 2 }, '同一部手机给 2 个人打过卡'],
])('%s', (kind, data, why) => {
  expect(view(known(flag(kind, data))).lines[0]?.why).toBe(`08:57 · ${why}`);
  expect(view(known(flag(kind, data)), flagged, en).lines[0]?.why).not.toMatch(/[一-鿿{}]/);
});

it('shows also what only the evening could find: one phone of two people', () => {
  expect(view(known(flag('shared-phone', { people: 2 })), plain).show).toBe(true);
});

it('says what a person has decided', () => {
  const fine = flag(
    'same-coordinates',
    { days: 5 },
    { state: 'fine', note: '固定工位', decidedByName: '示例人事' },
  );
  expect(view(known(fine))).toMatchObject({
    note: '',
    lines: [{ decision: '已核实，没有问题 · 示例人事：固定工位' }],
  });
  const since = { ...fine, decidedByNameEn: 'Sample HR' };
  expect(view(known(since), flagged, en).lines[0]?.decision).toContain('Sample HR: ');
  expect(view(known(fine), flagged, en).lines[0]?.decision).toContain('示例人事: ');
  const open = flag('same-coordinates', { days: 5 }, { state: 'follow-up' });
  expect(view(known(open)).lines[0]?.decision).toBe('人事会跟进');
});
