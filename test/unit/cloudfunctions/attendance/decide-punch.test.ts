import type { Instant } from '#contracts/common';
import {
  decidePunch,
  fieldPolicyAt,
  type PunchQuestion,
} from '../../../../cloudfunctions/attendance/domain/decide-punch';
import { spareIn, withPunch } from '../../../../cloudfunctions/attendance/domain/kept-punches';
import { countingPunches, type Punch } from '../../../../cloudfunctions/attendance/domain/punch';
import { at, day, HQ, input, punched } from '../support/rules';

const DAY = day('2026-11-23');
const FIELD = {
  photo: 'cloud://env.bucket/field-punches/E0001/key-0000000000000001.jpg',
  placeName: 'Client',
  note: '',
};

function question(time: string, more: Partial<PunchQuestion> = {}): PunchQuestion {
  return {
    employeeId: 'E0001',
    input: input(time),
    now: at(time),
    day: DAY,
    claimedDay: DAY,
    days: [],
    sites: [HQ],
    trustMinutes: 30,
    fieldPolicy: 'free',
    workEnd: at('2026-11-23 18:00'),
    ...more,
  };
}
const refusal = (asked: PunchQuestion) => {
  try {
    decidePunch(asked);
  } catch (error) {
    return error;
  }
  return null;
};
const key = (text: string) => ({ punchKey: text.padEnd(16, '0') });

test('books the server’s time and keeps the claim and the evidence', () => {
  const decision = decidePunch(question('2026-11-23 08:57', { input: input('2026-11-23 08:56') }));
  expect(decision).toMatchObject({
    outcome: 'booked',
    day: DAY,
    punch: {
      slot: 'in',
      at: at('2026-11-23 08:57'),
      tappedAt: at('2026-11-23 08:56'),
      site: { id: 'S1' },
      distance: 0,
      accuracy: 20,
      flags: [],
    },
  });
});

describe('the same key', () => {
  const first = decidePunch(question('2026-11-23 08:57')).punch;
  const days = [{ day: DAY, punches: [first] }];
  const again = (more: object) =>
    question('2026-11-23 08:57', { now: at('2026-11-23 10:00'), days, ...more });
  test('with the same content answers the first punch', () => {
    expect(decidePunch(again({}))).toEqual({ outcome: 'already', punch: first, day: DAY });
  });
  test('answers the first punch even after its day has ended', () => {
    const later = again({ now: at('2026-11-25 10:00'), day: day('2026-11-25') });
    expect(decidePunch(later)).toEqual({ outcome: 'already', punch: first, day: DAY });
  });
  test.each([
    ['time', { tappedAt: at('2026-11-23 08:58') }],
    ['place', { location: { latitude: 31.2397, longitude: 121.499718, accuracy: 20 } }],
    ['accuracy', { location: { latitude: 31.239703, longitude: 121.499718, accuracy: 21 } }],
    ['longitude', { location: { latitude: 31.239703, longitude: 121.5, accuracy: 20 } }],
    ['mode', { mode: 'field' as const, field: FIELD }],
    ['mode alone', { mode: 'code' as const }],
    ['evidence, none', { location: undefined }],
  ])('with another %s is refused', (_, change) => {
    const asked = again({ input: input('2026-11-23 08:57', change) });
    expect(refusal(asked)).toMatchObject({ code: 'PUNCH_KEY_REUSED' });
  });
  test.each([
    ['the same', {}, 'already'],
    ['another place', { placeName: 'Elsewhere' }, 'PUNCH_KEY_REUSED'],
    ['another note', { note: 'x' }, 'PUNCH_KEY_REUSED'],
    ['another photo', { photo: FIELD.photo.replace('jpg', 'png') }, 'PUNCH_KEY_REUSED'],
  ])('of a field punch with %s', (_, change, expected) => {
    const sent = (field: typeof FIELD) => input('2026-11-23 08:57', { mode: 'field', field });
    const { punch } = decidePunch(question('2026-11-23 08:57', { input: sent(FIELD) }));
    const asked = again({ input: sent({ ...FIELD, ...change }), days: [{ day: DAY, punches: [punch] }] });
    expect((refusal(asked) as { code?: string } | null)?.code ?? decidePunch(asked).outcome).toBe(expected);
  });
  test('of a punch without a location is the same too', () => {
    const code = { latitude: null, longitude: null, accuracy: null, mode: 'code' as const };
    const punch = punched('in', '2026-11-23 08:57', { ...code, key: input('2026-11-23 08:57').punchKey });
    const sent = input('2026-11-23 08:57', { mode: 'code', location: undefined });
    const asked = again({ input: sent, days: [{ day: DAY, punches: [punch] }] });
    expect(decidePunch(asked)).toEqual({ outcome: 'already', punch, day: DAY });
  });
});

