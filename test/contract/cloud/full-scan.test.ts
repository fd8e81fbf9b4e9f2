import type { CallWarning } from '../../../local/cloud';
import type { TestCloud, TestCloudOptions } from '../../support/cloud';
import { AS_USER, failure, run, startScriptCloud } from './script';

let cloud: TestCloud;

const MANY = 1_200;
const many = Array.from({ length: MANY }, (_, i) => ({
  _id: `m${String(i).padStart(4, '0')}`,
  team: `t${i % 400}`,
  n: i,
  at: { type: 'Point', coordinates: [i / 100, 0] },
}));

function start(options: TestCloudOptions = {}): Promise<TestCloud> {
  return startScriptCloud({
    seed: { rows: many, few: many.slice(0, 5), placed: many },
    indexes: [
      { collection: 'rows', fields: ['team', 'n'] },
      { collection: 'placed', fields: ['at'], geo: true },
    ],
    ...options,
  });
}

describe('reported', () => {
  beforeAll(async () => {
    cloud = await start();
  });
  afterAll(() => cloud.close());

  const reports = async (work: string): Promise<CallWarning[]> => {
    const script = `const rows = db.collection('rows'); await ${work}`;
    return (await cloud.invoke('sdk', { script }, { as: AS_USER })).warnings;
  };
  const scan = (fields: string[], index: object | null) => [
    { kind: 'full-scan', collection: 'rows', fields, scanned: MANY, index },
  ];
  const by = (...fields: string[]) => ({ collection: 'rows', fields });
  const area = `_.geoWithin({ centerSphere: [db.Geo.Point(1, 0), 0.001] })`;

  test.each([
    ['an equality', `rows.where({ n: 7 }).get()`, ['n'], by('n')],
    ['an update', `rows.where({ n: 7 }).update({ data: { x: 1 } })`, ['n'], by('n')],
    ['a removal', `rows.where({ n: -1 }).remove()`, ['n'], by('n')],
    ['a count', `rows.where({ n: _.gt(7) }).count()`, ['n'], by('n')],
    [
      'equal fields, then the order, then ranges',
      `rows.where({ n: _.gt(7), kind: 'a' }).orderBy('name', 'asc').get()`,
      ['n', 'kind'],
      by('kind', 'name', 'n'),
    ],
    ['an order alone', `rows.orderBy('n', 'desc').limit(1).get()`, [], by('n')],
    ['a regular expression', `rows.where({ name: /x/ }).get()`, ['name'], by('name')],
    ['half of an or', `rows.where(_.or([{ team: 't1' }, { n: 1 }])).get()`, ['team', 'n'], by('team')],
    ['a pipeline', `rows.aggregate().match({ n: 7 }).end()`, ['n'], by('n')],
    ['a pipeline over everything', `rows.aggregate().group({ _id: '$team' }).end()`, [], null],
    [
      'a join',
      `db.collection('few').aggregate().lookup({ from: 'rows', localField: 'n', foreignField: 'n', as: 'x' }).end()`,
      ['n'],
      by('n'),
    ],
    ['places', `rows.where({ at: ${area} }).get()`, ['at'], { ...by('at'), geo: true }],
  ])('%s', async (_name, work, fields, index) => {
    expect(await reports(work)).toEqual(scan(fields, index));
  });

  test.each([
    ['by _id', `rows.doc('m0007').get()`],
    ['after an _id', `rows.where({ _id: _.gt('m1000') }).orderBy('_id', 'asc').limit(10).get()`],
    ['by the leading field', `rows.where({ team: 't7', kind: 'a' }).get()`],
    ['by a range of it', `rows.where({ team: _.gte('t0') }).get()`],
    ['in its order', `rows.orderBy('team', 'asc').limit(10).get()`],
    ['each half of an or', `rows.where(_.or([{ team: 't1' }, { team: 't2' }])).get()`],
    ['a first page of everything', `rows.limit(10).get()`],
    ['how many there are', `rows.count()`],
    ['a small collection', `db.collection('few').where({ n: 1 }).get()`],
    [
      'a join by the leading field',
      `db.collection('few').aggregate().lookup({ from: 'rows', localField: 'team', foreignField: 'team', as: 'x' }).end()`,
    ],
    [
      'around a point',
      `db.collection('placed').where({ at: _.geoNear({ geometry: db.Geo.Point(1, 0) }) }).get()`,
    ],
    ['in an area', `db.collection('placed').where({ at: ${area} }).get()`],
    [
      '$geoNear',
      `db.collection('placed').aggregate().geoNear({ near: db.Geo.Point(1, 0), distanceField: 'd' }).end()`,
    ],
  ])('not %s', async (_name, work) => {
    expect(await reports(work)).toEqual([]);
  });

  test('of a call, the first hundred', async () => {
    const script = `for (let i = 0; i < 105; i += 1) await db.collection('rows').where({ n: -1 }).count()`;
    expect((await cloud.invoke('sdk', { script }, { as: AS_USER })).warnings).toHaveLength(100);
  });
});

test('an error where tests want one, before anything is written', async () => {
  cloud = await start({ failOnScan: true });
  try {
    const error = await failure(
      cloud,
      `await db.collection('rows').where({ n: 7 }).update({ data: { x: 1 } })`,
    );
    expect(error).toMatchObject({
      errCode: -502001,
      text: expect.stringContaining('{"collection":"rows","fields":["n"]}'),
    });
    expect((await cloud.db.get('rows', 'm0007'))?.x).toBeUndefined();
  } finally {
    await cloud.close();
  }
});

test('from the limit that was set', async () => {
  cloud = await start({ scanLimit: 4 });
  try {
    const script = `await db.collection('few').where({ n: 1 }).get()`;
    const { warnings } = await cloud.invoke('sdk', { script }, { as: AS_USER });
    expect(warnings).toEqual([expect.objectContaining({ collection: 'few', scanned: 5 })]);
    expect(await run(cloud, `return (await db.collection('few').limit(4).get()).data.length`)).toBe(4);
  } finally {
    await cloud.close();
  }
});
