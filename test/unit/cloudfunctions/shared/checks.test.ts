import {
  bilingual,
  day,
  dayOrNone,
  type FieldCheck,
  faultOf,
  figure,
  listOfDays,
  listOfFigures,
  listOfMaps,
  listOfObjects,
  listOfTexts,
  mapOf,
  mapOfTexts,
  maybe,
  objectOf,
  oneOf,
  text,
  textOrNone,
  yesOrNo,
} from '../../../../cloudfunctions/shared/faults/checks';

const punch = { slot: text, at: figure };

/** What a person may write into a field by hand, by mistake. */
const CASES: readonly (readonly [
  string,
  FieldCheck,
  fits: readonly unknown[],
  faulty: readonly unknown[],
])[] = [
  ['text', text, ['', '张三'], [undefined, null, 1, ['张三']]],
  ['text or none', textOrNone, ['', null], [undefined, 0]],
  [
    'bilingual',
    bilingual,
    [{ 'zh-CN': '白班', en: '' }],
    ['白班', { 'zh-CN': '白班' }, { 'zh-CN': 1, en: '' }, null],
  ],
  ['day', day, ['2026-11-23'], ['2026-11-3', '2026-11-23T00:00', 20261123, null, new Date(0)]],
  ['day or none', dayOrNone, ['2026-11-23', null], ['', undefined]],
  ['number', figure, [0, -1.5, Number.POSITIVE_INFINITY], [Number.NaN, '1', null, undefined]],
  ['yes or no', yesOrNo, [true, false], [0, 'true', null, undefined]],
  ['one of some texts', oneOf('free', 'approval'), ['free'], ['none', '', null, undefined, ['free']]],
  ['list of numbers', listOfFigures, [[], [1, 2]], [[1, '2'], { 0: 1 }, null, undefined]],
  ['list of texts', listOfTexts, [[], ['a']], [[1], 'a', null]],
  ['list of days', listOfDays, [['2026-11-23']], [['2026-11-23', 'tomorrow'], '2026-11-23']],
  [
    'list of objects',
    listOfObjects(punch),
    [[], [{ slot: 'in', at: 1, note: null }]],
    [[{ slot: 'in' }], [{ slot: 'in', at: '1' }], [null], ['in'], { slot: 'in', at: 1 }],
  ],
  [
    'list of objects by key',
    listOfMaps(punch),
    [[], [{}, { P1: { slot: 'in', at: 1 } }]],
    [[{ P1: { slot: 'in' } }], [null], { P1: { slot: 'in', at: 1 } }, null],
  ],
  [
    'objects by key',
    mapOf(punch),
    [{}, { P1: { slot: 'in', at: 1 } }],
    [{ P1: { slot: 'in' } }, { P1: null }, null, 'P1'],
  ],
  ['texts by key', mapOfTexts, [{}, { E0001: 'SH-DAY' }], [{ E0001: 1 }, { E0001: null }, null]],
  ['an object', objectOf(punch), [{ slot: 'in', at: 1 }], [{ slot: 'in' }, null, 'in']],
  ['may be missing', maybe(figure), [undefined, 1], [null, '1', Number.NaN]],
];

test.each(CASES)('%s: what fits can be used, everything else is a fault', (_name, check, fits, faulty) => {
  for (const value of fits) expect(faultOf({ field: value }, { field: check })).toBeNull();
  for (const value of faulty)
    expect(faultOf({ field: value }, { field: check })).toEqual({ field: 'field', rule: check.rule });
});

test('the first field that is wrong is named, and one that was not read is not', () => {
  const checks = { name: text, hiredOn: day, rev: figure };
  expect(faultOf({ name: '张三', hiredOn: 'soon', rev: '1' }, checks)).toEqual({
    field: 'hiredOn',
    rule: 'day',
  });
  expect(faultOf({ name: '张三', hiredOn: 'soon', rev: 1 }, checks, new Set(['name', 'rev']))).toBeNull();
});
