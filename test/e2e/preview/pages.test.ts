import { call, eventually, log, open, phone, useMiniPreview } from '../support/mini-preview';

useMiniPreview();

test('a page lives, shows data and hears fingers', async () => {
  await open();
  await eventually(log, /ready/);
  expect((await log()).split(' ')).toEqual(
    expect.arrayContaining(['load', 'show', 'prepared', 'ready', 'pageshow']),
  );
  await phone.tap('#counter', '#counter');
  expect(await phone.read('#counter')).toBe('3');
  await phone.tap('.inner');
  expect(await log()).toMatch(/inner$/);
  await phone.tap('.rest');
  expect(await log()).toMatch(/inner outer$/);
  await phone.tap('1: b');
  expect(await log()).toMatch(/pick=1$/);
  await phone.see('from template');
  await phone.expectNoProblems();
});

test('components: slots, WXS, behaviors, scoped styles, rpx', async () => {
  await open();
  await phone.see('wxs has digits card 1');
  await phone.tap('wxs has digits card 1');
  expect(await log()).toMatch(/open=true$/);
  const styles = await phone.frame.evaluate(() => {
    const colour = (selector: string) => getComputedStyle(document.querySelector(selector) as Element).color;
    const half = document.querySelector('#counter')?.getBoundingClientRect().width;
    return { own: colour('.box'), inside: colour('[wx-host] wx-view'), half, page: innerWidth };
  });
  expect(styles.half).toBeCloseTo(styles.page / 2, 0);
  expect(styles.own).toBe('rgb(9, 9, 9)');
  await phone.expectNoProblems();
});

test('a mouse works too; a long press, hover class and pulling down', async () => {
  await open({ touch: false });
  await phone.tap('#counter');
  expect(await phone.read('#counter')).toBe('1');
  const { x, y } = await phone.centreOf('#counter');
  await phone.page.mouse.move(x, y);
  await phone.page.mouse.down();
  await eventually(log, /hold$/);
  expect(await phone.find('#counter').evaluate((element) => getComputedStyle(element).opacity)).toBe('0.5');
  await phone.page.mouse.up();
  await phone.page.mouse.move(200, 200);
  await phone.page.mouse.down();
  await phone.page.mouse.move(200, 420, { steps: 8 });
  await phone.page.mouse.up();
  await eventually(log, /pulled$/);
  await phone.frame.evaluate(() => document.querySelector('wx-page')?.scrollTo({ top: 9999 }));
  await eventually(log, /bottom$/);
  await phone.expectNoProblems();
});

test('the page stack: navigator, query, subpackage, custom bar, back', async () => {
  await open();
  const sizes = () =>
    phone.frame.evaluate(() =>
      [...document.querySelectorAll('wx-page')].map((page) => getComputedStyle(page).fontSize),
    );
  const [usual] = await sizes();
  await phone.set({ fontSize: 23.8 });
  expect(await phone.find('#to-detail').getAttribute('role')).toBe('link');
  await phone.tap('#to-detail');
  await phone.see('7 示例', 'ported');
  expect(await phone.route()).toBe('packages/more/pages/detail/detail');
  expect(
    await phone.frame.evaluate(
      () => getComputedStyle(document.querySelectorAll('wx-page')[1] as Element).backgroundColor,
    ),
  ).toBe('rgb(1, 1, 1)');
  // Only the page that asks for it follows the font size of WeChat.
  expect(await sizes()).toEqual([usual, '23.8px']);
  await phone.set({ fontSize: 17 });
  await phone.tap('#back');
  expect(await log()).toMatch(/hide show pageshow$/);
  await phone.tap('#to-calls');
  await phone.see('Calls');
  await phone.tap('.mp-back');
  expect(await phone.route()).toBe('pages/home/home');
  expect((await call('navigateTo', { url: '/pages/forms/forms' })).failure?.errMsg).toBe(
    'navigateTo:fail can not navigate to a tabbar page',
  );
  expect((await call('navigateTo', { url: '/nowhere' })).failure?.errMsg).toMatch(/is not found/);
  expect((await call('redirectTo', { url: '/pages/calls/calls' })).value?.errMsg).toBe('redirectTo:ok');
  expect((await call('reLaunch', { url: '/pages/home/home' })).value?.errMsg).toBe('reLaunch:ok');
  await phone.expectNoProblems();
});

