import type { MiniGlobals } from '../support/mini-globals';
import { call, cloud, eventually, log, mini, open, phone, useMiniPreview } from '../support/mini-preview';

useMiniPreview();

test('storage belongs to the person who holds the phone', async () => {
  await open({ person: 'demo-an' });
  await call('setStorage', { key: 'draft', data: { a: [1] } });
  const read = () =>
    phone.frame.evaluate(() => {
      const { wx } = globalThis as unknown as MiniGlobals;
      return JSON.stringify(wx.getStorageSync('draft'));
    });
  expect(await read()).toBe('{"a":[1]}');
  expect((await call('getStorageInfo')).value).toMatchObject({ keys: ['draft'] });
  await Promise.all([
    phone.page.waitForEvent('load'),
    phone.set({ person: 'demo-bo' }).catch(() => undefined),
  ]);
  await phone.ready();
  expect(await read()).toBe('""');
  expect((await call('getStorage', { key: 'draft' })).failure?.errMsg).toBe('getStorage:fail data not found');
});

test('location: privacy, permission, refusal, system switch', async () => {
  await open({ location: 'ask', privacy: 'ask', place: { latitude: 31.2, longitude: 121.4, accuracy: 30 } });
  const refused = call('getLocation');
  await phone.tap('拒绝');
  expect((await refused).failure).toMatchObject({ errno: 104 });
  const agreed = call('getLocation');
  await phone.tap('同意');
  await phone.see('to test the place');
  await phone.tap('允许');
  expect((await agreed).value).toMatchObject({ latitude: 31.2, longitude: 121.4, accuracy: 30 });
  expect((await call('getSetting')).value).toMatchObject({ authSetting: { 'scope.userLocation': true } });
  await phone.set({ location: 'refused' });
  expect((await call('getLocation')).failure?.errMsg).toBe('getLocation:fail auth deny');
  const settings = call('openSetting');
  // Location, camera, microphone.
  for (let asked = 0; asked < 3; asked += 1) await phone.tap('允许');
  expect((await settings).value).toMatchObject({ authSetting: { 'scope.userLocation': true } });
  await phone.set({ location: 'off' });
  expect((await call('getLocation')).failure).toMatchObject({ errCode: 2 });
  await phone.expectNoProblems();
});

test('privacy: what the guide does not declare fails, and the rest asks first', async () => {
  await open({ privacy: 'ask', undeclared: 'clipboard, files,location,pictures,place,microphone' });
  for (const [name, options] of [
    ['setClipboardData', { data: 'x' }],
    ['getClipboardData', {}],
    ['chooseMessageFile', { type: 'file' }],
    ['chooseMedia', {}],
    ['getLocation', {}],
    ['chooseLocation', {}],
    ['authorize', { scope: 'scope.record' }],
  ] as const)
    expect([name, (await call(name, options)).failure]).toEqual([
      name,
      {
        errMsg: `${name}:fail api scope is not declared in the privacy agreement`,
        errCode: undefined,
        errno: 112,
      },
    ]);
  await phone.set({ undeclared: '' });
  const refused = call('setClipboardData', { data: 'x' });
  await phone.tap('.mp-cancel');
  expect((await refused).failure).toMatchObject({
    errMsg: 'setClipboardData:fail privacy permission is not authorized',
    errno: 104,
  });
  await phone.expectNoProblems();
});

