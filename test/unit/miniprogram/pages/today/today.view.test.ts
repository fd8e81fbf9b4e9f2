import type { Day, Month } from '#contracts/common';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import type { TodayModel } from '../../../../../miniprogram/pages/today/today.model';
import { todayView } from '../../../../../miniprogram/pages/today/today.view';
import { correctionTime } from '../../../../../miniprogram/pages/today/todos.view';
import type { QueuedPunch } from '../../../../../miniprogram/services/punch-queue';
import { changedPaths } from '../../../../../miniprogram/utils/changed-paths';
import { at, model, OFFSET, outside, punchAt, queued, shift, today } from '../../support/today';

const zh = (more: Partial<TodayModel> = {}) => todayView(model(more), wordsIn('zh-CN'));
const en = (more: Partial<TodayModel> = {}) => todayView(model(more), wordsIn('en'));
const away = { state: 'fix', location: outside, at: 0 } as const;

describe('the head', () => {
  it('greets by the hour and names the day and the shift', () => {
    expect(zh()).toMatchObject({
      mode: 'ready',
      greeting: '早上好，示例员工',
      date: '11月23日 周一',
      shift: '白班 09:00–18:00',
      clock: '08:57',
    });
    expect(en()).toMatchObject({ greeting: 'Good morning, Demo Person', date: 'Mon, Nov 23' });
    expect(zh({ now: at('19:10') }).greeting).toBe('晚上好，示例员工');
  });

  it('says which day a punch counts for when a night shift makes it another', () => {
    const night = { ...shift, name: { 'zh-CN': '夜班', en: 'Night shift' }, start: '22:00', end: '06:00+1' };
    const view = zh({ today: today({ shift: night }), now: at('02:10', '2026-11-24') });
    expect(view.date).toBe('11月24日 周二');
    expect(view.shift).toBe('记入 11月23日 周一 · 夜班 22:00–次日 06:00');
  });

  it('names the holiday on a day off', () => {
    const base = today();
    const off = today({
      shift: null,
      status: { ...base.status, kind: 'holiday', kindName: { 'zh-CN': '国庆节', en: 'National Day' } },
    });
    expect(zh({ today: off }).shift).toBe('国庆节，休息');
    expect(en({ today: off }).shift).toBe('National Day, day off');
  });

  it('says on a day of leave that no punch is expected, and expects none', () => {
    const name = { 'zh-CN': '年休假', en: 'Annual leave' };
    const onLeave = (days: number) =>
      today({ status: { ...today().status, marks: [{ kind: 'leave', name, days }] } });
    expect(zh({ today: onLeave(1) })).toMatchObject({
      shift: '今天年休假，不用打卡',
      dial: { small: true, tone: 'quiet', hint: '' },
      timeline: [],
    });
    expect(zh({ today: onLeave(0.5) })).toMatchObject({ shift: '白班 09:00–18:00', dial: { small: false } });
    expect(zh({ today: onLeave(0.5) }).timeline).toHaveLength(2);
  });
});

