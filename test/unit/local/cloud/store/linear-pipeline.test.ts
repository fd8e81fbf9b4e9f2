import { isLinear } from '../../../../../local/cloud/store/linear-pipeline';

const LOOKUP = { from: 'rows', localField: 'wanted', foreignField: '_id', as: 'met' };

test.each([
  ['what is read by its id and joined', [{ $match: { _id: 'a' } }, { $limit: 1 }, { $lookup: LOOKUP }]],
  ['a literal, whatever it holds', [{ $addFields: { wanted: { $literal: { $map: 1 } } } }]],
  [
    'one list taken apart and counted',
    [
      { $unwind: '$met' },
      { $group: { _id: '$_id', count: { $sum: { $cond: [{ $eq: ['$met.is', 'x'] }, 0, 1] } } } },
    ],
  ],
  ['a filter of any kind', [{ $match: { tags: { $elemMatch: { $eq: 'x' } } } }]],
])('needs no watch over its time: %s', (_what, stages) => {
  expect(isLinear(stages)).toBe(true);
});

test.each([
  ['lists that multiply', [{ $unwind: '$one' }, { $unwind: '$other' }]],
  ['an expression for each element', [{ $project: { all: { $map: { input: '$a', in: '$$this' } } } }]],
  ['a range', [{ $addFields: { all: { $range: [0, 1_000_000] } } }]],
  ['a text that doubles', [{ $addFields: { text: { $concat: ['$text', '$text'] } } }]],
  ['a pipeline for each document', [{ $lookup: { ...LOOKUP, pipeline: [] } }]],
  ['a stage that is not known', [{ $facet: {} }]],
])('is watched: %s', (_what, stages) => {
  expect(isLinear(stages)).toBe(false);
});

test('a filter that computes is an expression like others', () => {
  expect(isLinear([{ $match: { $expr: { $gt: [{ $size: '$a' }, 1] } } }])).toBe(false);
});
