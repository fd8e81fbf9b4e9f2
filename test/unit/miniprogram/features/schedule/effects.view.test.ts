import '../../../../../miniprogram/features/schedule/words/words';
import type { Day, Month } from '#contracts/common';
import type { ChangedRequest, ChangePreview } from '#contracts/consequence';
import { effectsView } from '../../../../../miniprogram/features/schedule/effects.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { both } from './support';

const item = (more: Partial<ChangedRequest> = {}): ChangedRequest => ({
  requestId: 'R1',
  applicant: { id: 'E0012', name: '员工甲', nameEn: 'Sample A' },
  kind: 'leave',
  title: both('年休假', 'Annual leave'),
  period: { unit: 'day', from: '2026-12-16' as Day, to: '2026-12-18' as Day },
  outcome: 'recounted',
  before: 1_440,
  after: 960,
  ...more,
});
const preview = (more: Partial<ChangePreview> = {}): ChangePreview => ({
  people: 1,
  requests: 1,
  returned: 480,
  needed: 0,
  overtime: 0,
  open: 0,
  readdressed: 0,
  months: [],
  items: [item()],
  complete: true,
  ...more,
});
const zh = wordsIn('zh-CN');
const en = wordsIn('en');

test('whoever is touched is named with before and after', () => {
  const view = effectsView(preview(), true, zh);
  expect(view.lines).toEqual(['涉及 1 人，1 项申请', '退回假期 1 天']);
  expect(view.items).toMatchObject([{ name: '员工甲', change: '3 天 → 2 天', tone: 'plain' }]);
  expect(effectsView(preview(), true, en).lines[0]).toBe('1 request of one person');
});

test('a shift that nobody asked anything under still tells how many work it', () => {
  const none = preview({ people: 0, requests: 0, returned: 0, items: [], workers: 30 });
  expect(effectsView(none, true, zh).lines).toEqual(['固定上这个班次的有 30 人，他们的上班时间会变']);
  expect(effectsView({ ...none, workers: 1 }, true, en).lines).toEqual([
    'Working hours change for one person assigned to this shift',
  ]);
});

test('what ends, what does not fit and overtime are told apart', () => {
  const items = [
    item({ outcome: 'ended', after: 0 }),
    item({ outcome: 'open', after: 1_920 }),
    item({ kind: 'overtime', outcome: 'open', before: 180, after: 180 }),
    item({ kind: 'overtime', before: 180, after: 180 }),
  ];
  const view = effectsView(preview({ items, requests: 4, open: 2, overtime: 1 }), true, zh);
  expect(view.items.map(({ change, tone }) => [change, tone])).toEqual([
    ['3 天 → 取消', 'plain'],
    ['应为 4 天，仍按 3 天', 'bad'],
    ['3 小时，由人事处理', 'bad'],
    ['按新的安排重算', 'plain'],
  ]);
});

test('more than are named are counted, and settled months are told', () => {
  const months = [
    { month: '2026-10' as Month, locked: true },
    { month: '2026-11' as Month, locked: false },
  ];
  const view = effectsView(preview({ requests: 31, people: 30, months, complete: false }), true, zh);
  expect(view.more).toBe('还有 30 项');
  expect(view.lines).toEqual([
    '至少涉及 30 人，31 项申请',
    '退回假期 1 天',
    '2026年10月已锁定：结算不变，差异会列出',
    '2026年11月已结算：下次结算时更新',
  ]);
});

test('nothing is shown until it is asked', () => {
  expect(effectsView(null, false, zh)).toMatchObject({ show: false, lines: [], items: [], more: '' });
});
