import { openWithReset } from '../../../support/open';
import { ELSEWHERE, OFFICE, OPENIDS, SITE, tap } from '../support/company';
import { openOffice, STAFF } from '../support/office';

const company = openWithReset(() => openOffice('2026-11-23T08:57:00+08:00'));

const BEACON = { uuid: 'FDA50693-A4E2-4FB1-AFCF-C6EB07647825', major: 1, minor: 2, minRssi: -80 };
const OFFICE_AP = { bssid: '58:69:6c:21:0a:10', ssid: 'OFFICE' };
const save = (site: object, expectedVersion: number, more: object = {}, as: string = STAFF.hr) =>
  company.act(as, 'saveSite', { site, expectedVersion, ...more });

test('a site is added, changed, and keeps who changed what', async () => {
  const added = await save({ ...SITE, id: 'S3' }, 0);
  expect(added.data.site).toMatchObject({
    id: 'S3',
    version: 1,
    history: [{ version: 1, what: ['created'] }],
  });
  const changed = await save({ ...SITE, id: 'S3', radius: 500, beacons: [BEACON] }, 1, {}, STAFF.admin);
  expect(changed.data.site).toMatchObject({ version: 2, radius: 500, beacons: [BEACON] });
  expect(
    changed.data.site.history.map(({ what, byName }: { what: string[]; byName: string }) => [byName, what]),
  ).toEqual([
    ['王E0012', ['radius', 'beacons']],
    ['王E0011', ['created']],
  ]);
  const { data } = await company.act(STAFF.hr, 'sites');
  expect(data.items.map(({ id }: { id: string }) => id)).toEqual(['S1', 'S2', 'S3']);
  expect(data.items[2]).toEqual(changed.data.site);
});

test('a site without an English name has the Chinese one in both languages', async () => {
  for (const name of [{ 'zh-CN': '总部' }, { 'zh-CN': ' 总部 ', en: ' ' }]) {
    const { data } = await save({ ...SITE, name }, 1);
    expect(data.site.name).toEqual({ 'zh-CN': '总部', en: '总部' });
  }
});

test('a site that was there before the product kept versions can be changed', async () => {
  expect((await save({ ...SITE, tolerance: 60 }, 1)).data.site).toMatchObject({ version: 2, tolerance: 60 });
});

test('of two who change the same version one is told', async () => {
  await save({ ...SITE, radius: 400 }, 1);
  expect((await save({ ...SITE, radius: 500 }, 1)).error).toEqual({
    code: 'VERSION_CONFLICT',
    data: { version: 2 },
  });
  expect((await save({ ...SITE, id: 'S2' }, 0)).error).toMatchObject({ code: 'VERSION_CONFLICT' });
  expect((await save({ ...SITE, id: 'S9' }, 3)).error).toEqual({ code: 'NOT_FOUND', data: { what: 'site' } });
});

test('asked again after a lost answer, the work is found done', async () => {
  const first = await save({ ...SITE, id: 'S3' }, 0);
  expect((await save({ ...SITE, id: 'S3' }, 0)).data).toEqual(first.data);
  const changed = await save({ ...SITE, id: 'S3', radius: 500 }, 1);
  expect((await save({ ...SITE, id: 'S3', radius: 500 }, 1)).data).toEqual(changed.data);
});

test('a new secret ends the codes of the old one, and is in no answer', async () => {
  const screen = async () => (await company.act(STAFF.hr, 'screenCode', { siteId: 'S1' })).data.code;
  const before = await screen();
  const { data } = await save(SITE, 1, { rotateSecret: true });
  expect(data.site.history[0].what).toEqual(['secret']);
  const after = await screen();
  const punch = (code: string, as: string) => {
    const { location: _, ...input } = tap(company, { mode: 'code', code });
    return company.punch(as, input);
  };
  expect((await punch(after, OPENIDS.day)).data.outcome).toBe('booked');
  company.clock.advance(1_000);
  expect((await punch(before, OPENIDS.fieldForbidden)).error?.data).toEqual({ reason: 'unknown' });
  const stored = (await company.db.get('sites', 'S1')) as unknown as {
    secret: { key: string; version: number };
  };
  expect(stored.secret.version).toBe(2);
  const told = [
    data,
    (await company.act(STAFF.admin, 'sites')).data,
    (await company.act(OPENIDS.day, 'today')).data,
    after,
  ];
  expect(JSON.stringify(told)).not.toContain(stored.secret.key);
  expect(JSON.stringify(told)).not.toContain('"secret":{');
});

