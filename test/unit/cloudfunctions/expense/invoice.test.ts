import { invoiceIn } from '../../../../cloudfunctions/expense/domain/invoice';
import { similarLines } from '../../../../cloudfunctions/expense/domain/similar-lines';

test.each([
  [
    'an electronic invoice',
    '01,10,033001900111,12345678,98.00,20261120,12345678901234567890,A1B2,',
    { id: '033001900111:12345678', number: '12345678', day: '2026-11-20' },
  ],
  [
    'a fully digital one, which has no code',
    '01,32,,26332000000012345678,98.00,20261120,,C3D4',
    { id: '26332000000012345678', number: '26332000000012345678', day: '2026-11-20' },
  ],
  [
    'one whose day cannot be read',
    '01,10,033001900111,12345678,98.00,,',
    { id: '033001900111:12345678', number: '12345678', day: null },
  ],
  ['an address', 'https://example.com/01,10,033001900111,12345678', null],
  ['a number that is too short to be unique without a code', '01,32,,12345678,98.00,20261120', null],
  ['a code that is none', '01,10,abc,12345678,98.00,20261120', null],
  ['another version', '02,10,033001900111,12345678,98.00,20261120', null],
  ['nothing', '', null],
])('%s', (_, text, invoice) => {
  expect(invoiceIn(text)).toEqual(invoice);
});

describe('lines that say the same', () => {
  const taxi = { day: '2026-11-20', category: 'travel', amount: 3_800 };
  const earlier = [{ ...taxi, number: 'E1-20261121-090000' }];

  test('in one expense name each other, once for each', () => {
    expect(similarLines([taxi, { ...taxi, category: 'meals' }, taxi, taxi], [])).toEqual([
      { tone: 'warn', code: 'SAME_LINE', data: { line: 3, other: 1, fen: 3_800 } },
      { tone: 'warn', code: 'SAME_LINE', data: { line: 4, other: 1, fen: 3_800 } },
    ]);
  });
  test('in an earlier one name its number', () => {
    expect(similarLines([{ ...taxi, amount: 1 }, taxi], earlier)).toEqual([
      { tone: 'warn', code: 'CLAIMED_BEFORE', data: { line: 2, fen: 3_800, number: 'E1-20261121-090000' } },
    ]);
  });
  test.each([{ day: '2026-11-19' }, { category: 'hotel' }, { amount: 3_801 }])('but not with %j', (other) => {
    expect(similarLines([taxi, { ...taxi, ...other }], [])).toEqual([]);
    expect(similarLines([{ ...taxi, ...other }], earlier)).toEqual([]);
  });
});
