import type { AttendanceDay } from '../../../../cloudfunctions/attendance/domain/attendance-day';
import { openWithReset } from '../../../support/open';
import { fieldTap, OFFICE, OPENIDS, tap } from '../support/company';
import { openOffice, STAFF } from '../support/office';

const company = openWithReset(() => openOffice('2026-11-23T08:57:00+08:00'));

const challenge = async (as: string = OPENIDS.day): Promise<string> =>
  (await company.act(as, 'soterChallenge', { siteId: 'S1' })).data.challenge;
/** What a phone answers to a challenge. */
function checked(raw: string, as: string = OPENIDS.day, cpu = 'chip-1') {
  const resultJSON = JSON.stringify({ raw, fid: '2', counter: 1, cpu_id: cpu, uid: '21' });
  return { resultJSON, resultJSONSignature: company.phone.soterSignature(as, resultJSON) };
}
const siteWith = (settings: Record<string, unknown>) =>
  company.db.updateMany('sites', { _id: 'S1' }, { $set: settings });
const punch = (biometric: object, more: object = {}, as: string = OPENIDS.day) =>
  company.punch(as, tap(company, { biometric, ...more }));
const stored = async () =>
  ((await company.db.get('attendance_days', 'E0001:2026-11-23')) as unknown as AttendanceDay | null)
    ?.punches ?? [];

