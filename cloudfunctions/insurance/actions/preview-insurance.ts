import { strictObject } from 'valibot';
import type { InsuranceContract } from '#contracts/insurance-records';
import type { Contributed, Fen } from '#contracts/pay';
import { findEmployeesAfter } from '../../people/public';
import { dayOf } from '../../shared/calendar/company-time';
import { month } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findBases } from '../data/bases';
import { findProfile } from '../data/profiles';
import { checkSettings } from '../domain/check-settings';
import { city, settings } from '../inputs/profile';
import { contributedIn } from '../services/contributed';

/** So many people are looked at: one page of the directory. */
const MAX_PEOPLE = 1_000;

/**
 * What a change of a city's profile would come to in a month, for the sum of its people. Nobody's own amount is told.
 * @throws AppError INSURANCE_INVALID, RATE_OUT_OF_RANGE, BASE_INVALID, PAY_RULE_MISSING
 */
export const previewInsurance = employeeAction<InsuranceContract['previewInsurance']>({
  input: strictObject({ city, settings, month }),
  allow: can('update', 'Insurance'),
  async run({ input: { city, settings, month }, now }) {
    checkSettings(city, settings, dayOf(now));
    const [stored, { people }] = await Promise.all([findProfile(city), findEmployeesAfter('', MAX_PEOPLE)]);
    const here = people.filter(
      ({ city: own, hiredOn, leftOn }) =>
        own === city && hiredOn.slice(0, 7) <= month && (leftOn === null || leftOn.slice(0, 7) >= month),
    );
    const bases = await findBases(here.map(({ _id }) => _id));
    const before = stored ?? { choices: [], limits: [], rates: [] };
    const pairs = [...bases.values()].map(
      ({ list }) =>
        [contributedIn(city, before, list, month), contributedIn(city, settings, list, month)] as const,
    );
    return {
      month,
      people: pairs.length,
      changed: pairs.filter(([old, next]) => !isSame(old, next)).length,
      before: sumsOf(pairs.map(([old]) => old)),
      after: sumsOf(pairs.map(([, next]) => next)),
    };
  },
});

const isSame = (one: Contributed, other: Contributed): boolean =>
  one.employee.amount === other.employee.amount && one.employer.amount === other.employer.amount;

const sumsOf = (all: readonly Contributed[]) => {
  const sum = (side: 'employee' | 'employer') =>
    all.reduce((total, each) => total + each[side].amount, 0) as Fen;
  return { employee: sum('employee'), employer: sum('employer') };
};
