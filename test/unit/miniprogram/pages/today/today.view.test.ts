import type { Day } from '#contracts/common';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import type { TodayModel } from '../../../../../miniprogram/pages/today/today.model';
import { todayView } from '../../../../../miniprogram/pages/today/today.view';
import { changedPaths } from '../../../../../miniprogram/utils/changed-paths';
import { at, model, outside, punchAt, queued, shift, today } from '../../support/today';

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

  it.each([
    ['unasked', 'locate', '允许定位'],
    ['denied', 'settings', '去允许'],
    ['privacy', 'locate', '允许定位'],
    ['system-off', 'locate', '重新定位'],
    ['app-off', 'locate', '重新定位'],
    ['failed', 'locate', '重新定位'],
  ] as const)('%s offers a way on', (state, action, actionText) => {
    expect(zh({ place: { state } }).place).toMatchObject({ action, actionText });
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
    });
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
      todos: [{ day: '2026-11-20', text: '11月20日 周五 缺上班、下班卡' }],
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
      todos: [{ id: 'waiting', day: '', text: '有 3 项申请等你处理' }, { day: '2026-11-20' }],
      todoCount: '2 项',
    });
    expect(en({ waiting: 1 }).todos).toEqual([{ id: 'waiting', day: '', text: '1 request waits for you' }]);
    expect(zh({ waiting: 0 }).todos).toEqual([]);
  });

  it('moves the expected end by what the server worked out', () => {
    const base = today();
    const status = { ...base.status, reasons: [{ code: 'STILL_OPEN', data: { end: '18:20' } }] as const };
    expect(zh({ today: today({ status }) }).timeline[1]?.time).toBe('18:20 后');
    const night = { ...shift, start: '22:00', end: '06:00+1', endAt: at('06:00', '2026-11-24') };
    expect(zh({ today: today({ shift: night }) }).timeline[1]?.time).toBe('次日 06:00 后');
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