test('a confirmed check is noted on the punch, with two database calls on a warm instance', async () => {
  await company.act(OPENIDS.day, 'today');
  const raw = await challenge();
  const { data } = await punch(checked(raw));
  expect(data).toMatchObject({ outcome: 'booked', punch: { biometric: true, flags: [] } });
  expect(company.lastCalls()).toBeLessThanOrEqual(3);
  const [first] = await stored();
  expect(first?.device).toMatch(/^chip-/);
  expect(JSON.stringify(await stored())).not.toMatch(/fid|chip-1"|resultJSON/);
});

test('where a check is asked for, a punch without one is booked and says so', async () => {
  await siteWith({ biometric: 'asked' });
  const { data } = await company.punch(OPENIDS.day, tap(company));
  expect(data.outcome).toBe('booked');
  expect(data.punch).not.toHaveProperty('biometric');
  expect(data.punch.flags).toEqual(['unchecked']);
  company.clock.advance(90_000);
  const checkedPunch = await punch(checked(await challenge()));
  expect(checkedPunch.data.punch).toMatchObject({ biometric: true, flags: [] });
});

describe('where a check is required', () => {
  const beacon = { uuid: 'FDA50693-A4E2-4FB1-AFCF-C6EB07647825', major: 1, minor: 2 };
  const network = { bssid: '58:69:6c:21:0a:10', ssid: 'OFFICE' };
  beforeEach(() =>
    siteWith({
      biometric: 'required',
      beacons: [{ ...beacon, minRssi: -85 }],
      wifi: 'alone',
      networks: [network],
    }),
  );
  const REQUIRED = { code: 'BIOMETRIC_REQUIRED', data: { siteId: 'S1', siteZh: 'HQ', siteEn: 'HQ' } };
  const code = async () => (await company.act(STAFF.hr, 'screenCode', { siteId: 'S1' })).data.code;

  test.each<[string, () => Promise<object> | object]>([
    ['location', () => ({})],
    ['beacon', () => ({ mode: 'beacon', beacons: [{ ...beacon, rssi: -60 }] })],
    ['Wi-Fi', () => ({ mode: 'wifi', wifi: network.bssid })],
    ['code of the screen', async () => ({ mode: 'code', code: await code() })],
  ])('no %s alone books a punch, and the same tap with a check does', async (_by, evidence) => {
    const input = tap(company, { ...(await evidence()) });
    expect((await company.punch(OPENIDS.day, input)).error).toEqual(REQUIRED);
    expect(await stored()).toEqual([]);
    const { data } = await company.punch(OPENIDS.day, { ...input, biometric: checked(await challenge()) });
    expect(data).toMatchObject({ outcome: 'booked', punch: { biometric: true, flags: [] } });
  });

  test('a tap without reception is booked with its time once the person has made the check', async () => {
    const input = tap(company);
    company.clock.advance(15 * 60_000);
    expect((await company.punch(OPENIDS.day, input)).error).toEqual(REQUIRED);
    const { data } = await company.punch(OPENIDS.day, { ...input, biometric: checked(await challenge()) });
    expect(data.punch).toMatchObject({ tappedAt: input.tappedAt, biometric: true, flags: ['late-arrival'] });
  });

  test('a person whose phone cannot makes a field punch there, which counts once it is approved', async () => {
    const location = { ...OFFICE, accuracy: 20 };
    const here = await company.punch(OPENIDS.day, fieldTap(company, 'E0001', { location }));
    expect(here.data.punch).toMatchObject({ site: { id: 'S1' }, flags: ['field', 'needs-approval'] });
    // Elsewhere the policy of the person holds.
    company.clock.advance(90_000);
    const away = await company.punch(OPENIDS.day, fieldTap(company, 'E0001'));
    expect(away.data.punch).toMatchObject({ site: null, flags: ['field'] });
  });

  test('who is assigned to a site of the same place that only asks is booked', async () => {
    await company.db.updateMany('sites', { _id: 'S2' }, { $set: { biometric: 'asked' } });
    await company.db.updateMany('employees', { _id: 'E0001' }, { $set: { 'assignments.0.siteIds': ['S2'] } });
    const { data } = await company.punch(OPENIDS.day, tap(company));
    expect(data).toMatchObject({ outcome: 'booked', punch: { site: { id: 'S2' }, flags: ['unchecked'] } });
  });
});

const FAILED = { code: 'BIOMETRIC_FAILED', data: {} };

test('one challenge is good for one punch; the same punch again is the same', async () => {
  const biometric = checked(await challenge());
  const input = tap(company, { biometric });
  expect((await company.punch(OPENIDS.day, input)).data.outcome).toBe('booked');
  company.clock.advance(90_000);
  expect((await company.punch(OPENIDS.day, tap(company, { biometric }))).error).toEqual(FAILED);
  company.clock.advance(90_000);
  expect((await company.punch(OPENIDS.day, input)).data.outcome).toBe('already');
  expect(await stored()).toHaveLength(1);
});

test('two minutes, and not a second longer', async () => {
  const biometric = checked(await challenge());
  company.clock.advance(121_000);
  expect((await punch(biometric)).error).toEqual(FAILED);
});

test('neither another person’s challenge nor another phone’s signature', async () => {
  expect((await punch(checked(await challenge(OPENIDS.fieldForbidden)))).error).toEqual(FAILED);
  expect((await punch(checked(await challenge(), OPENIDS.fieldForbidden))).error).toEqual(FAILED);
});

test('a bent or made-up check', async () => {
  const raw = await challenge();
  const good = checked(raw);
  const wrong = [
    { ...good, resultJSONSignature: 'guess' },
    { ...good, resultJSON: good.resultJSON.replace('"counter":1', '"counter":2') },
    checked(raw.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))),
    checked('my own challenge'),
    { resultJSON: 'no json', resultJSONSignature: 'x' },
    { resultJSON: '[]', resultJSONSignature: 'x' },
  ];
  for (const biometric of wrong) expect((await punch(biometric)).error).toEqual(FAILED);
  expect(await stored()).toEqual([]);
});

test('a challenge is for a site of one’s own', async () => {
  const refused = async (as: string, siteId: string) =>
    (await company.act(as, 'soterChallenge', { siteId })).error?.code;
  expect(await refused(OPENIDS.day, 'S2')).toBe('NOT_FOUND');
  expect(await refused(OPENIDS.siteless, 'S1')).toBe('NOT_FOUND');
});
