import type { PunchInput } from '#contracts/punch';
import {
  isGuess,
  type PunchPlaceQuestion,
  punchPlace,
} from '../../../../cloudfunctions/attendance/domain/punch-place';
import { AppError } from '../../../../cloudfunctions/shared/errors/app-error';
import { at, day, HQ, input, punched, words } from '../support/rules';

const NOON = '2026-11-23 12:00';
/** Of codes, which change every 30 seconds. */
const STEP = at(NOON) / 30_000;
const UUID = 'FDA50693-A4E2-4FB1-AFCF-C6EB07647825';
const beacon = (minor: number, minRssi: number) => ({ uuid: UUID, major: 1, minor, minRssi });
const seen = (minor: number, rssi: number, more = {}) => ({ uuid: UUID, major: 1, minor, rssi, ...more });
/** One kilometre north of HQ. */
const BRANCH = { ...HQ, id: 'S2', name: { 'zh-CN': '分部', en: 'Branch' }, latitude: HQ.latitude + 0.009 };
const AT_HQ = { latitude: HQ.latitude, longitude: HQ.longitude };

const ask = (sent: Partial<PunchInput>, more: Partial<PunchPlaceQuestion> = {}) =>
  punchPlace({
    employeeId: 'E0001',
    input: { ...input(NOON), location: undefined, ...sent } as PunchInput,
    now: at(NOON),
    days: [],
    sites: [HQ, BRANCH],
    fieldPolicy: 'free',
    ...more,
  } as PunchPlaceQuestion);
function refusal(...asked: Parameters<typeof ask>) {
  try {
    return ask(...asked);
  } catch (error) {
    const { code, data } = error as AppError;
    return { code, data };
  }
}

test.each(['gps', 'field'] as const)('a punch by %s needs a location', (mode) => {
  expect(refusal({ mode })).toEqual({ code: 'INPUT_INVALID', data: { path: 'location', rule: 'required' } });
});

test('at the branch, a kilometre away, the punch is of the branch', () => {
  const location = { ...AT_HQ, latitude: HQ.latitude + 0.01, accuracy: 20 };
  expect(ask({ location })).toEqual({
    site: { id: 'S2', name: BRANCH.name },
    distance: 111,
    imprecise: false,
  });
});

test.each([
  ['jpg', true],
  ['jpeg', true],
  ['png', true],
  ['', false],
  ['jpg\\n', false],
])('a field punch with a photo that ends with “%s”', (type, isTaken) => {
  const photo = `cloud://env.bucket/field-punches/E0001/key-0000000000000001.${type}`;
  const field = { photo, placeName: 'Client', note: '' };
  const answer = refusal({ mode: 'field', field, location: { ...AT_HQ, accuracy: 20 } });
  expect(answer).toMatchObject(isTaken ? { site: { id: 'S1' } } : { code: 'PHOTO_INVALID' });
});

test('a field punch without its photo is refused', () => {
  const sent = { mode: 'field', location: { ...AT_HQ, accuracy: 20 } } as const;
  expect(refusal(sent)).toEqual({ code: 'PHOTO_INVALID', data: {} });
  const before = { photo: 'xcloud://env.bucket/field-punches/E0001/key-0000000000000001.jpg' };
  expect(refusal({ ...sent, field: { ...before, placeName: '', note: '' } })).toMatchObject({
    code: 'PHOTO_INVALID',
  });
});

describe('the code on the screen of a site', () => {
  const code = { siteId: 'S2', version: 1, step: STEP };
  const scan = (signedCode: PunchPlaceQuestion['signedCode'], more: Partial<PunchPlaceQuestion> = {}) =>
    refusal({ mode: 'code' }, { signedCode, ...more });
  const invalid = (reason: string) => ({ code: 'SITE_CODE_INVALID', data: { reason } });
  const used = (siteId: string, codeStep: number) => [
    { day: day('2026-11-22'), punches: [] },
    {
      day: day('2026-11-23'),
      punches: [
        punched('in', '2026-11-23 08:00'),
        punched('out', NOON, { codeStep, site: { id: siteId, name: words('x') } }),
      ],
    },
  ];

  test('proves that somebody is there, without a location', () => {
    expect(scan(code)).toEqual({
      site: { id: 'S2', name: BRANCH.name },
      distance: null,
      imprecise: false,
      codeStep: STEP,
    });
  });
  test.each([
    [20, false],
    [200, false],
    [201, true],
  ])('keeps the location, accurate to %i m, as evidence', (accuracy, imprecise) => {
    const place = ask({ mode: 'code', location: { ...AT_HQ, accuracy } }, { signedCode: code });
    expect(place).toMatchObject({ distance: 1_001, imprecise });
  });
  test.each([
    ['that nobody signed', null],
    ['that was not looked at', undefined],
    ['of a site that is not theirs', { ...code, siteId: 'S9' }],
  ])('%s is refused', (_, signedCode) => {
    expect(scan(signedCode)).toEqual(invalid('unknown'));
  });
  test('that has been on the screen for too long is refused', () => {
    expect(scan({ ...code, step: STEP - 100 })).toEqual(invalid('expired'));
  });
  test('works once a person', () => {
    expect(scan(code, { days: used('S2', STEP) })).toEqual(invalid('used'));
    expect(scan(code, { days: used('S1', STEP) })).toMatchObject({ codeStep: STEP });
    const [, { punches }] = used('S2', STEP) as [unknown, { punches: ReturnType<typeof punched>[] }];
    const placeless = punches.map((punch) => ({ ...punch, site: null }));
    expect(scan(code, { days: [{ day: day('2026-11-23'), punches: placeless }] })).toMatchObject({
      codeStep: STEP,
    });
    expect(scan(code, { days: used('S2', STEP - 1) })).toMatchObject({ codeStep: STEP });
  });
});

