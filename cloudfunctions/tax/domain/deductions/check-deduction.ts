import type { Day, Month } from '#contracts/common';
import type { ErrorData } from '#contracts/errors';
import type { DeclaredDeduction, DeductionDetail } from '#contracts/tax';
import { monthOf } from '../../../shared/calendar/company-time';
import { AppError } from '../../../shared/errors/app-error';
import { DEDUCTIONS, type DeductionRates } from '../packs/deductions';
import { ruleOn } from '../rule';
import { isMajorCity } from './major-cities';
import { countedFrom, countedUntil, firstMonth, lastMonth } from './monthly-amount';

type Refusal = ErrorData['DEDUCTION_INVALID'];

/** Entries that one person may have, ended ones included. */
const MAX_DEDUCTIONS = 60;
const DECEMBER = '12';

/**
 * Whether the law allows a deduction as it is declared (国发〔2018〕41号, 〔2022〕8号, 〔2023〕13号 and 国家税务总局公告
 * 2022年第7号).
 * @param others the person's other deductions that are accepted or wait to be checked
 * @throws AppError DEDUCTION_INVALID with the field and what is wrong with it
 */
export function checkDeduction(
  draft: DeclaredDeduction,
  others: readonly DeclaredDeduction[],
  today: Day,
): void {
  const rates = ruleOn(DEDUCTIONS, `${draft.from}-01` as Day).value;
  ensure(others.length < MAX_DEDUCTIONS, { path: 'detail', rule: 'too-many', max: MAX_DEDUCTIONS });
  checkMonths(draft, today);
  const day = happenedOn(draft.detail);
  ensure(day === null || day <= today, { path: PATHS[draft.detail.kind], rule: 'future' });
  checkDetail(draft, rates);
  checkOthers(draft, others, rates);
}

/** The year in which a deduction may begin: this one, and in December the next one as well. */
export function lastYearToDeclare(today: Day): number {
  const year = Number(today.slice(0, 4));
  return today.slice(5, 7) === DECEMBER ? year + 1 : year;
}

/**
 * Whether deductions that go on may do so side by side.
 * @throws AppError DEDUCTION_INVALID
 */
export function checkTogether(entries: readonly DeclaredDeduction[], today: Day): void {
  const rates = ruleOn(DEDUCTIONS, today).value;
  entries.forEach((entry, index) => {
    checkOthers(entry, entries.slice(index + 1), rates);
  });
}

function checkMonths({ from, until }: DeclaredDeduction, today: Day): void {
  // What belongs to earlier years is claimed in the annual settlement, by the person.
  ensure(from.slice(0, 4) >= today.slice(0, 4), { path: 'from', rule: 'before-year' });
  ensure(Number(from.slice(0, 4)) <= lastYearToDeclare(today), { path: 'from', rule: 'after-year' });
  ensure(until === null || until >= from, { path: 'until', rule: 'before-from' });
}

function checkDetail({ detail, from, until }: DeclaredDeduction, rates: DeductionRates): void {
  const [first, last] = [firstMonth(detail), lastMonth(detail, rates)];
  const path = PATHS[detail.kind];
  ensure(first === null || first <= from, { path, rule: 'too-early', month: first ?? from });
  ensure(last === null || last >= from, { path, rule: 'too-late', month: last ?? from });
  ensure(last === null || until === null || until <= last, {
    ...{ path: 'until', rule: 'too-late', month: last ?? from },
  });
  if (detail.kind === 'rent') checkCity(detail);
  if (detail.kind === 'elder' && detail.amount !== null) {
    const max = rates.elderShared;
    ensure(detail.amount > 0 && detail.amount <= max, { path: 'detail.amount', rule: 'share', max });
  }
}

function checkCity({ city, size }: DeductionDetail & { kind: 'rent' }): void {
  ensure(isMajorCity(city) === (size === 'major'), { path: 'detail.size', rule: 'city' });
}

/** The day of a birth or certificate; others go by months, which may be those to come. */
const happenedOn = (detail: DeductionDetail): Day | null =>
  'born' in detail ? detail.born : detail.kind === 'certificate' ? detail.obtained : null;

/** The field that decides the months of a kind. */
const PATHS = {
  child: 'detail.born',
  infant: 'detail.born',
  degree: 'detail.enrolled',
  certificate: 'detail.obtained',
  mortgage: 'detail.firstPaid',
  rent: 'from',
  elder: 'detail.born',
} as const;

function checkOthers(
  draft: DeclaredDeduction,
  others: readonly DeclaredDeduction[],
  rates: DeductionRates,
): void {
  for (const other of others) {
    if (isHousing(draft) && isHousing(other) && draft.detail.kind !== other.detail.kind)
      ensure(!haveYearInCommon(draft, other, rates), { path: 'detail.kind', rule: 'rent-and-mortgage' });
    if (isSame(draft.detail, other.detail)) checkSame(draft, other, rates);
  }
}

/** How a deduction is shared cannot change within a tax year (国发〔2018〕41号 arts. 6, 15, 22). */
function checkSame(draft: DeclaredDeduction, other: DeclaredDeduction, rates: DeductionRates): void {
  ensure(!overlap(draft, other, rates), { path: 'from', rule: 'overlaps' });
  const isChange = draft.detail.kind === other.detail.kind && shareOf(draft.detail) !== shareOf(other.detail);
  const isFixed = isChange && haveYearInCommon(draft, other, rates);
  ensure(!isFixed, { path: 'from', rule: 'share-fixed' });
}

function shareOf(detail: DeductionDetail): number | null {
  if ('share' in detail) return detail.share;
  return detail.kind === 'elder' ? detail.amount : null;
}

const isHousing = ({ detail }: DeclaredDeduction): boolean =>
  detail.kind === 'rent' || detail.kind === 'mortgage';

/** Rent and mortgage exclude each other for the whole tax year (国发〔2018〕41号 art. 20). */
function haveYearInCommon(a: DeclaredDeduction, b: DeclaredDeduction, rates: DeductionRates): boolean {
  const [from, until] = [
    later(countedFrom(a), countedFrom(b)),
    earlier(countedUntil(a, rates), countedUntil(b, rates)),
  ];
  return from.slice(0, 4) <= until.slice(0, 4);
}

function overlap(a: DeclaredDeduction, b: DeclaredDeduction, rates: DeductionRates): boolean {
  if (a.detail.kind === 'certificate') return haveYearInCommon(a, b, rates);
  return later(countedFrom(a), countedFrom(b)) <= earlier(countedUntil(a, rates), countedUntil(b, rates));
}

const later = (a: Month, b: Month): Month => (a > b ? a : b);
const earlier = (a: Month, b: Month): Month => (a < b ? a : b);

/** Of what is deducted once per child, and of everything else once per person. */
function isSame(a: DeductionDetail, b: DeductionDetail): boolean {
  if (isChild(a) && isChild(b)) return plainName(a) === plainName(b) && monthOf(a.born) === monthOf(b.born);
  return a.kind === b.kind;
}

/** Without what differs between two spellings of a name: width, case and spaces. */
const plainName = ({ name }: OfChild): string => name.normalize('NFKC').toLowerCase().replace(/\s/g, '');

type OfChild = DeductionDetail & { kind: 'child' | 'infant' };
const isChild = (detail: DeductionDetail): detail is OfChild =>
  detail.kind === 'child' || detail.kind === 'infant';

function ensure(holds: boolean, refusal: Refusal): void {
  if (!holds) throw new AppError('DEDUCTION_INVALID', refusal);
}
