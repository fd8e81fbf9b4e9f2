import {
  array,
  boolean,
  exactOptional,
  literal,
  maxLength,
  minLength,
  nullable,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
  variant,
} from 'valibot';
import { LEAVE_DAY_MINUTES } from '../../../miniprogram/common/units';
import { day, integerBetween, localText } from '../../shared/inputs';

export const leaveTypeId = pipe(string(), regex(/^[a-z][a-z0-9-]{0,39}$/));

const YEAR_MINUTES = 365 * LEAVE_DAY_MINUTES;
const MAX_RULES = 40;
const MAX_TIERS = 10;
const years = integerBetween(0, 60);
const months = integerBetween(0, 120);
const tiers = <Tier extends Parameters<typeof array>[0]>(tier: Tier) =>
  pipe(array(tier), minLength(1), maxLength(MAX_TIERS));

const grant = variant('by', [
  strictObject({
    by: literal('service'),
    waitingMonths: months,
    tiers: tiers(strictObject({ years, days: integerBetween(0, 365) })),
  }),
  strictObject({ by: literal('year'), minutes: integerBetween(0, YEAR_MINUTES) }),
  strictObject({
    by: literal('child'),
    minutes: integerBetween(0, YEAR_MINUTES),
    underYears: integerBetween(1, 18),
  }),
  strictObject({ by: literal('overtime') }),
]);

const leaveTypeIds = pipe(array(leaveTypeId), maxLength(MAX_TIERS));
const lostBy = strictObject({
  sick: strictObject({
    types: leaveTypeIds,
    tiers: tiers(strictObject({ years, months: integerBetween(1, 12) })),
    monthDays: integerBetween(15, 31),
  }),
  personal: strictObject({ types: leaveTypeIds, days: integerBetween(1, 365) }),
  partlyTaken: picklist(['days-taken', 'whole-year']),
  source: localText(300),
});

const share = integerBetween(0, 300);
const longPay = strictObject({
  afterMonths: integerBetween(1, 24),
  shares: tiers(strictObject({ years, share })),
  source: localText(300),
});

const rule = strictObject({
  from: day,
  region: pipe(string(), regex(/^[a-z]{2,20}$/)),
  unit: picklist(['day', 'half', 'hour']),
  step: integerBetween(15, LEAVE_DAY_MINUTES),
  paidShares: tiers(strictObject({ years, share })),
  longPay: exactOptional(nullable(longPay)),
  leastOfMinimumWage: exactOptional(nullable(integerBetween(1, 200))),
  counts: picklist(['working-days', 'without-statutory', 'calendar-days']),
  grant: nullable(grant),
  lostBy: exactOptional(nullable(lostBy)),
  carry: nullable(
    strictObject({
      most: nullable(integerBetween(0, YEAR_MINUTES)),
      until: pipe(string(), regex(/^\d{2}-\d{2}$/)),
    }),
  ),
  attachment: nullable(strictObject({ after: integerBetween(0, YEAR_MINUTES), later: boolean() })),
  mostPerRequest: nullable(integerBetween(1, YEAR_MINUTES)),
  mostPerYear: nullable(integerBetween(1, YEAR_MINUTES)),
  waitingMonths: months,
  notInProbation: boolean(),
  sex: nullable(picklist(['female', 'male'])),
  blockable: boolean(),
  source: localText(300),
  verified: boolean(),
});

/** A leave type as HR edits it; `checkLeaveType` checks further constraints. */
export const editedLeaveType = strictObject({
  id: leaveTypeId,
  name: localText(60),
  enabled: boolean(),
  rules: pipe(array(rule), minLength(1), maxLength(MAX_RULES)),
});
