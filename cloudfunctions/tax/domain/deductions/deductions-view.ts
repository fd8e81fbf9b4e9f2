import type { Day } from '#contracts/common';
import type { Fen } from '#contracts/pay';
import type { DeductionEntry, DeductionsView } from '#contracts/tax';
import { monthOf } from '../../../shared/calendar/company-time';
import { DEDUCTIONS } from '../packs/deductions';
import { ruleOn } from '../rule';
import { lastYearToDeclare } from './check-deduction';
import { type DeductionFile, waitsToConfirm } from './deduction-file';
import { monthlyAmount } from './monthly-amount';
import { deductionsInMonth } from './special-through';

/** What a person, or who checks it, sees of all that was declared. */
export function deductionsView(file: DeductionFile, rev: number, today: Day): DeductionsView {
  const month = monthOf(today);
  const counted = deductionsInMonth(
    file.filter(({ state }) => state === 'accepted'),
    month,
  );
  const isOver = ({ until }: DeductionEntry): number => (until !== null && until < month ? 1 : 0);
  const items = [...file]
    .sort((a, b) => isOver(a) - isOver(b) || b.declaredAt - a.declaredAt)
    .map((entry) => ({ ...entry, amount: amountOf(entry) }));
  const year = lastYearToDeclare(today);
  return {
    ...{ rev, items, month },
    total: counted.reduce((sum, { amount }) => sum + amount, 0) as Fen,
    toConfirm: file.some((entry) => waitsToConfirm(entry, year)) ? year : null,
  };
}

/** By the rule of its last confirmed year, since rates belong to years. */
const amountOf = ({ detail, from, confirmedYear }: DeductionEntry): Fen => {
  const year = Math.max(Number(from.slice(0, 4)), confirmedYear);
  return monthlyAmount(detail, ruleOn(DEDUCTIONS, `${year}-01-01` as Day).value);
};