test('doors: what the camera reads, beacons within reach, the fingerprint check, a place on the map', async () => {
  await open({ bluetooth: 'off' });
  const empty = call('scanCode');
  await phone.tap('.mp-confirm');
  expect((await empty).failure?.errMsg).toBe('scanCode:fail cancel');
  await phone.set({ scan: 'TX1.code' });
  expect((await call('scanCode')).value).toMatchObject({ result: 'TX1.code', scanType: 'QR_CODE' });

  const uuids = ['FDA50693-A4E2-4FB1-AFCF-C6EB07647825'];
  expect((await call('startBeaconDiscovery', { uuids })).failure).toMatchObject({ errCode: 11001 });
  await phone.set({ bluetooth: 'on', beacons: `${uuids[0]}/7/1/-60 nonsense` });
  expect((await call('startBeaconDiscovery', { uuids: [] })).failure).toMatchObject({ errCode: 11006 });
  expect((await call('startBeaconDiscovery', { uuids })).failure).toBeUndefined();
  expect((await call('startBeaconDiscovery', { uuids })).failure).toMatchObject({ errCode: 11003 });
  expect((await call('getBeacons')).value).toMatchObject({ beacons: [{ major: 7, minor: 1, rssi: -60 }] });
  await call('stopBeaconDiscovery');
  expect((await call('stopBeaconDiscovery')).failure).toMatchObject({ errCode: 11004 });

  const check = { requestAuthModes: ['fingerPrint'], challenge: 'c-1' };
  expect((await call('startSoterAuthentication', check)).failure).toMatchObject({ errCode: 90001 });
  await phone.set({ soter: 'refused' });
  expect((await call('startSoterAuthentication', check)).failure).toMatchObject({ errCode: 90008 });
  await phone.set({ soter: 'ask' });
  const asked = call('startSoterAuthentication', check);
  await phone.tap('.mp-confirm');
  const { resultJSON } = ((await asked).value ?? {}) as { resultJSON: string };
  expect(JSON.parse(resultJSON)).toMatchObject({ raw: 'c-1' });
  expect(cloud.calls.at(-1)).toMatchObject({ path: '/client/soter' });

  const chosen = call('chooseLocation');
  await phone.frame.locator('.mp-modal textarea').fill('30.6586, 104.0648 Square');
  await phone.tap('.mp-confirm');
  expect((await chosen).value).toMatchObject({ latitude: 30.6586, longitude: 104.0648, name: 'Square' });
  await call('setKeepScreenOn', { keepScreenOn: true });
  expect(await phone.frame.evaluate(() => document.documentElement.hasAttribute('data-screen-on'))).toBe(
    true,
  );
  await phone.expectNoProblems();
});

test('messages: WeChat asks inside a tap only, and for at most three', async () => {
  await open({ person: 'demo-an' });
  const ask = (tmplIds: string[]) => call('requestSubscribeMessage', { tmplIds });
  expect((await ask(['tmplA'])).failure?.errMsg).toContain('TAP gesture');
  expect((await ask([])).failure).toMatchObject({ errCode: 10001 });
  expect((await ask(['a', 'b', 'c', 'd'])).failure).toMatchObject({ errCode: 20003 });
  await phone.tap('#ask-late');
  await eventually(log, /late=requestSubscribeMessage:fail can only be invoked by user TAP gesture\.$/);
  await phone.tap('#ask');
  await phone.see('申请给你发送以下消息各一次');
  await phone.tap('.mp-confirm');
  await eventually(log, /asked=accept$/);
  expect(cloud.calls.at(-1)).toMatchObject({ path: '/client/consent' });
  // Kept always: no sheet, and no further message.
  await phone.set({ messages: 'allowed' });
  const before = cloud.calls.length;
  await phone.tap('#ask');
  await eventually(log, /asked=accept asked=accept$/);
  expect(cloud.calls).toHaveLength(before);
  await phone.set({ messages: 'refused' });
  await phone.tap('#ask');
  await eventually(log, /asked=reject$/);
  await phone.set({ messages: 'off' });
  await phone.tap('#ask');
  await eventually(log, /switched off$/);
  await phone.expectNoProblems();
});

