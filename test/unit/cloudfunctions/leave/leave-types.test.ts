import { checkLeaveType, isShippedLeave } from '../../../../cloudfunctions/leave/domain/check-leave-type';
import {
  blockedOn,
  leaveSettings,
  SHIPPED_LEAVE,
} from '../../../../cloudfunctions/leave/domain/leave-settings';
import type { LeaveRule, LeaveType } from '../../../../cloudfunctions/leave/domain/leave-type';
import { leaveTypeAnswer } from '../../../../cloudfunctions/leave/domain/leave-type-answer';
import { limitOf } from '../../../../cloudfunctions/leave/domain/limit-of';
import { CHINA_LEAVE_TYPES } from '../../../../cloudfunctions/leave/domain/packs/china';
import {
  longShareOf,
  mergedTypes,
  paidShareOf,
  ruleOn,
} from '../../../../cloudfunctions/leave/domain/rule-on';
import { at, day, words } from '../support/rules';

const RULE: LeaveRule = {
  from: day('2026-01-01'),
  region: 'china',
  unit: 'day',
  step: 480,
  paidShares: [{ years: 0, share: 100 }],
  counts: 'working-days',
  grant: null,
  carry: null,
  attachment: null,
  mostPerRequest: null,
  mostPerYear: null,
  waitingMonths: 0,
  notInProbation: false,
  sex: null,
  blockable: false,
  source: words('Handbook'),
  verified: true,
};
const typeOf = (...rules: Partial<LeaveRule>[]): LeaveType => ({
  _id: 'own',
  name: words('Own leave'),
  enabled: true,
  rules: rules.map((rule) => ({ ...RULE, ...rule })),
});
const save = (rules: Partial<LeaveRule>[], id = 'own') =>
  checkLeaveType({
    id,
    name: words('Own leave'),
    enabled: true,
    rules: rules.map((rule) => ({ ...RULE, ...rule })),
  });
const tiers = (...years: number[]) => years.map((each) => ({ years: each, share: 60, days: 5, months: 2 }));
const sick = (...years: number[]) =>
  ({
    sick: { types: [], tiers: tiers(...years), monthDays: 30 },
    personal: { types: [], days: 20 },
    partlyTaken: 'days-taken',
    source: words('x'),
  }) as never;
const service = (...years: number[]) =>
  ({ by: 'service', waitingMonths: 12, tiers: tiers(...years) }) as const;
const YEAR = { by: 'year', minutes: 480 } as const;

describe('HR saves a leave type', () => {
  test.each<[string, Partial<LeaveRule>[], string?]>([
    ['counted in days', [{}]],
    ['counted in half days', [{ unit: 'half', step: 240 }]],
    ['counted in hours', [{ unit: 'hour', step: 60 }]],
    ['counted in steps of half an hour', [{ unit: 'hour', step: 30 }]],
    ['of two regions', [{}, { region: 'shanghai' }]],
    ['that changes next year', [{}, { from: day('2027-01-01') }]],
    ['by service', [{ grant: service(1, 10, 20) }]],
    ['that is lost to sick leave', [{ lostBy: sick(1, 10) }]],
    [
      'with another share for long leave',
      [{ longPay: { afterMonths: 6, shares: tiers(0, 1), source: words('x') } }],
    ],
    ['that is carried over', [{ grant: YEAR, carry: { most: null, until: '03-31' } }]],
    ['from overtime', [{ unit: 'hour', step: 60, grant: { by: 'overtime' } }], 'comp-time'],
  ])('%s', (...[_, rules, id]) => {
    expect(() => save(rules, id)).not.toThrow();
  });

  test.each<[string, Partial<LeaveRule>[], string, string, string?]>([
    ['two rules for the same region and day', [{}, {}], 'type.rules', 'repeated'],
    ['days in other steps than days', [{ step: 240 }], 'type.rules.0.step', 'unit'],
    ['half days in whole steps', [{ unit: 'half', step: 480 }], 'type.rules.0.step', 'unit'],
    ['hours in steps that do not make a day', [{ unit: 'hour', step: 50 }], 'type.rules.0.step', 'unit'],
    ['no share from the first year on', [{ paidShares: tiers(1) }], 'type.rules.0.paidShares', 'ascending'],
    ['no share at all', [{ paidShares: [] }], 'type.rules.0.paidShares', 'ascending'],
    ['shares out of order', [{ paidShares: tiers(0, 5, 3) }], 'type.rules.0.paidShares', 'ascending'],
    ['the same years twice', [{ paidShares: tiers(0, 0) }], 'type.rules.0.paidShares', 'ascending'],
    ['service out of order', [{ grant: service(10, 1) }], 'type.rules.0.grant.tiers', 'ascending'],
    ['sick leave out of order', [{ lostBy: sick(10, 1) }], 'type.rules.0.lostBy.sick.tiers', 'ascending'],
    [
      'long leave without the first years',
      [{ longPay: { afterMonths: 6, shares: tiers(1), source: words('x') } }],
      'type.rules.0.longPay.shares',
      'ascending',
    ],
    [
      'long leave out of order',
      [{ longPay: { afterMonths: 6, shares: tiers(0, 2, 1), source: words('x') } }],
      'type.rules.0.longPay.shares',
      'ascending',
    ],
    [
      'carried over without a balance',
      [{ carry: { most: null, until: '03-31' } }],
      'type.rules.0.carry',
      'grant',
    ],
    [
      'carried over to a day that does not exist',
      [{ grant: YEAR, carry: { most: null, until: '02-30' } }],
      'type.rules.0.carry.until',
      'day',
    ],
    ['overtime for another type', [{ grant: { by: 'overtime' } }], 'type.rules.0.grant', 'comp-time'],
    ['comp time without overtime', [{}], 'type.rules.0.grant', 'comp-time', 'comp-time'],
    ['the second of two rules', [{}, { region: 'shanghai', step: 1 }], 'type.rules.1.step', 'unit'],
  ])('%s is refused with its place', (...[_, rules, path, rule, id]) => {
    expect(() => save(rules, id)).toThrow(
      expect.objectContaining({ code: 'INPUT_INVALID', data: { path, rule } }),
    );
  });

  test('a shipped type is known by its id', () => {
    expect([isShippedLeave('annual'), isShippedLeave('own')]).toEqual([true, false]);
  });
});

