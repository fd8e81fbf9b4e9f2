import type { GrantRule, LeaveRule, LeaveType } from '../../../../cloudfunctions/leave/domain/leave-type';
import { statutoryWarnings } from '../../../../cloudfunctions/leave/domain/statutory';
import { day, words } from '../support/rules';

const LAW = {
  from: day('2020-01-01'),
  region: 'china',
  unit: 'day',
  step: 480,
  paidShares: [{ years: 0, share: 100 }],
  counts: 'working-days',
  grant: null,
  carry: null,
  mostPerRequest: null,
  mostPerYear: null,
  waitingMonths: 0,
  notInProbation: false,
  source: words('Law'),
} as unknown as LeaveRule;
const type = (...rules: Partial<LeaveRule>[]): LeaveType => ({
  _id: 'law',
  name: words('Leave'),
  enabled: true,
  rules: rules.map((rule) => ({ ...LAW, ...rule })),
});
const told = (law: Partial<LeaveRule>, own: Partial<LeaveRule>) =>
  statutoryWarnings(type(own), type(law), day('2026-11-23')).map(({ code, data }) => [code, data]);
const short = (code: string, data = {}) => [[code, { region: 'china', ...data }]];

const tiers = (...pairs: [number, number][]) => pairs.map(([years, days]) => ({ years, days }));
const service = (waitingMonths: number, ...pairs: [number, number][]): GrantRule =>
  ({ by: 'service', waitingMonths, tiers: tiers(...pairs) }) as GrantRule;
const LAWFUL = service(12, [1, 5], [10, 10], [20, 15]);
const year = (days: number): GrantRule => ({ by: 'year', minutes: days * 480 });
const child = (days: number, underYears: number): GrantRule => ({
  by: 'child',
  minutes: days * 480,
  underYears,
});
const overtime: GrantRule = { by: 'overtime' } as GrantRule;

describe('annual leave of a company beside that of the law', () => {
  test('is short in each tier in which it gives fewer days, the lower first', () => {
    expect(told({ grant: LAWFUL }, { grant: service(12, [1, 5], [12, 8], [20, 14]) })).toEqual([
      ['LEAVE_GRANT_DAYS', { region: 'china', years: 10, days: 5 * 480, least: 10 * 480 }],
      ['LEAVE_GRANT_DAYS', { region: 'china', years: 12, days: 8 * 480, least: 10 * 480 }],
      ['LEAVE_GRANT_DAYS', { region: 'china', years: 20, days: 14 * 480, least: 15 * 480 }],
    ]);
  });
  test('is not short with as many days, more of them, or sooner', () => {
    expect(told({ grant: LAWFUL }, { grant: LAWFUL })).toEqual([]);
    expect(told({ grant: LAWFUL }, { grant: service(0, [0, 6], [10, 12], [15, 15]) })).toEqual([]);
  });
  test('is short if one waits longer, whether for the grant or for the type', () => {
    expect(told({ grant: LAWFUL }, { grant: { ...LAWFUL, waitingMonths: 13 } as GrantRule })).toEqual(
      short('LEAVE_WAITING', { months: 13, least: 12 }),
    );
    expect(told({ waitingMonths: 3 }, { waitingMonths: 4 })).toEqual(
      short('LEAVE_WAITING', { months: 4, least: 3 }),
    );
    expect(told({ waitingMonths: 3 }, { waitingMonths: 3 })).toEqual([]);
  });
});

test.each<[string, GrantRule | null, GrantRule | null, boolean]>([
  ['no balance where the law gives one leaves it without a limit', LAWFUL, null, false],
  ['a balance where the law has none is a limit', null, year(99), true],
  ['none in both is the same', null, null, false],
  ['the same for everybody instead of by service', LAWFUL, year(99), true],
  ['by service instead of the same for everybody', year(5), LAWFUL, true],
  ['by child instead of by year', year(5), child(99, 9), true],
  ['from overtime instead of by year', year(5), overtime, true],
  ['by year instead of from overtime', overtime, year(99), true],
  ['from overtime in both is the same', overtime, overtime, false],
  ['as many days a year', year(5), year(5), false],
  ['as many days for as many years of a child', child(5, 3), child(5, 3), false],
])('%s', (_, law, own, isOtherKind) => {
  expect(told({ grant: law }, { grant: own })).toEqual(isOtherKind ? short('LEAVE_GRANT_KIND') : []);
});

