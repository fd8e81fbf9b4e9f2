import type { MiniGlobals } from '../support/mini-globals';
import { call, eventually, open, phone, useMiniPreview } from '../support/mini-preview';

useMiniPreview();

const log = async (): Promise<string> => (await phone.read('#log')).trim();
const openMedia = () => open({ page: '/pages/media/media' });

test('a chart draws pictures of the package, and what it drew is saved to the album', async () => {
  await openMedia();
  const drawn = await phone.frame.evaluate(async () => {
    const { wx } = globalThis as unknown as MiniGlobals;
    const query = wx.createSelectorQuery();
    query.select('#paper').fields({ node: true, size: true });
    const [{ node, width }] = await new Promise<[PaperFields]>((resolve) => query.exec(resolve as never));
    const image = node.createImage();
    await new Promise((resolve, reject) => {
      image.onload = resolve;
      image.onerror = reject;
      image.src = '/images/tab.png';
    });
    const load = (src: string) =>
      new Promise<number>((resolve, reject) => {
        const picture = node.createImage();
        picture.onload = () => resolve(picture.width);
        picture.onerror = reject;
        picture.src = src;
      });
    const pen = node.getContext('2d');
    pen.fillStyle = '#ff0000';
    pen.fillRect(0, 0, 100, 50);
    pen.drawImage(image, 0, 0);
    const { tempFilePath } = await wx.canvasToTempFilePath({ canvas: node, fileType: 'jpg' });
    const part = await wx.canvasToTempFilePath({
      canvas: node,
      ...{ x: 90, y: 0, width: 10, height: 10, destWidth: 30, destHeight: 20 },
    });
    const sources = ['../../images/tab.png', 'cloud://mini/a.png', tempFilePath];
    const loaded = await Promise.all(sources.map(load));
    const paper = wx.createOffscreenCanvas({ type: '2d', width: 8, height: 4 });
    return {
      width,
      loaded,
      src: image.src,
      tempFilePath,
      part: part.tempFilePath,
      paper: paper.width,
      ratio: devicePixelRatio,
    };
  });
  expect(drawn.loaded).toEqual([expect.any(Number), expect.any(Number), 200]);
  expect(drawn.loaded).not.toContain(0);
  expect(drawn).toMatchObject({ width: 100, src: '/images/tab.png', paper: 8, ratio: 2 });
  expect((await call('getImageInfo', { src: drawn.tempFilePath })).value).toMatchObject({
    width: 200,
    height: 100,
  });
  expect((await call('getImageInfo', { src: drawn.part })).value).toMatchObject({ width: 30, height: 20 });
  expect((await call('canvasToTempFilePath', { canvasId: 'none' })).failure?.errMsg).toBe(
    'canvasToTempFilePath:fail canvas is empty',
  );
  await phone.set({ privacy: 'agreed' });
  const saving = call('saveImageToPhotosAlbum', { filePath: drawn.tempFilePath });
  await phone.tap('拒绝');
  expect((await saving).failure).toMatchObject({ errMsg: 'saveImageToPhotosAlbum:fail auth deny' });
  await phone.set({ album: 'allowed' });
  expect((await call('saveImageToPhotosAlbum', { filePath: drawn.tempFilePath })).failure).toBeUndefined();
  expect((await call('saveImageToPhotosAlbum', { filePath: 'wxfile://none' })).failure?.errMsg).toMatch(
    /no such file/,
  );
  await phone.expectNoProblems();
});

test('a canvas of the old kind is drawn by its canvas-id, and its pixels are read and written', async () => {
  await openMedia();
  const drawn = await phone.frame.evaluate(async () => {
    const { wx } = globalThis as unknown as MiniGlobals;
    const context = wx.createCanvasContext('board');
    const draw = (isKept: boolean) => new Promise<void>((resolve) => context.draw(isKept, resolve));
    const pixel = async (x: number, y: number) => [
      ...(await wx.canvasGetImageData({ canvasId: 'board', x, y, width: 1, height: 1 })).data,
    ];
    context.setFillStyle('#00ff00');
    context.fillRect(0, 0, 60, 40);
    const early = await pixel(5, 5);
    await draw(false);
    const green = await pixel(5, 5);
    context.setFillStyle('#0000ff');
    context.fillRect(30, 0, 30, 40);
    context.drawImage('/images/tab.png', 0, 20, 20, 20);
    await draw(true);
    const kept = [await pixel(5, 5), await pixel(35, 5)];
    const data = Uint8ClampedArray.of(9, 8, 7, 255);
    await wx.canvasPutImageData({ canvasId: 'board', data, x: 5, y: 5, width: 1, height: 1 });
    const put = await pixel(5, 5);
    await draw(false);
    context.setFontSize(40);
    return { early, green, kept, put, empty: await pixel(35, 5), text: context.measureText('mm').width };
  });
  expect(drawn).toMatchObject({
    early: [0, 0, 0, 0],
    green: [0, 255, 0, 255],
    kept: [
      [0, 255, 0, 255],
      [0, 0, 255, 255],
    ],
    put: [9, 8, 7, 255],
    empty: [0, 0, 0, 0],
  });
  expect(drawn.text).toBeGreaterThan(40);
  // A canvas of type 2d is found by its node alone.
  for (const canvasId of ['paper', 'none'])
    expect((await call('canvasToTempFilePath', { canvasId })).failure?.errMsg).toBe(
      'canvasToTempFilePath:fail canvas is empty',
    );
  await phone.expectNoProblems();
});

