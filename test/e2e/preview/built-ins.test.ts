import type { MiniGlobals } from '../support/mini-globals';
import { call, eventually, log, open, phone, useMiniPreview } from '../support/mini-preview';

useMiniPreview();

test('forms: every field, submit and reset', async () => {
  await open({ page: '/pages/forms/forms' });
  const echo = () => phone.read('#echo');
  const hint = phone.find('#name .hint');
  expect(await hint.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(1, 2, 3)');
  await phone.type('#name', '示例');
  await hint.waitFor({ state: 'detached' });
  await eventually(echo, /^示例\|/);
  await phone.type('#memo', 'two\nlines');
  await eventually(echo, /typed two/);
  await phone.tap('#agree input', '#tue');
  await eventually(echo, /\["mon","tue"\]$/);
  await phone.tap('#pm');
  await eventually(echo, /"pm"$/);
  await phone.find('#rate input').fill('7');
  await eventually(echo, /\|7$/);
  await phone.tap('#colour', 'blue', '确定');
  await eventually(echo, /\|2$/);
  await phone.tap('#date', '2028');
  await phone.frame.getByRole('option', { name: '29', exact: true }).click();
  await phone.tap('确定');
  await eventually(echo, /"2028-02-29"$/);
  await phone.tap('#time');
  await phone.frame.getByRole('listbox').first().getByRole('option', { name: '09' }).click();
  await phone.tap('确定');
  await eventually(echo, /"09:30"$/);
  await phone.tap('#never');
  await eventually(echo, /"09:30"$/);
  await phone.tap('#send');
  expect(JSON.parse(await phone.read('#sent'))).toEqual({
    name: '示例',
    memo: 'two\nlines',
    agree: true,
    days: ['mon', 'tue'],
    half: 'pm',
    rate: 7,
    colour: 2,
    date: '2028-02-29',
    time: '09:30',
  });
  await phone.tap('#wipe');
  await eventually(() => phone.read('#sent'), 'reset');
  expect(await phone.find('#name input').inputValue()).toBe('');
  await phone.expectNoProblems();
});

test('the other built-ins draw and answer', async () => {
  await open({ page: '/pages/forms/forms' });
  expect(await phone.find('#rich').evaluate((element) => element.innerHTML)).toBe('<p>rich <b>bold</b></p>');
  await phone.frame.evaluate(() => document.querySelector('#scroller')?.scrollTo({ top: 100 }));
  await eventually(() => phone.read('#echo'), /lower$/);
  await phone.frame.evaluate(() => document.querySelector('#swiper')?.scrollTo({ left: 9999 }));
  await eventually(() => phone.read('#echo'), /slide 1$/);
  const drawn = await phone.frame.evaluate(() => ({
    image: document.querySelector<HTMLImageElement>('#picture img')?.naturalWidth,
    fit: document.querySelector<HTMLImageElement>('#picture img')?.style.objectFit,
    progress: document.querySelector<HTMLElement>('wx-progress i')?.style.width,
    camera: document.querySelectorAll('#camera canvas').length,
    map: document.querySelector('#map')?.textContent,
    dots: document.querySelectorAll('#swiper .mp-dots i').length,
  }));
  expect(drawn).toMatchObject({
    fit: 'contain',
    progress: '40%',
    camera: 1,
    map: 'map 31, 121 · 0 markers',
    dots: 2,
  });
  expect(drawn.image).toBeGreaterThan(0);
  await phone.expectNoProblems();
});

test('dialogs are real and answer', async () => {
  await open();
  // Looked for beforehand: on a busy machine it is gone before a test could ask.
  const word = phone.see('short word');
  await call('showToast', { title: 'short word', duration: 1_000 });
  await word;
  await phone.find('.mp-toast').waitFor({ state: 'detached' });
  await call('showLoading', { title: 'wait' });
  await phone.see('wait');
  await call('hideLoading');
  const modal = call('showModal', { title: 'Really', content: 'text', confirmText: 'Yes' });
  await phone.tap('Yes');
  expect((await modal).value).toMatchObject({ confirm: true, cancel: false, errMsg: 'showModal:ok' });
  const editor = call('showModal', { editable: true });
  await phone.find('.mp-modal textarea').fill('why');
  await phone.tap('确定');
  expect((await editor).value).toMatchObject({ content: 'why' });
  const sheet = call('showActionSheet', { itemList: ['one', 'two'] });
  await phone.tap('two');
  expect((await sheet).value).toMatchObject({ tapIndex: 1 });
  const cancelled = call('showActionSheet', { itemList: ['one'] });
  await phone.tap('取消');
  expect((await cancelled).failure?.errMsg).toBe('showActionSheet:fail cancel');
  // The click that follows the finger must not choose from the sheet that the tap opened.
  await phone.tap('#to-sheet');
  await phone.see('item 8');
  await phone.tap('item 4');
  await eventually(log, /sheet=4$/);
  await phone.expectNoProblems();
});

test('pictures come from the package, the cloud and the camera; broken data is a problem', async () => {
  await open({ page: '/pages/calls/calls' });
  await phone.frame.evaluate(() => {
    const { getCurrentPages } = globalThis as unknown as MiniGlobals;
    getCurrentPages()[0].setData({ cloudPicture: 'cloud://mini/a.png' });
  });
  await phone.frame.waitForFunction(
    () => document.querySelector<HTMLImageElement>('#cloud img')?.naturalWidth,
  );
  await phone.expectNoProblems();
  await phone.frame.evaluate(() => {
    const { getCurrentPages } = globalThis as unknown as MiniGlobals;
    getCurrentPages()[0].setData({ result: undefined });
  });
  expect((await phone.problems()).map(({ message }) => message)).toEqual([
    'setData: "result" is undefined, which the platform does not take',
  ]);
});
