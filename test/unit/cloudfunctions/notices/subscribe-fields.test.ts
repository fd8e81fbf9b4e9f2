import { pageOf, subscribeFields } from '../../../../cloudfunctions/notices/domain/subscribe-fields';
import type { Message } from '../../../../cloudfunctions/shared/outbox/message';
import { templatesOf } from '../../../../cloudfunctions/shared/outbox/subscribe-template';
import { at } from '../support/rules';

const message = (more: Partial<Message> = {}): Message => ({
  _id: 'R1-approved',
  event: 'request.approved',
  to: ['E0001'],
  data: {
    type: { 'zh-CN': '请假', en: 'Leave' },
    title: { 'zh-CN': '年假 2 天', en: 'Annual leave, 2 days' },
    applicant: '张三',
  },
  aboutId: 'R1',
  at: at('2026-11-23 09:05'),
  template: 'result',
  delivery: 'due',
  ...more,
});
const usual = templatesOf({ SUBSCRIBE_RESULT: 'tmpl-result', SUBSCRIBE_WAITING: 'tmpl-waiting' });
const result = usual.result ?? { id: '', keys: {} };
const waiting = usual.waiting ?? { id: '', keys: {} };

describe('templates of an environment', () => {
  test('none unless a variable names it', () => {
    expect(templatesOf({})).toEqual({});
    expect(templatesOf({ SUBSCRIBE_RESULT: ' ', SUBSCRIBE_WAITING: 'w' })).toEqual({
      waiting: { id: 'w', keys: { what: 'thing1', who: 'thing2', at: 'time3' } },
    });
  });
  test('with the keys of a template that has others', () => {
    const named = 'tmpl ; what=thing4; state=phrase1 ;at=date2;colour=thing9;who=';
    expect(templatesOf({ SUBSCRIBE_RESULT: named })).toEqual({
      result: { id: 'tmpl', keys: { what: 'thing4', state: 'phrase1', at: 'date2' } },
    });
  });
});

describe('words of a subscribe message', () => {
  test('in both languages; a phrase is Chinese in any case', () => {
    expect(subscribeFields(message(), result, 'zh-CN')).toEqual({
      thing1: '请假 年假 2 天',
      phrase2: '已同意',
      time3: '2026-11-23 09:05',
    });
    expect(subscribeFields(message(), result, 'en')).toEqual({
      thing1: 'Leave Annual leave,…',
      phrase2: '已同意',
      time3: '2026-11-23 09:05',
    });
    expect(subscribeFields(message(), { id: '', keys: { state: 'thing2' } }, 'en')).toEqual({
      thing2: 'Approved',
    });
  });
  test('are cut to the limits of their kind, by characters and on one line', () => {
    const title = { 'zh-CN': `去${'🚄'.repeat(30)}`, en: 'x\ny\tz' };
    const told = subscribeFields(message({ data: { title, applicant: '名'.repeat(40) } }), waiting, 'zh-CN');
    expect([...(told.thing1 ?? '')]).toHaveLength(20);
    expect(told.thing1?.endsWith('🚄…')).toBe(true);
    expect(told.thing2).toBe(`${'名'.repeat(19)}…`);
    expect(subscribeFields(message({ data: { title } }), waiting, 'en').thing1).toBe('x y z');
    const short = subscribeFields(
      message({ data: { applicant: 'A'.repeat(20) } }),
      { id: '', keys: { who: 'name5' } },
      'en',
    );
    expect([...(short.name5 ?? '')]).toHaveLength(10);
  });
  test('of a goal say which one, and who did it', () => {
    const data = { name: { 'zh-CN': '李梅', en: 'Li Mei' }, title: '新增客户', deadline: '2026-11-19' };
    const pushed = message({ event: 'goal.pushed', data, aboutId: null });
    expect(subscribeFields(pushed, waiting, 'en')).toMatchObject({ thing1: '新增客户', thing2: 'Li Mei' });
    expect(subscribeFields(message({ event: 'goal.confirmed', data }), result, 'zh-CN')).toMatchObject({
      ...{ thing1: '新增客户', phrase2: '目标已确认' },
    });
  });
  test('are never empty', () => {
    expect(subscribeFields(message({ data: {} }), waiting, 'en')).toEqual({
      thing1: 'Approved',
      thing2: '-',
      time3: '2026-11-23 09:05',
    });
  });
});

test.each([
  ['request.approved', 'R 1', 'features/requests/pages/detail/detail?id=R%201'],
  ['request.waiting', null, 'features/notices/pages/inbox/inbox'],
  ['comp-time.expiring', 'G1', 'features/notices/pages/inbox/inbox'],
  ['goal.pushed', null, 'features/goals/pages/pushed/pushed'],
  ['goal-review.handed-in', '2026-11:p-E1', 'features/goals/pages/review/review?sheet=2026-11%3Ap-E1'],
  ['plan.opened', 'E1:a-2026-11', 'features/improvement/pages/plan/plan?id=E1%3Aa-2026-11'],
  ['appraisal.published', 'a-2026-11', 'features/appraisal/pages/report/report?cycle=a-2026-11'],
  ['appraisal.answered', 'a-2026-11', 'features/appraisal/pages/report/report?cycle=a-2026-11'],
  ['appraisal.appealed', 'a-2026-11', 'features/appraisal/pages/appeals/appeals'],
] as const)('%s about %s opens %s', (event, aboutId, page) => {
  expect(pageOf(message({ event, aboutId }))).toBe(page);
});
