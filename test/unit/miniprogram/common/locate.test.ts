import { distance } from '../../../../miniprogram/common/distance';
import { locate } from '../../../../miniprogram/common/locate';
import { HQ } from '../../cloudfunctions/support/rules';

const north = (metres: number) => HQ.latitude + metres / 111_195.08;
const fix = (metres: number, accuracy = 0) => ({
  latitude: north(metres),
  longitude: HQ.longitude,
  accuracy,
});

describe('distance', () => {
  test.each([
    [
      'Oriental Pearl Tower to China World Trade Center',
      [31.239703, 121.499718],
      [39.909104, 116.461841],
      1_065_757,
    ],
    ['one degree of latitude', [0, 0], [1, 0], 111_195],
    ['across the date line', [0, 179.9], [0, -179.9], 22_239],
    ['to the other side of the earth', [0, 0], [0, 180], 20_015_115],
    ['the same point', [31, 121], [31, 121], 0],
  ] as const)('%s', (_, [lat1, lon1], [lat2, lon2], metres) => {
    const found = distance({ latitude: lat1, longitude: lon1 }, { latitude: lat2, longitude: lon2 });
    expect(Math.abs(found - metres)).toBeLessThan(Math.max(1, metres * 0.0005));
  });
});

describe('locate', () => {
  test.each([
    ['at the centre', fix(0), true, 0],
    ['just inside', fix(299), true, 0],
    ['just outside', fix(301.5), false, 2],
    ['inaccuracy counts in favour', fix(330, 40), true, 0],
    ['but only up to the tolerance', fix(359.5, 190), false, 10],
  ])('%s', (_, where, inside, beyond) => {
    const place = locate(where, [HQ]);
    expect(place.inside?.id ?? null).toBe(inside ? 'S1' : null);
    expect(place.beyond).toBe(beyond);
  });
  test('the nearest of several sites', () => {
    const far = { ...HQ, id: 'S0', latitude: north(5_000) };
    expect(locate(fix(4_900), [HQ, far])).toMatchObject({ nearest: { id: 'S0' }, distance: 100 });
  });
  test('inside a large site though a smaller one is nearer', () => {
    const campus = { ...HQ, id: 'S2', latitude: north(2_000), radius: 1_900 };
    const place = locate(fix(600), [HQ, campus]);
    expect(place).toMatchObject({ nearest: { id: 'S1' }, inside: { id: 'S2' }, beyond: 0 });
  });
  test('no site at all', () => {
    expect(locate(fix(0), [])).toEqual({
      nearest: null,
      distance: null,
      inside: null,
      beyond: 0,
      imprecise: false,
    });
  });
  test('a coarse fix is said to be so', () => {
    expect(locate(fix(0, 200), [HQ]).imprecise).toBe(false);
    expect(locate(fix(0, 200.1), [HQ]).imprecise).toBe(true);
  });
});
