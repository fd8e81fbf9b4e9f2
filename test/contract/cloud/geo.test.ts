import { openPerFile } from '../../support/open';
import { failure, run, startScriptCloud } from './script';

const point = (longitude: number, latitude: number) => ({
  type: 'Point',
  coordinates: [longitude, latitude],
});
const square = (west: number, south: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

/** Around People's Square in Shanghai; a thousandth of a degree is about 100 m. */
const cloud = openPerFile(() =>
  startScriptCloud({
    seed: {
      places: [
        { _id: 'far', at: point(121.49, 31.23) },
        { _id: 'near', at: point(121.471, 31.23) },
        { _id: 'centre', at: point(121.47, 31.23) },
        { _id: 'middle', at: point(121.475, 31.23), open: true },
        { _id: 'road', at: { type: 'LineString', coordinates: square(121.46, 31.22, 0.001).slice(0, 2) } },
        { _id: 'park', at: { type: 'Polygon', coordinates: [square(121.5, 31.24, 0.004)] } },
        { _id: 'nowhere' },
      ],
      plain: [{ _id: 'x', at: point(121.47, 31.23) }],
    },
    indexes: [{ collection: 'places', fields: ['at'], geo: true }],
  }),
);

const ids = (query: string) => run(cloud, `return (await ${query}.get()).data.map(({ _id }) => _id)`);
const places = (condition: string) => `db.collection('places').where({ at: ${condition} })`;
const around = (more = '') => `_.geoNear({ geometry: db.Geo.Point(121.47, 31.23) ${more} })`;
const polygon = (...rings: number[][][]) => {
  const lines = rings.map(
    (ring) => `db.Geo.LineString(${JSON.stringify(ring)}.map((p) => db.Geo.Point(...p)))`,
  );
  return `db.Geo.Polygon([${lines.join(', ')}])`;
};

describe('geoNear', () => {
  test('the nearest first, lines and areas included, what has no place left out', async () => {
    const nearest = ['centre', 'near', 'middle', 'road', 'far', 'park'];
    expect(await ids(places(around()))).toEqual(nearest);
    expect(await ids(`${places(around())}.skip(1).limit(2)`)).toEqual(nearest.slice(1, 3));
    expect(await ids(`${places(around())}.orderBy('_id', 'desc').limit(2)`)).toEqual(['road', 'park']);
  });

  test.each([
    // 0.001 degrees of longitude at 31.23 degrees north: 95.19 m on the database's sphere.
    [', maxDistance: 95.2', ['centre', 'near']],
    [', maxDistance: 95.1', ['centre']],
    [', minDistance: 95.1, maxDistance: 500', ['near', 'middle']],
  ])('in reach %s', async (more, expected) => {
    expect(await ids(places(around(more)))).toEqual(expected);
  });

  test('together with other conditions', async () => {
    const both = `db.collection('places').where(_.and([{ at: ${around()} }, { open: true }]))`;
    expect(await ids(both)).toEqual(['middle']);
  });

  test('not without a geo index', async () => {
    const error = await failure(cloud, `await db.collection('plain').where({ at: ${around()} }).get()`);
    expect(error).toMatchObject({
      errCode: -502001,
      text: expect.stringContaining('unable to find a geo index'),
    });
  });
});

describe('geoWithin', () => {
  test('a polygon, with and without a hole', async () => {
    const whole = polygon(square(121.459, 31.219, 0.02));
    expect(await ids(places(`_.geoWithin({ geometry: ${whole} })`))).toEqual([
      'near',
      'centre',
      'middle',
      'road',
    ]);
    const holed = polygon(square(121.459, 31.219, 0.02), square(121.4695, 31.2295, 0.001));
    expect(await ids(places(`_.geoWithin({ geometry: ${holed} })`))).toEqual(['near', 'middle', 'road']);
  });

  test('areas must be inside with all of them', async () => {
    const half = polygon(square(121.498, 31.238, 0.004));
    expect(await ids(places(`_.geoWithin({ geometry: ${half} })`))).toEqual([]);
    const all = `db.Geo.MultiPolygon([${polygon(square(0, 0, 1))}, ${polygon(square(121.499, 31.239, 0.006))}])`;
    expect(await ids(places(`_.geoWithin({ geometry: ${all} })`))).toEqual(['park']);
  });

  test('a circle, its radius in rad; no index is needed', async () => {
    const circle = `_.geoWithin({ centerSphere: [db.Geo.Point(121.47, 31.23), 100 / 6378100] })`;
    expect(await ids(places(circle))).toEqual(['near', 'centre']);
    expect(await ids(`db.collection('plain').where({ at: ${circle} })`)).toEqual(['x']);
  });
});

test.each([
  ['a point in an area', `db.Geo.Point(121.501, 31.241)`, ['park']],
  ['a point outside', `db.Geo.Point(121.51, 31.241)`, []],
  [
    'a line through it',
    `db.Geo.LineString([db.Geo.Point(121.49, 31.242), db.Geo.Point(121.52, 31.242)])`,
    ['park'],
  ],
  [
    'a line across the road',
    `db.Geo.LineString([db.Geo.Point(121.4605, 31.21), db.Geo.Point(121.4605, 31.23)])`,
    ['road'],
  ],
  [
    'an area around several',
    polygon(square(121.465, 31.225, 0.04)),
    ['far', 'near', 'centre', 'middle', 'park'],
  ],
])('geoIntersects: %s', async (_name, geometry, expected) => {
  expect(await ids(places(`_.geoIntersects({ geometry: ${geometry} })`))).toEqual(expected);
});

describe('aggregate().geoNear', () => {
  const aggregate = (spec: string, more = '') => `(await db.collection('places').aggregate()
    .geoNear({ near: db.Geo.Point(121.47, 31.23), spherical: true, ${spec} })${more}.end()).list`;

  test('distances, the nearest first, with a query, in reach', async () => {
    const list = await run<{ _id: string; away: { m: number }; where?: object }[]>(
      cloud,
      `return ${aggregate(`distanceField: 'away.m', maxDistance: 1000, includeLocs: 'where', query: { _id: _.neq('near') }`)}`,
    );
    expect(list.map(({ _id, away }) => [_id, Math.round(away.m)])).toEqual([
      ['centre', 0],
      ['middle', 476],
    ]);
    expect(list[1]?.where).toEqual(point(121.475, 31.23));
  });

  test('further stages work on what it found', async () => {
    const list = await run(
      cloud,
      `return ${aggregate(`distanceField: 'km', distanceMultiplier: 0.001`, `.skip(1).limit(1).project({ km: 1 })`)}`,
    );
    expect(list).toEqual([{ _id: 'near', km: expect.closeTo(0.09519, 4) }]);
  });

  test('first stage only; not without an index; the stored documents stay', async () => {
    const late = `await db.collection('places').aggregate().match({}).geoNear({ near: db.Geo.Point(1, 2), distanceField: 'd' }).end()`;
    expect((await failure(cloud, late)).text).toContain('first stage');
    const plain = `await db.collection('plain').aggregate().geoNear({ near: db.Geo.Point(1, 2), distanceField: 'd', key: 'at' }).end()`;
    expect((await failure(cloud, plain)).text).toContain('unable to find a geo index');
    expect(await cloud.db.get('places', 'centre')).toEqual({ _id: 'centre', at: point(121.47, 31.23) });
  });
});

test('under a geo index there are geometries or nothing', async () => {
  const add = (at: string) => `await db.collection('places').add({ data: { _id: 'new', at: ${at} } })`;
  for (const at of [
    `'here'`,
    `{ type: 'Point', coordinates: [181, 0] }`,
    `{ type: 'Polygon', coordinates: [[[0, 0], [1, 1], [0, 1]]] }`,
  ])
    expect((await failure(cloud, add(at))).text).toContain(`Can't extract geo keys`);
  await run(cloud, add('null'));
  expect(await cloud.db.get('places', 'new')).toEqual({ _id: 'new', at: null });
});
