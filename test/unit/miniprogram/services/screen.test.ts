import { fakePhone, loadService } from '../support/phone';

type Words = { language: string; t(key: string): string };
interface Model {
  count: number | null;
  segment: string;
  failure: { code: string } | null;
  online: boolean;
}
type Methods = Record<string, (...args: never[]) => unknown>;
interface Page extends Methods {
  update(change: Partial<Model>): void;
  load(): Promise<void>;
  attempt(ask: (model: Model) => Promise<Partial<Model> | undefined>): Promise<boolean>;
  onRetry(): void;
  onLoad(link: object): void;
  onShow(): void;
  onHide(): void;
  onUnload(): void;
  onPullDownRefresh(): Promise<void>;
}
type State = { model: Model; data: Record<string, unknown>; stops: (() => void)[]; isUnloaded: boolean };
type Opened = Page & State;
type Services = {
  screen: { screen(options: object): void };
  language: { showLanguage(language: string): void };
  network: { startNetworkWatch(): void };
  errors: { ClientError: new (code: string) => Error };
};

const start = (): Model => ({ count: null, segment: 'open', failure: null, online: true });
const view = ({ count, failure }: Model, words: Words) => ({
  text: `${words.language} ${count ?? '-'}`,
  failure: failure?.code ?? '',
});
const settled = () => new Promise(setImmediate);

/** An answer that comes when the test says so. */
function later<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (thrown: unknown) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

/** As `setData` reads a path: `sheetState.error`. */
function setPath(data: Record<string, unknown>, changed: string, value: unknown): void {
  const [first = '', ...rest] = changed.split('.');
  if (rest.length === 0) data[first] = value;
  else data[first] = { ...(data[first] as object), [rest.join('.')]: value };
}

/** A phone on which pages can be made and opened as WeChat does it. */
function phone() {
  const made: (Methods & { data: Record<string, unknown> })[] = [];
  let tellNetwork: (status: { isConnected: boolean }) => void = () => undefined;
  const seen = {
    titles: [] as string[],
    painted: [] as Record<string, unknown>[],
    relaunched: [] as string[],
    guards: [] as (string | null)[],
    tabs: [] as string[],
    pulls: [] as string[],
  };
  fakePhone({
    getWindowInfo: () => ({ windowWidth: 390 }),
    setNavigationBarTitle: ({ title }: { title: string }) => void seen.titles.push(title),
    reLaunch: ({ url }: { url: string }) => void seen.relaunched.push(url),
    enableAlertBeforeUnload: ({ message }: { message: string }) => void seen.guards.push(message),
    disableAlertBeforeUnload: () => void seen.guards.push(null),
    stopPullDownRefresh: () => void seen.pulls.push('stop'),
    setTabBarItem: ({ text }: { text: string }) => void seen.tabs.push(text),
    removeTabBarBadge: () => undefined,
    onNetworkStatusChange: (listener: typeof tellNetwork) => {
      tellNetwork = listener;
    },
  });
  Object.assign(globalThis, {
    Page: (options: (typeof made)[number]) => void made.push(options),
    getCurrentPages: () => [{ route: 'pages/me/me' }],
  });
  const services: Services = {
    screen: loadService('services/screen'),
    language: loadService('services/language'),
    network: loadService('services/network'),
    errors: loadService('services/client-error'),
  };
  services.network.startNetworkWatch();
  const open = (options: object, link: object = {}): Opened => {
    services.screen.screen({ title: 'titles.me', start, view, ...options });
    const [definition] = made.splice(0);
    if (!definition) throw new Error('no page was made while the script ran');
    const page = {
      ...definition,
      data: { ...definition.data },
      setData(this: Opened, changes: Record<string, unknown>, done?: () => void) {
        seen.painted.push(changes);
        for (const [changed, value] of Object.entries(changes)) setPath(this.data, changed, value);
        done?.();
      },
    } as unknown as Opened;
    page.onLoad(link);
    page.onShow();
    return page;
  };
  return {
    open,
    seen,
    goOnline: (isConnected: boolean) => tellNetwork({ isConnected }),
    speak: services.language.showLanguage,
    failure: (code: string) => new services.errors.ClientError(code),
    lastTitle: () => seen.titles[seen.titles.length - 1],
  };
}

