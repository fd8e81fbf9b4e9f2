import '../../../../../miniprogram/features/requests/words/words';
import type { HandoverArea, HandoverTaskBrief } from '#contracts/handover';
import { type HandoverModel, handoverView } from '../../../../../miniprogram/features/requests/handover.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const words = wordsIn('zh-CN');
const AREAS: readonly HandoverArea[] = ['settlement', 'work', 'files', 'assets', 'accounts', 'certificate'];
const task = (area: HandoverArea, more: Partial<HandoverTaskBrief> = {}): HandoverTaskBrief =>
  ({
    id: `R1-${area}`,
    rev: 1,
    leaver: { id: 'E0012', name: '示例甲', nameEn: 'Sample A' },
    area,
    state: 'open',
    lastDay: '2026-12-23',
    note: '',
    decidedAt: null,
    mayDecide: true,
    history: [],
    ...more,
  }) as HandoverTaskBrief;
const model = (tasks: readonly HandoverTaskBrief[] | null, more: Partial<HandoverModel> = {}) => ({
  tasks,
  failure: null,
  busy: false,
  deciding: null,
  waiving: null,
  employeeId: '',
  utcOffset: 480,
  ...more,
});
const tasksOf = (tasks: readonly HandoverTaskBrief[]) =>
  handoverView(model(tasks), words).groups[0]?.tasks ?? [];

test('a leaver’s tasks in their order; the settlement waits for what is handed over', () => {
  const view = handoverView(model(AREAS.map((area) => task(area))), words);
  expect(view.groups).toMatchObject([
    { name: '示例甲', lastDay: '最后工作日 12月23日 周三', left: '还有 6 项没有完成', all: true },
  ]);
  expect(view.groups[0]?.tasks.map(({ name }) => name)).toEqual([
    '工作',
    '物品',
    '账号',
    '资料',
    '离职证明',
    '最终结算',
  ]);
  expect(view.groups[0]?.tasks.at(-1)).toMatchObject({
    blocked: '等 4 项交接完成或免除后才能结算',
    decide: false,
  });
  expect(view.groups[0]?.tasks.at(-2)).toMatchObject({ blocked: '', decide: true });
});

test('with everything handed over the settlement can be made', () => {
  const tasks = AREAS.map((area) => task(area, area === 'settlement' ? {} : { state: 'done' }));
  expect(tasksOf(tasks).at(-1)).toMatchObject({ blocked: '', decide: true });
});

test('a decision is on record, and can be opened again by who may decide', () => {
  const at = Date.parse('2026-12-20T15:30:00+08:00');
  const history = [{ at, byName: '示例乙', byNameEn: 'B', state: 'waived', note: '没有电脑' }];
  const waived = { state: 'waived', history } as unknown as Partial<HandoverTaskBrief>;
  expect(tasksOf([task('assets', waived)])).toMatchObject([
    {
      state: '已免除',
      decide: false,
      reopen: true,
      history: [{ text: '示例乙 已免除 · 12月20日 周日 15:30', note: '没有电脑' }],
    },
  ]);
  expect(tasksOf([task('assets', { ...waived, mayDecide: false })])[0]?.reopen).toBe(false);
});

test('one’s own handover is told as such, without buttons', () => {
  const own = handoverView(model([task('work', { mayDecide: false })]), words);
  expect(own.groups).toMatchObject([{ name: '我的交接', all: false, tasks: [{ decide: false }] }]);
});

test.each([
  ['loading', model(null)],
  ['error', model(null, { failure: { code: 'OFFLINE', data: {}, requestId: '' } })],
  ['empty', model([])],
  ['ready', model([task('work')])],
] as const)('%s', (mode, of) => {
  expect(handoverView(of, words).mode).toBe(mode);
});

test('the reason for waiving is asked for with the name of the leaver', () => {
  const view = handoverView(model([task('files')], { waiving: 'R1-files' }), words);
  expect(view.waiving).toEqual({ show: true, subject: 'R1-files', note: '示例甲 · 资料' });
});
