import { inflateSync } from 'node:zlib';
import { openPerFile } from '../../support/open';
import { seenInTime } from '../../support/patience';
import { AS_USER, failure, run, startScriptCloud } from './script';

const cloud = openPerFile(() =>
  startScriptCloud({
    collections: ['pushed'],
    riskyWords: ['违禁词', 'badword'],
    reviewWords: ['doubtful'],
    messagePush: [{ msgType: 'event', event: 'wxa_media_check', function: 'pushed' }],
  }),
);

const open = <T = unknown>(api: string, params: string, more = {}) =>
  run<T>(cloud, `return cloud.openapi.${api}(${params})`, more);
const refused = (api: string, params: string) => failure(cloud, `await cloud.openapi.${api}(${params})`);

describe('subscribeMessage.send', () => {
  const message = (
    touser: string,
    data = `{ thing1: { value: '请假已通过' }, date2: { value: '2026-03-02' } }`,
  ) =>
    `{ touser: '${touser}', templateId: 'tmplA', page: 'pages/inbox/index', miniprogramState: 'trial', data: ${data} }`;

  test('one consent, one message; the second is refused with 43101', async () => {
    await cloud.grantSubscription('oReader', 'tmplA');
    await expect(open('subscribeMessage.send', message('oReader'))).resolves.toEqual({
      errCode: 0,
      errMsg: 'openapi.subscribeMessage.send:ok',
    });
    const error = await refused('subscribeMessage.send', message('oReader'));
    expect(error).toMatchObject({ errCode: 43101, text: expect.stringContaining('user refuse to accept') });
    expect(cloud.outbox.list()).toEqual([
      {
        id: expect.any(String),
        at: expect.any(Number),
        touser: 'oReader',
        templateId: 'tmplA',
        page: 'pages/inbox/index',
        state: 'trial',
        lang: 'zh_CN',
        data: { thing1: { value: '请假已通过' }, date2: { value: '2026-03-02' } },
        by: 'sdk',
      },
    ]);
  });

  test('a consent counts for its person and template alone; sends at once share what is there', async () => {
    for (let n = 0; n < 3; n += 1) await cloud.grantSubscription('oBusy', 'tmplA');
    await cloud.grantSubscription('oBusy', 'tmplB');
    await cloud.grantSubscription('oOther', 'tmplA');
    const before = cloud.outbox.list().length;
    const outcomes = await run<string[]>(
      cloud,
      `const send = () => cloud.openapi.subscribeMessage.send(${message('oBusy')}).then(() => 'sent', (e) => e.errCode);
       return Promise.all([send(), send(), send(), send(), send()])`,
    );
    expect(outcomes.sort()).toEqual([43101, 43101, 'sent', 'sent', 'sent']);
    expect(cloud.outbox.list().length - before).toBe(3);
  });

  test.each([
    ['nobody', message(''), 40003],
    ['no template', `{ touser: 'oReader', data: {} }`, 40037],
    ['no data', `{ touser: 'oReader', templateId: 'tmplA' }`, 47003],
    ['an empty value', message('oReader', `{ thing1: { value: ' ' } }`), 47003],
    ['21 characters in a thing', message('oReader', `{ thing1: { value: '一'.repeat(21) } }`), 47003],
    ['a kind that no template has', message('oReader', `{ stuff1: { value: 'x' } }`), 47003],
  ])('%s is refused and uses no consent', async (_name, params, errCode) => {
    await cloud.grantSubscription('oReader', 'tmplA');
    expect((await refused('subscribeMessage.send', params)).errCode).toBe(errCode);
    await expect(open('subscribeMessage.send', message('oReader'))).resolves.toMatchObject({ errCode: 0 });
  });

  test('consents and messages are still there after a restart', async () => {
    const dataDir = `${cloud.dataDir}/kept`;
    const first = await startScriptCloud({ dataDir });
    await first.grantSubscription('oKept', 'tmplA');
    await first.grantSubscription('oKept', 'tmplA');
    await run(first, `await cloud.openapi.subscribeMessage.send(${message('oKept')})`);
    await first.close();
    const second = await startScriptCloud({ dataDir });
    await run(second, `await cloud.openapi.subscribeMessage.send(${message('oKept')})`);
    expect(
      (await failure(second, `await cloud.openapi.subscribeMessage.send(${message('oKept')})`)).errCode,
    ).toBe(43101);
    expect(second.outbox.list().map(({ touser }) => touser)).toEqual(['oKept', 'oKept']);
    expect(second.db.collectionNames()).toEqual([]);
    await second.close();
  });
});

