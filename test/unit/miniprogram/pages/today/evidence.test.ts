import {
  beaconsToDiscover,
  codeEvidence,
  dialEvidence,
  isSiteCode,
  mayReadNetwork,
  siteOfNetwork,
  siteToCheck,
} from '../../../../../miniprogram/pages/today/evidence';
import { decideScan, decideTap } from '../../../../../miniprogram/pages/today/tap-decision';
import { dialAction, type TodayModel } from '../../../../../miniprogram/pages/today/today.model';
import { at, inside, model, outside, punchAt, site, today } from '../../support/today';

const UUID = 'FDA50693-A4E2-4FB1-AFCF-C6EB07647825';
const beacon = { uuid: UUID.toLowerCase(), major: 1, minor: 2, rssi: -60 };
const fixAt = (location: typeof inside) => ({ state: 'fix', location, at: 0 }) as const;
const withBeacons = today({ sites: [{ ...site, beaconUuids: [UUID] }] });
const near = { ...outside, latitude: outside.latitude - 0.004 };

describe('beacons', () => {
  const cases: readonly [string, Partial<TodayModel>, readonly string[]][] = [
    ['inside the fence the location decides', { today: withBeacons }, []],
    ['just outside', { today: withBeacons, place: fixAt(near) }, [UUID]],
    ['a kilometre away nothing is heard', { today: withBeacons, place: fixAt(outside) }, []],
    ['a coarse fix', { today: withBeacons, place: fixAt({ ...inside, accuracy: 900 }) }, [UUID]],
    ['a refused location', { today: withBeacons, place: { state: 'denied' } }, [UUID]],
    ['a site without any', { place: { state: 'denied' } }, []],
    ['nothing known', { today: null, place: { state: 'denied' } }, []],
  ];
  it.each(cases)('%s', (_name, more, sought) => {
    expect(beaconsToDiscover(model(more))).toEqual(sought);
  });

  it('count as the place: neither a question about it nor a field punch is left', () => {
    const heard = model({ today: withBeacons, place: fixAt(near), beacons: [beacon] });
    expect(decideTap(heard, true)).toEqual({ kind: 'send' });
    expect(dialAction(heard)).toBe('in');
    expect(dialEvidence(heard)).toEqual({ mode: 'beacon', beacons: [beacon], location: near });
  });

  it('and go without a location where there is none', () => {
    const heard = model({ place: { state: 'denied' }, beacons: [beacon] });
    expect(dialEvidence(heard)).toEqual({ mode: 'beacon', beacons: [beacon] });
    expect(dialEvidence(model({ place: { state: 'denied' } }))).toBeNull();
  });
});

describe('the Wi-Fi', () => {
  const BSSID = '58:69:6c:21:0a:10';
  const sitesWith = (policy: 'weak-fix' | 'alone') =>
    today({ sites: [{ ...site, wifi: { policy, tails: ['21:0a:10'] } }] });
  const coarse = fixAt({ ...inside, accuracy: 900 });
  const reads: readonly [string, Partial<TodayModel>, boolean][] = [
    ['inside the fence the location decides', {}, false],
    ['a coarse fix', { place: coarse }, true],
    ['just outside', { place: fixAt(near) }, true],
    ['a kilometre away', { place: fixAt(outside) }, false],
    ['no fix', { place: { state: 'failed' } }, true],
    ['a refused location refuses the network too', { place: { state: 'denied' } }, false],
  ];
  it.each(reads)('is read or not: %s', (_name, more, isRead) => {
    expect(mayReadNetwork(model({ today: sitesWith('alone'), ...more }))).toBe(isRead);
  });
  it('is not read where no site has one', () => {
    expect(mayReadNetwork(model({ place: coarse }))).toBe(false);
  });

  const proofs: readonly [string, 'weak-fix' | 'alone', Partial<TodayModel>, string, boolean][] = [
    ['beside a coarse fix', 'weak-fix', { place: coarse }, BSSID, true],
    ['not against a fix that is outside', 'weak-fix', { place: fixAt(near) }, BSSID, false],
    ['not without a location', 'weak-fix', { place: { state: 'failed' } }, BSSID, false],
    ['on its own', 'alone', { place: { state: 'failed' } }, BSSID, true],
    ['on its own against a fix next to it', 'alone', { place: fixAt(near) }, BSSID, true],
    ['another network', 'alone', { place: coarse }, '58:69:6c:21:0a:11', false],
  ];
  it.each(proofs)('proves the place: %s', (_name, policy, more, bssid, isProof) => {
    const known = model({ today: sitesWith(policy), ...more });
    expect(siteOfNetwork(known, bssid)?.id).toBe(isProof ? site.id : undefined);
  });

  it('is the evidence of the tap, with the location where there is one', () => {
    const on = model({ today: sitesWith('alone'), place: coarse, wifi: BSSID });
    expect(decideTap(on, false)).toEqual({ kind: 'send' });
    expect(beaconsToDiscover(on)).toEqual([]);
    expect(dialEvidence(on)).toEqual({ mode: 'wifi', wifi: BSSID, location: coarse.location });
    expect(dialEvidence(model({ place: { state: 'failed' }, wifi: BSSID }))).toEqual({
      mode: 'wifi',
      wifi: BSSID,
    });
    expect(dialAction(model({ today: sitesWith('alone'), place: fixAt(near), wifi: BSSID }))).toBe('in');
  });
});

describe('a scan', () => {
  it('asks about the time only', () => {
    const out = today({ punches: [punchAt('in', '08:57')], next: { slot: 'out', update: false } });
    expect(decideScan(model({ place: { state: 'denied' } }))).toEqual({ kind: 'send' });
    expect(decideScan(model({ today: out, now: at('17:00') }))).toEqual({ kind: 'ask', question: 'early' });
  });

  it.each([
    ['TX1.shanghai.1.zmpv6.abc', true],
    ['https://example.com', false],
    ['TX1.', false],
    ['TX1.a b', false],
    [`TX1.${'x'.repeat(130)}`, false],
  ])('%s', (text, isOne) => {
    expect(isSiteCode(text)).toBe(isOne);
  });
});

describe('the check on the phone', () => {
  const asking = today({
    sites: [site, { ...site, id: 'S2', latitude: 31.2306, biometric: 'asked', beaconUuids: [UUID] }],
  });
  it('is asked for by the site of the evidence', () => {
    const known = model({ today: asking });
    expect(siteToCheck(known, { mode: 'gps', location: inside })).toBeNull();
    expect(siteToCheck(known, codeEvidence('TX1.S2.1.a.b', undefined))).toBe('S2');
    expect(siteToCheck(known, codeEvidence('TX1.shanghai.1.a.b', inside))).toBeNull();
    expect(siteToCheck(known, { mode: 'beacon', beacons: [beacon] })).toBe('S2');
  });

  it('also inside its fence', () => {
    const one = model({ today: today({ sites: [{ ...site, biometric: 'asked' }] }) });
    expect(siteToCheck(one, { mode: 'gps', location: inside })).toBe(site.id);
    const must = model({ today: today({ sites: [{ ...site, biometric: 'required' }] }) });
    expect(siteToCheck(must, { mode: 'gps', location: inside })).toBe(site.id);
  });
});
