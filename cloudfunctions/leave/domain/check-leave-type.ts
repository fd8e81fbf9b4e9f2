import type { LeaveTypeSettings } from '#contracts/leave-type';
import { LEAVE_DAY_MINUTES } from '../../../miniprogram/common/units';
import { isDay } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import type { LeaveRule } from './leave-type';
import { CHINA_LEAVE_TYPES } from './packs/china';

type Edited = Omit<LeaveTypeSettings, 'version'>;

const COMP_TIME = 'comp-time';
const STEPS: Readonly<Record<Exclude<LeaveRule['unit'], 'hour'>, number>> = {
  day: LEAVE_DAY_MINUTES,
  half: LEAVE_DAY_MINUTES / 2,
};

/**
 * Constraints that the input schema cannot express: one rule per region and day, ascending tiers, steps that
 * fit the unit, and overtime grants for comp time only.
 * @throws AppError INPUT_INVALID with the path and the rule
 */
export function checkLeaveType({ id, rules }: Edited): void {
  const keys = rules.map(({ region, from }) => `${region} ${from}`);
  if (new Set(keys).size < keys.length) throw invalid('type.rules', 'repeated');
  rules.forEach((rule, index) => {
    const problem = brokenRule(id, rule);
    if (problem) throw invalid(`type.rules.${index}.${problem.at}`, problem.rule);
  });
}

const invalid = (path: string, rule: string) => new AppError('INPUT_INVALID', { path, rule });

function brokenRule(id: string, rule: LeaveRule): { at: string; rule: string } | null {
  const { grant, unit, step, paidShares, carry, lostBy, longPay } = rule;
  if ((grant?.by === 'overtime') !== (id === COMP_TIME)) return { at: 'grant', rule: 'comp-time' };
  if (unit === 'hour' ? LEAVE_DAY_MINUTES % step !== 0 : step !== STEPS[unit])
    return { at: 'step', rule: 'unit' };
  if (paidShares[0]?.years !== 0 || !isAscending(paidShares)) return { at: 'paidShares', rule: 'ascending' };
  if (grant?.by === 'service' && !isAscending(grant.tiers)) return { at: 'grant.tiers', rule: 'ascending' };
  if (lostBy && !isAscending(lostBy.sick.tiers)) return { at: 'lostBy.sick.tiers', rule: 'ascending' };
  if (longPay && (longPay.shares[0]?.years !== 0 || !isAscending(longPay.shares)))
    return { at: 'longPay.shares', rule: 'ascending' };
  if (carry && !grant) return { at: 'carry', rule: 'grant' };
  if (carry && !isDay(`2025-${carry.until}`)) return { at: 'carry.until', rule: 'day' };
  return null;
}

const isAscending = (tiers: readonly { readonly years: number }[]): boolean =>
  tiers.every(({ years }, index) => index === 0 || years > (tiers[index - 1]?.years ?? 0));

/** Whether the product ships the type: it can be disabled, but its id cannot be reused for another type. */
export const isShippedLeave = (id: string): boolean => CHINA_LEAVE_TYPES.some(({ _id }) => _id === id);
