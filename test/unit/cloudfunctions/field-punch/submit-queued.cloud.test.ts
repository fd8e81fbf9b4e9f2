import { openWithReset } from '../../../support/open';
import { type Company, OPENIDS, openCompany } from '../support/company';
import { upload } from '../support/staff';

const ENVIRONMENT = 'cloud://local-env.local';
const PHOTO = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
const putPhoto = () => upload(company, OPENIDS.day, 'field-punches/E0001/p.jpg', PHOTO);

const company: Company = openWithReset(
  () => openCompany('2026-11-23T10:00:00+08:00', { riskyWords: ['risky'] }),
  () => putPhoto(),
);

const KEY = 'punch-key-of-a-field-punch';
const queuedRequest = (more: object = {}) => ({
  _id: `field-${KEY}`,
  kind: 'field',
  state: 'due',
  employeeId: 'E0001',
  day: '2026-11-23',
  slot: 'in',
  at: Date.parse('2026-11-23T09:12:00+08:00'),
  punchKey: KEY,
  place: '示例客户大厦',
  photo: `${ENVIRONMENT}/field-punches/E0001/p.jpg`,
  note: '客户拜访',
  ...more,
});
const timer = () =>
  company.invoke('requests', { Type: 'Timer' }, { as: { kind: 'timer', name: 'requests' } });
const states = async () => (await company.db.find('request_wishes', {})).map(({ state }) => state);

test('a field punch that needs approval becomes one request, however often the timer runs', async () => {
  await company.db.insertMany('request_wishes', [queuedRequest()]);
  await timer();
  await timer();
  expect(await company.db.find('requests', {})).toMatchObject([
    {
      kind: 'field',
      applicantId: 'E0001',
      state: 'pending',
      waitingFor: ['E0005'],
      reason: '客户拜访',
      values: { photo: [expect.stringMatching(/[/]kept-files[/]E0001[/][0-9a-f-]{36}[.]jpg$/)] },
      warnings: [],
    },
  ]);
  const account = await company.db.get('accounts', 'E0001');
  expect(Object.values(Object(account?.spans))).toMatchObject([
    { kind: 'field', punchKey: KEY, state: 'open' },
  ]);
  expect(await states()).toEqual(['done']);
});

test('the approver sees the photo as it was, whatever is uploaded over it, and is told if there is none', async () => {
  await company.db.insertMany('request_wishes', [
    queuedRequest(),
    queuedRequest({
      _id: 'field-without-photo-0001',
      punchKey: 'punch-key-without-photo-1',
      photo: `${ENVIRONMENT}/field-punches/E0001/never-uploaded.jpg`,
    }),
  ]);
  await timer();
  await upload(company, OPENIDS.day, 'field-punches/E0001/p.jpg', Buffer.concat([PHOTO, PHOTO]));
  const requestOf = async (punchKey: string) =>
    (await company.db.find('requests', {})).find(({ values }) => Object(values).punchKey === punchKey);
  const withPhoto = await requestOf(KEY);
  const without = await requestOf('punch-key-without-photo-1');
  const [copy] = Object(withPhoto?.values).photo;
  expect(await company.files.read(copy.replace(`${ENVIRONMENT}/`, ''))).toEqual(PHOTO);
  expect(without).toMatchObject({ warnings: [{ code: 'PHOTO_MISSING', tone: 'bad' }] });
  expect(Object(without?.values).photo).toBeUndefined();
});

test.each<[string, () => Promise<string>]>([
  [
    'a program',
    () => upload(company, OPENIDS.day, 'field-punches/E0001/bad.jpg', Buffer.from('MZ and more')),
  ],
  [
    'more than 5 MB',
    () =>
      upload(
        company,
        OPENIDS.day,
        'field-punches/E0001/bad.jpg',
        Buffer.concat([PHOTO, Buffer.alloc(5 * 1024 * 1024)]),
      ),
  ],
  ['the photo of a colleague', () => upload(company, OPENIDS.night, 'field-punches/E0002/p.jpg', PHOTO)],
  ['a paper of a form', () => upload(company, OPENIDS.day, 'requests/E0001/p.jpg', PHOTO)],
])('%s is no photo: the request says that there is none', async (_, put) => {
  await company.db.insertMany('request_wishes', [queuedRequest({ photo: await put() })]);
  await timer();
  const [request] = await company.db.find('requests', {});
  expect(request).toMatchObject({ warnings: [{ code: 'PHOTO_MISSING', tone: 'bad' }] });
  expect(Object(request?.values).photo).toBeUndefined();
  expect(await company.db.count('kept_files')).toBe(0);
});

