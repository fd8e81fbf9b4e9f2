import type { Day } from '#contracts/common';
import type { ErrorData } from '#contracts/errors';
import type { AllowanceFacts, PensionPayment, TaxYearDraft } from '#contracts/tax';
import { AppError } from '../../shared/errors/app-error';
import { checkAllowance } from './check-allowance';
import { pensionLimit } from './private-pension';

/**
 * Whether what is set for a tax year fits together and is allowed.
 * @throws AppError ALLOWANCE_REFUSED, CARRY_IN_INVALID
 */
export function checkTaxYear(draft: TaxYearDraft, facts: AllowanceFacts, year: number): void {
  const { kind, allowance, carryIn, bonusTaxedOn, pension } = draft;
  const isPlain = allowance === 'monthly' && carryIn === null && pension.length === 0;
  ensure(kind === 'resident' || isPlain, 'draft.kind', 'kind');
  // Totals that are taken over are wages of this year.
  const hadIncome = facts.hadIncomeThisYear || carryIn !== null;
  checkAllowance(allowance, { ...facts, hadIncomeThisYear: hadIncome });
  ensure(bonusTaxedOn === null || isOf(year, bonusTaxedOn), 'draft.bonusTaxedOn', 'year');
  checkPension(pension, year);
  if (!carryIn) return;
  ensure(isOf(year, carryIn.from), 'draft.carryIn.from', 'year');
  ensure(isOf(year, carryIn.until), 'draft.carryIn.until', 'year');
  ensure(carryIn.from <= carryIn.until, 'draft.carryIn.until', 'order');
}

/** A month once, of the year, in order; together at most what the year allows to deduct. */
function checkPension(pension: readonly PensionPayment[], year: number): void {
  let total = 0;
  pension.forEach(({ month, amount }, at) => {
    const path = `draft.pension.${at}`;
    ensure(isOf(year, month), `${path}.month`, 'year');
    ensure((pension[at - 1]?.month ?? '') < month, `${path}.month`, 'order');
    total += amount;
    ensure(total <= pensionLimit(`${year}-12-31` as Day), `${path}.amount`, 'pension-limit');
  });
}

const isOf = (year: number, date: string): boolean => date.startsWith(`${year}-`);

function ensure(holds: boolean, path: string, rule: ErrorData['CARRY_IN_INVALID']['rule']): void {
  if (!holds) throw new AppError('CARRY_IN_INVALID', { path, rule });
}