test('cloud: call, upload, failures, offline, lost answer', async () => {
  await open({ person: 'demo-bo' });
  expect((await call('cloud.callFunction', { name: 'attendance', data: { action: 'today' } })).value).toEqual(
    {
      errMsg: 'cloud.callFunction:ok',
      result: { name: 'attendance', data: { action: 'today' } },
      requestID: 'r1',
    },
  );
  expect(cloud.calls.at(-1)?.openid).toBe('demo-bo');
  expect((await call('cloud.callFunction', { name: 'broken' })).failure?.errCode).toBe(-504002);
  const { value: photo } = await phone.frame.evaluate(async () => {
    const { wx } = globalThis as unknown as MiniGlobals;
    return { value: await wx.createCameraContext().takePhoto({}) };
  });
  const upload = await call('cloud.uploadFile', { cloudPath: 'a/photo.jpg', filePath: photo.tempImagePath });
  expect(upload.value).toMatchObject({ fileID: 'cloud://mini/photo.jpg' });
  expect(cloud.calls.at(-1)?.path).toBe('/client/upload?path=a%2Fphoto.jpg');
  const fileSystem = (name: string, options: object) =>
    phone.frame.evaluate(
      async ([method, given]) => {
        const { wx } = globalThis as unknown as MiniGlobals;
        return wx.getFileSystemManager()[method]?.(given);
      },
      [name, options] as const,
    );
  const kept = 'wxfile://usr/kept.jpg';
  await fileSystem('saveFile', { tempFilePath: photo.tempImagePath, filePath: kept });
  await phone.reload();
  const again = await call('cloud.uploadFile', { cloudPath: 'a/kept.jpg', filePath: kept });
  expect(again.value?.errMsg).toBe('cloud.uploadFile:ok');
  await fileSystem('unlink', { filePath: kept });
  expect((await call('cloud.uploadFile', { cloudPath: 'a/kept.jpg', filePath: kept })).failure?.errCode).toBe(
    -1,
  );
  await phone.set({ network: 'offline' });
  const before = cloud.calls.length;
  expect((await call('cloud.callFunction', { name: 'attendance' })).failure).toMatchObject({
    errCode: -1,
    errMsg: expect.stringMatching(/^cloud.callFunction:fail request:fail/),
  });
  expect((await call('getNetworkType')).value).toMatchObject({ networkType: 'none' });
  expect(cloud.calls).toHaveLength(before);
  await phone.set({ network: 'lost' });
  expect((await call('cloud.callFunction', { name: 'attendance' })).failure).toMatchObject({ errCode: -1 });
  expect(cloud.calls).toHaveLength(before + 1);
  await phone.set({ network: 'slow' });
  const start = Date.now();
  await call('cloud.callFunction', { name: 'attendance' });
  expect(Date.now() - start).toBeGreaterThanOrEqual(2000);
  await phone.expectNoProblems();
});

test('queries, observers, animation, files and system facts', async () => {
  await open({ page: '/pages/calls/calls', dark: true });
  const facts = await phone.frame.evaluate(async () => {
    const { wx, getCurrentPages } = globalThis as unknown as MiniGlobals;
    const [page] = getCurrentPages();
    const query = await new Promise<Record<string, unknown>[]>((resolve) => {
      const asked = wx.createSelectorQuery();
      asked.select('#box').boundingClientRect();
      asked.select('#chart').fields({ node: true, size: true });
      asked.selectViewport().scrollOffset();
      asked.exec(resolve);
    });
    const seen = await new Promise<{ dataset: unknown; intersectionRatio: number }>((resolve) => {
      page.createIntersectionObserver().relativeToViewport().observe('#box', resolve);
    });
    const animation = wx.createAnimation({ duration: 50 });
    animation.translate(30, 0).opacity(0.5).step();
    page.setData({ animation: animation.export() });
    await new Promise((resolve) => setTimeout(resolve, 250));
    const mover = document.querySelector<HTMLElement>('#mover');
    const photo = await wx.createCameraContext().takePhoto();
    const file = await wx
      .getFileSystemManager()
      .readFile?.({ filePath: photo.tempImagePath, encoding: 'base64' });
    const node = query[1]?.node as HTMLCanvasElement | undefined;
    return {
      box: query[0],
      canvas: node?.getContext('2d') instanceof CanvasRenderingContext2D,
      seen: { dataset: seen.dataset, ratio: seen.intersectionRatio },
      moved: mover?.style.transform,
      file: String(file?.data).slice(0, 4),
      theme: wx.getAppBaseInfo().theme,
      language: wx.getSystemInfoSync().language,
      fontSize: [wx.getAppBaseInfo().fontSizeSetting, wx.getAppBaseInfo().fontSizeScaleFactor],
      bar: wx.getWindowInfo().statusBarHeight,
      capsule: wx.getMenuButtonBoundingClientRect().width,
      can: [wx.canIUse('getLocation'), wx.canIUse('button'), wx.canIUse('startBluetoothDevicesDiscovery')],
      appId: wx.getAccountInfoSync().miniProgram.appId,
    };
  });
  expect(facts).toMatchObject({
    box: { width: 100, height: 50, dataset: { kind: 'measured' }, id: 'box' },
    canvas: true,
    seen: { dataset: { kind: 'measured' }, ratio: 1 },
    moved: 'translate(30px, 0px)',
    file: '/9j/',
    theme: 'dark',
    language: 'zh_CN',
    fontSize: [17, 1],
    can: [true, true, false],
  });
  for (const name of [
    'vibrateShort',
    'setClipboardData',
    'pageScrollTo',
    'startPullDownRefresh',
    'stopPullDownRefresh',
  ]) {
    expect((await call(name, { data: 'x', scrollTop: 0 })).value?.errMsg).toBe(`${name}:ok`);
  }
  const onlyCamera = (await call('chooseMedia', { sourceType: ['camera'] })).value;
  expect(onlyCamera).toMatchObject({ type: 'image' });
  const chosen = call('chooseMedia', { sourceType: ['album', 'camera'] });
  await phone.tap('测试照片 Test picture');
  expect((await chosen).value).toMatchObject({ type: 'image', tempFiles: [{ fileType: 'image' }] });
  await phone.expectNoProblems();
});

