import fc from 'fast-check';
import { angleTo, intersects, isWithin } from '../../../../../../local/cloud/store/geo/relations';
import { type Shape, shapeOf } from '../../../../../../local/cloud/store/geo/shape';
import { EARTH_RADIUS } from '../../../../../../local/cloud/store/geo/sphere';

type Pair = [longitude: number, latitude: number];

const shape = (type: string, coordinates: unknown): Shape => {
  const found = shapeOf({ type, coordinates });
  if (!found) throw new Error('not a geometry');
  return found;
};
const point = (at: Pair) => shape('Point', at);
const ring = (corners: Pair[]) => [...corners, corners[0]];
const away = (from: Pair, to: Shape) => {
  const [centre] = point(from).points;
  return centre ? angleTo(centre, to) * EARTH_RADIUS : Number.NaN;
};

test.each<[string, Pair, Shape, number]>([
  ['a quarter of the equator', [0, 0], point([90, 0]), (Math.PI / 2) * EARTH_RADIUS],
  ['pole to pole', [0, 90], point([123, -90]), Math.PI * EARTH_RADIUS],
  ['across the date line', [179.5, 0], point([-179.5, 0]), (Math.PI / 180) * EARTH_RADIUS],
  [
    'to the side of a line',
    [5, 1],
    shape('LineString', [
      [0, 0],
      [10, 0],
    ]),
    (Math.PI / 180) * EARTH_RADIUS,
  ],
  [
    'to the end of a line',
    [12, 0],
    shape('LineString', [
      [0, 0],
      [10, 0],
    ]),
    (Math.PI / 90) * EARTH_RADIUS,
  ],
  [
    'inside of an area',
    [1, 1],
    shape('Polygon', [
      ring([
        [0, 0],
        [3, 0],
        [3, 3],
        [0, 3],
      ]),
    ]),
    0,
  ],
])('distance: %s', (_name, from, to, expected) => {
  expect(away(from, to)).toBeCloseTo(expected, 3);
});

test('edges are great circles: the straight way between two places of one latitude bends to the pole', () => {
  const area = shape('Polygon', [
    ring([
      [0, 40],
      [60, 40],
      [60, 10],
      [0, 10],
    ]),
  ]);
  expect(isWithin(point([30, 42]), area)).toBe(true);
  expect(isWithin(point([30, 10.5]), area)).toBe(false);
});

test('an area around the pole, and the other side of the earth', () => {
  const cap = shape('Polygon', [
    ring([
      [0, 60],
      [90, 60],
      [180, 60],
      [-90, 60],
    ]),
  ]);
  expect([isWithin(point([17, 89]), cap), isWithin(point([17, -89]), cap)]).toEqual([true, false]);
});

test('borders belong to an area; a hole takes out what is in it', () => {
  const outer = ring([
    [0, 0],
    [4, 0],
    [4, 4],
    [0, 4],
  ]);
  const holed = shape('Polygon', [
    outer,
    ring([
      [1, 1],
      [2, 1],
      [2, 2],
      [1, 2],
    ]),
  ]);
  expect(
    [
      [0, 2],
      [1, 1.5],
      [1.5, 1.5],
      [3, 3],
    ].map((at) => isWithin(point(at as Pair), holed)),
  ).toEqual([true, true, false, true]);
  expect(
    isWithin(
      shape('Polygon', [
        ring([
          [0.5, 0.5],
          [3, 0.5],
          [3, 3],
          [0.5, 3],
        ]),
      ]),
      holed,
    ),
  ).toBe(false);
  expect(
    isWithin(
      shape('LineString', [
        [0.5, 1.5],
        [3, 1.5],
      ]),
      holed,
    ),
  ).toBe(false);
});

const degrees = fc.integer({ min: -400, max: 400 }).map((n) => 20 + n / 10_000);
const place = fc.tuple(degrees, degrees);

/** The same questions on the plane, which a few kilometres are nearly; undefined where it is too close to call. */
const side = ([ax, ay]: Pair, [bx, by]: Pair, [px, py]: Pair) =>
  (bx - ax) * (py - ay) - (by - ay) * (px - ax);
const sides = (p: Pair, [a, b, c]: [Pair, Pair, Pair]) => [side(a, b, p), side(b, c, p), side(c, a, p)];
const isClear = (values: number[]) => values.every((value) => Math.abs(value) > 1e-5);

test('points and triangles of a city agree with plane geometry', () => {
  fc.assert(
    fc.property(place, fc.tuple(place, place, place), (p, corners) => {
      const values = sides(p, corners);
      fc.pre(isClear([...values, side(...corners)]));
      const expected = values.every((value) => value > 0) || values.every((value) => value < 0);
      const area = shape('Polygon', [ring(corners)]);
      expect(isWithin(point(p), area)).toBe(expected);
      expect(intersects(area, point(p))).toBe(expected);
      expect(away(p, area) === 0).toBe(expected);
    }),
    { numRuns: 500 },
  );
});

test('so do lines that cross', () => {
  fc.assert(
    fc.property(place, place, place, place, (a, b, c, d) => {
      const values = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)] as const;
      fc.pre(isClear([...values]));
      const expected = values[0] * values[1] < 0 && values[2] * values[3] < 0;
      expect(intersects(shape('LineString', [a, b]), shape('LineString', [c, d]))).toBe(expected);
    }),
    { numRuns: 500 },
  );
});