describe('the dial says what a tap will do', () => {
  const booked = [punchAt('in', '08:57')];
  it.each([
    ['上班打卡', {}],
    ['下班打卡', { today: today({ punches: booked, next: { slot: 'out', update: false } }) }],
    ['更新下班', { today: today({ punches: booked, next: { slot: 'out', update: true } }) }],
    ['外勤打卡', { place: away }],
    ['上班打卡', { place: away, today: today({ fieldPolicy: 'forbidden' }) }],
    ['外勤打卡', { today: today({ sites: [] }) }],
    ['打卡', { freshness: 'old' }],
    ['下班打卡', { queue: [queued()] }],
    ['正在定位', { phase: 'locating' }],
    ['正在打卡', { phase: 'sending' }],
  ] as const)('%s', (title, more) => {
    expect(zh(more as Partial<TodayModel>).dial.title).toBe(title);
  });

  it.each([
    ['before the clock-in', {}, { small: false, tone: 'primary' }],
    [
      'at work',
      { now: at('11:00'), today: today({ punches: booked, next: { slot: 'out', update: false } }) },
      { small: true, tone: 'quiet', hint: '18:00 后' },
    ],
    [
      'half an hour before the end',
      { now: at('17:30'), today: today({ punches: booked, next: { slot: 'out', update: false } }) },
      { small: false, tone: 'primary' },
    ],
    [
      'after the clock-out',
      { now: at('18:40'), today: today({ punches: booked, next: { slot: 'out', update: true } }) },
      { small: true, tone: 'quiet' },
    ],
    ['on a day off', { today: today({ shift: null }) }, { small: true, tone: 'quiet', hint: '休息' }],
    [
      'on a day off with approved overtime',
      {
        today: today({
          shift: null,
          status: {
            ...today().status,
            marks: [{ kind: 'overtime', name: { 'zh-CN': '加班', en: 'Overtime' }, minutes: 240 }],
          },
        }),
      },
      { small: false, tone: 'primary' },
    ],
    [
      'on a day off after the first punch',
      { today: today({ shift: null, punches: booked, next: { slot: 'out', update: false } }) },
      { small: true, tone: 'quiet' },
    ],
  ] as const)('steps back when no punch is due: %s', (_name, more, dial) => {
    expect(zh(more as Partial<TodayModel>).dial).toMatchObject(dial);
  });

  it.each([
    ['denied', '允许定位'],
    ['failed', '重新定位'],
    ['system-off', '重新定位'],
  ] as const)('without a location (%s) it is not lit and says what helps', (state, title) => {
    expect(zh({ place: { state } }).dial).toMatchObject({ title, tone: 'quiet', hint: '有位置才能打卡' });
  });

  it('without a location it stays a punch where beacons can prove the place', () => {
    const [one] = today().sites;
    const sites = one ? [{ ...one, beaconUuids: ['B1'] }] : [];
    expect(zh({ place: { state: 'denied' }, today: today({ sites }) }).dial.title).toBe('上班打卡');
  });

  it('speaks to a screen reader with the time', () => {
    expect(en().dial.label).toBe('Clock in, it is 08:57');
  });
});

describe('the place line', () => {
  it('tells inside from outside by the same rule as the server', () => {
    expect(zh().place).toMatchObject({ tone: 'ok', text: '已进入 上海总部 · 误差 12 米' });
    expect(zh({ place: away }).place).toMatchObject({
      tone: 'info',
      text: '距上海总部 1.1 公里，可外勤打卡',
    });
    expect(zh({ place: away, today: today({ fieldPolicy: 'forbidden' }) }).place).toMatchObject({
      tone: 'warn',
      text: '距上海总部 1.1 公里，还要再近 900 米',
      action: 'locate',
    });
  });

  it('offers to allow the location before it was asked for; where it was refused, the dial does', () => {
    expect(zh({ place: { state: 'unasked' } }).place).toMatchObject({
      action: 'locate',
      actionText: '允许定位',
    });
    expect(zh({ place: { state: 'denied' } })).toMatchObject({
      place: { action: '', text: '没有位置权限，不能按位置打卡。允许后即可使用' },
      dial: { title: '允许定位' },
    });
  });

  it.each([
    ['denied', 'settings', '去允许'],
    ['privacy', 'locate', '允许定位'],
    ['system-off', 'locate', '重新定位'],
    ['app-off', 'locate', '重新定位'],
    ['failed', 'locate', '重新定位'],
  ] as const)('%s offers a way on beside a dial that looks for beacons', (state, action, actionText) => {
    const sites = today().sites.map((one) => ({ ...one, beaconUuids: ['B1'] }));
    expect(zh({ place: { state }, today: today({ sites }) }).place).toMatchObject({ action, actionText });
  });

  it('asks for a better fix when it is too coarse', () => {
    const place = { state: 'fix', location: { ...outside, accuracy: 900 }, at: 0 } as const;
    expect(zh({ place }).place).toMatchObject({ tone: 'warn', text: '定位误差 900 米，到窗边或开阔处再试' });
  });
});

