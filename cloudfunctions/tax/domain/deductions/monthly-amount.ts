import type { Month } from '#contracts/common';
import type { Fen } from '#contracts/pay';
import type { DeclaredDeduction, DeductionDetail } from '#contracts/tax';
import { addMonths, monthOf } from '../../../shared/calendar/company-time';
import type { DeductionRates } from '../packs/deductions';

const MONTHS_OF_THREE_YEARS = 36;
const MONTHS_OF_SIXTY_YEARS = 720;

/** What a deduction is worth in one of its months; a certificate in its year. */
export function monthlyAmount(detail: DeductionDetail, rates: DeductionRates): Fen {
  switch (detail.kind) {
    case 'child':
      return shareOf(rates.child, detail.share);
    case 'infant':
      return shareOf(rates.infant ?? (0 as Fen), detail.share);
    case 'degree':
      return rates.degree;
    case 'certificate':
      return rates.certificate;
    case 'mortgage':
      return shareOf(rates.mortgage, detail.share);
    case 'rent':
      return rates.rent[detail.size];
    case 'elder':
      return detail.amount === null ? rates.elder : (Math.min(detail.amount, rates.elderShared) as Fen);
  }
}

const shareOf = (amount: Fen, share: 50 | 100): Fen => ((amount * share) / 100) as Fen;

/**
 * The first month that the law allows: a child from the month of its third birthday, an infant from that of its birth, an
 * elder from that of the sixtieth birthday.
 */
export function firstMonth(detail: DeductionDetail): Month | null {
  switch (detail.kind) {
    case 'child':
      return addMonths(monthOf(detail.born), MONTHS_OF_THREE_YEARS);
    case 'infant':
      return monthOf(detail.born);
    case 'elder':
      return addMonths(monthOf(detail.born), MONTHS_OF_SIXTY_YEARS);
    case 'degree':
      return detail.enrolled;
    case 'certificate':
      return monthOf(detail.obtained);
    case 'mortgage':
      return detail.firstPaid;
    case 'rent':
      return null;
  }
}

/**
 * The last month that the law allows: an infant until the month before its third birthday, a mortgage for 240 months, a
 * degree for 48, a certificate in its year. Null without a limit.
 */
export function lastMonth(detail: DeductionDetail, rates: DeductionRates): Month | null {
  switch (detail.kind) {
    case 'infant':
      return addMonths(monthOf(detail.born), MONTHS_OF_THREE_YEARS - 1);
    case 'degree':
      return addMonths(detail.enrolled, rates.degreeMonths - 1);
    case 'certificate':
      return `${detail.obtained.slice(0, 4)}-12` as Month;
    case 'mortgage':
      return addMonths(detail.firstPaid, rates.mortgageMonths - 1);
    default:
      return null;
  }
}

/** The last month in which it counts: the declared one, the law's or that of the last confirmed year. */
export function countedUntil(entry: DeclaredDeduction, rates: DeductionRates): Month {
  const { detail, until } = entry;
  const ends = [until, lastMonth(detail, rates), `${entry.confirmedYear}-12` as Month];
  return ends.filter((each) => each !== null).sort()[0] as Month;
}

/** The first month in which it counts. */
export function countedFrom({ detail, from }: DeclaredDeduction): Month {
  const first = firstMonth(detail);
  return first !== null && first > from ? first : from;
}