beforeEach(() => {
  jest.resetModules();
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

describe('a person who opens a page', () => {
  it('sees the start at once and what the server tells as soon as it comes, painting only what differs', async () => {
    const { open, seen } = phone();
    const page = open({ load: async () => ({ count: 3 }), data: { picking: false } });
    expect(page.data).toMatchObject({ text: 'zh-CN -', failure: '', picking: false });
    expect(seen.painted).toEqual([]);
    await settled();
    expect(seen.painted).toEqual([{ text: 'zh-CN 3' }]);
    page.update({ segment: 'all' });
    expect(seen.painted).toHaveLength(1);
  });

  it('starts with what the link says; the page is ready for it before the first update', () => {
    const { open } = phone();
    const opened: unknown[] = [];
    const load = jest.fn(async () => undefined);
    const page = open(
      {
        load,
        start: ({ segment = 'open' }: { segment?: string }) => ({ ...start(), segment }),
        fields: () => ({ id: '', list: [] }),
        on: {
          onLoad(this: Opened & { id: string }, { id }: { id: string }) {
            this.id = id;
          },
          onUpdate(this: Opened & { id: string; list: [] }) {
            opened.push([this.id, this.list, this.model.segment]);
          },
        },
      },
      { segment: 'mine', id: 'R-1' },
    );
    expect(page.model.segment).toBe('mine');
    expect(load).toHaveBeenCalledWith(page.model);
    expect(opened).toEqual([['R-1', [], 'mine']]);
  });

  it('finds nothing of an earlier opening', async () => {
    const { open } = phone();
    const fields = () => ({ tried: 0 });
    const page = open({ fields, load: async () => ({ count: 3 }) }) as Opened & { tried: number };
    await settled();
    page.tried = 5;
    page.onUnload();
    page.onLoad({});
    expect([page.model.count, page.tried, page.isUnloaded]).toEqual([null, 0, false]);
  });

  it('is told when a change can be seen', () => {
    const { open } = phone();
    const onPaint = jest.fn(function (this: Opened) {
      return this.data.text;
    });
    const page = open({ on: { onPaint } });
    expect(onPaint).not.toHaveBeenCalled();
    page.update({ count: 1 });
    expect(onPaint.mock.results).toEqual([{ type: 'return', value: 'zh-CN 1' }]);
  });

  it('loads once; a page that may have changed meanwhile loads with every show', async () => {
    const { open } = phone();
    const load = jest.fn(async () => undefined);
    const page = open({ load });
    page.onShow();
    expect(load).toHaveBeenCalledTimes(1);
    load.mockClear();
    const list = open({ load, loadOn: 'show' });
    expect(load).toHaveBeenCalledTimes(1);
    list.onShow();
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('sees with every update what changes by itself', () => {
    const { open } = phone();
    let count = 1;
    const page = open({ live: () => ({ count }) });
    count = 2;
    page.update({});
    expect(page.data.text).toBe('zh-CN 2');
  });

  it('waits for the load by pulling down, and can have a page do that in its own way', async () => {
    const { open, seen } = phone();
    const answer = later<Partial<Model>>();
    const load = jest.fn(() => answer.promise);
    const page = open({ load, loadOn: 'show' });
    const pulled = page.onPullDownRefresh();
    expect([load.mock.calls.length, seen.pulls]).toEqual([2, []]);
    answer.resolve({ count: 1 });
    await pulled;
    expect(seen.pulls).toEqual(['stop']);
    const onPullDownRefresh = jest.fn();
    await open({ on: { onPullDownRefresh } }).onPullDownRefresh();
    expect([onPullDownRefresh.mock.calls.length, seen.pulls.length]).toEqual([1, 1]);
  });
});

describe('the title', () => {
  it('is written when the page is seen, and again after another page', () => {
    const { open, seen } = phone();
    const page = open({});
    expect(seen.titles).toEqual(['我的']);
    page.update({ count: 1 });
    expect(seen.titles).toHaveLength(1);
    page.onHide();
    page.onShow();
    expect(seen.titles).toEqual(['我的', '我的']);
  });

  it('follows the model, and stays while there is no text', () => {
    const { open, seen } = phone();
    const page = open({ title: ({ count }: Model) => (count ? `#${count}` : '') });
    page.update({ count: 1 });
    page.update({ count: 2 });
    page.update({ count: null });
    expect(seen.titles).toEqual(['#1', '#2']);
  });

  it('with a long name in it ends before the capsule of WeChat', () => {
    const { open, seen } = phone();
    open({ title: () => '古丽米热·阿卜杜热合曼的评估报告' }).update({ count: 1 });
    expect(seen.titles).toEqual(['古丽米热·阿卜杜热合曼…']);
  });

  it('of a page that is not seen does not take the place of that on top', () => {
    const { open, seen, speak } = phone();
    const page = open({});
    page.onHide();
    speak('en');
    expect(seen.titles).toEqual(['我的']);
    page.onShow();
    expect(seen.titles).toEqual(['我的', 'Me']);
  });

  it('of the tab on which the language is switched is in that language, and so is that of every tab seen later', () => {
    const { open, speak, lastTitle } = phone();
    const pending = open({ title: 'titles.pending' });
    pending.onHide();
    const me = open({});
    speak('en');
    expect(lastTitle()).toBe('Me');
    // A load that ends on a hidden tab.
    pending.update({ count: 1 });
    expect(lastTitle()).toBe('Me');
    me.onHide();
    pending.onShow();
    expect(lastTitle()).toBe('Pending');
  });
});

describe('another language', () => {
  it('changes the title, the view and, on a tab, the tabs', () => {
    const { open, seen, speak } = phone();
    const page = open({});
    expect(seen.tabs).toHaveLength(4);
    speak('en');
    expect([page.data.text, seen.titles, seen.tabs.slice(4)]).toEqual([
      'en -',
      ['我的', 'Me'],
      ['Today', 'Pending', 'Goals', 'Me'],
    ]);
  });
});

describe('what goes wrong', () => {
  it('is shown, and taken away by the next answer', async () => {
    const { open, failure } = phone();
    const load = jest.fn(async (): Promise<Partial<Model>> => ({ count: 1 }));
    load.mockRejectedValueOnce(failure('TIMEOUT'));
    const page = open({ load, loadOn: 'show' });
    await settled();
    expect(page.data.failure).toBe('TIMEOUT');
    page.onShow();
    await settled();
    expect(page.data).toMatchObject({ text: 'zh-CN 1', failure: '' });
  });

  it('is taken away at once by trying again', async () => {
    const { open, failure } = phone();
    const load = jest.fn(() => Promise.reject(failure('TIMEOUT')));
    const page = open({ load });
    await settled();
    page.onRetry();
    expect([page.data.failure, load.mock.calls.length]).toEqual(['', 2]);
    await settled();
    expect(page.data.failure).toBe('TIMEOUT');
  });

  it('stands where the page wants it', async () => {
    const { open, failure } = phone();
    const failed = (found: { code: string } | null) => ({ segment: found?.code ?? 'none' });
    const load = jest.fn(async (): Promise<Partial<Model>> => ({}));
    load.mockRejectedValueOnce(failure('TIMEOUT'));
    const page = open({ load, failed });
    await settled();
    expect([page.model.segment, page.model.failure]).toEqual(['TIMEOUT', null]);
    await page.load();
    expect(page.model.segment).toBe('none');
  });

  it('is a fault of our own too, and not hidden', async () => {
    const { open } = phone();
    const page = open({ load: () => Promise.reject(new TypeError('x of undefined')) });
    await settled();
    expect(page.data.failure).toBe('INTERNAL');
  });

  it('leads a person without a binding there', async () => {
    const { open, seen, failure } = phone();
    const page = open({ load: () => Promise.reject(failure('NOT_BOUND')), ended: { count: 0 } });
    await settled();
    expect(seen.relaunched).toEqual(['/features/people/pages/binding/binding']);
    expect(page.model).toEqual(start());
  });

  it('leaves nothing on the screen of a person whose access has ended, but everything of a passing failure', async () => {
    const { open, failure } = phone();
    const load = jest.fn(async (): Promise<Partial<Model>> => ({ count: 4 }));
    const page = open({ load, loadOn: 'show', ended: { count: null } });
    await settled();
    load.mockRejectedValueOnce(failure('TIMEOUT'));
    await page.load();
    expect(page.data).toMatchObject({ text: 'zh-CN 4', failure: 'TIMEOUT' });
    load.mockRejectedValueOnce(failure('ACCESS_ENDED'));
    await page.load();
    expect(page.data).toMatchObject({ text: 'zh-CN -', failure: 'ACCESS_ENDED' });
  });
});

describe('a person who is quicker than the answer', () => {
  const bySegment = { subject: ({ segment }: Model) => segment };

  it.each([
    ['the answer', ({ resolve }: ReturnType<typeof later<Partial<Model>>>) => resolve({ count: 1 })],
    ['the failure', ({ reject }: ReturnType<typeof later<Partial<Model>>>) => reject(new Error('late'))],
  ])('sees nothing of %s about what is no longer shown', async (_, end) => {
    const { open, seen } = phone();
    const answer = later<Partial<Model>>();
    const page = open({ ...bySegment, load: () => answer.promise });
    page.update({ segment: 'closed' });
    end(answer);
    await settled();
    expect(seen.painted).toEqual([]);
  });

  it('sees the answer about the same', async () => {
    const { open } = phone();
    const answer = later<Partial<Model>>();
    const page = open({ ...bySegment, load: () => answer.promise });
    page.update({ online: false });
    answer.resolve({ count: 1 });
    await settled();
    expect(page.data.text).toBe('zh-CN 1');
  });

  it('keeps what was entered meanwhile, where the answer goes by it', async () => {
    const { open } = phone();
    const answer = later<(model: Model) => Partial<Model>>();
    const page = open({ load: () => answer.promise });
    page.update({ count: 7 });
    answer.resolve(({ count }) => ({ count: count ?? 1 }));
    await settled();
    expect(page.data.text).toBe('zh-CN 7');
  });

  it('and has left hears and sees nothing any more', async () => {
    const { open, seen, speak, goOnline } = phone();
    const answer = later<Partial<Model>>();
    const stop = jest.fn();
    const onUnload = jest.fn(function (this: Opened) {
      return this.isUnloaded;
    });
    const onNetwork = jest.fn();
    const page = open({
      load: () => answer.promise,
      leaving: () => 'edit.leave',
      on: { onUnload, onNetwork },
    });
    page.stops.push(stop);
    const before = structuredClone(seen);
    page.onUnload();
    expect(stop).toHaveBeenCalledTimes(1);
    expect(onUnload.mock.results).toEqual([{ type: 'return', value: false }]);
    speak('en');
    goOnline(false);
    answer.resolve({ count: 1 });
    await settled();
    expect({ ...seen, tabs: before.tabs }).toEqual(before);
    expect([page.model, page.isUnloaded, onNetwork.mock.calls.length]).toEqual([start(), true, 0]);
  });
});

describe('another question', () => {
  it('is answered like a load, and without an answer changes nothing', async () => {
    const { open, seen, failure } = phone();
    const page = open({ start: () => ({ ...start(), count: 1, failure: { code: 'TIMEOUT' } }) });
    expect(await page.attempt(async () => undefined)).toBe(false);
    expect(seen.painted).toEqual([]);
    expect(await page.attempt(async ({ count }) => ({ count: (count ?? 0) + 1 }))).toBe(true);
    expect(page.data).toMatchObject({ text: 'zh-CN 2', failure: '' });
    expect(await page.attempt(() => Promise.reject(failure('TIMEOUT')))).toBe(false);
    const left = page.attempt(async () => ({ count: 5 }));
    page.onUnload();
    expect(await left).toBe(false);
  });
});

describe('when the network returns', () => {
  it.each([
    ['reload', null, 1, true],
    ['reload', { code: 'OFFLINE' }, 1, true],
    ['retry', null, 0, undefined],
    ['retry', { code: 'OFFLINE' }, 1, undefined],
    [undefined, { code: 'OFFLINE' }, 0, undefined],
  ])('a page that asks to %s with the failure %o loads %i times', async (network, failure, times, online) => {
    const { open, goOnline } = phone();
    const load = jest.fn(async () => undefined);
    const page = open({ network, load, start: () => ({ ...start(), online: undefined, failure }) });
    load.mockClear();
    goOnline(false);
    expect([load.mock.calls.length, page.model.online]).toEqual([
      0,
      online === undefined ? undefined : false,
    ]);
    goOnline(true);
    expect([load.mock.calls.length, page.model.online]).toEqual([times, online]);
  });

  it('a page can do something else', () => {
    const { open, goOnline } = phone();
    const onNetwork = jest.fn();
    open({ network: 'reload', on: { onNetwork } });
    goOnline(false);
    expect(onNetwork.mock.calls).toEqual([[false]]);
  });
});

describe('before leaving', () => {
  it('a person is asked while something would be lost, in their language', () => {
    const { open, seen } = phone();
    const leaving = (model: Model, { text }: { text: string }) =>
      model.count !== null && text === `zh-CN ${model.count}` ? 'leaving.discard' : null;
    const page = open({ leaving });
    page.update({ count: 1 });
    page.update({ count: null });
    expect(seen.guards).toEqual([null, expect.stringMatching(/\p{Script=Han}/u), null]);
  });

  it('a page without the question leaves that of WeChat alone', () => {
    const { open, seen } = phone();
    open({}).update({ count: 1 });
    expect(seen.guards).toEqual([]);
  });
});

test('going to another page and back is told to the page, which is then seen or not', () => {
  const { open } = phone();
  const steps: string[] = [];
  const page = open({
    on: { onShow: () => void steps.push('show'), onHide: () => void steps.push('hide') },
  });
  page.onHide();
  page.onShow();
  expect(steps).toEqual(['show', 'hide', 'show']);
});

describe('a text that is sent from a sheet', () => {
  type Sheet = { subject: string; isBusy: boolean; isSent: boolean; error: string };
  type Call = {
    send(key: string): Promise<object>;
    closed: object;
    reload?(isSent: boolean): Promise<unknown>;
    told?(failure: { code: string }): object;
  };
  type Sending = Opened & {
    saveSheet(sheet: { subject: string }, call: Call): Promise<boolean>;
    sheetSent(subject: string): void;
    data: { sheetState: Sheet };
  };
  const about = (subject: string) => ({ subject });
  const OPEN = { segment: 'asks' };
  const CLOSED = { segment: 'open' };

  /** A page with an open sheet, and how often it has loaded. */
  function opened(more: object = {}) {
    const { open, failure } = phone();
    const load = jest.fn(async (): Promise<Partial<Model>> => ({ count: 1 }));
    const page = open({ load, ...more }) as Sending;
    load.mockClear();
    page.update(OPEN);
    const keys: string[] = [];
    /** Sends; the answers come one after another, a code is a failure. */
    const tap = (answer: string | object, subject = 'P', call: Partial<Call> = {}) =>
      page.saveSheet(about(subject), {
        async send(key) {
          keys.push(key);
          if (typeof answer === 'string') throw failure(answer);
          return answer;
        },
        closed: CLOSED,
        ...call,
      });
    return { page, load, keys, tap, failure };
  }

  it('shows that it is being sent, closes once it has arrived, and loads what is so now', async () => {
    const { page, load } = opened();
    const answer = later<object>();
    const sent = page.saveSheet(about('P'), { send: () => answer.promise, closed: CLOSED });
    expect([page.data.sheetState.isBusy, page.model.segment]).toEqual([true, 'asks']);
    answer.resolve({ count: 2 });
    expect(await sent).toBe(true);
    expect(page.data.sheetState).toEqual({ subject: 'P', isBusy: false, isSent: true, error: '' });
    expect([page.model.segment, (page.model as { busy?: boolean }).busy]).toEqual(['open', false]);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['TIMEOUT', '没有收到答复，写的都在。再点一次，不会重复'],
    ['CLOUD_UNAVAILABLE', '没有收到答复，写的都在。再点一次，不会重复'],
    ['OFFLINE', '现在没有网络，写的都在。连上网后再点一次'],
    ['TEXT_REFUSED', '这段文字没有通过微信的内容检查，请修改后再提交，内容已为你保留'],
  ])('stays open after %s, and says what to do', async (code, said) => {
    const { page, load, tap } = opened();
    expect(await tap(code)).toBe(false);
    expect(page.data.sheetState).toEqual({ subject: 'P', isBusy: false, isSent: false, error: said });
    expect([page.model.segment, page.data.failure, load.mock.calls.length]).toEqual(['asks', '', 0]);
    await tap({});
    expect([page.data.sheetState.error, page.model.segment]).toEqual(['', 'open']);
  });

  it('closes where nothing typed can help, loads, and then says why', async () => {
    const { page, load, tap } = opened();
    expect(await tap('VERSION_CONFLICT')).toBe(false);
    expect(page.data.sheetState).toMatchObject({ isBusy: false, isSent: false, error: '' });
    expect([page.model.segment, load.mock.calls.length]).toEqual(['open', 1]);
    expect(page.data.failure).toBe('VERSION_CONFLICT');
  });

  it('does not blame others for what its own lost answer may have done', async () => {
    const { page, tap } = opened();
    await tap('TIMEOUT');
    await tap('OFFLINE');
    await tap('VERSION_CONFLICT');
    expect(page.data.failure).toBe('MAYBE_SENT');
    await tap('VERSION_CONFLICT');
    expect(page.data.failure).toBe('VERSION_CONFLICT');
    await tap('TIMEOUT');
    await tap('FORBIDDEN');
    expect(page.data.failure).toBe('FORBIDDEN');
  });

  it('is one by its key however often it is tried, whatever else is sent in between, and another one afterwards', async () => {
    const { keys, tap } = opened();
    await tap('TIMEOUT');
    await tap({}, 'Q');
    await tap({});
    await tap('VERSION_CONFLICT');
    await tap({});
    expect(keys[2]).toBe(keys[0]);
    expect(new Set(keys).size).toBe(4);
  });

  it('can be told of in another way, after another load', async () => {
    const { page, load, tap } = opened();
    const reload = jest.fn(async (_isSent: boolean) => undefined);
    const told = ({ code }: { code: string }) => ({ segment: `refused ${code}` });
    await tap('NOT_FOUND', 'P', { reload, told });
    expect([page.model.segment, page.data.failure]).toEqual(['refused NOT_FOUND', '']);
    await tap({}, 'P', { reload });
    expect([reload.mock.calls, load.mock.calls.length]).toEqual([[[false], [true]], 0]);
  });

  it('may have been handed on by the page', () => {
    const { page } = opened();
    page.sheetSent('P');
    expect(page.data.sheetState).toMatchObject({ subject: 'P', isSent: true });
  });
});
