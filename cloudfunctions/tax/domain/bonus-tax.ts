import type { Day } from '#contracts/common';
import type { Fen, PayStep, PayWarning } from '#contracts/pay';
import { AppError } from '../../shared/errors/app-error';
import { by, ratio } from '../../shared/figures/ratio';
import { toFen } from '../../shared/figures/to-fen';
import { endOf, lossZoneOf, lossZones } from './loss-zones';
import { BONUS, NON_RESIDENT_BONUS } from './packs/separate';
import { MONTHLY } from './packs/tables';
import { citing, ruleOn } from './rule';
import { bandInputs, entered, money, months, step } from './steps';
import { atLeastZero, bandOf, taxInBand } from './tax-on';

/** A yearly bonus 全年一次性奖金 that is taxed by itself. */
export interface SeparateBonus {
  readonly bonus: Fen;
  readonly paidOn: Day;
  /** Days on which bonuses were taxed so before, by any payer: one a tax year is allowed. */
  readonly earlier: readonly Day[];
}

export interface BonusTax {
  readonly tax: PayStep;
  /** That a slightly smaller bonus would bring more. */
  readonly warnings: readonly PayWarning[];
}

/**
 * Tax on a yearly bonus by itself: the band of a twelfth, then `bonus × rate − quick deduction` with one month's quick
 * deduction (公告2023年第30号).
 * @throws AppError BONUS_SEPARATE_USED if there was one in the tax year (国税发〔2005〕9号 item 3), PAY_RULE_ENDED after
 * the end of the rule
 */
export function bonusTax({ bonus, paidOn, earlier }: SeparateBonus): BonusTax {
  const rule = ruleOn(BONUS, paidOn);
  ensureFirstOfYear(earlier, paidOn);
  const table = ruleOn(MONTHLY, paidOn);
  const band = bandOf(table.value, by(ratio(bonus), ratio(rule.value.months)));
  const zone = lossZoneOf(lossZones(table.value, rule.value.months), bonus);
  return {
    tax: step('tax.bonus', toFen(atLeastZero(taxInBand(band, ratio(bonus)))), 'tax.bonus.separate', {
      inputs: [money('tax.bonus', bonus), months('tax.bonus.months', rule.value.months), ...bandInputs(band)],
      rule: citing(rule),
      parts: [entered('bonus', bonus)],
    }),
    warnings: zone
      ? [
          {
            code: 'loss-zone',
            inputs: [
              money('tax.bonus', bonus),
              money('tax.lossZone.from', zone.from),
              money('tax.lossZone.until', endOf(zone)),
            ],
            rule: citing(rule),
          },
        ]
      : [],
  };
}

/**
 * Tax on a bonus for several months of somebody who is not a resident: six times the tax of a sixth, once a year
 * (公告2019年第35号 art. 3).
 * @throws AppError BONUS_SEPARATE_USED
 */
export function nonResidentBonusTax({ bonus, paidOn, earlier }: SeparateBonus): PayStep {
  const rule = ruleOn(NON_RESIDENT_BONUS, paidOn);
  ensureFirstOfYear(earlier, paidOn);
  const table = ruleOn(MONTHLY, paidOn);
  const band = bandOf(table.value, by(ratio(bonus), ratio(rule.value.months)));
  // Six times (a sixth × rate − quick) is the whole × rate less six quick deductions.
  const wide = { ...band, quick: (band.quick * rule.value.months) as Fen };
  return step('tax.bonus', toFen(atLeastZero(taxInBand(wide, ratio(bonus)))), 'tax.bonus.nonResident', {
    inputs: [money('tax.bonus', bonus), months('tax.bonus.months', rule.value.months), ...bandInputs(band)],
    rule: citing(rule),
    parts: [entered('bonus', bonus)],
  });
}

function ensureFirstOfYear(earlier: readonly Day[], paidOn: Day): void {
  const day = earlier.find((each) => each.slice(0, 4) === paidOn.slice(0, 4));
  if (day !== undefined) throw new AppError('BONUS_SEPARATE_USED', { day });
}