describe('security', () => {
  test('a text with a listed word: 87014, or suggest risky in version 2', async () => {
    await expect(open('security.msgSecCheck', `{ content: '今天天气好' }`)).resolves.toMatchObject({
      errCode: 0,
    });
    expect((await refused('security.msgSecCheck', `{ content: '有违禁词的话' }`)).errCode).toBe(87014);
    const second = (content: string) =>
      open('security.msgSecCheck', `{ version: 2, openid: 'oWriter', scene: 2, content: '${content}' }`);
    expect(await second('好')).toMatchObject({ result: { suggest: 'pass', label: 100 } });
    expect(await second('一个 badword')).toMatchObject({
      result: { suggest: 'risky', label: 21000 },
      detail: [{ keyword: 'badword', suggest: 'risky' }],
      traceId: expect.any(String),
    });
  });

  test.each([
    ['no text', `{}`, 44004],
    ['2501 characters', `{ content: '字'.repeat(2501) }`, 45002],
    ['version 2 without a person', `{ version: 2, scene: 1, content: 'x' }`, 40003],
    ['an unknown scene', `{ version: 2, openid: 'oWriter', scene: 9, content: 'x' }`, 40129],
  ])('msgSecCheck with %s', async (_name, params, errCode) => {
    expect((await refused('security.msgSecCheck', params)).errCode).toBe(errCode);
  });

  const media = (value: string, contentType = 'image/png') =>
    `{ media: { contentType: '${contentType}', value: ${value} } }`;

  test('the bytes of a picture arrive whole', async () => {
    const every = `Buffer.concat([Buffer.from(Array.from({ length: 256 }, (_, n) => n)), Buffer.from('\\r\\n--')`;
    await expect(open('security.imgSecCheck', media(`${every}])`))).resolves.toMatchObject({ errCode: 0 });
    const risky = media(`${every}, Buffer.from('违禁词')])`);
    expect((await refused('security.imgSecCheck', risky)).errCode).toBe(87014);
  });

  test.each([
    ['nothing', '{}', 41005],
    ['a text file', media(`Buffer.from('x')`, 'text/plain'), 40004],
    ['more than 1 MB', media('Buffer.alloc(1024 * 1024 + 1)'), 40006],
  ])('imgSecCheck of %s', async (_name, params, errCode) => {
    expect((await refused('security.imgSecCheck', params)).errCode).toBe(errCode);
  });
});

test('soter.verifySignature knows the signature of this person and this result alone', async () => {
  const json = JSON.stringify({ raw: 'challenge-1' });
  const jsonSignature = cloud.phone.soterSignature('oSigner', json);
  const check = async (openid: string, jsonString: string, signature = jsonSignature) => {
    const params = { openid, jsonString, jsonSignature: signature };
    return (await open<{ isOk: boolean }>('soter.verifySignature', JSON.stringify(params))).isOk;
  };
  expect(await check('oSigner', json)).toBe(true);
  expect(await check('oOther', json)).toBe(false);
  expect(await check('oSigner', json.replace('1', '2'))).toBe(false);
  expect(await check('oSigner', json, 'guess')).toBe(false);
});

test('phonenumber.getPhoneNumber takes a code once, within 5 minutes', async () => {
  const ask = (code: string) => `{ code: '${code}' }`;
  const code = cloud.phone.issuePhoneCode('13800000000');
  expect(await open('phonenumber.getPhoneNumber', ask(code))).toMatchObject({
    phoneInfo: {
      phoneNumber: '13800000000',
      purePhoneNumber: '13800000000',
      countryCode: '86',
      watermark: { appid: 'wxlocal0000000000', timestamp: expect.any(Number) },
    },
  });
  expect((await refused('phonenumber.getPhoneNumber', ask(code))).errCode).toBe(40029);
  const late = cloud.phone.issuePhoneCode('13800000000');
  cloud.clock.advance(5 * 60_000 + 1000);
  expect((await refused('phonenumber.getPhoneNumber', ask(late))).errCode).toBe(40029);
  cloud.clock.set(null);
});