describe('what the last tap came to', () => {
  it('shows the booked punch with place and accuracy', () => {
    const view = zh({ booked: { punch: punchAt('in', '08:57'), already: false } });
    expect(view.done).toEqual({
      show: true,
      tone: 'ok',
      text: '已打卡 08:57',
      detail: '上海总部 · 误差 12 米',
      state: '',
      note: '',
      actions: [],
    });
  });

  const base = today();
  type Reasons = typeof base.status.reasons;
  const afterPunch = (punch: ReturnType<typeof punchAt>, reasons: Reasons, more: Partial<TodayModel> = {}) =>
    ({
      today: today({
        punches: [punch],
        next: { slot: 'out', update: punch.slot === 'out' },
        status: { ...base.status, reasons },
      }),
      booked: { punch, already: false },
      now: punch.at,
      ...more,
    }) as const;
  const late: Reasons = [
    { code: 'LATE', data: { at: '09:36', start: '09:00', flex: 10, minutes: 26 } },
    { code: 'FLEX_USED', data: { minutes: 10, end: '18:10' } },
    { code: 'STILL_OPEN', data: { end: '18:10' } },
  ];

  it('26 minutes late is said at the punch, not in green, with what can be done', () => {
    const view = zh(afterPunch(punchAt('in', '09:36'), late)).done;
    expect(view).toMatchObject({
      tone: 'warn',
      text: '已打卡 09:36',
      state: '迟到 26 分钟',
      note: '弹性 10 分钟已减 · 下班改为 18:10',
    });
    expect(view.actions.map(({ kind, text }) => [kind, text])).toEqual([
      ['correction', '补卡'],
      ['leave', '请假'],
    ]);
    expect(en(afterPunch(punchAt('in', '09:36'), late)).done.state).toBe('26 min late');
  });

  it('late stays said when the page is opened again', () => {
    const view = zh(afterPunch(punchAt('in', '09:36'), late, { booked: null, now: at('11:00') })).done;
    expect(view).toMatchObject({ show: true, tone: 'warn', state: '迟到 26 分钟' });
    const onTime = zh(afterPunch(punchAt('in', '08:57'), [], { booked: null, now: at('11:00') })).done;
    expect(onTime.show).toBe(false);
  });

  it('so late that it is half a day of absence is said in the colour of absence', () => {
    const halfDay: Reasons = [
      { code: 'LATE', data: { at: '11:40', start: '09:00', flex: 10, minutes: 150 } },
      { code: 'LATE_HALF_DAY', data: { minutes: 150, limit: 120 } },
    ];
    expect(zh(afterPunch(punchAt('in', '11:40'), halfDay)).done).toMatchObject({
      tone: 'bad',
      note: '迟到 150 分钟，超过 120 分钟，算旷工半天 · 弹性 10 分钟已减',
    });
  });

  it('a tap without network counts from the tap: late is measured there', () => {
    const claim = punchAt('in', '10:30', { tappedAt: at('09:36'), flags: ['late-arrival'] });
    expect(zh(afterPunch(claim, late)).done).toMatchObject({ text: '已打卡 09:36', state: '迟到 26 分钟' });
    expect(zh(afterPunch(claim, late)).done.detail).toContain('网络恢复后 10:30 送达');
    const next = { ...claim, at: at('07:10', '2026-11-24') };
    expect(zh(afterPunch(next, late)).done.detail).toContain('网络恢复后 次日 07:10 送达');
  });

  it('late in the second part of a split shift is not said of the first', () => {
    const second: Reasons = [{ code: 'LATE', data: { at: '14:20', start: '14:00', flex: 0, minutes: 20 } }];
    expect(zh(afterPunch(punchAt('in', '08:57'), second)).done.tone).toBe('ok');
    expect(zh(afterPunch(punchAt('in', '14:20'), second)).done.tone).toBe('warn');
  });

  it('an early clock-out says how early, and that one may come back', () => {
    const open: Reasons = [{ code: 'STILL_OPEN', data: { end: '18:10' } }];
    expect(zh(afterPunch(punchAt('out', '17:20'), open)).done).toMatchObject({
      tone: 'warn',
      text: '已打卡 17:20',
      state: '早走 50 分钟',
      note: '18:10 前可以再打，按最后一次算',
      actions: [{ kind: 'leave' }],
    });
    const settled: Reasons = [{ code: 'EARLY', data: { at: '17:20', end: '18:10', minutes: 50 } }];
    const evening = { booked: null, now: at('19:00') } as const;
    expect(zh(afterPunch(punchAt('out', '17:20'), settled, evening)).done).toMatchObject({
      text: '已打卡 17:20',
      state: '早走 50 分钟',
      note: '',
    });
  });

  it('while a correction of the late punch waits, it can be looked at and not asked for again', () => {
    const asked: Reasons = [
      ...late,
      { code: 'REQUESTED_CORRECTION', data: { slot: 'in', at: '08:55', requestId: 'R1' } },
    ];
    expect(zh(afterPunch(punchAt('in', '09:36'), asked)).done.actions).toEqual([
      { kind: 'view', text: '补卡审批中，查看', id: 'R1' },
    ]);
  });

  it('a field punch that waits for approval is neither late nor on time yet', () => {
    const field = punchAt('in', '09:36', { mode: 'field', flags: ['field', 'needs-approval'] });
    expect(zh(afterPunch(field, late)).done).toMatchObject({ state: '', tone: 'ok' });
  });

  it('says that a second tap booked nothing twice', () => {
    const view = zh({ booked: { punch: punchAt('in', '08:57'), already: true } });
    expect(view.done.text).toBe('08:57 已打过卡，没有重复记录');
  });

  it('says that an offline punch is safe', () => {
    const view = zh({ online: false, queue: [queued()] });
    expect(view.done).toMatchObject({ tone: 'wait', text: '已保存，联网后自动送出 08:57' });
    expect(view.timeline[0]).toMatchObject({ tone: 'wait', title: '上班', time: '08:57' });
    expect(view.timeline[1]).toMatchObject({ tone: 'plan', title: '下班' });
    expect(view.notice.text).toBe('现在没有网络，打卡会先存在手机里');
  });

  it('shows a refused punch until it is read, with the field punch as the way out', () => {
    const failure = {
      code: 'OUTSIDE_FENCE',
      data: { siteZh: '上海总部', siteEn: 'Shanghai HQ', distance: 1060, beyond: 860 },
      requestId: 'r1',
    } as const;
    const view = zh({ queue: [queued({ failure })] });
    expect(view.refused).toEqual([
      {
        key: 'key-1',
        title: '08:57 的打卡没有成功',
        text: '离上海总部还有 860 米，可改用外勤打卡',
        field: true,
        check: false,
        scan: false,
        words: false,
      },
    ]);
    expect(view.done.show).toBe(false);
  });

  it('leads from refused words to the form in which they are changed', () => {
    const failure = { code: 'TEXT_REFUSED', data: {}, requestId: 'r1' } as const;
    expect(zh({ queue: [queued({ failure })] }).refused).toMatchObject([{ field: false, words: true }]);
  });
});