test('the editor shows a type with what it gives less than the law, and one of the company with nothing', () => {
  const annual = CHINA_LEAVE_TYPES.find(({ _id }) => _id === 'annual') as LeaveType;
  const now = at('2026-09-21 12:00');
  expect(leaveTypeAnswer(annual, now)).toEqual({
    type: { id: 'annual', version: 0, name: annual.name, enabled: annual.enabled, rules: annual.rules },
    warnings: [],
  });
  const off = leaveTypeAnswer({ ...annual, enabled: false, version: 3 }, now);
  expect([off.type.version, off.warnings.map(({ code }) => code)]).toEqual([3, ['LEAVE_OFF']]);
  expect(leaveTypeAnswer(typeOf({}), now).warnings).toEqual([]);
});

describe('the rule of a day', () => {
  test('is the latest that has begun', () => {
    const type = typeOf(
      { waitingMonths: 1 },
      { from: day('2026-07-01'), waitingMonths: 2 },
      { from: day('2026-04-01'), waitingMonths: 3 },
    );
    const of = (on: string) => ruleOn(type, 'shanghai', day(on))?.waitingMonths;
    expect([of('2025-12-31'), of('2026-01-01'), of('2026-04-01'), of('2026-07-01')]).toEqual([
      undefined,
      1,
      3,
      2,
    ]);
    expect(ruleOn(typeOf(), 'shanghai', day('2026-07-01'))).toBeNull();
  });

  test('is that of the city before that of the country', () => {
    const type = typeOf({ waitingMonths: 1 }, { region: 'shanghai', waitingMonths: 2 });
    expect(ruleOn(type, 'shanghai', day('2026-07-01'))?.waitingMonths).toBe(2);
    expect(ruleOn(type, 'beijing', day('2026-07-01'))?.waitingMonths).toBe(1);
  });

  test('pays by full years', () => {
    const paidShares = [
      { years: 0, share: 60 },
      { years: 2, share: 70 },
      { years: 4, share: 80 },
    ];
    const rule = { ...RULE, paidShares };
    expect([0, 1, 2, 3, 4, 9].map((years) => paidShareOf(rule, years))).toEqual([60, 60, 70, 70, 80, 80]);
    expect(longShareOf(rule, 2)).toBe(70);
    const long = {
      ...rule,
      longPay: { afterMonths: 6, shares: [{ years: 0, share: 40 }], source: words('x') },
    };
    expect(longShareOf(long, 2)).toBe(40);
  });

  test('a type of the company takes the place of the shipped one, and others stay', () => {
    const own = { ...typeOf({}), _id: 'annual' };
    const merged = mergedTypes(CHINA_LEAVE_TYPES, [own, typeOf({})]);
    expect(merged).toHaveLength(CHINA_LEAVE_TYPES.length + 1);
    expect(merged.find(({ _id }) => _id === 'annual')).toBe(own);
  });

  test('limits a request, or a year, or nothing', () => {
    expect(limitOf({ ...RULE, mostPerRequest: 480, mostPerYear: 960 })).toEqual({
      minutes: 480,
      per: 'request',
    });
    expect(limitOf({ ...RULE, mostPerYear: 960 })).toEqual({ minutes: 960, per: 'year' });
    expect(limitOf(RULE)).toBeUndefined();
  });
});

describe('the settings of leave', () => {
  test('are those that ship, and what the company has set', () => {
    const lapsedPaid = { annual: true, compTime: true };
    expect(leaveSettings({})).toEqual({ expiryNoticeDays: 7, blocked: [], lapsedPaid });
    expect(SHIPPED_LEAVE.expiryNoticeDays).toBe(7);
    const blocked = [{ from: day('2026-12-24'), to: day('2026-12-31'), name: words('Stocktaking') }];
    expect(leaveSettings({ expiryNoticeDays: 0, blocked } as never)).toEqual({
      lapsedPaid,
      expiryNoticeDays: 0,
      blocked,
    });
  });

  test('block days from the first to the last, each with its name', () => {
    const blocked = [
      { from: day('2026-12-24'), to: day('2026-12-25'), name: words('Stocktaking') },
      { from: day('2026-12-25'), to: day('2026-12-26'), name: words('Fair') },
    ];
    const days = ['2026-12-23', '2026-12-24', '2026-12-25', '2026-12-26', '2026-12-27'].map(day);
    expect(blockedOn(blocked, days)).toEqual([
      { day: '2026-12-24', name: words('Stocktaking') },
      { day: '2026-12-25', name: words('Stocktaking') },
      { day: '2026-12-26', name: words('Fair') },
    ]);
  });
});
