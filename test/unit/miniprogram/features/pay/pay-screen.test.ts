import { fakePhone, loadService } from '../../support/phone';

interface Model {
  isLocked: boolean;
  months: number | null;
  year: number;
  failure: { code: string } | null;
}
interface Page {
  model: Model;
  update(change: Partial<Model>): void;
  load(): Promise<void>;
  onOpened(): void;
  onLoad(link: object): void;
  onShow(): void;
  onHide(): void;
  onUnload(): void;
}
type Screens = { payScreen(options: object): void; lockedScreen(options: object): void };
type Opening = { keepOpening(opened: { token: string; until: number }): void };
type Errors = { ClientError: new (code: string) => Error };

const settled = () => new Promise(setImmediate);
const start = (): Model => ({ isLocked: true, months: null, year: 2026, failure: null });

/** A phone that notes what WeChat was asked to hide. */
function phone() {
  const hidden: string[] = [];
  const made: Page[] = [];
  let leaveWechat: () => void = () => undefined;
  fakePhone({
    getWindowInfo: () => ({ windowWidth: 390 }),
    setNavigationBarTitle: () => undefined,
    removeTabBarBadge: () => undefined,
    setTabBarItem: () => undefined,
    setVisualEffectOnCapture: ({ visualEffect }: { visualEffect: string }) => void hidden.push(visualEffect),
    onAppHide: (listener: () => void) => {
      leaveWechat = listener;
    },
  });
  Object.assign(globalThis, {
    Page: (options: Page) => void made.push(options),
    getCurrentPages: () => [{ route: 'features/pay/pages/year/year' }],
  });
  const screens = loadService<Screens>('features/pay/pay-screen');
  const opening = loadService<Opening>('features/pay/opening');
  const { ClientError } = loadService<Errors>('services/client-error');
  const open = (kind: keyof Screens, options: object): Page => {
    screens[kind]({ title: 'titles.payYear', start, view: (model: Model) => ({ ...model }), ...options });
    const [definition] = made.splice(0);
    const page = { data: {}, setData: () => undefined, ...definition } as unknown as Page;
    page.onLoad({});
    page.onShow();
    return page;
  };
  return {
    hidden,
    open,
    leaveWechat: () => leaveWechat(),
    check: (token: string) => opening.keepOpening({ token, until: Date.now() + 300_000 }),
    secondCheckNeeded: () => new ClientError('SECOND_CHECK_NEEDED'),
  };
}

beforeEach(() => {
  jest.resetModules();
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

test('a page of pay is hidden in the list of apps while it is there, and no page after it', () => {
  const { hidden, open } = phone();
  const own: string[] = [];
  const page = open('payScreen', { on: { onHide: () => void own.push('onHide') } });
  expect(hidden).toEqual(['hidden']);
  page.onHide();
  page.onShow();
  page.onUnload();
  expect(hidden).toEqual(['hidden', 'none', 'hidden', 'none']);
  expect(own).toEqual(['onHide']);
});

test('whoever opens a page behind the second check sees nothing before it, and the server is not asked', async () => {
  const { open, check, hidden } = phone();
  const asked: unknown[] = [];
  const load = async ({ year }: Model, opening: string) => {
    asked.push([year, opening]);
    return { months: 3 };
  };
  const page = open('lockedScreen', { load, closed: { months: null } });
  await settled();
  expect([asked, page.model.isLocked, hidden]).toEqual([[], true, ['hidden']]);
  check('token-1');
  page.onOpened();
  await settled();
  expect(asked).toEqual([[2026, 'token-1']]);
  expect(page.model).toMatchObject({ isLocked: false, months: 3 });
});

test('who leaves WeChat, or comes back too late, finds pay closed and nothing of it kept', async () => {
  const { open, check, leaveWechat, secondCheckNeeded } = phone();
  check('token-1');
  let isOver = false;
  const load = async () => {
    if (isOver) throw secondCheckNeeded();
    return { months: 3 };
  };
  const page = open('lockedScreen', { load, closed: { months: null } });
  await settled();
  expect(page.model).toMatchObject({ isLocked: false, months: 3 });
  isOver = true;
  await page.load();
  expect(page.model).toEqual({ isLocked: true, months: null, year: 2026, failure: null });
  page.update({ isLocked: false, months: 3 });
  leaveWechat();
  expect(page.model).toMatchObject({ isLocked: true, months: null });
});
