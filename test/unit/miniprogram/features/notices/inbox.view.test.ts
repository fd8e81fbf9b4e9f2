import '../../../../../miniprogram/features/notices/words/words';
import type { Instant, Language } from '#contracts/common';
import type { InboxEntry, MessageEvent } from '#contracts/message';
import {
  type InboxModel,
  inboxView,
} from '../../../../../miniprogram/features/notices/pages/inbox/inbox.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const both = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const entry = (event: MessageEvent, more: Partial<InboxEntry> = {}): InboxEntry => ({
  id: `m-${event}`,
  event,
  data: { type: both('请假', 'Leave'), title: both('年假 2 天', 'Annual leave, 2 days'), applicant: '张三' },
  aboutId: 'R1',
  period: null,
  handled: false,
  at: Date.parse('2026-11-23T01:05:00Z') as Instant,
  read: false,
  ...more,
});
const model = (more: Partial<InboxModel> = {}): InboxModel => ({
  items: [entry('request.approved')],
  next: null,
  failure: null,
  online: true,
  more: 'idle',
  canAsk: false,
  utcOffset: 480,
  ...more,
});
const view = (more: Partial<InboxModel> = {}, language: Language = 'zh-CN') =>
  inboxView(model(more), wordsIn(language));
const failure = { code: 'TIMEOUT', data: {}, requestId: '' } as const;

