import { openPerFile } from '../../support/open';
import { failure, run, startScriptCloud } from './script';

const MB = 1024 * 1024;

const cloud = openPerFile(() => startScriptCloud());

describe('storage', () => {
  const upload = (cloudPath: string, bytes: string) =>
    `await cloud.uploadFile({ cloudPath: ${JSON.stringify(cloudPath)}, fileContent: ${bytes} })`;

  test('50 files per call of deleteFile and getTempFileURL, 51 are refused', async () => {
    const list = (count: number) =>
      `Array.from({ length: ${count} }, (_, n) => 'cloud://local-env.local/none/' + n)`;
    for (const api of ['deleteFile', 'getTempFileURL']) {
      const lengthOf = `return (await cloud.${api}({ fileList: ${list(50)} })).fileList.length`;
      expect(await run(cloud, lengthOf)).toBe(50);
      const error = await failure(cloud, `await cloud.${api}({ fileList: ${list(51)} })`);
      expect(error.text).toContain('at most 50');
    }
  });

  test('an upload of 50 MB comes, one byte more does not', async () => {
    await run(cloud, upload('big/fits', `Buffer.alloc(${50 * MB})`));
    const error = await failure(cloud, upload('big/over', `Buffer.alloc(${50 * MB} + 1)`));
    expect(error.text).toContain('[EntityTooLarge]');
    const there = `const { fileList } = await cloud.getTempFileURL({ fileList: ['fits', 'over'].map((name) =>
      'cloud://local-env.local/big/' + name) }); return fileList.map(({ status }) => status)`;
    expect(await run(cloud, there)).toEqual([0, -503003]);
  });

  test.each([
    ['a slash at the start', '/a.png'],
    ['a slash at the end', 'a/'],
    ['an empty step', 'a//b.png'],
    ['a step up', 'a/../b.png'],
    ['a control character', 'a\nb.png'],
    ['a mark that a file system may refuse', 'a:b.png'],
    ['a step of 201 bytes', 'x'.repeat(201)],
    ['851 bytes', `${`${'x'.repeat(169)}/`.repeat(5)}x`],
  ])('a path with %s is refused', async (_name, cloudPath) => {
    const error = await failure(cloud, upload(cloudPath, 'Buffer.from("x")'));
    expect(error.text).toContain('is not allowed');
  });

  test('a path of 850 bytes', async () => {
    const cloudPath = `${`${'x'.repeat(169)}/`.repeat(4)}${'字'.repeat(56)}xx`;
    expect(Buffer.byteLength(cloudPath)).toBe(850);
    await run(cloud, upload(cloudPath, 'Buffer.from("x")'));
  });
});

describe('whose file it is', () => {
  const put = async (openid: string, cloudPath: string, body: string, on = cloud) => {
    const url = `${on.url}/client/upload?path=${encodeURIComponent(cloudPath)}`;
    const reply = await fetch(url, { method: 'POST', body, headers: { 'x-demo-openid': openid } });
    return (await reply.json()) as { fileID?: string; errCode?: number; code?: string };
  };
  const content = (cloudPath: string, on = cloud) =>
    run<string>(
      on,
      `return (await cloud.downloadFile({ fileID: 'cloud://local-env.local/' + event.at })).fileContent.toString()`,
      { at: cloudPath },
    );
  const refused = { errCode: -503002, code: 'STORAGE_EXCEED_AUTHORITY' };

  test('only who uploaded a file replaces it; a function may', async () => {
    expect(await put('oAnn', 'faces/1.png', 'ann')).toMatchObject({ fileID: expect.any(String) });
    expect(await put('oBen', 'faces/1.png', 'ben')).toMatchObject(refused);
    expect(await content('faces/1.png')).toBe('ann');
    await put('oAnn', 'faces/1.png', 'ann again');
    expect(await content('faces/1.png')).toBe('ann again');
    await run(
      cloud,
      `await cloud.uploadFile({ cloudPath: 'faces/1.png', fileContent: Buffer.from('function') })`,
    );
    expect(await content('faces/1.png')).toBe('function');
    expect(await put('oBen', 'faces/1.png', 'ben')).toMatchObject(refused);
  });

  test('a file that a function uploaded is nobody else to replace', async () => {
    await run(
      cloud,
      `await cloud.uploadFile({ cloudPath: 'reports/1.csv', fileContent: Buffer.from('sum') })`,
    );
    expect(await put('oAnn', 'reports/1.csv', 'ann')).toMatchObject(refused);
    expect(await content('reports/1.csv')).toBe('sum');
  });

  test('of two at once one is refused, and its bytes are nowhere', async () => {
    for (let round = 0; round < 10; round += 1) {
      const at = `race/${round}.png`;
      const replies = await Promise.all([put('oAnn', at, 'ann'), put('oBen', at, 'ben')]);
      const winner = replies.findIndex(({ fileID }) => fileID !== undefined);
      expect(replies[1 - winner]).toMatchObject(refused);
      expect(await content(at)).toBe(['ann', 'ben'][winner]);
    }
  });

  test('a deleted path is free again; owners are still known after a restart', async () => {
    await put('oAnn', 'faces/2.png', 'ann');
    await run(cloud, `await cloud.deleteFile({ fileList: ['cloud://local-env.local/faces/2.png'] })`);
    expect(await put('oBen', 'faces/2.png', 'ben')).toMatchObject({ fileID: expect.any(String) });
    const dataDir = `${cloud.dataDir}/owners`;
    const first = await startScriptCloud({ dataDir });
    await put('oAnn', 'faces/3.png', 'ann', first);
    await first.close();
    const second = await startScriptCloud({ dataDir });
    expect(await put('oBen', 'faces/3.png', 'ben', second)).toMatchObject(refused);
    expect(await put('oAnn', 'faces/3.png', 'new', second)).toMatchObject({ fileID: expect.any(String) });
    await second.close();
  });
});