test('a photo that WeChat’s content check refuses is hidden from the approver', async () => {
  await upload(
    company,
    OPENIDS.day,
    'field-punches/E0001/p.jpg',
    Buffer.concat([PHOTO, Buffer.from('risky')]),
  );
  // WeChat checks for whoever was there within two hours.
  await company.act(OPENIDS.day, 'people.me');
  await company.db.insertMany('request_wishes', [queuedRequest()]);
  await timer();
  await company.push.deliver();
  const [request] = await company.db.find('requests', {});
  expect(request).toMatchObject({ hiddenFiles: Object(request?.values).photo, state: 'pending' });
  expect(await company.db.find('messages', { event: 'picture.hidden' })).toMatchObject([{ to: ['E0005'] }]);
  await putPhoto();
});

test('the photo of somebody without a WeChat user is shown unchecked', async () => {
  await company.db.replaceAll({ bindings: [] });
  await company.db.insertMany('request_wishes', [queuedRequest()]);
  await timer();
  expect(await company.db.find('kept_files', {})).toMatchObject([
    { check: { state: 'waiting', openid: '', traceId: '' } },
  ]);
  expect(await company.db.count('requests')).toBe(1);
});

test('a run that died after the sending makes no second request', async () => {
  await company.db.insertMany('request_wishes', [queuedRequest()]);
  await timer();
  await company.db.updateMany('request_wishes', {}, { $set: { state: 'due' } });
  await timer();
  expect(await company.db.count('requests')).toBe(1);
  expect(await states()).toEqual(['done']);
});

test('a queued request of nobody is closed, and the next one is not held up', async () => {
  await company.db.insertMany('request_wishes', [
    queuedRequest({ _id: 'field-of-nobody-0000000', employeeId: 'E9999', at: 1 }),
    queuedRequest(),
  ]);
  await timer();
  expect((await states()).sort()).toEqual(['done', 'refused']);
});

describe('the request of a field punch', () => {
  const values = {
    punchKey: 'punch-key-that-nobody-made',
    day: '2026-11-23',
    time: '09:00',
    place: '示例客户大厦',
    photo: ['cloud://local-env/field-punches/E0001/never-uploaded.jpg'],
  };

  test('is not for phones to send: it exists for a punch alone', async () => {
    const sent = { key: 'key-of-no-field-punch-at-all', typeId: 'field', version: 1, values };
    for (const [action, input] of [
      ['submit', sent],
      ['preview', { typeId: 'field', values }],
    ] as const) {
      const { error } = await company.act(OPENIDS.day, `requests.${action}`, input);
      expect(error).toEqual({ code: 'NOT_FOUND', data: { what: 'type' } });
    }
    expect(await company.db.count('requests')).toBe(0);
  });

  test.each([
    ['punchKey', 'punch-key-of-another-punch'],
    ['day', '2026-11-20'],
    ['time', '08:00'],
    ['photo', ['cloud://local-env/field-punches/E0001/other.jpg']],
  ])('that came back keeps its %s', async (field, value) => {
    await company.db.insertMany('request_wishes', [queuedRequest()]);
    await timer();
    await company.db.updateMany('requests', {}, { $set: { state: 'returned', waitingFor: [] } });
    const [request] = await company.db.find('requests', {});
    const again = (changed: object) =>
      company.act(OPENIDS.day, 'requests.resubmit', {
        id: request?._id,
        rev: request?.rev,
        values: { ...Object(request?.values), ...changed },
      });
    expect((await again({ [field]: value })).error).toEqual({
      code: 'FORM_INVALID',
      data: { field, rule: 'fixed' },
    });
    expect((await again({ reason: '客户现场演示' })).data).toMatchObject({ state: 'pending' });
  });

  test('that was rejected is not offered to be asked for again by hand', async () => {
    await company.db.insertMany('request_wishes', [queuedRequest()]);
    await timer();
    const may = async (state: string) => {
      await company.db.updateMany('requests', {}, { $set: { state, waitingFor: [] } });
      const [request] = await company.db.find('requests', {});
      return (await company.act(OPENIDS.day, 'requests.detail', { id: request?._id })).data.may;
    };
    expect(await may('returned')).toContain('resubmit');
    expect(await may('rejected')).toEqual([]);
  });
});