describe('the same tap by another key', () => {
  const punches = [punched('in', '2026-11-23 08:57')];
  const decide = (now: string, tappedAt = now) =>
    decidePunch(
      question(now, {
        input: input(tappedAt, key('other')),
        days: [{ day: DAY, punches }],
      }),
    );
  test('a clock-in and a clock-out that waited on the phone arrive together and are two', () => {
    const arrived = '2026-11-23 18:10';
    const waited = (tappedAt: string, days: { day: typeof DAY; punches: (typeof punches)[number][] }[]) =>
      decidePunch(question(arrived, { input: input(tappedAt, key(tappedAt.slice(-5))), days })).punch;
    const first = waited('2026-11-23 08:57', []);
    const second = waited('2026-11-23 18:02', [{ day: DAY, punches: [first] }]);
    expect([first.slot, second.slot]).toEqual(['in', 'out']);
    expect([first.at, second.at]).toEqual([at(arrived), at(arrived)]);
  });
  test.each([
    ['59 s later', '2026-11-23 08:57:59', undefined, 'already'],
    ['60 s later', '2026-11-23 08:58:00', undefined, 'booked'],
    ['another phone’s queue, tapped with it', '2026-11-23 09:40', '2026-11-23 08:56:30', 'already'],
    ['another phone’s queue, tapped apart', '2026-11-23 09:40', '2026-11-23 08:55:00', 'booked'],
  ])('%s', (_, now, tappedAt, outcome) => {
    expect(decide(now, tappedAt).outcome).toBe(outcome);
  });
});

describe('the phone’s clock', () => {
  test.each([
    ['two minutes ahead', '2026-11-23 08:59:00', 'booked'],
    ['more ahead', '2026-11-23 08:59:01', 'CLOCK_AHEAD'],
  ])('%s', (_, tappedAt, expected) => {
    const asked = question('2026-11-23 08:57', { input: input(tappedAt) });
    const error = refusal(asked) as { code: string; data: unknown } | null;
    expect(error?.code ?? decidePunch(asked).outcome).toBe(expected);
    if (error) expect(error.data).toEqual({ aheadSeconds: 121 });
  });
  test('a tap more than two minutes old is flagged, and booked now', () => {
    const decision = (tappedAt: string) =>
      decidePunch(question('2026-11-23 09:10', { input: input(tappedAt) })).punch;
    expect(decision('2026-11-23 09:08').flags).toEqual([]);
    expect(decision('2026-11-23 09:07:59')).toMatchObject({
      at: at('2026-11-23 09:10'),
      flags: ['late-arrival'],
    });
  });
  test('a claim of a day that has ended is too late', () => {
    const asked = question('2026-11-23 08:57', {
      input: input('2026-11-22 18:01'),
      claimedDay: day('2026-11-22'),
    });
    expect(refusal(asked)).toMatchObject({
      code: 'PUNCH_TOO_LATE',
      data: { day: '2026-11-22', tappedAt: at('2026-11-22 18:01') },
    });
  });
});

