import { fakePhone, loadService } from '../support/phone';

const TAB = 'pages/me/me';
const OTHER = 'features/people/pages/binding/binding';

/** A phone with a page on top, and what its tab bar says. */
function phone(first: string) {
  let top = first;
  const labels: string[] = [];
  let badge = '';
  const refuse = (fail: (error: object) => void) => fail({ errMsg: 'fail not TabBar page' });
  const onTab = (change: () => void) => (options: { fail(error: object): void }) =>
    top === OTHER ? refuse(options.fail) : change.call(options);
  fakePhone({
    setTabBarItem: onTab(function (this: unknown) {
      const { index, text } = this as { index: number; text: string };
      labels[index] = text;
    }),
    setTabBarBadge: onTab(function (this: unknown) {
      const { index, text } = this as { index: number; text: string };
      badge = `${index}:${text}`;
    }),
    removeTabBarBadge: onTab(() => {
      badge = '';
    }),
  });
  Object.assign(globalThis, { getCurrentPages: () => (top ? [{ route: top }] : []) });
  const tabs = loadService<{ drawTabs(): void }>('services/tabs');
  const { showLanguage } = loadService<{ showLanguage(next: string): void }>('services/language');
  const { setWaitingCount } = loadService<{ setWaitingCount(waiting: number): void }>('services/waiting');
  const open = (page: string): void => {
    top = page;
  };
  return { open, labels, badge: () => badge, showLanguage, setWaitingCount, drawTabs: tabs.drawTabs };
}

const refused = jest.spyOn(console, 'error').mockImplementation(() => undefined);
beforeEach(() => {
  jest.resetModules();
  refused.mockClear();
});
afterEach(() => expect(refused).not.toHaveBeenCalled());

test('on a tab the labels follow the language at once', () => {
  const { labels, showLanguage } = phone(TAB);
  showLanguage('en');
  expect(labels).toEqual(['Today', 'Pending', 'Goals', 'Me']);
});

test('elsewhere the bar is left alone, and the next tab makes up for it', () => {
  const { open, labels, badge, showLanguage, setWaitingCount, drawTabs } = phone(OTHER);
  showLanguage('en');
  setWaitingCount(120);
  expect([labels, badge()]).toEqual([[], '']);
  open(TAB);
  drawTabs();
  expect([labels, badge()]).toEqual([['Today', 'Pending', 'Goals', 'Me'], '1:99+']);
  setWaitingCount(0);
  expect(badge()).toBe('');
});

test('before the first page there is no bar to write on', () => {
  const { labels, drawTabs } = phone('');
  drawTabs();
  expect(labels).toEqual([]);
});

test('a change that WeChat refuses all the same is in the log', () => {
  const { drawTabs } = phone(TAB);
  Object.assign((globalThis as unknown as { wx: object }).wx, {
    setTabBarItem: ({ fail }: { fail(error: object): void }) => fail({ errMsg: 'setTabBarItem:fail' }),
  });
  drawTabs();
  expect(refused).toHaveBeenCalledWith('setTabBarItem:fail');
  refused.mockClear();
});