describe('the other ways', () => {
  const denied = { place: { state: 'denied' } } as const;
  it('offer the code at the door quietly inside, first where the place does not count', () => {
    expect(zh()).toMatchObject({ scan: '扫门口的码打卡', scanFirst: false });
    expect(zh(denied)).toMatchObject({ scan: '扫门口的码打卡', scanFirst: true });
    expect(zh({ place: away })).toMatchObject({ scanFirst: true });
    expect(zh({ place: { state: 'locating' } })).toMatchObject({ scanFirst: false });
    expect(zh({ today: today({ sites: [] }) }).scan).toBe('');
  });

  it('say why no beacon was found', () => {
    expect(zh({ ...denied, bluetooth: 'nothing' }).bluetooth).toBe('没有收到门口的蓝牙信号，走近一些再试');
    expect(zh().bluetooth).toBe('');
    expect(en({ bluetooth: 'app-off' }).bluetooth).toContain('system settings');
    expect(zh({ phase: 'beacons' }).dial).toMatchObject({ title: '正在找蓝牙信号', busy: true });
    expect(zh({ phase: 'checking' }).dial.title).toBe('等待本机验证');
  });

  it('warn of a code that waits, and lead from one that has run out to the next', () => {
    const code = { mode: 'code', code: 'TX1.shanghai.1.a.b' } as const;
    const waiting = zh({ online: false, queue: [queued(code)] });
    expect(waiting.done.detail).toBe('码大约一分钟内有效，过期后需要重新扫码');
    const failure = { code: 'SITE_CODE_INVALID', data: { reason: 'expired' }, requestId: '' } as const;
    expect(zh({ queue: [queued({ ...code, failure })] }).refused).toMatchObject([
      { scan: true, field: false },
    ]);
  });

  it('say at once that a tap without reception still needs the check, and lead to it when it is refused', () => {
    const [one] = today().sites;
    const required = today({ sites: one ? [{ ...one, biometric: 'required' }] : [] });
    const detail = (queue: QueuedPunch[]) => zh({ online: false, today: required, queue }).done.detail;
    expect(detail([queued()])).toBe('这个地点要求本机验证。联网后请打开小程序，验证后这次打卡才会记上');
    const biometric = { resultJSON: '{}', resultJSONSignature: 's' };
    expect(detail([queued({ biometric })])).toBe('');
    const data = { siteId: 'shanghai', siteZh: '上海总部', siteEn: 'Shanghai HQ' };
    const failure = { code: 'BIOMETRIC_REQUIRED', data, requestId: '' } as const;
    expect(zh({ today: required, queue: [queued({ failure })] }).refused).toMatchObject([
      {
        text: '在上海总部打卡要先通过指纹或面容验证。手机不支持的，请改用外勤打卡，或申请补卡',
        check: true,
        field: true,
      },
    ]);
    expect(en({ today: required, queue: [queued({ failure })] }).refused[0]?.text).toContain(
      'At Shanghai HQ',
    );
  });

  it('lead from a beacon that was too weak to the field punch, where it is allowed', () => {
    const failure = { code: 'BEACON_NOT_FOUND', data: {}, requestId: '' } as const;
    const queue = [queued({ mode: 'beacon', failure })];
    expect(zh({ queue }).refused).toMatchObject([{ field: true }]);
    expect(zh({ queue, today: today({ fieldPolicy: 'forbidden' }) }).refused).toMatchObject([
      { field: false },
    ]);
  });

  it('name the screens that the person keeps', () => {
    const [one] = today().sites;
    const kept = today({ sites: one ? [{ ...one, keepsScreen: true }] : [] });
    expect(zh({ today: kept }).screens).toEqual([{ id: 'shanghai', name: '上海总部 门口打卡屏' }]);
    expect(zh().screens).toEqual([]);
  });

  it('are told with the punch', () => {
    const booked = {
      punch: punchAt('in', '08:57', { mode: 'code', accuracy: null, biometric: true }),
      already: false,
    };
    expect(zh({ booked }).done.detail).toBe('上海总部 · 扫码 · 已通过本机验证');
  });
});

