import fc from 'fast-check';
import type { Day } from '#contracts/common';
import type {
  GrantRule,
  LeaveRule,
  LeaveType,
  LossRule,
} from '../../../../cloudfunctions/leave/domain/leave-type';
import { CHINA_LEAVE_TYPES } from '../../../../cloudfunctions/leave/domain/packs/china';
import { statutoryWarnings } from '../../../../cloudfunctions/leave/domain/statutory';
import { day } from '../support/rules';

const TODAY = day('2026-11-23');
/** The last day of Shanghai's notices about sick pay. */
const OF_SHANGHAI = day('2026-08-15');
const shipped = (id: string): LeaveType => {
  const found = CHINA_LEAVE_TYPES.find(({ _id }) => _id === id);
  if (!found) throw new Error(`No type ${id}.`);
  return found;
};
const told = (id: string, change: (type: LeaveType) => LeaveType, on = TODAY) =>
  statutoryWarnings(change(shipped(id)), shipped(id), on).map(({ code, data }) => [code, data]);
const rules =
  (change: (rule: LeaveRule) => Partial<LeaveRule>) =>
  (type: LeaveType): LeaveType => ({
    ...type,
    rules: type.rules.map((rule) => ({ ...rule, ...change(rule) })),
  });
const inRegion =
  (region: string, change: Partial<LeaveRule>) =>
  (type: LeaveType): LeaveType =>
    rules((rule) => (rule.region === region ? change : {}))(type);

const LOST = [['LEAVE_LOST', { region: 'china' }]];
function lostBy(change: { sick?: Partial<LossRule['sick']>; personal?: Partial<LossRule['personal']> }) {
  return rules(({ lostBy: law }) =>
    law
      ? {
          lostBy: {
            ...law,
            sick: { ...law.sick, ...change.sick },
            personal: { ...law.personal, ...change.personal },
          },
        }
      : {},
  );
}

test.each(CHINA_LEAVE_TYPES.map((type) => [type._id, type] as const))(
  '%s as shipped falls short of nothing',
  (_, type) => {
    expect(statutoryWarnings(type, type, TODAY)).toEqual([]);
  },
);

