import fc from 'fast-check';
import { distance, type Point } from '../../miniprogram/common/distance';
import { locate } from '../../miniprogram/common/locate';
import { words } from '../unit/cloudfunctions/support/rules';

const RUNS = { numRuns: 1_000 };
const degrees = (least: number, most: number) =>
  fc.double({ min: least, max: most, noNaN: true, noDefaultInfinity: true });
const anywhere = fc.record({ latitude: degrees(-90, 90), longitude: degrees(-180, 180) });
const metres = (most: number) => fc.integer({ min: 0, max: most });
const accuracy = metres(1_000);
const site = fc
  .record({
    latitude: degrees(18, 53),
    longitude: degrees(73, 135),
    radius: metres(2_000),
    tolerance: metres(200),
    id: fc.uuid(),
  })
  .map((fields) => ({ ...fields, name: words('Site') }));

/** A point `metres` from `from`, roughly, in a direction. */
function away({ latitude, longitude }: Point, far: number, direction: number): Point {
  const north = (far * Math.cos(direction)) / 111_195;
  const east = (far * Math.sin(direction)) / (111_195 * Math.cos((latitude * Math.PI) / 180));
  return { latitude: latitude + north, longitude: longitude + east };
}

describe('distance', () => {
  test('is symmetric, never negative, at most half the earth’s girth', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (a, b) => {
        const there = distance(a, b);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(20_015_115);
        expect(Math.abs(there - distance(b, a))).toBeLessThan(1e-6);
      }),
      RUNS,
    );
  });
  test('is zero to itself, and going by a third point is never shorter', () => {
    fc.assert(
      fc.property(anywhere, anywhere, anywhere, (a, b, c) => {
        expect(distance(a, a)).toBe(0);
        // Near the far side of the earth the formula is good to a metre.
        expect(distance(a, c)).toBeLessThanOrEqual(distance(a, b) + distance(b, c) + 1);
      }),
      RUNS,
    );
  });
});

describe('the fence', () => {
  const direction = degrees(0, 2 * Math.PI);
  const inside = (where: Point, fix: number, sites: Parameters<typeof locate>[1]) =>
    locate({ ...where, accuracy: fix }, sites).inside !== null;

  test('whoever is outside stays outside when walking away', () => {
    fc.assert(
      fc.property(site, metres(5_000), metres(5_000), direction, accuracy, (fence, far, more, way, fix) => {
        const near = inside(away(fence, far, way), fix, [fence]);
        const further = inside(away(fence, far + more, way), fix, [fence]);
        expect(further && !near).toBe(false);
      }),
      RUNS,
    );
  });
  test('a coarser fix or one more site never shuts anybody out', () => {
    fc.assert(
      fc.property(
        site,
        site,
        metres(3_000),
        direction,
        accuracy,
        accuracy,
        (fence, other, far, way, a, b) => {
          const where = away(fence, far, way);
          const fine = inside(where, Math.min(a, b), [fence]);
          if (fine) expect(inside(where, Math.max(a, b), [fence, other])).toBe(true);
        },
      ),
      RUNS,
    );
  });
  test('inaccuracy is worth at most the tolerance', () => {
    fc.assert(
      fc.property(site, metres(5_000), direction, accuracy, (fence, far, way, fix) => {
        const where = away(fence, far, way);
        if (distance(where, fence) > fence.radius + fence.tolerance)
          expect(inside(where, fix, [fence])).toBe(false);
      }),
      RUNS,
    );
  });
  test('outside always says how far beyond, and going that far inwards is inside', () => {
    fc.assert(
      fc.property(site, metres(5_000), direction, accuracy, (fence, far, way, fix) => {
        const where = away(fence, far, way);
        const place = locate({ ...where, accuracy: fix }, [fence]);
        expect(place.beyond > 0).toBe(place.inside === null);
        const nearer = away(fence, Math.max(0, far - place.beyond - 5 - far * 0.01), way);
        expect(inside(nearer, fix, [fence])).toBe(true);
      }),
      RUNS,
    );
  });
  test('does not depend on the order of the sites', () => {
    fc.assert(
      fc.property(fc.array(site, { maxLength: 6 }), anywhere, accuracy, (sites, where, fix) => {
        const there = { ...where, accuracy: fix };
        expect(locate(there, [...sites].reverse())).toEqual(locate(there, sites));
      }),
      RUNS,
    );
  });
});