describe('states of the screen', () => {
  const offline = { code: 'OFFLINE', data: {}, requestId: '' } as const;

  it('is a skeleton before the first answer, an error without one, and content from the cache', () => {
    expect(zh({ today: null, freshness: 'none' }).mode).toBe('loading');
    const failed = zh({ today: null, freshness: 'none', failure: offline });
    expect(failed).toMatchObject({ mode: 'error', error: '现在没有网络，联网后再试' });
    const cached = zh({ freshness: 'cached', failure: offline });
    expect(cached.mode).toBe('ready');
    expect(cached.notice.action).toBe('重试');
  });

  it('shows nothing of an earlier day as if it were of today', () => {
    const view = zh({ freshness: 'old', now: at('08:57', '2026-11-24') });
    expect(view).toMatchObject({ date: '11月24日 周二', shift: '', timeline: [] });
  });

  it('lists missing punches', () => {
    const todos = [{ kind: 'missing-punch', day: '2026-11-20' as Day, slots: ['in', 'out'] }] as const;
    expect(zh({ today: today({ todos }) })).toMatchObject({
      todos: [{ id: '2026-11-20', text: '11月20日 周五 缺上班、下班卡', action: '', waits: false }],
      todoCount: '1 项',
    });
    expect(en({ today: today({ todos }) })).toMatchObject({
      todos: [{ text: 'Fri, Nov 20: missing clock-in, clock-out' }],
      todoCount: '1 item',
    });
  });

  it('puts the requests that wait for the person first', () => {
    const todos = [{ kind: 'missing-punch', day: '2026-11-20' as Day, slots: ['in'] }] as const;
    expect(zh({ today: today({ todos }), waiting: 3 })).toMatchObject({
      todos: [
        { id: 'waiting', text: '有 3 项申请等你处理' },
        { id: '2026-11-20', action: '去补卡' },
      ],
      todoCount: '4 项',
    });
    expect(en({ waiting: 1 }).todos).toMatchObject([{ id: 'waiting', text: '1 request waits for you' }]);
    expect(zh({ waiting: 0 }).todos).toEqual([]);
  });

  it('a manager with 11 requests waiting sees 11', () => {
    expect(zh({ waiting: 11 })).toMatchObject({
      todos: [{ text: '有 11 项申请等你处理' }],
      todoCount: '11 项',
    });
  });

  it('an own request that was rejected stays until it is opened; one that was returned until it is sent again', () => {
    const title = { 'zh-CN': '年假 1 天', en: '1 day of annual leave' };
    const returned = (['rejected', 'returned'] as const).map((state) => ({
      id: state,
      state,
      title,
      at: at('08:00'),
    }));
    expect(zh({ today: today({ returned }) })).toMatchObject({
      todos: [
        { id: 'rejected', text: '“年假 1 天”没有通过', action: '看原因' },
        { id: 'returned', text: '“年假 1 天”退回给你修改', action: '去修改' },
      ],
      todoCount: '2 项',
    });
    expect(zh({ today: today({ returned }), seen: ['rejected', 'returned'] }).todos).toMatchObject([
      { id: 'returned' },
    ]);
  });

  it('who can confirm an unlock, judge punches, pay or take over sees it', () => {
    const office = [
      { kind: 'unlock', count: 1, month: '2026-10' as Month },
      { kind: 'flags', count: 3 },
    ] as const;
    const shown = { today: today({ office: office }) };
    expect(zh(shown)).toMatchObject({
      todos: [
        { id: 'unlock-2026-10', text: '2026年10月 有人申请解锁', action: '去确认' },
        { id: 'flags', text: '打卡核实 3 条' },
      ],
      todoCount: '4 项',
    });
    expect(en(shown).todos).toMatchObject([
      { text: 'Oct 2026: unlock requested' },
      { text: '3 punches to review' },
    ]);
  });

  it('a punch to be confirmed names the time of the tap', () => {
    const day = '2026-11-20' as Day;
    const todo = { kind: 'unconfirmed-punch', day, slots: ['in'], at: at('08:58', day) } as const;
    expect(zh({ today: today({ todos: [todo] }) }).todos).toMatchObject([
      { text: '11月20日 周五 上班卡 08:58', action: '去确认' },
    ]);
    expect(correctionTime(todo, OFFSET)).toBe('08:58');
  });

  it('a correction that waits can be looked at and is not counted', () => {
    const todo = {
      kind: 'correction-waiting',
      day: '2026-11-20' as Day,
      slots: ['out'],
      requestId: 'R1',
    } as const;
    expect(zh({ today: today({ todos: [todo] }) })).toMatchObject({
      todos: [{ text: '11月20日 周五 下班补卡', action: '审批中，查看', waits: true }],
      todoCount: '',
    });
  });

  it('keeps the dial on the first screen: more than four to-dos are folded', () => {
    const todos = ['16', '17', '18', '19', '20'].map((date) => ({
      kind: 'missing-punch' as const,
      day: `2026-11-${date}` as Day,
      slots: ['in'] as const,
    }));
    const view = zh({ today: today({ todos }) });
    expect(view.todos).toHaveLength(3);
    expect(view).toMatchObject({ todoMore: '还有 2 项', todoCount: '5 项' });
    expect(zh({ today: today({ todos }), allTodos: true })).toMatchObject({ todoMore: '' });
    expect(zh({ today: today({ todos: todos.slice(0, 4) }) })).toMatchObject({ todoMore: '' });
  });

  it('what is folded adds up with what is shown to the number of the head, also where one line stands for many', () => {
    const office = (['reviews', 'result', 'pay-disputes', 'team-reviews', 'appeals'] as const).map(
      (kind, at) => ({
        ...{ kind, count: at === 3 ? 5 : 1, month: null, until: null },
      }),
    );
    const view = zh({ today: today({ office: office as never }) });
    expect(view.todos).toHaveLength(3);
    expect(view).toMatchObject({ todoCount: '9 项', todoMore: '还有 6 项' });
  });

  it('moves the expected end by what the server worked out', () => {
    const base = today();
    const status = { ...base.status, reasons: [{ code: 'STILL_OPEN', data: { end: '18:20' } }] as const };
    expect(zh({ today: today({ status }) }).timeline[1]?.time).toBe('18:20 后');
    const night = { ...shift, start: '22:00', end: '06:00+1', endAt: at('06:00', '2026-11-24') };
    expect(zh({ today: today({ shift: night }) }).timeline[1]?.time).toBe('次日 06:00 后');
  });

  it('expects whoever works flexible hours by the core time, and then until the hours are worked', () => {
    const core = { start: '10:00', end: '15:00' };
    const flexible = { ...shift, start: '07:30', end: '20:30', requiredMinutes: 480, core };
    const timesOf = (more: Parameters<typeof today>[0]) =>
      zh({ today: today(more) }).timeline.map(({ time }) => time);
    expect(timesOf({ shift: flexible })).toEqual(['10:00 前', '做满 8 小时后']);
    const { core: _, ...coreless } = flexible;
    expect(timesOf({ shift: coreless })).toEqual(['07:30 起', '做满 8 小时后']);
    const reasons = [{ code: 'STILL_OPEN', data: { end: '17:57' } }] as const;
    const status = { ...today().status, reasons };
    expect(timesOf({ shift: flexible, punches: [punchAt('in', '08:57')], status })).toEqual([
      '08:57',
      '17:57 后',
    ]);
  });
});