test.each<[string, string, (type: LeaveType) => LeaveType, unknown, Day?]>([
  ['switched off', 'annual', (type) => ({ ...type, enabled: false }), [['LEAVE_OFF', {}]]],
  [
    'a region without a rule',
    'partner',
    (type) => ({ ...type, rules: type.rules.filter(({ region }) => region !== 'beijing') }),
    [['LEAVE_NO_RULE', { region: 'beijing' }]],
  ],
  [
    'a province that falls back to the country',
    'maternity',
    (type) => ({ ...type, rules: type.rules.filter(({ region }) => region !== 'guangdong') }),
    [['LEAVE_MOST', { region: 'guangdong', days: 98 * 480, least: 178 * 480 }]],
  ],
  [
    'a longer wait',
    'annual',
    rules(({ grant }) => ({
      grant: { ...(grant as Extract<GrantRule, { by: 'service' }>), waitingMonths: 24 },
    })),
    [['LEAVE_WAITING', { region: 'china', months: 24, least: 12 }]],
  ],
  [
    'not in probation',
    'annual',
    rules(() => ({ notInProbation: true })),
    [['LEAVE_PROBATION', { region: 'china' }]],
  ],
  [
    'calendar days',
    'annual',
    rules(() => ({ counts: 'calendar-days' })),
    [['LEAVE_COUNTS', { region: 'china' }]],
  ],
  ['nothing carried over', 'annual', rules(() => ({ carry: null })), [['LEAVE_CARRY', { region: 'china' }]]],
  [
    'the same for everybody',
    'annual',
    rules(() => ({ grant: { by: 'year', minutes: 9_999 } })),
    [['LEAVE_GRANT_KIND', { region: 'china' }]],
  ],
  [
    'fewer days for children, and for fewer years',
    'parental',
    inRegion('guangdong', { grant: { by: 'child', minutes: 2_400, underYears: 2 } }),
    [
      ['LEAVE_GRANT', { region: 'guangdong', days: 2_400, least: 4_800 }],
      ['LEAVE_CHILD_AGE', { region: 'guangdong', years: 2, least: 3 }],
    ],
  ],
  [
    'less pay after two years',
    'sick',
    inRegion('shanghai', { paidShares: [{ years: 0, share: 65 }] }),
    [
      ['LEAVE_PAID_SHARE', { region: 'shanghai', years: 2, share: 65, least: 70 }],
      ['LEAVE_PAID_SHARE', { region: 'shanghai', years: 4, share: 65, least: 80 }],
      ['LEAVE_PAID_SHARE', { region: 'shanghai', years: 6, share: 65, least: 90 }],
      ['LEAVE_PAID_SHARE', { region: 'shanghai', years: 8, share: 65, least: 100 }],
    ],
    OF_SHANGHAI,
  ],
  [
    'less pay for long leave, or sooner',
    'sick',
    inRegion('shanghai', {
      longPay: { afterMonths: 3, shares: [{ years: 0, share: 65 }], source: shipped('sick').name },
    }),
    [2, 3, 4, 6, 8].map((years, at) => [
      'LEAVE_LONG_SHARE',
      { region: 'shanghai', years, share: 65, least: [70, 70, 80, 90, 100][at] },
    ]),
    OF_SHANGHAI,
  ],
  [
    'less pay for long leave where the law knows no long leave',
    'sick',
    inRegion('shenzhen', {
      longPay: { afterMonths: 6, shares: [{ years: 0, share: 59 }], source: shipped('sick').name },
    }),
    [['LEAVE_LONG_SHARE', { region: 'shenzhen', years: 0, share: 59, least: 60 }]],
  ],
  [
    'the same pay after two years, since Shanghai has no notice',
    'sick',
    inRegion('shanghai', { paidShares: [{ years: 0, share: 65 }] }),
    [],
  ],
  ['the same pay for long leave', 'sick', rules(() => ({ longPay: null })), []],
  ['lost after shorter months', 'annual', lostBy({ sick: { monthDays: 22 } }), LOST],
  ['lost to fewer days', 'annual', lostBy({ personal: { days: 19 } }), LOST],
  [
    'weekends that count',
    'annual',
    rules(() => ({ counts: 'without-statutory' as const })),
    [['LEAVE_COUNTS', { region: 'china' }]],
  ],
  ['lost to other leave', 'annual', lostBy({ personal: { types: ['personal', 'marriage'] } }), LOST],
  ['lost after more', 'annual', lostBy({ sick: { monthDays: 31 }, personal: { days: 30 } }), []],
  ['never lost', 'annual', rules(() => ({ lostBy: null })), []],
  ['what the company decides', 'personal', (type) => ({ ...type, enabled: false }), []],
])('%s (%s)', (_, id, change, expected, ...on) => {
  expect(told(id, change, ...on)).toEqual(expected);
});

test('a type that is not shipped has nothing to fall short of', () => {
  expect(statutoryWarnings({ ...shipped('annual'), _id: 'own' }, undefined, TODAY)).toEqual([]);
});

test('more than the law never falls short; a warning names figures that are really lower', () => {
  const amount = fc.record({
    most: fc.integer({ min: 1, max: 200 }),
    share: fc.integer({ min: 0, max: 200 }),
  });
  fc.assert(
    fc.property(fc.constantFrom(...CHINA_LEAVE_TYPES), amount, (type, { most, share }) => {
      const own = rules(() => ({ mostPerRequest: most * 480, paidShares: [{ years: 0, share }] }))(type);
      const found = statutoryWarnings(own, type, TODAY);
      for (const { code, data } of found) {
        if (code === 'LEAVE_MOST') expect(Number(data.days)).toBeLessThan(Number(data.least));
        if (code === 'LEAVE_PAID_SHARE') expect(Number(data.share)).toBeLessThan(Number(data.least));
      }
      if (most >= 178 && share >= 100) expect(found).toEqual([]);
    }),
  );
});
