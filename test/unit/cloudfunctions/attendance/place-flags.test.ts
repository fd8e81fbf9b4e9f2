import { type PlaceQuestion, placeFlags } from '../../../../cloudfunctions/attendance/domain/place-flags';
import type { Punch } from '../../../../cloudfunctions/attendance/domain/punch';
import { at, day, punched, words } from '../support/rules';

const TODAY = day('2026-11-23');
const HERE = { latitude: 31.239703, longitude: 121.499718, accuracy: 20 };
/** Due north of `HERE`. */
const north = (kilometres: number) => ({ ...HERE, latitude: HERE.latitude + kilometres / 111.195 });

function flagsOf(more: Partial<PlaceQuestion>, ...punches: Partial<Punch & { on: string }>[]) {
  const days = punches.map(({ on = '2026-11-23', ...punch }) => ({
    day: day(on),
    punches: [punched('in', `${on} 08:00`, punch)],
  }));
  return placeFlags({
    location: HERE,
    tappedAt: at('2026-11-23 09:00'),
    day: TODAY,
    placeName: null,
    days,
    ...more,
  });
}
const names = (flags: ReturnType<typeof placeFlags>) => flags.map(({ flag }) => flag);

describe('impossible travel', () => {
  test('within two hours, faster than 300 km/h', () => {
    const [flag] = flagsOf({}, north(310));
    expect(flag).toEqual({
      flag: 'impossible-travel',
      data: {
        from: words('HQ'),
        metres: 309_960,
        minutes: 60,
        kmh: 310,
        limit: 300,
        before: at('2026-11-23 08:00'),
      },
    });
    expect(flagsOf({}, north(300))).toEqual([]);
  });
  test('beyond two hours, faster than an airliner', () => {
    const before = { ...north(3_000), tappedAt: at('2026-11-23 05:30') };
    expect(flagsOf({}, before)).toEqual([]);
    expect(names(flagsOf({}, { ...before, ...north(3_200) }))).toEqual(['impossible-travel']);
  });
  test('the inaccuracy of both fixes counts in the person’s favour', () => {
    expect(flagsOf({}, { ...north(310), accuracy: 11_000 })).toEqual([]);
  });
  test('two taps seconds apart near each other are no travel', () => {
    expect(flagsOf({}, { ...north(1.9), tappedAt: at('2026-11-23 08:59:59') })).toEqual([]);
  });
  test('from the last punch before, by the tap; one without a location says nothing', () => {
    const far = { ...north(310), on: '2026-11-22' };
    expect(flagsOf({}, far, HERE)).toEqual([]);
    expect(names(flagsOf({}, { ...north(310), tappedAt: at('2026-11-23 09:00') }))).toEqual([]);
    expect(flagsOf({}, { latitude: null, longitude: null, accuracy: null })).toEqual([]);
  });
});

describe('the same coordinates', () => {
  const before = ['2026-11-19', '2026-11-20'].map((on) => ({ ...HERE, on }));
  test('to the last digit on three days', () => {
    expect(flagsOf({}, ...before)).toEqual([{ flag: 'same-coordinates', data: { days: 3, limit: 3 } }]);
  });
  test('twice on one day, or a digit apart, are nothing', () => {
    expect(flagsOf({}, { ...HERE, on: '2026-11-20' }, HERE)).toEqual([]);
    expect(flagsOf({ location: { ...HERE, latitude: 31.239704 } }, ...before)).toEqual([]);
  });
});

describe('an accuracy that cannot be', () => {
  const exact = { ...HERE, accuracy: 0 };
  const near = { ...north(0.001), accuracy: 0.5, on: '2026-11-20' };
  test('under a metre, for the second time', () => {
    expect(flagsOf({ location: exact }, near)).toEqual([
      { flag: 'accuracy-implausible', data: { accuracy: 0, times: 2, limit: 1 } },
    ]);
  });
  test('once is a fault of the phone, and a metre is possible', () => {
    expect(flagsOf({ location: exact }, { ...near, accuracy: 20 })).toEqual([]);
    expect(flagsOf({ location: { ...HERE, accuracy: 1 } }, near)).toEqual([]);
  });
});

describe('exactly at a limit', () => {
  // The inaccuracy of both fixes, 40 m, is taken off.
  test('two kilometres in a second are travel, less is the inaccuracy of the fixes', () => {
    const justNow = { tappedAt: at('2026-11-23 08:59:59') };
    expect(names(flagsOf({}, { ...north(2.05), ...justNow }))).toEqual(['impossible-travel']);
    expect(flagsOf({}, { ...north(2.03), ...justNow })).toEqual([]);
  });
  test('two hours are the short way still', () => {
    expect(names(flagsOf({}, { ...north(800), tappedAt: at('2026-11-23 07:00') }))).toEqual([
      'impossible-travel',
    ]);
    expect(flagsOf({}, { ...north(800), tappedAt: at('2026-11-23 06:59') })).toEqual([]);
  });
  test('an accuracy of a metre is possible both times', () => {
    const metre = { ...north(0.001), accuracy: 1, on: '2026-11-20' };
    expect(flagsOf({ location: { ...HERE, accuracy: 0 } }, metre)).toEqual([]);
  });
});

test('the way is from the latest tap before, whichever arrived first', () => {
  const [far, near] = [
    { ...north(310), tappedAt: at('2026-11-23 08:00') },
    { ...HERE, tappedAt: at('2026-11-23 08:30') },
  ];
  expect(flagsOf({}, far, near)).toEqual([]);
  expect(flagsOf({}, near, far)).toEqual([]);
  const found = names(flagsOf({}, { ...near, ...north(310) }, { ...far, ...HERE }));
  expect(found).toEqual(['impossible-travel']);
});

test('both ends are named where they have a name', () => {
  const from = { ...north(310), site: null, placeName: 'Client' };
  expect(flagsOf({ placeName: words('HQ') }, from)[0]?.data).toMatchObject({
    from: 'Client',
    to: words('HQ'),
  });
  const [nameless] = flagsOf({}, { ...from, placeName: null });
  expect(nameless?.data).not.toHaveProperty('to');
  expect(nameless?.data).not.toHaveProperty('from');
});

test('one fix of a day at the same coordinates is enough for that day', () => {
  const days = ['2026-11-19', '2026-11-20'].map((on) => ({
    day: day(on),
    punches: [
      punched('in', `${on} 08:00`, HERE),
      punched('out', `${on} 18:00`, { ...HERE, longitude: 121.4 }),
    ],
  }));
  expect(names(flagsOf({ days }))).toEqual(['same-coordinates']);
  const other = days.map((each) => ({ ...each, punches: each.punches.slice(1) }));
  expect(names(flagsOf({ days: other }))).toEqual([]);
});
