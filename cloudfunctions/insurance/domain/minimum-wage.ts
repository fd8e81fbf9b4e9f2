import type { Day, Exact } from '#contracts/common';
import type { InsuranceCity } from '#contracts/insurance';
import type { Fen, PayRule, PayWarning } from '#contracts/pay';
import { fromExact, ratio, times } from '../../shared/figures/ratio';
import { toFen } from '../../shared/figures/to-fen';
import { MINIMUM_WAGES } from './packs/minimum-wages';
import { versionOn, warningsOf } from './version-on';

export interface MinimumQuestion {
  readonly city: InsuranceCity;
  readonly day: Day;
  /** Without overtime, allowances for nights and heat, meals and travel, which a minimum wage does not count. */
  readonly gross: Fen;
  /** The employee's own insurance and fund. */
  readonly contributions: Fen;
  /** The part of the month that was to be worked and was, 1 for all of it. */
  readonly share?: Exact;
}

export interface MinimumAnswer {
  readonly minimum: Fen;
  /** What is compared with it: net of contributions where the city's minimum is. */
  readonly counted: Fen;
  /** Zero if the minimum is reached. */
  readonly short: Fen;
  readonly isNet: boolean;
  readonly rule: PayRule;
  readonly warnings: readonly PayWarning[];
}

/**
 * Whether a month's wage reaches the local minimum wage. In Shanghai it is what remains after the employee's insurance
 * and fund (沪人社规〔2025〕10号), so that a gross wage of the same figure is too low.
 * @throws AppError PAY_RULE_MISSING
 */
export function minimumWageCheck(question: MinimumQuestion): MinimumAnswer {
  const { city, day, gross, contributions, share } = question;
  const { rule, month, isNet } = versionOn(MINIMUM_WAGES[city], day, `cn.${city}.minimumWage`);
  const minimum = share === undefined ? month : toFen(times(ratio(month), fromExact(share)));
  const counted = (isNet ? gross - contributions : gross) as Fen;
  const short = Math.max(0, minimum - counted) as Fen;
  const under: PayWarning = {
    code: 'under-minimum',
    inputs: [
      { name: isNet ? 'countedNet' : 'countedGross', kind: 'money', value: counted },
      { name: 'minimumWage', kind: 'money', value: minimum },
      { name: 'short', kind: 'money', value: short },
    ],
    rule,
  };
  return {
    minimum,
    counted,
    short,
    isNet,
    rule,
    warnings: short > 0 ? [under, ...warningsOf(rule, day)] : [],
  };
}
