import { openPage as open, phone, useFixture } from '../support/fixture-preview';
import { eventually } from '../support/mini-preview';

useFixture('mini-ordinary');

test('a list may be a number or not there, an observer may be missing; a property of an illegal type takes any value, with the warning that WeChat gives; items without what wx:key names are a problem', async () => {
  await open('/pages/lists/lists');
  expect(await phone.frame.locator('.counted').allTextContents()).toEqual(['0', '1', '2']);
  expect(await phone.read('#loose')).toBe('yes|5|word');
  expect(await phone.frame.locator('.word').allTextContents()).toEqual(['x', 'y']);
  expect(await phone.problems()).toEqual([
    {
      kind: 'wxml',
      level: 'hint',
      message: 'warning: the type of property "either" is illegal',
      place: 'components/loose/loose',
    },
    // `wx:key="index"` names a property that the items do not have, and not their position.
    {
      kind: 'wxml',
      level: 'hint',
      message: 'warning: Some keys are not unique while list updates: "".',
      place: 'pages/lists/lists',
    },
  ]);
});

/** Left edge and width of an element, pixels from the left of the phone. */
const across = (selector: string): Promise<string> =>
  phone.find(selector).evaluate((element) => {
    const { left, width } = element.getBoundingClientRect();
    return `${Math.round(left)} + ${Math.round(width)}`;
  });

test('a swiper shows its neighbours in the margins, several items, the item with an id, and goes round', async () => {
  await open('/pages/boxes/boxes');
  await eventually(() => across('#b'), '30 + 340');
  expect(await across('#many wx-swiper-item')).toBe('0 + 195');
  await phone.tap('#to-c');
  await eventually(() => across('#c'), '30 + 340');
  await phone.swipe('#turn', -80);
  await eventually(() => phone.read('#turned'), '0 touch a');
  await eventually(() => across('#a'), '30 + 340');
  await phone.swipe('#turn', 80);
  await eventually(() => phone.read('#turned'), '2 touch c');
  await phone.expectNoProblems();
});

const heightOf = (selector: string): Promise<string> =>
  phone.frame.locator(selector).evaluate((element) => String(element.getBoundingClientRect().height));

test('pulling a scroll-view refreshes it until the page says that it is done; a short pull does nothing', async () => {
  await open('/pages/boxes/boxes');
  const pulled = async () => (await phone.read('#pulled')).trim();
  await phone.swipe('#pull', 0, 50);
  await eventually(pulled, 'pulling abort');
  await phone.swipe('#pull', 0, 120);
  await eventually(pulled, 'pulling abort pulling refresh');
  expect(await heightOf('#pull .mp-refresher')).toBe('40');
  await phone.tap('#done');
  await eventually(pulled, 'pulling abort pulling refresh restore');
  expect(await heightOf('#pull .mp-refresher')).toBe('0');
  expect(await heightOf('#own-sign')).toBe('45');
  await phone.expectNoProblems();
});

test('text is decoded and spaced as its attributes say, again when it changes', async () => {
  await open('/pages/fields/fields');
  const textOf = (selector: string) => phone.find(selector).evaluate((element) => element.textContent ?? '');
  expect(await textOf('#decoded')).toBe('a < b');
  expect(await textOf('#spaced')).toBe('a\u2003b');
  await phone.tap('#change');
  await eventually(() => textOf('#decoded'), 'a < b & c');
  await eventually(() => textOf('#spaced'), 'a\u2003&amp;\u2003c\u2003b');
  await phone.expectNoProblems();
});

test('a field has the cursor where the page wants it and gives the focus back when it is confirmed, unless held', async () => {
  await open('/pages/fields/fields');
  const control = phone.frame.locator('#line input');
  await phone.tap('#focus');
  const selected = () =>
    control.evaluate((input: HTMLInputElement) => `${input.selectionStart}-${input.selectionEnd}`);
  await eventually(selected, '1-3');
  await control.press('Enter');
  await eventually(() => phone.read('#told'), 'blur');
  const held = phone.frame.locator('#held input');
  await held.press('Enter');
  expect(await held.evaluate((input) => input === document.activeElement)).toBe(true);
  await phone.type('#memo', 'two\nlines');
  await eventually(() => phone.read('#told'), 'linechange 2');
  await phone.expectNoProblems();
});

/** How something looks once it does not change any more. */
async function stillOf(found: { screenshot(): Promise<Buffer> }): Promise<Buffer> {
  let last = await found.screenshot();
  for (let same = 0; same < 3; ) {
    const next = await found.screenshot();
    same = next.equals(last) ? same + 1 : 0;
    last = next;
  }
  return last;
}