describe('the place', () => {
  const elsewhere = { latitude: 31.249703, longitude: 121.499718, accuracy: 20 };
  const field = { mode: 'field' as const, location: elsewhere, field: FIELD };
  test('outside the fence: the nearest site, how far and how much beyond', () => {
    const asked = question('2026-11-23 08:57', {
      input: input('2026-11-23 08:57', { location: elsewhere }),
    });
    expect(refusal(asked)).toMatchObject({
      code: 'OUTSIDE_FENCE',
      data: { siteZh: 'HQ', siteEn: 'HQ', distance: 1112, beyond: 792 },
    });
  });
  test('a coarse fix cannot be decided, but a field punch can be made with it', () => {
    const location = { ...elsewhere, accuracy: 201 };
    const gps = question('2026-11-23 08:57', { input: input('2026-11-23 08:57', { location }) });
    expect(refusal(gps)).toMatchObject({ code: 'LOCATION_IMPRECISE', data: { accuracy: 201, max: 200 } });
    const asked = question('2026-11-23 08:57', {
      input: input('2026-11-23 08:57', { ...field, location }),
    });
    expect(decidePunch(asked).punch.flags).toEqual(['low-accuracy', 'field']);
  });
  test('without a site only a field punch', () => {
    expect(refusal(question('2026-11-23 08:57', { sites: [] }))).toMatchObject({ code: 'NO_SITE' });
    const asked = question('2026-11-23 08:57', {
      sites: [],
      input: input('2026-11-23 08:57', field),
    });
    expect(decidePunch(asked).punch).toMatchObject({ mode: 'field', site: null, distance: null });
  });
  test('a field punch inside a site stays one', () => {
    const location = { latitude: HQ.latitude, longitude: HQ.longitude, accuracy: 5 };
    const asked = question('2026-11-23 08:57', {
      input: input('2026-11-23 08:57', { ...field, location }),
    });
    expect(decidePunch(asked).punch).toMatchObject({ mode: 'field', site: { id: 'S1' }, flags: ['field'] });
  });
  test('field punches may be forbidden', () => {
    const asked = question('2026-11-23 08:57', {
      fieldPolicy: 'forbidden',
      input: input('2026-11-23 08:57', field),
    });
    expect(refusal(asked)).toMatchObject({ code: 'FIELD_NOT_ALLOWED' });
  });
  test.each([
    ['another person’s', 'cloud://env.bucket/field-punches/E0002/key-0000000000000001.jpg'],
    ['another punch’s', 'cloud://env.bucket/field-punches/E0001/key-0000000000000002.jpg'],
    ['another folder', 'cloud://env.bucket/x/field-punches/E0001/key-0000000000000001.jpg'],
    ['a climb', 'cloud://env.bucket/field-punches/E0001/../E0001/key-0000000000000001.jpg'],
    ['another type', 'cloud://env.bucket/field-punches/E0001/key-0000000000000001.svg'],
    ['an address', 'https://example.com/field-punches/E0001/key-0000000000000001.jpg'],
    ['nothing', 'photo'],
  ])('a photo of %s is refused', (_, photo) => {
    const asked = question('2026-11-23 08:57', {
      input: input('2026-11-23 08:57', { ...field, field: { ...FIELD, photo } }),
    });
    expect(refusal(asked)).toMatchObject({ code: 'PHOTO_INVALID' });
  });
});

describe('what a punch keeps', () => {
  const book = (more: Partial<PunchQuestion> = {}) => decidePunch(question('2026-11-23 08:57', more)).punch;
  test('of a punch at the office: the location, and no more than there is', () => {
    expect(book()).toEqual({
      key: 'key-0000000000000001',
      slot: 'in',
      at: at('2026-11-23 08:57'),
      tappedAt: at('2026-11-23 08:57'),
      mode: 'gps',
      latitude: 31.239703,
      longitude: 121.499718,
      accuracy: 20,
      site: { id: 'S1', name: HQ.name },
      distance: 0,
      placeName: null,
      note: null,
      photo: null,
      flags: [],
    });
  });
  test('of a field punch: place, note and photo', () => {
    const field = { ...FIELD, note: 'With the client' };
    expect(book({ input: input('2026-11-23 08:57', { mode: 'field', field }) })).toMatchObject(field);
  });
  test('of a scanned code: its step, and no location', () => {
    const step = at('2026-11-23 08:57') / 30_000;
    const sent = input('2026-11-23 08:57', { mode: 'code', location: undefined, device: 'phone-1' });
    expect(book({ input: sent, signedCode: { siteId: 'S1', version: 1, step } })).toMatchObject({
      latitude: null,
      longitude: null,
      accuracy: null,
      codeStep: step,
      device: 'phone-1',
    });
  });
  test('of a place that nobody can have reached: why, with both names, and the person sees that it is looked at', () => {
    const before = { key: 'far', latitude: 39.9, tappedAt: at('2026-11-23 08:50') };
    const days = [{ day: DAY, punches: [punched('in', '2026-11-23 08:00', before)] }];
    expect(book({ days })).toMatchObject({
      flags: ['impossible-travel'],
      evidence: [{ flag: 'impossible-travel', data: { from: HQ.name, to: HQ.name } }],
    });
    const field = { ...FIELD, placeName: 'Beijing' };
    const sent = input('2026-11-23 08:57', { mode: 'field', field });
    expect(book({ days, sites: [], input: sent }).evidence).toMatchObject([{ data: { to: 'Beijing' } }]);
  });
});

