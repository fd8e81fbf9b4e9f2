import type { Day } from '#contracts/common';
import type { Fen } from '#contracts/pay';
import type { BonusChoice, TaxKind } from '#contracts/tax';
import { holdingOn } from '../../shared/calendar/holding-on';
import { ratio } from '../../shared/figures/ratio';
import { toFen } from '../../shared/figures/to-fen';
import { bonusTax, nonResidentBonusTax } from './bonus-tax';
import { endOf, lossZoneOf, lossZones } from './loss-zones';
import { BONUS } from './packs/separate';
import { ANNUAL, MONTHLY } from './packs/tables';
import { ruleOn } from './rule';
import { taxOn } from './tax-on';

export interface BonusQuestion {
  readonly bonus: Fen;
  readonly paidOn: Day;
  /** What the wages of the whole year are expected to leave taxable, without the bonus; may be below zero. */
  readonly base: Fen;
  readonly earlier: readonly Day[];
  readonly kind: TaxKind;
}

/**
 * Which way to tax a bonus costs less, over the whole year. A student's fees have no bonus of a year; of somebody who is
 * not a resident it is taxed by its own method, and the other one is not compared.
 */
export function bonusChoice({ bonus, paidOn, base, earlier, kind }: BonusQuestion): BonusChoice {
  const table = ruleOn(ANNUAL, paidOn).value;
  const taxed = (amount: number): Fen => toFen(taxOn(table, ratio(amount)));
  const refused = refusalOf(paidOn, earlier, kind);
  if (kind === 'non-resident') {
    const own = refused ? null : nonResidentBonusTax({ bonus, paidOn, earlier }).amount;
    return { ...NOT_COMPARED, separate: own, refused, cheaper: refused ? 'merged' : 'separate' };
  }
  const merged = (taxed(base + bonus) - taxed(base)) as Fen;
  if (refused) return { ...NOT_COMPARED, refused, merged };
  const separate = bonusTax({ bonus, paidOn, earlier }).tax.amount;
  const zone = lossZoneOf(
    lossZones(ruleOn(MONTHLY, paidOn).value, ruleOn(BONUS, paidOn).value.months),
    bonus,
  );
  return {
    separate,
    refused: null,
    merged,
    cheaper: separate === merged ? 'equal' : separate < merged ? 'separate' : 'merged',
    saves: Math.abs(separate - merged) as Fen,
    lossZone: zone && { from: zone.from, until: endOf(zone) },
  };
}

const NOT_COMPARED: BonusChoice = {
  ...{ separate: null, refused: null, merged: null, cheaper: 'merged', saves: 0 as Fen, lossZone: null },
};

function refusalOf(paidOn: Day, earlier: readonly Day[], kind: TaxKind): BonusChoice['refused'] {
  if (kind === 'student') return 'kind';
  if (kind === 'resident' && holdingOn(BONUS, paidOn).state !== 'holds') return 'ended';
  return earlier.some((day) => day.slice(0, 4) === paidOn.slice(0, 4)) ? 'used' : null;
}

/**
 * What the year is expected to leave taxable if the remaining months are like this one.
 * @param toDate taxable amount of the year up to the month, see `withholdWages`
 * @param ofMonth what this month adds to it
 */
export const expectedBase = (toDate: Fen, ofMonth: Fen, paidOn: Day): Fen =>
  (toDate + (12 - Number(paidOn.slice(5, 7))) * ofMonth) as Fen;
