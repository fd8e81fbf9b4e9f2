import { openPerFile } from '../support/open';
import { newKey, openRequestCompany, PEOPLE, trip } from '../unit/cloudfunctions/support/request-company';
import { upload } from '../unit/cloudfunctions/support/staff';

let sent: ReturnType<typeof trip>;
const company = openPerFile(() => openRequestCompany('2026-11-23T09:00:00+08:00'));
beforeAll(async () => {
  sent = trip('2026-12-01');
  expect((await company.ask('staff', 'submit', sent)).ok).toBe(true);
});

const everything = async () =>
  Promise.all(company.db.collectionNames().map(async (name) => [name, await company.db.find(name, {})]));

const of = (typeId: string, values: object) => ({ key: newKey(), typeId, version: 1, values });
const days = (from: string, to: string) => ({ unit: 'day', from, to });
const hours = (start: number, end: number) => ({ unit: 'hour', from: '2026-12-07', start, end });
const leave = (period: object, more: object = {}) =>
  of('leave', { leaveType: 'annual', period, reason: 'x', ...more });
const line = { day: '2026-11-20', category: 'travel', amount: 100, files: [], note: '' };
const onAnother = `${PEOPLE.staff}-${'k'.repeat(20)}`;

/** What a broken or dishonest phone may send. */
const BAD: readonly (readonly [what: string, action: string, input: () => unknown])[] = [
  ['dates the wrong way round', 'submit', () => leave(days('2026-12-05', '2026-12-01'))],
  ['a day that is none', 'submit', () => leave(days('2026-02-30', '2026-02-30'))],
  ['a year of leave', 'submit', () => leave(days('2026-12-01', '2027-12-01'))],
  ['a thousand years', 'submit', () => leave(days('2026-12-01', '3026-12-01'))],
  ['hours over a day', 'submit', () => leave(hours(540, 3_000))],
  ['hours the wrong way round', 'submit', () => leave(hours(1_080, 540))],
  ['25 hours of overtime', 'submit', () => of('overtime', { period: hours(0, 1_500), reason: 'x' })],
  ['an expense of 10,000 lines', 'submit', () => of('expense', { lines: Array(10_000).fill(line) })],
  ['an expense of 200 lines', 'submit', () => of('expense', { lines: Array(200).fill(line) })],
  [
    'text of 100 KB',
    'submit',
    () => leave(days('2026-12-01', '2026-12-01'), { reason: '长'.repeat(34_000) }),
  ],
  [
    'a file of somebody else',
    'checkReceipt',
    () => ({ fileId: `cloud://e.b/requests/${PEOPLE.peer}/a.jpg` }),
  ],
  [
    'a file beside the folder',
    'checkReceipt',
    () => ({ fileId: `cloud://e.b/requests/${PEOPLE.staff}/../x.jpg` }),
  ],
  [
    'a file that is not there',
    'checkReceipt',
    () => ({ fileId: `cloud://e.b/requests/${PEOPLE.staff}/a.jpg` }),
  ],
  ['the balance of another', 'balances', () => ({ employeeId: PEOPLE.peer })],
  [
    'a change of one’s balance',
    'adjustBalance',
    () => ({
      key: newKey(),
      employeeId: PEOPLE.staff,
      typeId: 'annual',
      minutes: 4_800,
      reason: 'x',
    }),
  ],
  ['the key again, with other values', 'submit', () => ({ ...trip('2026-12-15'), key: sent.key })],
  ['a type that is not there', 'submit', () => of('nonsense', {})],
  ['a version to come', 'submit', () => ({ ...trip('2026-12-15'), version: 99 })],
  [
    'a decision of one’s own',
    'decide',
    () => ({ id: `${PEOPLE.staff}-${sent.key}`, rev: 1, verb: 'approve' }),
  ],
  ['a request that is not there', 'withdraw', () => ({ id: onAnother, rev: 1 })],
  ['a revision to come', 'withdraw', () => ({ id: `${PEOPLE.staff}-${sent.key}`, rev: 2 ** 53 })],
  ['an operator as an id', 'detail', () => ({ id: { $ne: '' } })],
];