test.each([
  ['radius', 29],
  ['radius', 2_001],
  ['radius', 100.5],
  ['tolerance', -1],
  ['latitude', 91],
  ['id', 'a.b'],
  ['name', { 'zh-CN': '', en: 'x' }],
  ['name', { en: 'x' }],
  ['name', { 'zh-CN': 'x', en: 'x'.repeat(61) }],
  ['biometric', 'forced'],
  ['beacons', [{ ...BEACON, uuid: 'x' }]],
  ['beacons', [{ ...BEACON, minRssi: 0 }]],
  ['beacons', Array.from({ length: 21 }, () => BEACON)],
  ['wifi', 'forced'],
  ['networks', [{ bssid: '02:00:00:00:00:00', ssid: '' }]],
  ['networks', [{ bssid: '01:00:5e:00:00:01', ssid: '' }]],
  ['networks', [{ bssid: '00:00:00:00:00:00', ssid: '' }]],
  ['networks', [{ bssid: '7a:8a:20:00:00:01', ssid: 'a hotspot' }]],
  ['networks', [{ bssid: '58:69:6c:21:0a', ssid: '' }]],
  ['networks', [OFFICE_AP, { ...OFFICE_AP, bssid: '58-69-6C-21-0A-10' }]],
  ['networks', Array.from({ length: 31 }, (_, at) => ({ bssid: `58:69:6c:21:0a:${10 + at}`, ssid: '' }))],
  ['screenKeepers', Array.from({ length: 21 }, (_, at) => `E${at}`)],
  ['secret', { key: 'mine', version: 1 }],
])('%s %j is refused', async (field, value) => {
  expect((await save({ ...SITE, [field]: value }, 1)).error?.code).toBe('INPUT_INVALID');
});

test('a keeper is an employee', async () => {
  expect((await save({ ...SITE, screenKeepers: ['E9999'] }, 1)).error).toEqual({
    code: 'NOT_FOUND',
    data: { what: 'employee' },
  });
});

test('the phone is told which beacons to look for, and no more', async () => {
  await save({ ...SITE, beacons: [BEACON], biometric: 'asked', screenKeepers: ['E0001'] }, 1);
  const { data } = await company.act(OPENIDS.day, 'today');
  expect(data.sites).toEqual([
    {
      id: 'S1',
      name: SITE.name,
      ...OFFICE,
      radius: 300,
      tolerance: 50,
      beaconUuids: [BEACON.uuid],
      biometric: 'asked',
      keepsScreen: true,
    },
  ]);
  const [other] = (await company.act(OPENIDS.fieldForbidden, 'today')).data.sites;
  expect(other).toMatchObject({ id: 'S1' });
  expect(other).not.toHaveProperty('keepsScreen');
});

describe('beacons', () => {
  const near = (more: object = {}) => {
    const { location: _, ...input } = tap(company, { mode: 'beacon' });
    const { minRssi: __, ...id } = BEACON;
    return { ...input, beacons: [{ ...id, rssi: -70, ...more }] };
  };
  beforeEach(() => save({ ...SITE, beacons: [BEACON] }, 1));

  test('a strong one of the own site books, and is kept as evidence', async () => {
    const { data } = await company.punch(OPENIDS.day, near({ uuid: BEACON.uuid.toLowerCase() }));
    expect(data.punch).toMatchObject({ mode: 'beacon', site: { id: 'S1' }, distance: null });
    const day = (await company.db.get('attendance_days', 'E0001:2026-11-23')) as unknown as {
      punches: object[];
    };
    expect(day.punches[0]).toMatchObject({ beacon: { major: 1, minor: 2, rssi: -70 } });
    expect(data.punch).not.toHaveProperty('beacon');
  });
  test('whoever guesses is seen by HR, and after ten tries a day not even the right one counts', async () => {
    const codes = [];
    for (let minor = 100; minor < 112; minor += 1)
      codes.push((await company.punch(OPENIDS.day, near({ minor }))).error?.code);
    expect(codes).toEqual([...Array(10).fill('BEACON_NOT_FOUND'), 'RATE_LIMITED', 'RATE_LIMITED']);
    const { error } = await company.punch(OPENIDS.day, near());
    expect(error).toEqual({
      code: 'RATE_LIMITED',
      data: { rule: 'tries', retryAt: Date.parse('2026-11-24T00:00:00+08:00') },
    });
    const { items } = (await company.act(STAFF.hr, 'flags', { state: 'open' })).data;
    expect(items).toMatchObject([
      { employee: { id: 'E0001' }, flag: 'many-tries', evidence: [{ data: { tries: 5 } }] },
    ]);
    // By location the person punches as ever, and so does everybody else by beacon.
    expect((await company.punch(OPENIDS.day, tap(company))).error).toBeUndefined();
    expect((await company.punch(OPENIDS.fieldForbidden, near())).error).toBeUndefined();
  });
  test('a beacon of the own site that is too weak is no guess', async () => {
    for (let n = 0; n < 12; n += 1) await company.punch(OPENIDS.day, near({ rssi: -81 }));
    expect((await company.punch(OPENIDS.day, near())).error).toBeUndefined();
  });
  test.each([
    ['too weak', { rssi: -81 }],
    ['another minor', { minor: 3 }],
    ['another company’s', { uuid: 'FDA50693-A4E2-4FB1-AFCF-C6EB07647826' }],
  ])('%s: BEACON_NOT_FOUND', async (_, more) => {
    expect((await company.punch(OPENIDS.day, near(more))).error?.code).toBe('BEACON_NOT_FOUND');
  });
  test('of a site that is not the person’s', async () => {
    expect((await company.punch(OPENIDS.siteless, near())).error?.code).toBe('BEACON_NOT_FOUND');
  });
});

