import { grantsOf, shortfallOf, sumsOf } from '../../../../cloudfunctions/accounts/domain/ledger';
import { allocate } from '../../../../cloudfunctions/leave/domain/allocate';
import { accountWith, grant } from '../support/requests';
import { day } from '../support/rules';

const comp = (id: string, minutes: number, validFrom: string, expiresOn: string | null) =>
  grant('comp-time', 0, {
    minutes,
    grantId: id,
    validFrom: day(validFrom),
    expiresOn: expiresOn === null ? null : day(expiresOn),
  });
const on = (date: string, minutes = 480) => ({ day: day(date), minutes });
const taken = (...args: Parameters<typeof allocate>) =>
  allocate(...args).portions.map(({ grantId, minutes }) => [grantId, minutes]);

describe('allocation', () => {
  const { entries } = accountWith(
    comp('late', 480, '2026-02-01', '2026-12-31'),
    comp('early', 480, '2026-01-01', '2026-06-30'),
    comp('endless', 480, '2026-01-01', null),
  );
  const grants = grantsOf(entries);
  test('takes the grant that ends first', () => {
    expect(taken(grants, [on('2026-06-29', 300)])).toEqual([['early', 300]]);
    expect(taken(grants, [on('2026-06-29', 600)])).toEqual([
      ['early', 480],
      ['late', 120],
    ]);
  });
  test('only grants that are valid on the day used', () => {
    expect(taken(grants, [on('2026-06-30'), on('2026-07-01')])).toEqual([
      ['early', 480],
      ['late', 480],
    ]);
    expect(taken(grants, [on('2026-07-01', 600)])).toEqual([
      ['late', 480],
      ['endless', 120],
    ]);
    expect(taken(grants, [on('2027-01-01', 600)])).toEqual([['endless', 480]]);
    expect(allocate(grants, [on('2027-01-01', 600)])).toMatchObject({ taken: 480, wanted: 600 });
  });
  test('a day that needs the grant about to end gets it, whichever day is named first', () => {
    const two = grantsOf(
      accountWith(comp('a', 480, '2026-01-01', '2026-12-31'), comp('b', 480, '2026-01-01', '2026-03-10'))
        .entries,
    );
    const expected = [
      ['b', 480],
      ['a', 480],
    ];
    expect(taken(two, [on('2026-03-10'), on('2026-03-11')])).toEqual(expected);
    expect(taken(two, [on('2026-03-11'), on('2026-03-10')])).toEqual(expected);
  });
});

describe('sums', () => {
  const ledger = {
    'annual-2026': grant('annual', 5),
    'R1-1-hold-annual-2026': grant('annual', -1, { kind: 'hold' }),
    'R2-1-hold-annual-2026': grant('annual', -2, { kind: 'hold' }),
    'R2-1-release-annual-2026': grant('annual', 2, { kind: 'release' }),
    'R2-1-use-annual-2026': grant('annual', -2, { kind: 'use' }),
    'R3-1-use-annual-2026': grant('annual', -1, { kind: 'use' }),
    'R3-1-return-annual-2026': grant('annual', 1, { kind: 'return' }),
    other: comp('other', 120, '2026-01-01', '2026-06-30'),
  };
  test('of one type: left, held and used add up to what was granted', () => {
    expect(sumsOf(ledger, 'annual', day('2026-07-01'))).toEqual({ left: 960, held: 480, used: 960 });
    expect(sumsOf(ledger, 'comp-time', day('2026-06-30'))).toEqual({ left: 120, held: 0, used: 0 });
  });
  test('an expired grant counts no more, before the ledger says so', () => {
    expect(sumsOf(ledger, 'comp-time', day('2026-07-01')).left).toBe(0);
    expect(sumsOf(ledger, 'annual', day('2027-01-01')).left).toBe(0);
    expect(sumsOf(ledger, 'annual', day('2025-12-31')).left).toBe(0);
  });
  test('a change that would take a grant below nothing is found', () => {
    const undo = { 'R9-revoke': comp('other', -200, '2026-01-01', null) };
    expect(shortfallOf(ledger, undo)).toEqual({ grantId: 'other', minutes: 80 });
    expect(shortfallOf(ledger, {})).toBeNull();
  });
});
