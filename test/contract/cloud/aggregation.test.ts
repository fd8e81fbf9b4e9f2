import { openPerFile } from '../../support/open';
import { failure, run, startScriptCloud } from './script';

const cloud = openPerFile(() => startScriptCloud({ collections: ['students'] }));
beforeAll(async () => {
  await cloud.db.insertMany('students', [
    {
      _id: 1,
      firstName: 'Yuanxin',
      birthday: '1999/12/12',
      score: 84,
      born: new Date('1999-12-12T00:00:00Z'),
    },
    {
      _id: 2,
      firstName: 'Weijia',
      birthday: '1998/11/11',
      score: 96,
      born: new Date('1998-11-11T00:00:00Z'),
    },
    { _id: 3, firstName: 'Chengxi', birthday: '1997/10/10', score: 80, born: null },
  ]);
});

const list = (pipeline: string) =>
  run(
    cloud,
    `
     return (await db.collection('students').aggregate().sort({ _id: 1 })${pipeline}.end()).list`,
  );

test.each([
  ['year of a text', `$.substr(['$birthday', 0, 4])`, ['1999', '1998', '1997']],
  ['day of a text', `$.substr(['$birthday', 8, -1])`, ['12', '11', '10']],
  ['place of a letter', `$.indexOfCP(['$firstName', 'a'])`, [2, 5, -1]],
  ['cut number', `$.trunc($.divide(['$score', 10]))`, [8, 9, 8]],
  ['week of a date', `$.week('$born')`, [50, 45, null]],
  ['comparison of two types', `$.gt(['$firstName', '$score'])`, [true, true, true]],
  ['field that is missing', `$.ifNull(['$none', 'x'])`, ['x', 'x', 'x']],
])('%s', async (_name, expression, expected) => {
  const rows = (await list(`.project({ _id: 0, x: ${expression} })`)) as { x: unknown }[];
  expect(rows.map(({ x }) => x)).toEqual(expected);
});

test('buckets, with their fields in order', async () => {
  const rows = await list(`.bucket({ groupBy: '$score', boundaries: [80, 90], default: 'above' })`);
  expect(JSON.stringify(rows)).toBe('[{"_id":80,"count":2},{"_id":"above","count":1}]');
});

test.each([
  ['a bucket for a value outside', `.bucket({ groupBy: '$score', boundaries: [80, 90] })`, 'no bucket'],
  ['a remainder of zero', `.project({ x: $.mod(['$score', 0]) })`, '$mod by zero'],
  ['an operator that is not supported', `.project({ x: $.meta('textScore') })`, '$meta'],
])('%s is refused with its name', async (_name, pipeline, why) => {
  const script = `await db.collection('students').aggregate()${pipeline}.end()`;
  expect((await failure(cloud, script)).text).toContain(why);
});

test('_.mod(0, …) is refused, and texts have no remainder', async () => {
  const error = await failure(cloud, `await db.collection('students').where({ score: _.mod(0, 5) }).get()`);
  expect(error.text).toContain('divisor cannot be 0');
  const total = await run(
    cloud,
    `return (await db.collection('students').where({ birthday: _.mod(1, 0) }).count()).total`,
  );
  expect(total).toBe(0);
});
