import { mount, tap } from './support/mount';

describe('punch-dial', () => {
  const properties = {
    title: '上班打卡',
    clock: '08:57',
    label: '上班打卡，现在 08:57',
    tone: 'primary',
    busy: false,
  };

  it('says what a tap does, and hands the tap on', async () => {
    const { instance, heard, text } = mount('components/punch-dial/punch-dial', properties, ['press']);
    expect(text()).toBe('上班打卡 08:57');
    await tap(instance.querySelector('.dial'));
    expect(heard).toEqual([{ name: 'press', detail: undefined }]);
  });

  it('is deaf while it works', async () => {
    const busy = { ...properties, busy: true };
    const { instance, heard } = mount('components/punch-dial/punch-dial', busy, ['press']);
    await tap(instance.querySelector('.dial'));
    expect(heard).toEqual([]);
    expect(instance.querySelector('.turn')).toBeDefined();
  });
});

describe('timeline', () => {
  const items = [
    { key: 'in', tone: 'done', title: '上班', time: '08:57', detail: '上海总部 · 误差 12 米' },
    { key: 'out', tone: 'plan', title: '下班', time: '18:00 后', detail: '' },
  ];

  it('shows one point per punch and a detail only where there is one', () => {
    const { instance, text } = mount('components/timeline/timeline', { items });
    expect(text()).toBe('上班 08:57 上海总部 · 误差 12 米 下班 18:00 后');
    expect(instance.querySelectorAll('.item')).toHaveLength(2);
    expect(instance.querySelectorAll('.detail')).toHaveLength(1);
    expect(instance.querySelectorAll('.item-plan')).toHaveLength(1);
  });

  it('follows its items', () => {
    const { instance, text } = mount('components/timeline/timeline', { items });
    instance.setData({ items: items.slice(0, 1) });
    expect(text()).toBe('上班 08:57 上海总部 · 误差 12 米');
  });
});

describe('notice-line', () => {
  it('offers an action only if there is one', async () => {
    const silent = mount('components/notice-line/notice-line', { tone: 'warn', text: '现在没有网络' });
    expect(silent.text()).toBe('现在没有网络');
    expect(silent.instance.querySelector('.action')).toBeUndefined();
    const { instance, heard } = mount(
      'components/notice-line/notice-line',
      { tone: 'info', text: '没有取到', action: '重试' },
      ['action'],
    );
    await tap(instance.querySelector('.action'));
    expect(heard).toHaveLength(1);
  });
});

describe('state-card', () => {
  it('is only words when nothing is there yet', () => {
    const { instance, text } = mount('components/state-card/state-card', {
      title: '还没有目标',
      text: '以后在这里',
    });
    expect(text()).toBe('还没有目标 以后在这里');
    expect(instance.querySelector('.action')).toBeUndefined();
  });

  it('offers the way on after a failure', async () => {
    const { instance, heard, text } = mount(
      'components/state-card/state-card',
      { kind: 'error', title: '没有取到', action: '重试' },
      ['action'],
    );
    expect(text()).toContain('重试');
    await tap(instance.querySelector('.action >>> .button'));
    expect(heard).toHaveLength(1);
  });
});

describe('state-card of a page that the person may not see', () => {
  it('says who may, and leads back instead of trying again', async () => {
    const leave = jest.fn();
    Object.assign(globalThis, { wx: { navigateBack: leave, switchTab: jest.fn() } });
    const { instance, heard, text } = mount(
      'components/state-card/state-card',
      { kind: 'error', title: '没有取到', text: '这里只对人事开放', action: '重试', back: '返回' },
      ['action'],
    );
    expect(text()).toBe('这里只对人事开放 返回');
    await tap(instance.querySelector('.action >>> .button'));
    expect(heard).toEqual([]);
    expect(leave).toHaveBeenCalledTimes(1);
  });
});

describe('month-grid', () => {
  const cell = (day: string, more: object = {}) => ({
    day,
    date: Number(day.slice(8)),
    word: '正常',
    tone: 'plain',
    sign: '',
    off: false,
    today: false,
    selected: false,
    label: day,
    ...more,
  });
  const grid = {
    weekdays: [{ key: 1, text: '一' }],
    before: [1, 2],
    cells: [
      cell('2026-11-01'),
      cell('2026-11-20', { word: '缺卡', tone: 'bad', selected: true, sign: '班' }),
    ],
  };
  const path = 'features/attendance/components/month-grid/month-grid';
  const touch = (x: number, y: number) => ({
    touches: [{ clientX: x, clientY: y }],
    changedTouches: [{ clientX: x, clientY: y }],
  });

  it('shows each day with its word and its sign', () => {
    const { instance, text } = mount(path, { grid });
    expect(text()).toBe('一 1 正常 班 20 缺卡');
    expect(instance.querySelectorAll('.cell-selected')).toHaveLength(1);
  });

  it('tells which day was picked', async () => {
    const { instance, heard } = mount(path, { grid }, ['pick']);
    await tap(instance.querySelectorAll('.cell')[1]);
    expect(heard).toEqual([{ name: 'pick', detail: { day: '2026-11-20' } }]);
  });

  it.each([
    [200, 100, 100, 110, [{ name: 'turn', detail: { by: 1 } }]],
    [100, 100, 200, 110, [{ name: 'turn', detail: { by: -1 } }]],
    [100, 100, 120, 100, []],
    [100, 100, 160, 180, []],
  ])('a finger from %i,%i to %i,%i turns %j', (x0, y0, x1, y1, turns) => {
    const { instance, heard } = mount(path, { grid }, ['turn']);
    instance.instance.onStart?.(touch(x0, y0));
    instance.instance.onEnd?.(touch(x1, y1));
    expect(heard).toEqual(turns);
  });
});