describe('a finger or a face', () => {
  const confirmed = { confirmed: true, challenge: 'c-1', device: 'chip-1' } as const;
  const used = (challenge?: string) => [
    { day: day('2026-11-21'), punches: [] },
    {
      day: day('2026-11-22'),
      punches: [
        punched('in', '2026-11-22 08:55'),
        punched('out', '2026-11-22 18:00', challenge === undefined ? {} : { challenge }),
      ],
    },
  ];
  const book = (biometric: PunchQuestion['biometric'], more: Partial<PunchQuestion> = {}) =>
    decidePunch(question('2026-11-23 08:57', { biometric: biometric as never, ...more })).punch;
  test('is kept with the chip of the phone, which counts more than what the phone says', () => {
    const sent = { ...input('2026-11-23 08:57'), device: 'phone-1' };
    expect(book(confirmed, { input: sent })).toMatchObject({ challenge: 'c-1', device: 'chip-1' });
    expect(book({ ...confirmed, device: null }, { input: sent })).toMatchObject({ device: 'phone-1' });
    expect(book({ ...confirmed, device: null })).not.toHaveProperty('device');
    expect(book(null, { input: sent })).not.toHaveProperty('challenge');
  });
  test('that was not recognized is no punch', () => {
    const asked = question('2026-11-23 08:57', { biometric: { confirmed: false } });
    expect(refusal(asked)).toMatchObject({ code: 'BIOMETRIC_FAILED' });
  });
  test('counts for one punch', () => {
    const asked = (days: PunchQuestion['days']) =>
      question('2026-11-23 08:57', { biometric: confirmed, days });
    expect(refusal(asked(used('c-1')))).toMatchObject({ code: 'BIOMETRIC_FAILED' });
    expect(refusal(asked(used('c-0')))).toBeNull();
    expect(refusal(asked(used()))).toBeNull();
  });
});

describe('the twenty-first tap of a day', () => {
  const minute = (index: number) => `2026-11-23 12:${String(index * 2).padStart(2, '0')}`;
  const taps = (more: Partial<Punch> = {}) =>
    Array.from({ length: 20 }, (_, index) => punched('out', minute(index), more));
  test('is the clock-out, in the place of the oldest one that does not count', () => {
    const punches = [punched('in', '2026-11-23 08:58'), ...taps().slice(1)];
    const asked = question('2026-11-23 18:05', { days: [{ day: DAY, punches }] });
    const { punch } = decidePunch(asked);
    expect(punch.slot).toBe('out');
    const kept = withPunch(punches, punch, [punches]);
    expect(kept).toHaveLength(20);
    expect(kept[0]).toBe(punches[0]);
    expect(kept).not.toContain(punches[1]);
    expect(countingPunches(kept)).toEqual({ in: punches[0], out: punch });
  });
  test('keeps the clock-in and the clock-out of each part of the shift', () => {
    const morning = taps().slice(0, 10);
    const afternoon = taps().slice(10);
    expect(spareIn([morning, afternoon])).toBe(morning[0]);
    expect(spareIn([morning.slice(9), afternoon])).toBe(afternoon[0]);
    expect(spareIn([[punched('in', minute(0)), punched('out', minute(1))]])).toBeNull();
  });
  test.each([
    ['wait for approval', { flags: ['field', 'needs-approval'] as const }],
    ['are to be looked at', { evidence: [{ flag: 'impossible-travel' as const, data: {} }] }],
  ])('is refused where all the others %s', (_, more) => {
    const punches = taps(more as Partial<Punch>);
    const asked = question('2026-11-23 13:00', { days: [{ day: DAY, punches }] });
    expect(refusal(asked)).toMatchObject({ code: 'PUNCH_LIMIT', data: { max: 20 } });
  });
});