test.each(BAD)('%s (%s): a typed error, and nothing changes', async (_, action, input) => {
  const before = await everything();
  const bad = input();
  const outcome = await company.ask('staff', action, bad).then(
    ({ ok, error }) => (ok ? 'ok' : (error?.code ?? 'none')),
    // The platform itself refuses an event over 100 KB.
    (error: { code?: string }) => error.code ?? 'none',
  );
  expect(outcome).toMatch(/^[A-Z][A-Z_]+$/);
  expect(['INTERNAL', 'BUSY', 'SYS_ERR', 'FUNCTIONS_EXECUTE_FAIL']).not.toContain(outcome);
  expect(await everything()).toEqual(before);
});

/** A file as staff uploads it. @returns its file id */
const put = (name: string, content: Buffer | string, folder = `requests/${PEOPLE.staff}`) =>
  upload(company, 'openid-of-r03', `${folder}/${name}`, Buffer.from(content));
const JPG = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
const ENVIRONMENT = 'cloud://local-env.local';

/** Files that are not what they say, and names of files that are not one's own. */
const BAD_FILES: readonly (readonly [what: string, rule: string, file: () => Promise<string> | string])[] = [
  ['a zip', 'type', () => put('zip.jpg', 'PK\u0003\u0004 and more')],
  ['a program', 'type', () => put('exe.jpg', 'MZ\u0090 and more')],
  ['a web page', 'type', () => put('page.jpg', '<!doctype html><script>alert(1)</script>')],
  ['a drawing with a script', 'type', () => put('svg.jpg', '<svg onload="alert(1)"/>')],
  ['a picture behind something else', 'type', () => put('late.jpg', Buffer.concat([Buffer.from('x'), JPG]))],
  ['a picture that ends too soon', 'type', () => put('short.jpg', JPG.subarray(0, 2))],
  ['nothing at all', 'missing', () => put('empty.jpg', '')],
  ['too much', 'size', () => put('large.jpg', Buffer.concat([JPG, Buffer.alloc(5 * 1024 * 1024)]))],
  [
    'a file of somebody else',
    'owner',
    () => upload(company, 'openid-of-r04', `requests/${PEOPLE.peer}/a.jpg`, JPG),
  ],
  ['a file of another folder', 'owner', () => `${ENVIRONMENT}/avatars/${PEOPLE.staff}/a.jpg`],
  ['a file of nobody’s folder', 'owner', () => `${ENVIRONMENT}/reports/2026-10/a.jpg`],
  [
    'a way out of the folder',
    'owner',
    () => `${ENVIRONMENT}/requests/${PEOPLE.staff}/../${PEOPLE.peer}/a.jpg`,
  ],
  ['an address of the web', 'owner', () => `https://example.com/requests/${PEOPLE.staff}/a.jpg`],
  ['a file of another environment', 'missing', () => `cloud://other.env/requests/${PEOPLE.staff}/a.jpg`],
  ['a file that is not there', 'missing', () => `${ENVIRONMENT}/requests/${PEOPLE.staff}/gone.jpg`],
];

test.each(BAD_FILES)(
  '%s instead of a receipt (%s): refused when looked at and when sent',
  async (_, rule, file) => {
    const fileId = await file();
    const before = await everything();
    const looked = await company.ask('staff', 'checkReceipt', { fileId });
    expect(looked.error).toEqual({ code: 'FILE_INVALID', data: { rule } });
    const lines = [{ ...line, files: [fileId] }];
    const { error } = await company.ask('staff', 'submit', of('expense', { lines, reason: 'x', advance: 0 }));
    expect(error?.code).toBe('FORM_INVALID');
    expect(await everything()).toEqual(before);
  },
);