test('a stone is moved inside its area and no further', async () => {
  await openMedia();
  await eventually(log, /10,20,$|10,20, /);
  const box = await phone.find('#stone').boundingBox();
  if (!box) throw new Error('no stone');
  const { mouse } = phone.page;
  await mouse.move(box.x + 5, box.y + 5);
  await mouse.down();
  await mouse.move(box.x + 35, box.y + 15, { steps: 3 });
  await mouse.up();
  await eventually(log, /40,30,touch$/);
  await mouse.move(box.x + 40, box.y + 20);
  await mouse.down();
  await mouse.move(box.x + 280, box.y + 300, { steps: 3 });
  await mouse.up();
  await eventually(log, /160,60,touch$/);
  await phone.expectNoProblems();
});

test('a film without a source says so; what fits the window shows', async () => {
  await openMedia();
  await eventually(log, /error:string/);
  const shown = (id: string) =>
    phone.frame.evaluate((selector) => {
      const element = document.querySelector(selector);
      return element !== null && getComputedStyle(element).display !== 'none';
    }, id);
  expect(await shown('#narrow')).toBe(true);
  expect(await shown('#wide')).toBe(false);
  await phone.page.setViewportSize({ width: 820, height: 900 });
  await eventually(async () => String(await shown('#wide')), 'true');
  expect(await shown('#narrow')).toBe(false);
});