describe('bytes of setData', () => {
  const bytes = (value: object) => Buffer.byteLength(JSON.stringify(value));
  const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}` as Day;
  const todos = Array.from({ length: 14 }, (_, index) => ({
    kind: 'missing-punch' as const,
    day: day(index + 1),
    slots: ['in', 'out'] as const,
  }));

  it.each([zh, en])('first paint at most 8 KB, with two weeks of to-dos', (view) => {
    expect(bytes(view({ today: today({ todos }) }))).toBeLessThan(8 * 1024);
  });

  it('a tick of the clock changes a few bytes', () => {
    const changes = changedPaths(zh(), zh({ now: at('08:58') }));
    expect(Object.keys(changes).sort()).toEqual(['clock', 'dial.label']);
    expect(bytes(changes)).toBeLessThan(80);
  });

  it('a booked punch changes at most 1 KB', () => {
    const punch = punchAt('in', '08:57');
    const after = today({ punches: [punch], next: { slot: 'out', update: false } });
    const changes = changedPaths(zh(), zh({ today: after, booked: { punch, already: false } }));
    expect(bytes(changes)).toBeLessThan(1024);
  });
});

describe('what appraisals ask for', () => {
  const office = [
    { kind: 'plans', count: 1 },
    { kind: 'reviews', count: 2, cycleId: 'a-2026-11', until: '2026-11-27' as Day },
    { kind: 'result', count: 1, cycleId: 'a-2026-Q3' },
  ] as const;

  it('names the appraisal by its period and the last day, in both languages', () => {
    const shown = { today: today({ office }), allTodos: true };
    expect(zh(shown).todos.map(({ id, text, action }) => [id, text, action])).toEqual([
      ['plans', '改进计划待确认 1 份', '去确认'],
      ['reviews-a-2026-11', '2026年11月评估还有 2 份没交，11月27日 周五截止', '去填'],
      ['result-a-2026-Q3', '2026年第3季度考核结果出来了', '去看'],
    ]);
    expect(en(shown).todos[0]?.text).toBe('1 improvement plan to agree to');
    expect(en(shown).todos[1]?.text).toMatch(/2 reviews .*Fri, Nov 27/);
  });
});