test('wxacode.getUnlimited gives a PNG that depends on scene and page alone', async () => {
  const draw = async (params: object) => {
    const script = `const { contentType, buffer } = await cloud.openapi.wxacode.getUnlimited(event.params);
      return [contentType, buffer.toString('base64')]`;
    return run<[string, string]>(cloud, script, { params });
  };
  const [contentType, picture] = await draw({ scene: 'e=42', page: 'pages/join/index' });
  expect(contentType).toBe('image/png');
  expect((await draw({ scene: 'e=42', page: 'pages/join/index' }))[1]).toBe(picture);
  expect((await draw({ scene: 'e=43', page: 'pages/join/index' }))[1]).not.toBe(picture);
  const png = Buffer.from(picture, 'base64');
  expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const dataAt = png.indexOf('IDAT') + 4;
  const rows = inflateSync(png.subarray(dataAt, dataAt + png.readUInt32BE(dataAt - 8)));
  expect(rows.length).toBe(height * (width + 1));
  // The check sum of an empty last chunk is known (RFC 2083, 11.2).
  expect(png.subarray(-12).toString('hex')).toBe('0000000049454e44ae426082');
  expect((await refused('wxacode.getUnlimited', `{ scene: 'x'.repeat(33) }`)).errCode).toBe(40169);
  expect((await refused('wxacode.getUnlimited', `{ scene: 'x', page: '/pages/a' }`)).errCode).toBe(41030);
  await expect(open('wxacode.get', `{ path: 'pages/a/a?b=1' }`)).resolves.toMatchObject({
    contentType: 'image/png',
  });
  expect((await refused('wxacode.get', `{ path: 'x'.repeat(1025) }`)).errCode).toBe(40159);
});

test.each(['customerServiceMessage.send', 'constructor', 'security.mediaCheckSync'])(
  'openapi.%s is refused by its name',
  async (api) => {
    const error = await refused(api, '{}');
    expect(error).toMatchObject({ errCode: -501001, text: expect.stringContaining(`openapi.${api}`) });
  },
);

test('an API that config.json does not list is refused with -604101, and reaches nobody', async () => {
  const send = `await cloud.openapi.security.msgSecCheck({ content: 'badword' })`;
  const seen = `try { ${send} } catch (error) { return seen(error); }`;
  const { result } = await cloud.invoke('patient', { script: seen }, { as: AS_USER });
  expect(result).toMatchObject({ errCode: -604101, text: expect.stringContaining('no permission') });
});