test('a file of a chat is a PDF, and other kinds are not there', async () => {
  await open();
  const chosen = call('chooseMessageFile', { count: 1, type: 'file', extension: ['pdf'] });
  await phone.tap('测试文件 Test document');
  const { value } = await chosen;
  const [file] = (value?.tempFiles ?? []) as { path: string; name: string }[];
  expect(file?.name).toBe('test-invoice.pdf');
  await call('openDocument', { filePath: file?.path });
  expect(await phone.read('.mp-document p')).toMatch(/^PDF · \d+ KB$/);
  expect((await call('chooseMessageFile', { type: 'video' })).failure).toBeDefined();
  await phone.expectNoProblems();
});

test('documents: fetched by their link, and shown if WeChat shows them', async () => {
  await open();
  const fetched = (await call('downloadFile', { url: `${mini.url}app/images/tab-on.png` })).value;
  expect(fetched).toMatchObject({ errMsg: 'downloadFile:ok', statusCode: 200 });
  const filePath = fetched?.tempFilePath;
  expect((await call('openDocument', { filePath, fileType: 'csv' })).failure).toBeDefined();
  expect((await call('openDocument', { filePath: 'wxfile://none', fileType: 'xlsx' })).failure).toBeDefined();
  await call('openDocument', { filePath, fileType: 'xlsx' });
  expect(await phone.read('.mp-document p')).toMatch(/^XLSX · \d+ KB$/);
  await phone.tap('关闭');
  await phone.find('.mp-document').waitFor({ state: 'hidden' });
  expect((await call('downloadFile', { url: `${mini.url}app/no-such.png` })).value?.statusCode).toBe(404);
  await phone.set({ network: 'offline' });
  expect((await call('downloadFile', { url: mini.url })).failure).toBeDefined();
  await phone.expectNoProblems();
});

test('listeners hear what the panel changes; the privacy dialog may be the own one', async () => {
  await open({ privacy: 'ask' });
  await phone.frame.evaluate(() => {
    const { wx, getCurrentPages } = globalThis as unknown as MiniGlobals;
    const note = (word: string) => getCurrentPages()[0].note(word);
    wx.onNetworkStatusChange(({ networkType }) => note(`net=${networkType}`));
    wx.onThemeChange(({ theme }) => note(`theme=${theme}`));
    wx.onNeedPrivacyAuthorization((resolve, { referrer }) => {
      note(`asked=${referrer}`);
      resolve({ event: 'agree', buttonId: 'agree' });
    });
  });
  await phone.set({ network: 'offline', dark: true });
  expect(await log()).toMatch(/net=none theme=dark$|theme=dark net=none$/);
  expect((await call('requirePrivacyAuthorize')).value?.errMsg).toBe('requirePrivacyAuthorize:ok');
  expect(await log()).toMatch(/asked=requirePrivacyAuthorize$/);
  expect((await call('getPrivacySetting')).value).toMatchObject({ needAuthorization: false });
  await phone.expectNoProblems();
});