test('the script of a page runs when the page is opened for the first time', async () => {
  await open();
  const detail = () =>
    phone.frame.evaluate(() => (globalThis as unknown as { getApp(): { detail?: string } }).getApp().detail);
  expect(await detail()).toBeUndefined();
  await phone.tap('#to-detail');
  await phone.see('7 示例');
  expect(await detail()).toBe('has run');
});

test('a page that has something to lose asks whoever goes back', async () => {
  await open();
  await phone.tap('#to-calls');
  await phone.see('Calls');
  await call('enableAlertBeforeUnload', { message: 'Not saved' });
  await phone.tap('.mp-back');
  await phone.see('Not saved');
  await phone.tap('取消');
  expect(await phone.route()).toBe('pages/calls/calls');
  await phone.tap('.mp-back', '确定');
  expect(await phone.route()).toBe('pages/home/home');
  await phone.tap('#to-calls');
  await call('enableAlertBeforeUnload', { message: 'Not saved' });
  await call('disableAlertBeforeUnload');
  await phone.tap('.mp-back');
  expect(await phone.route()).toBe('pages/home/home');
  await phone.expectNoProblems();
});

test('tab bar: icons, switching keeps the page, badge, red dot, text', async () => {
  await open();
  await phone.tap('#counter', 'Forms');
  expect(await phone.route()).toBe('pages/forms/forms');
  expect(await phone.find('.mp-tab[aria-selected=true] img').getAttribute('src')).toBe(
    '/app/images/tab-on.png',
  );
  await call('setTabBarBadge', { index: 1, text: '4' });
  await phone.see('4');
  await call('removeTabBarBadge', { index: 1 });
  await call('showTabBarRedDot', { index: 0 });
  await phone.find('.mp-reddot').waitFor();
  await call('setTabBarItem', { index: 0, text: 'Start' });
  await call('setNavigationBarTitle', { title: 'Renamed' });
  await phone.see('Renamed');
  await call('setNavigationBarColor', { frontColor: '#ffffff', backgroundColor: '#000000' });
  await phone.tap('Start');
  expect(await phone.read('#counter')).toBe('1');
  await call('navigateTo', { url: '/pages/calls/calls' });
  for (const name of [
    'setTabBarItem',
    'setTabBarBadge',
    'removeTabBarBadge',
    'showTabBarRedDot',
    'hideTabBarRedDot',
    'setTabBarStyle',
    'showTabBar',
    'hideTabBar',
  ])
    expect([name, (await call(name, { index: 0, text: 'x' })).failure?.errMsg]).toEqual([
      name,
      `${name}:fail not TabBar page`,
    ]);
  await phone.expectNoProblems();
});

test('dark mode follows the switch, in styles, theme and events', async () => {
  await open();
  const look = () =>
    phone.frame.evaluate(() => ({
      page: getComputedStyle(document.querySelector('wx-page') as Element).backgroundColor,
      bar: document.querySelector<HTMLElement>('mp-navbar')?.style.background,
    }));
  expect(await look()).toEqual({ page: 'rgb(245, 246, 247)', bar: 'rgb(255, 255, 255)' });
  await phone.set({ dark: true });
  expect(await look()).toEqual({ page: 'rgb(16, 20, 24)', bar: 'rgb(16, 20, 24)' });
  await phone.expectNoProblems();
});

test('setData and pages are measured', async () => {
  await open();
  await phone.tap('#counter');
  const { setData, pages, firstScreen } = await phone.metrics();
  expect(setData.at(-1)).toMatchObject({ page: 'pages/home/home', bytes: '{"counted":1}'.length });
  expect(pages[0]?.render).toBeGreaterThan(0);
  expect(firstScreen).toBeGreaterThan(0);
});