describe('a tap that waited for the network', () => {
  const arrival = (waited: number, trustMinutes = 30) =>
    decidePunch(
      question('2026-11-23 10:30', {
        input: { ...input('2026-11-23 10:30'), tappedAt: (at('2026-11-23 10:30') - waited) as Instant },
        trustMinutes,
      }),
    ).punch.claim;
  test.each([
    ['two minutes is none', 2, 30, undefined],
    ['half an hour is trusted', 30, 30, 'trusted'],
    ['longer is to be confirmed', 31, 30, 'open'],
    ['92 minutes is trusted where the company says so', 92, 120, 'trusted'],
    ['three minutes is to be confirmed where it trusts none', 3, 0, 'open'],
  ])('%s', (_, minutes, trust, claim) => {
    expect(arrival(minutes * 60_000, trust)).toBe(claim);
  });
  test('before the clock-in that arrived first is a clock-in as well', () => {
    const days = [{ day: DAY, punches: [punched('in', '2026-11-23 10:00')] }];
    const late = question('2026-11-23 10:30', { input: input('2026-11-23 08:58'), days });
    expect(decidePunch(late).punch).toMatchObject({ slot: 'in', claim: 'open' });
  });
});

describe('a site that asks for a finger or a face', () => {
  const required = { ...HQ, name: { 'zh-CN': '总部', en: 'HQ' }, biometric: 'required' as const };
  const elsewhere = { ...HQ, id: 'S0', latitude: 39.9, biometric: 'required' as const };
  const asking = { ...HQ, biometric: 'asked' as const };
  const confirmed = { confirmed: true, challenge: 'c-1', device: null } as const;
  const at9 = (more: Partial<PunchQuestion>) => question('2026-11-23 08:57', more);
  const inField = input('2026-11-23 08:57', { mode: 'field', field: FIELD });
  test('books no punch without it, however the place was proved, and says which site it is', () => {
    expect(refusal(at9({ sites: [elsewhere, required] }))).toMatchObject({
      code: 'BIOMETRIC_REQUIRED',
      data: { siteId: 'S1', siteZh: '总部', siteEn: 'HQ' },
    });
  });
  test('books it with one, or from the field', () => {
    expect(decidePunch(at9({ sites: [required], biometric: confirmed })).punch.flags).toEqual([]);
    expect(decidePunch(at9({ sites: [required], input: inField })).punch.flags).toEqual(['field']);
  });
  test('where it is only asked for, flags the punch without one', () => {
    expect(decidePunch(at9({ sites: [asking] })).punch.flags).toEqual(['unchecked']);
    expect(decidePunch(at9({ sites: [asking], biometric: confirmed })).punch.flags).toEqual([]);
    expect(decidePunch(at9({ sites: [asking], input: inField })).punch.flags).toEqual(['field']);
  });
  test('of another site asks nothing of this one', () => {
    expect(decidePunch(at9({ sites: [elsewhere, HQ] })).punch.flags).toEqual([]);
  });
  const there = punched('in', '2026-11-23 08:57', { mode: 'field' });
  test.each<[string, Partial<Punch>, object, Parameters<typeof fieldPolicyAt>[2], string]>([
    ['free, at a site that requires it', {}, required, 'free', 'approval'],
    ['free, with a check', { challenge: 'c-1' }, required, 'free', 'free'],
    ['free, at a site that only asks for it', {}, asking, 'free', 'free'],
    ['free, away from all sites', { site: null }, required, 'free', 'free'],
    ['forbidden', {}, required, 'forbidden', 'forbidden'],
    ['with approval, at any site', {}, HQ, 'approval', 'approval'],
  ])('field punches that are %s', (_, more, site, policy, expected) => {
    expect(fieldPolicyAt({ ...there, ...more }, [site as typeof HQ], policy)).toBe(expected);
  });
});
