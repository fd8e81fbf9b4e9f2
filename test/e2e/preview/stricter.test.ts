import { openPage as open, phone, useFixture } from '../support/fixture-preview';
import { eventually } from '../support/mini-preview';

useFixture('mini-strict');

/** A value of the page on top, or what a method of it answers. */
const ofPage = <Value>(member: string): Promise<Value> =>
  phone.frame.evaluate((name) => {
    const { getCurrentPages } = globalThis as unknown as { getCurrentPages(): Record<string, unknown>[] };
    const page = getCurrentPages().at(-1);
    const value = page?.[name];
    return (typeof value === 'function' ? value.call(page) : value) as Value;
  }, member);

const messages = async (): Promise<string> =>
  (await phone.problems()).map(({ kind, place, message }) => `${kind} ${place}: ${message}`).join('\n');

test('code of the Mini Program finds the globals of the logic layer and none of a browser', async () => {
  await open('/pages/scope/scope');
  expect(await ofPage('facts')).toEqual({
    typeofNames: [],
    there: 'object object function function function object',
    global: 'true',
    newFunction: 'EvalError',
    constructorOf: 'EvalError',
    asyncConstructorOf: 'EvalError',
    isFunction: 'true',
    undeclared: 'ReferenceError',
    thisOfCall: 'undefined',
    moduleThis: 'undefined',
    featureTest: 'not there',
    canIUse: [false, true, true, false, true, false, false, true],
  });
});

test('an API that is not there is undefined; its name is reported when it is called, not when it is looked for', async () => {
  await open('/pages/scope/scope');
  expect(await messages()).not.toContain('notThere');
  await expect(ofPage('callMissing')).rejects.toThrow('wx.notThere is not a function');
  await phone.frame.evaluate(() => {
    const { getCurrentPages } = globalThis as unknown as { getCurrentPages(): Record<string, () => void>[] };
    const page = getCurrentPages().at(-1);
    for (const name of ['callMissing', 'callMissingLater', 'readMissing']) setTimeout(() => page?.[name]?.());
  });
  await eventually(messages, /api .*wx\.nothingHere is not supported/);
  expect(await messages()).toContain('wx.notThere is not supported by the preview');
  expect(await messages()).toContain('wx.cloud.alsoNotThere is not supported by the preview');
});

test.each([
  ['broken', 'pages/broken/broken.js', './gone'],
  ['throws', 'pages/throws/throws', 'thrown at load'],
  ['template', 'pages/template/template.wxml', ''],
])('a page that is broken (%s) breaks alone, with a problem that names it', async (name, place, message) => {
  await open(`/pages/${name}/${name}`);
  expect(await messages()).toContain(place);
  expect(await messages()).toContain(message);
  await phone.frame.evaluate(() => {
    const { wx } = globalThis as unknown as { wx: { reLaunch(options: object): void } };
    wx.reLaunch({ url: '/pages/touch/touch' });
  });
  await phone.see('target');
});

test('a component that cannot load leaves the rest of its page there, with a problem that names the import', async () => {
  await open('/pages/scope/scope');
  await phone.see('scope');
  expect(await messages()).toMatch(/components\/broken\/broken\.js.*gone-too/);
});

test('touches count from below the navigation bar, and pageY includes what is scrolled away', async () => {
  await open('/pages/touch/touch');
  const frame = phone.frame;
  await frame.evaluate(() => {
    const page = document.querySelector('wx-page');
    if (page) page.scrollTop = 200;
  });
  await phone.tap('#target');
  const events =
    await ofPage<
      { type: string; detail: { x: number; y: number }; touches: object[]; changedTouches: object[] }[]
    >('events');
  const view = await frame.evaluate(() => {
    const { top = 0 } = document.querySelector('mp-body')?.getBoundingClientRect() ?? {};
    return { top, scrolled: document.querySelector('wx-page')?.scrollTop ?? 0 };
  });
  expect(view.top).toBeGreaterThan(40);
  expect(view.scrolled).toBe(200);
  const wanted = { clientX: 120, clientY: 120, pageX: 120, pageY: 320 };
  expect(events.map(({ type }) => type)).toEqual(['touchstart', 'tap']);
  for (const { touches, changedTouches } of events) {
    expect(touches).toEqual([expect.objectContaining(wanted)]);
    expect(changedTouches).toEqual([expect.objectContaining(wanted)]);
  }
  expect(events[1]?.detail).toMatchObject({ x: 120, y: 320 });
});

test('the key of the keyboard follows confirm-type, and an enhanced scroll-view can hide its bar', async () => {
  await open('/pages/touch/touch');
  const drawn = await phone.frame.evaluate(() => ({
    key: document.querySelector('#search input')?.getAttribute('enterkeyhint'),
    bars: ['#bare', '#plain'].map((id) => document.querySelector<HTMLElement>(id)?.style.scrollbarWidth),
  }));
  expect(drawn).toEqual({ key: 'search', bars: ['none', ''] });
});