test('sliders show their value; pictures wait; what the servers of WeChat would fill is empty', async () => {
  await open('/pages/fields/fields');
  expect(await phone.read('#level span')).toBe('30');
  const drawn = await phone.frame.evaluate(() => ({
    slider: document.querySelector<HTMLElement>('#level input')?.style.background,
    late: document.querySelector<HTMLImageElement>('#late img')?.loading,
    source: document.querySelector<HTMLImageElement>('#late img')?.src,
    moved: getComputedStyle(document.querySelector('#mover') as Element).transform,
    empty: [...document.querySelectorAll('wx-ad, wx-ad-custom, wx-official-account')].map(
      (element) => element.getBoundingClientRect().height,
    ),
  }));
  expect(drawn).toMatchObject({
    slider: expect.stringContaining('rgb(255, 0, 0)'),
    late: 'lazy',
    source: 'https://host.example/a.png',
    moved: 'matrix(1, 0, 0, 1, 20, 0)',
    empty: [0, 0, 0],
  });
  expect(await phone.read('#name')).toBe('微信用户');
  const film = phone.find('#film');
  const without = await stillOf(film);
  await film.evaluate((element) => element.classList.remove('mp-no-play'));
  expect((await stillOf(film)).equals(without)).toBe(false);
});

test('`global` is the restricted global object, for libraries that take it for granted', async () => {
  await open('/pages/fields/fields');
  const facts = await phone.frame.evaluate(() => {
    const { getCurrentPages } = globalThis as unknown as { getCurrentPages(): { facts(): string }[] };
    return getCurrentPages()[0]?.facts();
  });
  expect(facts).toBe('function undefined');
});

test('WXS handles events and changed attributes: it styles elements, keeps a state with each, and calls the page', async () => {
  await open('/pages/handlers/handlers');
  const sizes = () =>
    phone.frame.evaluate(() => {
      const [box, other] = ['box', 'other'].map((id) => document.getElementById(id)?.getBoundingClientRect());
      return `${box?.left} ${box?.width} ${other?.height}`;
    });
  await eventually(sizes, '3 100 10');
  await phone.tap('#wider');
  await eventually(sizes, '3 200 20');
  await phone.tap('#box', '#box');
  await eventually(() => phone.read('#told'), 'box 2');
  expect(await phone.find('#box').evaluate((element) => element.className)).toContain('tapped');
  await phone.tap('#plain');
  await eventually(() => phone.read('#told'), 'plain');
  await phone.expectNoProblems();
});

test('what WeChat takes without a word: a list by its old name, a component in its own data, relations with nobody', async () => {
  await open('/pages/usual/usual');
  expect(await phone.frame.locator('.name').allTextContents()).toEqual(['one', 'two', 'three']);
  await eventually(() => phone.read('#kept'), 'kept 0');
  expect(await phone.frame.locator('wx-keyboard-accessory').isVisible()).toBe(false);
  await phone.type('#nick', 'An');
  await phone.frame.locator('#nick input').blur();
  await eventually(() => phone.read('#told'), 'nicknamereview {"pass":true,"timeout":false}');
  await phone.expectNoProblems();
});

test('the items of a picker-view are as high as its indicator, which has the style of the page', async () => {
  await open('/pages/usual/usual');
  await eventually(() => heightOf('.item >> nth=0'), '44');
  const indicator = phone.frame.locator('#wheel .mp-picker-indicator');
  expect(await indicator.evaluate((element) => getComputedStyle(element).borderTopColor)).toBe(
    'rgb(255, 0, 0)',
  );
  const [marked, chosen] = await Promise.all([
    indicator.boundingBox(),
    phone.frame.locator('.item >> nth=1').boundingBox(),
  ]);
  expect(Math.round((marked?.y ?? 0) - (chosen?.y ?? 99))).toBe(0);
  await phone.expectNoProblems();
});

test('a film pauses when another page opens', async () => {
  await open('/pages/usual/usual');
  await phone.frame.evaluate(() => {
    const film = document.querySelector<HTMLVideoElement>('#film video');
    if (film) film.pause = () => document.documentElement.setAttribute('data-paused', '');
    const { wx } = globalThis as unknown as { wx: { navigateTo(options: object): void } };
    wx.navigateTo({ url: '/pages/fields/fields' });
  });
  await phone.see('focus');
  expect(await phone.frame.locator('html[data-paused]').count()).toBe(1);
});

test('the tab bar may be a component of the Mini Program; each of its pages has one', async () => {
  await open('/pages/handlers/handlers');
  await eventually(() => phone.read('#own-tab'), 'handlers');
  expect(await phone.frame.locator('mp-tabbar').isVisible()).toBe(false);
  await phone.tap('#own-tab');
  await eventually(() => phone.route(), 'pages/lists/lists');
});