test.each(BAD_FILES)(
  '%s instead of a paper (%s): refused when looked at and when sent',
  async (_, rule, file) => {
    const fileId = await file();
    const before = await everything();
    const looked = await company.ask('staff', 'keepFile', { fileId });
    expect(looked.error).toEqual({ code: 'FILE_INVALID', data: { rule } });
    const { error } = await company.ask(
      'staff',
      'submit',
      leave(days('2026-12-01', '2026-12-01'), { files: [fileId] }),
    );
    expect(error).toMatchObject({ code: 'FORM_INVALID', data: { field: 'files', rule: 'wrong-kind' } });
    expect(await everything()).toEqual(before);
  },
);

test.each([
  [
    'that was never kept',
    () => `${ENVIRONMENT}/kept-files/${PEOPLE.staff}/00000000-0000-4000-8000-000000000000.pdf`,
  ],
  [
    'of another environment',
    async () => (await keepPaper('env.pdf')).replace(ENVIRONMENT, 'cloud://other.env'),
  ],
  [
    'that is a receipt',
    async () => (await company.ask('staff', 'checkReceipt', { fileId: await put('r.jpg', JPG) })).data.fileId,
  ],
])('a paper %s does not satisfy a form', async (_, file) => {
  const files = [await file()];
  const before = await company.db.find('requests');
  const { error } = await company.ask('staff', 'submit', leave(days('2026-12-01', '2026-12-01'), { files }));
  expect(error).toEqual({ code: 'FILE_INVALID', data: { rule: 'missing' } });
  expect(await company.db.find('requests')).toEqual(before);
});

const PDF = Buffer.from('%PDF-1.7 certificate');
const keepPaper = async (name: string): Promise<string> =>
  (await company.ask('staff', 'keepFile', { fileId: await put(name, PDF) })).data.fileId;

test('a paper stays what it was when it was handed in, whatever its owner uploads afterwards', async () => {
  const uploaded = await put('certificate.pdf', PDF);
  const { data } = await company.ask('staff', 'keepFile', { fileId: uploaded });
  expect(data).toEqual({
    fileId: expect.stringContaining(`/kept-files/${PEOPLE.staff}/`),
    bytes: PDF.length,
  });
  // The same again, also under another name, is the same copy.
  expect(await keepPaper('certificate.pdf')).toBe(data.fileId);
  expect(await keepPaper('again.pdf')).toBe(data.fileId);
  const files = [data.fileId];
  const sent = await company.ask('staff', 'submit', leave(days('2026-12-02', '2026-12-02'), { files }));
  expect(sent.ok).toBe(true);
  const path = data.fileId.replace(`${ENVIRONMENT}/`, '');
  const other = Buffer.from('%PDF-1.7 something else');
  await put('certificate.pdf', other);
  expect(await upload(company, 'openid-of-r03', path, other)).toBeUndefined();
  expect(await company.files.read(path)).toEqual(PDF);
});

test('a receipt that is one is taken, and the same content under another name is the same receipt', async () => {
  const spend = async (name: string) => {
    const uploaded = await put(name, Buffer.concat([JPG, Buffer.from('taxi')]));
    const { data } = await company.ask('staff', 'checkReceipt', { fileId: uploaded });
    const lines = [{ ...line, files: [data.fileId] }];
    const sending = of('expense', { lines, reason: 'x', advance: 0 });
    const { ok, error } = await company.ask('staff', 'submit', sending);
    return [data.duplicate?.own ?? null, ok ? 'ok' : error?.code];
  };
  expect(await spend('first.jpg')).toEqual([null, 'ok']);
  const before = await company.db.find('requests');
  expect(await spend('again.jpg')).toEqual([true, 'RECEIPT_DUPLICATE']);
  expect(await company.db.find('requests')).toEqual(before);
});

test('sent again as it was, it is the same request, and its timeline has one line', async () => {
  const before = await everything();
  expect(await company.ask('staff', 'submit', sent)).toMatchObject({ ok: true });
  expect(await everything()).toEqual(before);
  const { data } = await company.ask('staff', 'detail', { id: `${PEOPLE.staff}-${sent.key}` });
  expect(data.timeline.map(({ verb }: { verb: string }) => verb)).toEqual(['submit']);
});