describe('mediaCheckAsync', () => {
  const FILE = 'papers/a.png';
  const OPENID = AS_USER.openid;
  const put = (content: string) =>
    run(cloud, `return cloud.uploadFile({ cloudPath: '${FILE}', fileContent: Buffer.from('${content}') })`);
  const ask = `const [{ tempFileURL }] = (await cloud.getTempFileURL({ fileList: ['cloud://local-env.local/${FILE}'] })).fileList;
    return cloud.openapi.security.mediaCheckAsync({ mediaUrl: tempFileURL, mediaType: 2, version: 2, openid: '${OPENID}', scene: 2 })`;
  const pushed = async () => (await cloud.db.find('pushed', {})).map(({ _id, ...event }) => event);
  beforeEach(() => cloud.db.replaceAll({ pushed: [] }));

  test.each([
    ['a picture', { suggest: 'pass', label: 100 }],
    ['a picture, badword', { suggest: 'risky', label: 21000 }],
    ['a picture, doubtful', { suggest: 'review', label: 21000 }],
  ])('%s: a trace id at once, the result later, by the context of a message', async (content, result) => {
    await put(content);
    const { traceId } = await run<{ traceId: string }>(cloud, ask);
    expect(traceId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/);
    expect(await pushed()).toEqual([]);
    await cloud.push.deliver();
    await cloud.push.deliver();
    expect(await pushed()).toMatchObject([
      {
        source: 'wx_unknown',
        openid: OPENID,
        event: {
          MsgType: 'event',
          Event: 'wxa_media_check',
          FromUserName: OPENID,
          appid: 'wxlocal0000000000',
          trace_id: traceId,
          version: 2,
          errcode: 0,
          result,
          detail: [{ strategy: 'content_model', errcode: 0, ...result }],
          userInfo: { openId: OPENID },
        },
      },
    ]);
  });

  test('a file that is gone by then has no result', async () => {
    await put('a picture');
    await run(cloud, ask);
    await run(cloud, `return cloud.deleteFile({ fileList: ['cloud://local-env.local/${FILE}'] })`);
    await cloud.push.deliver();
    const [{ event }] = (await pushed()) as [{ event: Record<string, unknown> }];
    expect(event).toMatchObject({ errcode: -1008, detail: [] });
    expect(event).not.toHaveProperty('result');
  });

  const whole = {
    mediaUrl: 'https://example.com/a.png',
    mediaType: 2,
    version: 2,
    openid: OPENID,
    scene: 2,
  };
  test.each([
    ['no address', { mediaUrl: '' }, 44002],
    ['a file id', { mediaUrl: 'cloud://local-env.local/a.png' }, 47001],
    ['sound', { mediaType: 1 }, 40004],
    ['the first version', { version: 1 }, 40097],
    ['nobody', { openid: '' }, 40003],
    ['an unknown scene', { scene: 5 }, 40129],
    ['somebody who was never there', { openid: 'oStranger' }, 61010],
  ])('%s is refused', async (_name, more, errCode) => {
    const error = await refused('security.mediaCheckAsync', JSON.stringify({ ...whole, ...more }));
    expect(error.errCode).toBe(errCode);
    await cloud.push.deliver();
    expect(await pushed()).toEqual([]);
  });

  test('two hours after the last visit of the person it is refused', async () => {
    const later = Date.now() + 2 * 3_600_000 + 60_000;
    const by = { kind: 'user', openid: 'oOther' } as const;
    const seen = `try { await cloud.openapi.security.mediaCheckAsync(${JSON.stringify(whole)}) } catch (error) { return seen(error); }`;
    const { result } = await cloud.invoke('sdk', { script: seen }, { as: by, now: later });
    expect(result).toMatchObject({ errCode: 61010 });
    expect((await cloud.invoke('sdk', { script: seen }, { as: by })).result).toBeNull();
    await cloud.push.deliver();
  });

  test('a message that no function is set for goes nowhere', async () => {
    const other = await startScriptCloud({ collections: ['pushed'], messagePush: [] });
    await run(other, `return cloud.openapi.security.mediaCheckAsync(${JSON.stringify(whole)})`);
    await other.push.deliver();
    expect(await other.db.find('pushed', {})).toEqual([]);
    await other.close();
  });

  test('outside of tests it comes by itself', async () => {
    const other = await startScriptCloud({
      collections: ['pushed'],
      runTimers: true,
      messagePush: [{ msgType: 'event', event: 'wxa_media_check', function: 'pushed' }],
    });
    await run(other, `return cloud.openapi.security.mediaCheckAsync(${JSON.stringify(whole)})`);
    await seenInTime(async () => (await other.db.find('pushed', {})).length > 0);
    expect(await other.db.find('pushed', {})).toHaveLength(1);
    await other.close();
  });
});

describe('malformed requests get a typed error', () => {
  const SCRIPT = `const { sessionToken, fields, type } = event;
    const body = [...fields, ['sessionToken', sessionToken ?? process.env.TENCENTCLOUD_SESSIONTOKEN]]
      .map(([name, value]) => '--cut\\r\\nContent-Disposition: form-data; name="' + name + '"\\r\\n\\r\\n' + value + '\\r\\n').join('');
    const headers = { 'content-type': type ?? 'multipart/form-data; boundary=cut' };
    return post(body + (event.end ?? '--cut--\\r\\n'), headers)`;
  const API = ['apiName', 'security.msgSecCheck'];

  test.each<[string, object, string]>([
    ['no boundary', { type: 'multipart/form-data', fields: [] }, 'INVALID_PARAM'],
    ['no end', { fields: [], end: '' }, 'INVALID_PARAM'],
    ['a wrong boundary', { type: 'multipart/form-data; boundary=other', fields: [] }, 'INVALID_PARAM'],
    ['no running call', { sessionToken: 'guess', fields: [['action', 'wx.openApi']] }, 'SIGN_PARAM_INVALID'],
    ['a payment', { fields: [['action', 'wx.wxPayApi']] }, 'wx.wxPayApi'],
    [
      'data that breaks off',
      { fields: [['action', 'wx.openApi'], API, ['requestData', '\x12\x7fxx']] },
      'open API cannot be read',
    ],
    ['no data', { fields: [['action', 'wx.openApi'], API] }, '44004'],
  ])('%s', async (_name, event, text) => {
    expect(await run<string>(cloud, SCRIPT, event)).toContain(text);
  });
});