describe('beacons', () => {
  const sites = [
    { ...HQ, beacons: [beacon(1, -80), beacon(2, -80)] },
    { ...BRANCH, beacons: [beacon(3, -60)] },
    { ...HQ, id: 'S3' },
  ];
  const hear = (...beacons: NonNullable<PunchInput['beacons']>) =>
    refusal({ mode: 'beacon', beacons }, { sites });

  test('the strongest that is near enough says where somebody is', () => {
    expect(hear(seen(1, -75), seen(3, -50), seen(2, -70))).toEqual({
      site: { id: 'S2', name: BRANCH.name },
      distance: null,
      imprecise: false,
      beacon: seen(3, -50),
    });
    expect(hear(seen(1, -79), seen(3, -61))).toMatchObject({ site: { id: 'S1' }, beacon: seen(1, -79) });
  });
  test.each([
    ['at the threshold counts', seen(1, -80), true],
    ['below it does not', seen(1, -81), false],
    ['in small letters is the same', seen(1, -70, { uuid: UUID.toLowerCase() }), true],
    ['of another owner is another one', seen(1, -70, { uuid: UUID.replace('F', 'E') }), false],
    ['with another major is another one', seen(1, -70, { major: 2 }), false],
    ['with another minor is another one', seen(9, -70), false],
  ])('a beacon %s', (_, heard, counts) => {
    expect(hear(heard)).toMatchObject(counts ? { beacon: heard } : { code: 'BEACON_NOT_FOUND' });
  });
  test('that a phone did not hear prove nothing', () => {
    expect(hear()).toEqual({ code: 'BEACON_NOT_FOUND', data: {} });
    expect(refusal({ mode: 'beacon' }, { sites })).toEqual({ code: 'BEACON_NOT_FOUND', data: {} });
  });
});

describe('the Wi-Fi of a site', () => {
  const networks = { bssids: ['aa:01', 'aa:02'] };
  const alone = { ...HQ, ...networks, wifi: { policy: 'alone' as const } };
  const weakFix = { ...HQ, ...networks, wifi: { policy: 'weak-fix' as const } };
  const connect = (site: typeof alone | typeof weakFix, sent: Partial<PunchInput>) =>
    refusal(
      { mode: 'wifi', wifi: 'aa:02', ...sent },
      { sites: [BRANCH, site] as PunchPlaceQuestion['sites'] },
    );
  const north = (metres: number, accuracy: number) => ({
    location: { ...AT_HQ, latitude: HQ.latitude + metres / 111_195, accuracy },
  });

  test('is enough alone where the company says so', () => {
    expect(connect(alone, {})).toEqual({
      site: { id: 'S1', name: HQ.name },
      distance: null,
      imprecise: false,
      wifi: 'aa:02',
    });
    expect(connect(alone, north(5_000, 10))).toMatchObject({ site: { id: 'S1' }, distance: 5_000 });
  });
  test('of a site whose rule is not known is not enough', () => {
    const { wifi: _, ...unsaid } = alone;
    expect(connect(unsaid as typeof alone, {})).toMatchObject({ code: 'WIFI_NOT_ACCEPTED' });
  });
  test('another network is refused, and none too', () => {
    const unknown = { code: 'WIFI_NOT_ACCEPTED', data: { rule: 'unknown' } };
    expect(connect(alone, { wifi: 'aa:03' })).toEqual(unknown);
    expect(connect(alone, { wifi: undefined })).toEqual(unknown);
  });
  test('helps a weak fix, which has to allow for it', () => {
    expect(connect(weakFix, {})).toEqual({ code: 'WIFI_NOT_ACCEPTED', data: { rule: 'no-location' } });
    expect(connect(weakFix, north(700, 500))).toMatchObject({
      site: { id: 'S1' },
      distance: 700,
      imprecise: true,
      wifi: 'aa:02',
    });
    expect(connect(weakFix, north(700, 100))).toEqual({
      code: 'OUTSIDE_FENCE',
      data: { siteZh: 'HQ', siteEn: 'HQ', distance: 700, beyond: 400 },
    });
  });
});

describe('a refused punch looks like guessing', () => {
  const sites = [{ ...HQ, beacons: [beacon(1, -80)] }];
  const guess = (error: unknown, ...beacons: NonNullable<PunchInput['beacons']>) =>
    isGuess(error, { ...input(NOON), ...(beacons.length > 0 && { beacons }) }, sites);
  const notFound = new AppError('BEACON_NOT_FOUND', {});
  test.each([
    ['by a network of no site', new AppError('WIFI_NOT_ACCEPTED', { rule: 'unknown' }), [], true],
    ['not without a location', new AppError('WIFI_NOT_ACCEPTED', { rule: 'no-location' }), [], false],
    ['by beacons of no site', notFound, [seen(7, -50), seen(8, -50)], true],
    ['without any beacon', notFound, [], true],
    ['not by one of theirs that is too weak', notFound, [seen(7, -50), seen(1, -99)], false],
    ['not outside of the fence', new AppError('NO_SITE', {}), [seen(7, -50)], false],
    ['not when something else broke', new Error('BEACON_NOT_FOUND'), [seen(7, -50)], false],
  ])('%s', (_, error, beacons, expected) => {
    expect(guess(error, ...beacons)).toBe(expected);
  });
  test('by beacons where the sites have none', () => {
    expect(isGuess(notFound, { ...input(NOON), beacons: [seen(1, -50)] }, [HQ])).toBe(true);
  });
});