test('fewer days a year, and children of fewer years, are each said', () => {
  expect(told({ grant: year(5) }, { grant: year(4) })).toEqual(
    short('LEAVE_GRANT', { days: 4 * 480, least: 5 * 480 }),
  );
  expect(told({ grant: child(5, 3) }, { grant: child(6, 2) })).toEqual(
    short('LEAVE_CHILD_AGE', { years: 2, least: 3 }),
  );
});

test.each<[string, Partial<LeaveRule>, Partial<LeaveRule>, boolean]>([
  ['fewer days at once', { mostPerRequest: 4_800 }, { mostPerRequest: 4_320 }, true],
  ['as many days at once', { mostPerRequest: 4_800 }, { mostPerRequest: 4_800 }, false],
  ['no limit where the law has one', { mostPerRequest: 4_800 }, {}, false],
  ['a limit where the law has none', {}, { mostPerRequest: 4_320 }, false],
])('%s: short of the law or not', (_, law, own, isShort) => {
  const expected = short('LEAVE_MOST', { days: 4_320, least: 4_800 });
  expect(told(law, own)).toEqual(isShort ? expected : []);
});

describe('days that can be carried over', () => {
  const carry = (most: number | null) => ({ most, until: '03-31' }) as LeaveRule['carry'];
  test.each<[string, Partial<LeaveRule>, Partial<LeaveRule>, boolean]>([
    ['fewer', { grant: year(5), carry: carry(960) }, { grant: year(5), carry: carry(480) }, true],
    ['none', { grant: year(5), carry: carry(960) }, { grant: year(5) }, true],
    ['all of them', { grant: year(5), carry: carry(null) }, { grant: year(5), carry: carry(null) }, false],
    ['some of all', { grant: year(5), carry: carry(null) }, { grant: year(5), carry: carry(480) }, true],
    ['none of leave that has no balance', { grant: year(5), carry: carry(960) }, { grant: null }, false],
  ])('%s', (_, law, own, isShort) => {
    expect(told(law, own)).toEqual(isShort ? short('LEAVE_CARRY') : []);
  });
});

describe('annual leave that long sick leave takes away', () => {
  const lost = (...tiersOf: [number, number][]) =>
    ({
      sick: { types: ['sick'], tiers: tiersOf.map(([years, months]) => ({ years, months })), monthDays: 30 },
      personal: { types: ['personal'], days: 20 },
      partlyTaken: 'days-taken',
      source: words('Law'),
    }) as unknown as LeaveRule['lostBy'];
  const law = { grant: LAWFUL, lostBy: lost([1, 2], [10, 3], [20, 4]) };
  test.each<[string, Partial<LeaveRule>, Partial<LeaveRule>, boolean]>([
    ['as in the law', law, law, false],
    ['after fewer months in one tier', law, { ...law, lostBy: lost([1, 2], [10, 3], [20, 3]) }, true],
    ['from a lower tier on', law, { ...law, lostBy: lost([0, 2], [10, 3], [20, 4]) }, true],
    ['after more months', law, { ...law, lostBy: lost([1, 3], [10, 4], [20, 5]) }, false],
    ['never', law, { grant: LAWFUL }, false],
    ['where the law takes nothing', { grant: LAWFUL }, law, true],
    ['of leave that is not by service', { grant: year(5) }, { ...law, grant: year(5) }, false],
  ])('%s', (_, lawful, own, isShort) => {
    expect(told(lawful, own)).toEqual(isShort ? short('LEAVE_LOST') : []);
  });
});

test('a rule of the law that has not begun, or that the country’s rule stands in for, asks for nothing', () => {
  expect(told({ from: day('2027-01-01'), mostPerYear: 4_800 }, { mostPerYear: 1 })).toEqual([]);
  const law = type({}, { region: 'beijing', from: day('2027-01-01'), mostPerYear: 4_800 });
  expect(statutoryWarnings(type({ mostPerYear: 1 }), law, day('2026-11-23'))).toEqual([]);
});

test('of many shortfalls forty are shown', () => {
  const regions = Array.from({ length: 45 }, (_, index) => ({
    region: `r${index}` as never,
    mostPerYear: 960,
  }));
  const own = regions.map((rule) => ({ ...rule, mostPerYear: 480 }));
  expect(statutoryWarnings(type(...own), type(...regions), day('2026-11-23'))).toHaveLength(40);
});
