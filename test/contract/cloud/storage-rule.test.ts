import type { StorageRule } from '../../../local/cloud';
import type { TestCloud } from '../../support/cloud';
import { run, startScriptCloud } from './script';

const OWN = 'resource.openid == auth.openid';
const [ANN, BEN] = ['oAnn', 'oBen'];
let cloud: TestCloud;
afterEach(() => cloud.close());

const open = async (storageRule?: StorageRule) => {
  cloud = await startScriptCloud({ ...(storageRule && { storageRule }), now: '2026-03-02T09:00:00+08:00' });
};
const ask = async (openid: string, path: string, body: string) => {
  const headers = { 'x-demo-openid': openid, 'content-type': 'application/json' };
  return (await (await fetch(`${cloud.url}${path}`, { method: 'POST', body, headers })).json()) as Asked;
};
interface Asked {
  fileID?: string;
  code?: string;
  fileList: { status: number; tempFileURL: string; maxAge?: number; errMsg: string }[];
}
const upload = (openid: string, path: string) =>
  ask(openid, `/client/upload?path=${encodeURIComponent(path)}`, `of ${openid}`);
const linkOf = async (openid: string, path: string, maxAge?: number) => {
  const fileID = `cloud://local-env.local/${path}`;
  const fileList = [maxAge === undefined ? fileID : { fileID, maxAge }];
  const [link] = (await ask(openid, '/client/temp-urls', JSON.stringify({ fileList }))).fileList;
  return link as Asked['fileList'][number];
};
const byFunction = (path: string) =>
  run(cloud, `await cloud.uploadFile({ cloudPath: event.path, fileContent: Buffer.from('made') })`, { path });

test('nobody reads a file by its id where the rule says so, and whether it is there is not told', async () => {
  await open({ read: false, write: OWN });
  await upload(ANN, 'faces/1.png');
  await byFunction('reports/1.csv');
  for (const [who, path] of [
    [ANN, 'faces/1.png'],
    [BEN, 'faces/1.png'],
    [BEN, 'reports/1.csv'],
    [BEN, 'reports/none.csv'],
  ] as const)
    expect(await linkOf(who, path)).toMatchObject({
      status: -503002,
      errMsg: 'STORAGE_EXCEED_AUTHORITY',
      tempFileURL: '',
    });
});

test('the owner alone reads and writes where the rule says so; a file of a function is nobody’s', async () => {
  await open({ read: OWN, write: OWN });
  await upload(ANN, 'faces/1.png');
  await byFunction('reports/1.csv');
  const { status, tempFileURL } = await linkOf(ANN, 'faces/1.png');
  expect([status, await (await fetch(tempFileURL)).text()]).toEqual([0, 'of oAnn']);
  expect((await linkOf(BEN, 'faces/1.png')).status).toBe(-503002);
  expect((await linkOf(ANN, 'reports/1.csv')).status).toBe(-503002);
  expect(await upload(BEN, 'faces/1.png')).toMatchObject({ code: 'STORAGE_EXCEED_AUTHORITY' });
  expect(await upload(BEN, 'reports/1.csv')).toMatchObject({ code: 'STORAGE_EXCEED_AUTHORITY' });
});

test('an upload outside of the folders of the rule is refused, and nothing is stored', async () => {
  await open({ read: false, write: `${OWN} && /^faces\\//.test(resource.path) == true` });
  expect(await upload(ANN, 'faces/1.png')).toMatchObject({ fileID: expect.any(String) });
  expect(await upload(ANN, 'reports/1.csv')).toMatchObject({ code: 'STORAGE_EXCEED_AUTHORITY' });
  expect((await cloud.files.list('', 0, 10)).files.map(({ path }) => path)).toEqual(['faces/1.png']);
});

test('without a rule everybody reads, by an address without a signature that never ends', async () => {
  await open();
  await upload(ANN, 'faces/1.png');
  const { status, tempFileURL } = await linkOf(BEN, 'faces/1.png', 60);
  expect([status, new URL(tempFileURL).search]).toEqual([0, '']);
  cloud.clock.advance(30 * 86_400_000);
  expect(await (await fetch(tempFileURL)).text()).toBe('of oAnn');
});

test('an address without a signature reads nothing that is not public', async () => {
  await open({ read: OWN, write: OWN });
  await upload(ANN, 'faces/1.png');
  const { tempFileURL } = await linkOf(ANN, 'faces/1.png');
  expect((await fetch(tempFileURL.split('?')[0] ?? '')).status).toBe(400);
});

test.each([
  ['two hours', 7_200, 7_200],
  ['a day where nobody says', undefined, 86_400],
  ['a day at most', 1_000_000, 86_400],
])('a link lives %s', async (_name, asked, seconds) => {
  await open({ read: OWN, write: OWN });
  await upload(ANN, 'faces/1.png');
  const server = await run<{ tempFileURL: string; maxAge: number }>(
    cloud,
    `const fileID = 'cloud://local-env.local/faces/1.png';
     return (await cloud.getTempFileURL({ fileList: [{ fileID, maxAge: event.asked }] })).fileList[0]`,
    { asked },
  );
  const client = await linkOf(ANN, 'faces/1.png', asked);
  const statuses = () =>
    Promise.all([server, client].map(async ({ tempFileURL }) => (await fetch(tempFileURL)).status));
  expect([server.maxAge, client.maxAge]).toEqual([seconds, seconds]);
  cloud.clock.advance((seconds - 5) * 1000);
  expect(await statuses()).toEqual([200, 200]);
  cloud.clock.advance(10_000);
  expect(await statuses()).toEqual([400, 400]);
});

test('a rule that the platform would not take keeps the cloud from starting', async () => {
  await open();
  await expect(
    startScriptCloud({ storageRule: { read: 'resource.size < 1', write: false } }),
  ).rejects.toThrow('resource.size');
});
