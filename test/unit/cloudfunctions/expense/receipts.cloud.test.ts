import type { AroundRequest } from '../../../../local/cloud';
import { openWithReset } from '../../../support/open';
import { requestSwitch } from '../../../support/request-switch';
import { OPENIDS, openCompany } from '../support/company';
import { upload } from '../support/staff';

const requests = requestSwitch();
const company = openWithReset(() =>
  openCompany('2026-11-23T10:00:00+08:00', {
    aroundRequest: requests.aroundRequest,
  }),
);

const JPG = [0xff, 0xd8, 0xff, 0xe0];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const PDF = [...Buffer.from('%PDF-1.7')];
const content = (start: readonly number[], rest: string) => Buffer.from([...start, ...Buffer.from(rest)]);
const put = (name: string, body: Buffer, as: string = OPENIDS.day, id = 'E0001') =>
  upload(company, as, `requests/${id}/${name}`, body);
const check = (fileId: string, as: string = OPENIDS.day) =>
  company.act(as, 'requests.checkReceipt', { fileId });
const copies = async () => (await company.files.list('receipts/', 0, 100)).files.map(({ path }) => path);
const claims = () => company.db.find('receipts', {});

test.each([
  ['a.jpg', JPG],
  ['a.png', PNG],
  ['a.pdf', PDF],
])('%s is taken by what it is', async (name, start) => {
  const body = content(start, 'receipt');
  const { data } = await check(await put(name, body));
  expect(data).toEqual({
    fileId: expect.stringMatching(
      new RegExp(`^cloud://[^/]+/receipts/E0001/[0-9a-f-]{36}\\.${name.slice(2)}$`),
    ),
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    bytes: body.length,
    duplicate: null,
  });
  expect(await claims()).toMatchObject([
    { _id: data.hash, employeeId: 'E0001', fileId: data.fileId, requestId: null, byOther: false },
  ]);
});

test.each([
  ['a program that says it is a picture', 'a.jpg', Buffer.from('MZ this is no picture'), 'type'],
  ['a web page', 'a.pdf', Buffer.from('<html></html>'), 'type'],
  ['the beginning of a picture, cut off', 'a.png', Buffer.from(PNG.slice(0, 4)), 'type'],
  ['more than 5 MB', 'a.jpg', Buffer.concat([Buffer.from(JPG), Buffer.alloc(5 * 1024 * 1024)]), 'size'],
])('%s is refused', async (_, name, body, rule) => {
  expect((await check(await put(name, body))).error).toEqual({ code: 'FILE_INVALID', data: { rule } });
  expect(await claims()).toEqual([]);
});

test('a file that is not there, and one of somebody else', async () => {
  const gone = (await put('a.jpg', content(JPG, 'x'))).replace('a.jpg', 'b.jpg');
  expect((await check(gone)).error).toEqual({ code: 'FILE_INVALID', data: { rule: 'missing' } });
  const others = await put('a.jpg', content(JPG, 'y'), OPENIDS.night, 'E0002');
  for (const fileId of [
    others,
    'cloud://x/requests/E0001/../a.jpg',
    'cloud://x/requests/E0001/..',
    'https://example.com/a.jpg',
    '',
  ])
    expect((await check(fileId)).error).toEqual({ code: 'FILE_INVALID', data: { rule: 'owner' } });
});

describe('the same receipt', () => {
  const body = content(JPG, 'taxi 2026-11-20 38.00');
  test('in one’s own draft may be used again, also as another upload', async () => {
    const first = await put('a.jpg', body);
    const { fileId } = (await check(first)).data;
    for (const upload of [first, await put('b.jpg', body)])
      expect((await check(upload)).data).toMatchObject({ duplicate: null, fileId });
    expect(await claims()).toMatchObject([{ fileId }]);
  });
  test('that one has claimed already is one’s own', async () => {
    const { hash } = (await check(await put('a.jpg', body))).data;
    const [claim] = await claims();
    await company.db.updateMany('receipts', { _id: hash }, { $set: { requestId: 'R1' } });
    expect((await check(await put('b.jpg', body))).data.duplicate).toEqual({ own: true, at: claim?.at });
  });
  test('of a colleague is found, without telling whose', async () => {
    await check(await put('a.jpg', body));
    company.clock.advance(3_600_000);
    const mine = await put('z.jpg', body, OPENIDS.night, 'E0002');
    for (let time = 0; time < 2; time += 1) {
      const { data } = await check(mine, OPENIDS.night);
      expect(data.duplicate).toEqual({ own: false, at: expect.any(Number) });
      expect(JSON.stringify(data)).not.toContain('E0001');
    }
    const [, second] = (await claims()).sort((a, b) => String(a._id).length - String(b._id).length);
    expect(second).toMatchObject({ employeeId: 'E0002', byOther: true, requestId: null });
    expect((await check(await put('c.jpg', body))).data.duplicate).toBeNull();
  });
  test('twice at once by one person is one claim of one copy, and no other copy stays', async () => {
    const before = await copies();
    const uploads = [await put('a.jpg', body), await put('b.jpg', body)];
    // Both have made their copy before either of them claims the content.
    let claiming = 0;
    let release = (): void => undefined;
    const both = new Promise<void>((resolve) => {
      release = resolve;
    });
    const around: AroundRequest = async ({ action, collection }, proceed) => {
      if (action === 'database.insertDocument' && collection === 'receipts') {
        claiming += 1;
        if (claiming === 2) release();
        await both;
      }
      return proceed();
    };
    const answers = await requests.during(around, () => Promise.all(uploads.map((each) => check(each))));
    const [one, other] = answers.map(({ data }) => data.fileId);
    expect(other).toBe(one);
    expect(await claims()).toMatchObject([{ fileId: one }]);
    const after = (await copies()).filter((path) => !before.includes(path));
    expect(after.map((path) => one.endsWith(`/${path}`))).toEqual([true]);
  });
  test('of two at once one is first', async () => {
    const files = [await put('a.jpg', body), await put('b.jpg', body, OPENIDS.night, 'E0002')];
    const answers = await Promise.all([check(files[0] ?? ''), check(files[1] ?? '', OPENIDS.night)]);
    const told = answers.map(({ data }) => data.duplicate === null);
    expect(told.filter(Boolean)).toHaveLength(1);
    expect(await claims()).toHaveLength(2);
  });
});

test('nobody can change what was looked at: not the upload, not the copy', async () => {
  const body = content(JPG, 'taxi 38.00');
  const name = 'changed.jpg';
  const { fileId } = (await check(await put(name, body))).data;
  const path = fileId.replace(/^cloud:\/\/[^/]+\//, '');
  await put(name, content(JPG, 'taxi 9,800.00'));
  expect(await upload(company, OPENIDS.day, path, content(JPG, 'taxi 9,800.00'))).toBeUndefined();
  expect(await company.files.read(path)).toEqual(body);
});