describe('a message', () => {
  it.each<[MessageEvent, string, string, string]>([
    [
      'picture.hidden-own',
      '你的申请里有一张图片没有通过微信的内容检查，已隐藏。打开申请看看可以怎么办',
      "WeChat's content check did not accept a picture of your request, and it is hidden now. Open the request to see what you can do",
      'R1',
    ],
    [
      'picture.hidden',
      '张三的申请里有一张图片被微信的内容检查隐藏。如果审批需要它，请把申请退回',
      "WeChat's content check hid a picture in the request of 张三. If you need it to decide, return the request",
      'R1',
    ],
    [
      'picture.hidden-unused',
      '你刚添加的一张图片没有通过微信的内容检查，请删除后换一张',
      "WeChat's content check did not accept a picture that you have just added. Remove it and add another one",
      '',
    ],
    [
      'picture.hidden-goal',
      '你给目标或日报添加的一张图片没有通过微信的内容检查，已隐藏。需要的话换一张再填',
      "WeChat's content check hid a picture that you added to a goal or a daily report. Add another one if it is needed",
      '',
    ],
    [
      'picture.unchecked',
      '微信没有答复 11月23日 周一 的图片能否展示，请让管理员检查云开发控制台的消息推送设置',
      'WeChat has not said about pictures of Mon, Nov 23 whether they may be shown. Please have an administrator look at the message push in the cloud console',
      '',
    ],
  ])('%s says what to do next, in both languages', (event, zh, en, opens) => {
    const data = { applicant: '张三', day: '2026-11-23' };
    const items = [entry(event, { data, aboutId: opens || null })];
    expect(view({ items }).rows).toMatchObject([{ title: zh, opens }]);
    expect(view({ items }, 'en').rows).toMatchObject([{ title: en, opens }]);
  });

  it.each([
    ['goal.amended', '2026-11:p-E0001/own', 'objective/2026-11:p-E0001/own', '新客户'],
    ['goal.dropped', null, '', '新客户'],
    ['goal.push-amended', '2026-11:p-E0001/own', 'objective/2026-11:p-E0001/own', '新客户'],
    ['goal.push-dropped', '2026-11:p-E0001/own', 'objective/2026-11:p-E0001/own', '新客户'],
    ['goal.gave-way', '2026-11:p-E0001/own', 'objective/2026-11:p-E0001/own', '新客户'],
    ['goal.align-accepted', '2026-11:p-E0001/own', 'objective/2026-11:p-E0001/own', '新客户'],
    ['goal.quiet', '2026-11:p-E0001', 'sheet/2026-11:p-E0001', '新客户'],
    ['goal.align-lost', null, '', ''],
    ['goal.align-asked', null, 'pushed-goals', ''],
  ] as const)(
    '%s opens the objective that it is about, or where it is answered',
    (event, aboutId, opens, detail) => {
      const name = { 'zh-CN': '王强', en: 'Wang Qiang' };
      const items = [entry(event, { data: { name, title: '新客户', above: '增长', comment: '' }, aboutId })];
      expect(view({ items }).rows).toMatchObject([{ opens, detail }]);
    },
  );

  it('says what happened, what about and when, and opens its request', () => {
    expect(view().rows).toEqual([
      {
        id: 'm-request.approved',
        title: '你的请假已同意',
        detail: '年假 2 天',
        reason: '',
        handled: false,
        time: '11月23日 周一 09:05',
        unread: true,
        label: '未读 · 你的请假已同意，11月23日 周一 09:05',
        opens: 'R1',
      },
    ]);
    expect(view({ items: [entry('request.approved', { read: true })] }, 'en').rows).toMatchObject([
      {
        title: 'Your request was approved: Leave',
        detail: 'Annual leave, 2 days',
        unread: false,
        label: 'Your request was approved: Leave, Mon, Nov 23, 09:05',
      },
    ]);
  });

  it('names the days of a request, and why it was rejected', () => {
    const period = { unit: 'day', from: '2026-12-01', to: '2026-12-02' } as unknown as InboxEntry['period'];
    const rejected = entry('request.rejected', { period });
    const items = [{ ...rejected, data: { ...rejected.data, comment: '月底盘点' } }];
    expect(view({ items }).rows).toMatchObject([
      { detail: '年假 2 天 · 12月1日 周二 – 12月2日 周三', reason: '原因：月底盘点' },
    ]);
  });

  it('does not call to decide what is decided already', () => {
    const items = [entry('request.waiting', { handled: true })];
    expect(view({ items }).rows).toMatchObject([{ title: '张三的请假，已不用你处理', handled: true }]);
    expect(view({ items }, 'en').rows).toMatchObject([
      { title: 'Leave of 张三: nothing left for you to decide' },
    ]);
  });

  it.each([
    ['request.waiting', {}, '张三的请假等你审批', 'Leave of 张三 waits for you'],
    ['request.urged', {}, '张三催你审批请假', '张三 asks you to decide: Leave'],
    [
      'request.escalated',
      {},
      '张三的请假超时未处理，转给你',
      'Leave of 张三 was not decided in time and came to you',
    ],
    ['request.rejected', {}, '你的请假被拒绝', 'Your request was rejected: Leave'],
    ['request.returned', {}, '你的请假被退回，请修改后再提交', 'Your request came back to be changed: Leave'],
    ['request.cc', {}, '张三的请假抄送给你', 'Leave of 张三, for your information'],
    ['request.cancelled', {}, '请假已撤销', 'Leave was cancelled'],
    [
      'handover.assigned',
      { applicant: '张三', lastDay: '2026-12-18' },
      '张三在 12月18日 周五 离职，有交接等你确认',
      '张三 leaves on Fri, Dec 18: a handover waits for you',
    ],
    [
      'comp-time.expiring',
      { minutes: 210, day: '2026-12-31' },
      '3 小时 30 分钟调休将在 12月31日 周四 到期',
      '3 h 30 min of comp time expires on Thu, Dec 31',
    ],
    [
      'attendance.flagged',
      { day: '2026-11-20' },
      '11月20日 周五 的打卡需要核实',
      'A punch of Fri, Nov 20 needs to be checked',
    ],
  ] as const)('%s in both languages', (event, more, zh, en) => {
    const data = { ...entry(event).data, ...more };
    expect(view({ items: [entry(event, { data })] }).rows[0]?.title).toBe(zh);
    expect(view({ items: [entry(event, { data })] }, 'en').rows[0]?.title).toBe(en);
  });

  it('leads to the data to mend', () => {
    const items = [entry('data.faults', { aboutId: null, data: { count: 2 } })];
    expect(view({ items }).rows[0]).toMatchObject({
      title: '有 2 条资料存得不完整，已被跳过，请看“待修数据”',
      opens: 'data-faults',
    });
  });

  it('opens nothing when it is not about a request', () => {
    const items = [
      entry('comp-time.expiring', { data: { minutes: 60, day: '2026-12-31' } }),
      entry('request.cc', { aboutId: null }),
    ];
    expect(view({ items }).rows.map(({ opens, detail }) => [opens, detail])).toEqual([
      ['', ''],
      ['', '年假 2 天'],
    ]);
  });
});

describe('the inbox', () => {
  it('is loading, empty, broken or ready', () => {
    expect(view({ items: null }).mode).toBe('loading');
    expect(view({ items: [] }).mode).toBe('empty');
    expect(view()).toMatchObject({ mode: 'ready', error: '', notice: '' });
    expect(view({ items: null, failure })).toMatchObject({
      mode: 'error',
      error: '网络太慢，服务器没有及时答复，请再试一次',
      notice: '',
    });
  });
  it('says that old messages are old', () => {
    expect(view({ failure }).notice).toBe('网络太慢，服务器没有及时答复，请再试一次');
    expect(view({ online: false }).notice).toBe('现在没有网络，显示的是上次的数据');
  });
  it('asks for consent once it is there, if there is something to ask for', () => {
    expect(view({ canAsk: true }).canAsk).toBe(true);
    expect(view({ canAsk: true, items: null }).canAsk).toBe(false);
  });
  it('says how the page behind comes along', () => {
    expect((['idle', 'loading', 'failed'] as const).map((more) => view({ more }).more)).toEqual([
      'none',
      'loading',
      'failed',
    ]);
  });
});
