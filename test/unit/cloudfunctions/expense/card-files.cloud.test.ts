import { openWithReset } from '../../../support/open';
import { newKey, openidOf, openRequestCompany, PEOPLE } from '../support/request-company';
import { upload } from '../support/staff';

const company = openWithReset(() => openRequestCompany('2026-11-23T09:00:00+08:00'));

const JPG = [0xff, 0xd8, 0xff, 0xe0];
const PDF = [...Buffer.from('%PDF-1.7')];

async function receipt(name: string): Promise<string> {
  const content = Buffer.from([...(name.endsWith('pdf') ? PDF : JPG), ...Buffer.from(name)]);
  const fileId = await upload(company, openidOf('staff'), `requests/${PEOPLE.staff}/${name}`, content);
  return (await company.ask('staff', 'checkReceipt', { fileId })).data.fileId;
}
async function send(...lines: readonly (readonly string[])[]): Promise<string> {
  const values = {
    lines: lines.map((files) => ({ day: '2026-11-20', category: 'travel', amount: 1_000, files })),
  };
  const request = { key: newKey(), typeId: 'expense', version: 1, values };
  const { data, error } = await company.ask('staff', 'submit', request);
  expect(error).toBeUndefined();
  return data.id;
}
const cardFor = async (who: 'head' | 'staff', list: string) => (await company.ask(who, list)).data.items[0];

test('an approver sees the receipts on the card, in the order of the form, and can open them', async () => {
  const [photo, invoice] = [await receipt('a.jpg'), await receipt('b.pdf')];
  await send([photo], [invoice]);
  const { files } = await cardFor('head', 'pending');
  expect(files).toEqual({
    first: [photo, invoice].map((fileId) => ({ fileId, url: expect.stringContaining('sign=') })),
    total: 2,
  });
  expect((await fetch(files.first[0].url)).status).toBe(200);
});

test('of many receipts the card links the first four and says how many there are', async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${name}.jpg`);
  const ids: string[] = [];
  for (const name of names) ids.push(await receipt(name));
  await send(ids.slice(0, 5), ids.slice(5));
  const { files } = await cardFor('head', 'pending');
  expect([files.first.map(({ fileId }: { fileId: string }) => fileId), files.total]).toEqual([
    ids.slice(0, 4),
    6,
  ]);
});

test('a card without files, and one whose file is gone, is shown without a picture', async () => {
  await send([]);
  expect((await cardFor('head', 'pending')).files).toBeUndefined();
  await company.db.updateMany(
    'requests',
    {},
    { $set: { files: { first: [`cloud://local-env/receipts/${PEOPLE.staff}/gone.jpg`], total: 1 } } },
  );
  expect((await cardFor('head', 'pending')).files).toBeUndefined();
});

test('a request that was changed and sent again shows the receipts that it has now', async () => {
  const [first, second] = [await receipt('a.jpg'), await receipt('b.jpg')];
  const id = await send([first]);
  const { rev } = Object(await company.db.get('requests', id));
  await company.ask('head', 'decide', { id, rev, verb: 'return', comment: '换一张' });
  const again = Object(await company.db.get('requests', id));
  const values = { lines: [{ day: '2026-11-20', category: 'travel', amount: 1_000, files: [second] }] };
  expect((await company.ask('staff', 'resubmit', { id, rev: again.rev, values })).error).toBeUndefined();
  expect((await cardFor('head', 'pending')).files.first).toMatchObject([{ fileId: second }]);
});

test('links come with what waits for the caller alone', async () => {
  await send([await receipt('a.jpg')]);
  expect((await cardFor('staff', 'mine')).files).toBeUndefined();
});