describe('the Wi-Fi of a site', () => {
  const withWifi = (wifi: string, networks: object[] = [OFFICE_AP]) => save({ ...SITE, wifi, networks }, 1);
  const on = (bssid = OFFICE_AP.bssid, location?: object) => {
    const { location: _, ...input } = tap(company, { mode: 'wifi' });
    return { ...input, wifi: bssid, ...(location && { location }) };
  };
  const COARSE = { ...ELSEWHERE, accuracy: 1_500 };

  test('is stored as one form of its address, and the phone learns the end of it only', async () => {
    const { data } = await withWifi('alone', [{ bssid: '58-69-6C-21-A-10', ssid: ' OFFICE ' }]);
    expect(data.site).toMatchObject({ wifi: 'alone', networks: [OFFICE_AP] });
    const { sites } = (await company.act(OPENIDS.day, 'today')).data;
    expect(sites[0].wifi).toEqual({ policy: 'alone', tails: ['21:0a:10'] });
    expect(JSON.stringify(sites)).not.toContain('58:69');
  });

  test('books alone where HR says so; the day says why, and keeps the network', async () => {
    await withWifi('alone');
    const { data } = await company.punch(OPENIDS.day, on('58:69:6C:21:A:10'));
    expect(data.punch).toMatchObject({ mode: 'wifi', site: { id: 'S1' }, distance: null, accuracy: null });
    expect(data.status.reasons).toContainEqual({
      code: 'WIFI',
      data: { slot: 'in', at: expect.any(String), site: SITE.name },
    });
    expect(company.lastCalls()).toBeLessThanOrEqual(9);
    const day = (await company.db.get('attendance_days', 'E0001:2026-11-23')) as unknown as {
      punches: object[];
    };
    expect(day.punches[0]).toMatchObject({ wifi: OFFICE_AP.bssid });
    expect(data.punch).not.toHaveProperty('wifi');
  });

  test('helps a location that is too coarse to decide', async () => {
    await withWifi('weak-fix');
    const { data } = await company.punch(OPENIDS.day, on(OFFICE_AP.bssid, COARSE));
    expect(data.punch).toMatchObject({ mode: 'wifi', distance: 1112, flags: ['low-accuracy'] });
    expect(data.status.reasons).toContainEqual({
      code: 'WIFI_WEAK_FIX',
      data: { slot: 'in', at: expect.any(String), site: SITE.name, accuracy: 1_500 },
    });
  });

  test('does not outweigh a location that is certainly outside', async () => {
    await withWifi('weak-fix');
    const away = await company.punch(OPENIDS.day, on(OFFICE_AP.bssid, { ...ELSEWHERE, accuracy: 12 }));
    expect(away.error).toMatchObject({ code: 'OUTSIDE_FENCE', data: { distance: 1112, beyond: 812 } });
  });

  test.each([
    ['a weak location is needed and there is none', 'weak-fix', OPENIDS.day, OFFICE_AP.bssid, 'no-location'],
    ['a network of no site', 'alone', OPENIDS.day, '58:69:6c:21:0a:11', 'unknown'],
    ['the Wi-Fi of this site is not used', 'off', OPENIDS.day, OFFICE_AP.bssid, 'unknown'],
    ['a site that is not the person’s', 'alone', OPENIDS.siteless, OFFICE_AP.bssid, 'unknown'],
  ])('%s: refused', async (_, policy, who, bssid, rule) => {
    await withWifi(policy);
    expect((await company.punch(who, on(bssid))).error).toEqual({
      code: 'WIFI_NOT_ACCEPTED',
      data: { rule },
    });
  });

  test('an address that identifies nothing is bad input', async () => {
    await withWifi('alone');
    expect((await company.punch(OPENIDS.day, on('02:00:00:00:00:00'))).error?.code).toBe('INPUT_INVALID');
  });

  test('a punch by location is booked as before', async () => {
    await withWifi('alone');
    expect((await company.punch(OPENIDS.day, tap(company))).data.punch).toMatchObject({ mode: 'gps' });
  });
});