test('a film is played and paused from the script', async () => {
  await openMedia();
  await phone.frame.evaluate(async () => {
    const { wx, getCurrentPages } = globalThis as unknown as MiniGlobals;
    const canvas = document.createElement('canvas');
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm' });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve));
    recorder.start();
    for (let frame = 0; frame < 20; frame += 1) {
      canvas.getContext('2d')?.fillRect(frame, 0, 5, 5);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    recorder.stop();
    await stopped;
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    getCurrentPages()[0].setData({ film: `data:video/webm;base64,${text}` });
    wx.createVideoContext('film').play();
  });
  await eventually(log, /play:undefined/);
  await phone.frame.evaluate(() => {
    (globalThis as unknown as MiniGlobals).wx.createVideoContext('film').pause();
  });
  await eventually(log, /pause:undefined/);
  await phone.expectNoProblems();
});

test('an open type that the preview does not know is reported; a call is made if the person says so', async () => {
  await openMedia();
  const refused = call('makePhoneCall', { phoneNumber: '02112345678' });
  await phone.tap('取消');
  expect((await refused).failure).toMatchObject({ errMsg: 'makePhoneCall:fail cancel' });
  const made = call('makePhoneCall', { phoneNumber: '02112345678' });
  await phone.tap('呼叫');
  expect((await made).value).toMatchObject({ errMsg: 'makePhoneCall:ok' });
  await phone.expectNoProblems();
  await phone.frame.evaluate(() => {
    const { getCurrentPages } = globalThis as unknown as MiniGlobals;
    getCurrentPages()[0].setData({ strange: 'openHome' });
  });
  expect((await phone.problems()).map(({ level, message }) => `${level}: ${message}`)).toEqual([
    'hint: button has no open-type="openHome"',
  ]);
});

test('"back" closes the sheet first, then the page', async () => {
  await open();
  await call('navigateTo', { url: '/pages/media/media' });
  await phone.tap('#open');
  await phone.see('inside');
  await eventually(log, /enter$/);
  await call('navigateBack');
  await eventually(log, /enter afterleave$/);
  expect(await phone.find('#inside').isVisible()).toBe(false);
  await call('navigateBack');
  await phone.find('#to-sheet').waitFor();
  await phone.expectNoProblems();
});

test('buttons of open types ask, and tell what the person answered', async () => {
  await openMedia();
  await phone.tap('#phone', '拒绝');
  await eventually(log, /getphonenumber=getPhoneNumber:fail user deny\|undefined\|$/);
  await phone.tap('#phone', '允许');
  await eventually(log, /getphonenumber=getPhoneNumber:ok\|string\|$/);
  await phone.tap('#avatar', '测试照片 Test picture');
  await eventually(log, /chooseavatar=chooseAvatar:ok\|undefined\|wxfile:\/\/tmp_\d+\.jpg$/);
  await phone.tap('#send');
  expect(await phone.read('.mp-modal p')).toBe('card 7\n/pages/home/home');
  await phone.tap('确定', '#both');
  await eventually(log, /agreeprivacyauthorization=\S+ getuserinfo=getUserInfo:ok/);
  expect((await call('getPrivacySetting')).value).toMatchObject({ needAuthorization: false });
  await phone.expectNoProblems();
});

test('whoever has not agreed to the privacy guide gives neither number nor avatar nor profile', async () => {
  await open({ page: '/pages/media/media', privacy: 'ask' });
  await phone.tap('#phone', '拒绝');
  await eventually(
    log,
    /getphonenumber=getPhoneNumber:fail privacy permission is not authorized\|undefined\|$/,
  );
  await phone.tap('#avatar', '拒绝');
  await eventually(log, /chooseavatar=chooseAvatar:fail privacy permission is not authorized\|undefined\|$/);
  const asked = call('getUserInfo');
  await phone.tap('拒绝');
  expect((await asked).failure).toMatchObject({ errno: 104 });
  await phone.tap('#phone', '同意', '允许');
  await eventually(log, /getphonenumber=getPhoneNumber:ok\|string\|$/);
  await phone.expectNoProblems();
});

test('keyframes play, stay, and are cleared', async () => {
  await openMedia();
  const moved = await phone.frame.evaluate(async () => {
    const { getCurrentPages } = globalThis as unknown as MiniGlobals;
    const [page] = getCurrentPages();
    const styleOf = () => {
      const element = document.querySelector('#send');
      const { opacity, transform } = getComputedStyle(element as Element);
      return [opacity, transform];
    };
    const frames = [{ opacity: 1 }, { opacity: 0.5, translateX: 30, ease: 'linear' }];
    await new Promise<void>((resolve) => page.animate('#send', frames, 60, resolve));
    const played = styleOf();
    await new Promise<void>((resolve) => page.clearAnimation('#send', resolve));
    return { played, cleared: styleOf() };
  });
  expect(moved).toEqual({ played: ['0.5', 'matrix(1, 0, 0, 1, 30, 0)'], cleared: ['1', 'none'] });
  await phone.expectNoProblems();
});

test('pictures are chosen and looked at; a code and a grey profile are what WeChat gives', async () => {
  await openMedia();
  await phone.set({ privacy: 'agreed', camera: 'allowed' });
  const choosing = call('chooseImage', { count: 1, sourceType: ['album'] });
  expect((await choosing).value).toMatchObject({ tempFilePaths: [expect.stringMatching(/^wxfile:/)] });
  expect((await call('chooseImage', { count: 10 })).failure?.errMsg).toMatch(/count should be 1 to 9/);
  const sources = [{ url: '/images/tab.png' }, { url: '/images/tab-on.png', type: 'image' }];
  await call('previewMedia', { sources, current: 1 });
  await phone.see('2/2');
  expect(await phone.find('.mp-gallery img').getAttribute('src')).toBe('/app/images/tab-on.png');
  await phone.tap('›');
  await phone.see('1/2');
  await phone.tap('关闭');
  expect((await call('login')).value).toMatchObject({ code: expect.any(String) });
  expect((await call('getUserProfile', { desc: 'why' })).failure?.errMsg).toMatch(/TAP gesture/);
  expect((await call('getUserInfo')).value).toMatchObject({ userInfo: { nickName: '微信用户' } });
  await phone.expectNoProblems();
});

interface PaperFields {
  readonly node: MiniCanvasNode;
  readonly width: number;
}
interface MiniCanvasNode {
  createImage(): { src: string; readonly width: number; onload: unknown; onerror: unknown };
  getContext(kind: '2d'): {
    fillStyle: string;
    fillRect(x: number, y: number, width: number, height: number): void;
    drawImage(image: unknown, x: number, y: number): void;
  };
}
