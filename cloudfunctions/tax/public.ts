import type { Day, Month } from '#contracts/common';
import type { AllowanceRule, DeclaredDeduction, PensionPayment, TaxKind, TaxTotals } from '#contracts/tax';
import { findDeductionFiles } from './data/deduction-files';
import { findTaxYears, type TaxYear } from './data/tax-years';
import type { DeductionFile } from './domain/deductions/deduction-file';
import { NO_TOTALS } from './domain/no-totals';

/** The interface for other features. */

/** What a payroll run asks about a person's tax year. */
export interface TaxFile {
  readonly kind: TaxKind;
  readonly allowance: AllowanceRule;
  /** Before the first run of the year here. */
  readonly carryIn: TaxTotals;
  /** Months of these totals count as months of employment here. */
  readonly carriedMonths: { readonly from: Month; readonly until: Month } | null;
  /** A bonus that was taxed by itself before or elsewhere in the year. */
  readonly bonusTaxedOn: Day | null;
  readonly pension: readonly PensionPayment[];
  /** Accepted ones only. */
  readonly deductions: readonly DeclaredDeduction[];
}

/**
 * By employee; who has nothing set and nothing declared is missing: a resident with a monthly allowance. Two reads.
 * @param employeeIds at most 1,000
 */
export async function findTaxFiles(
  employeeIds: readonly string[],
  year: number,
): Promise<ReadonlyMap<string, TaxFile>> {
  const [years, files] = await Promise.all([
    findTaxYears(employeeIds, year),
    findDeductionFiles(employeeIds),
  ]);
  const known = employeeIds.filter((id) => years.has(id) || files.has(id));
  return new Map(known.map((id) => [id, taxFile(years.get(id), files.get(id) ?? [])]));
}

const taxFile = (year: TaxYear | undefined, file: DeductionFile): TaxFile => ({
  kind: year?.kind ?? 'resident',
  allowance: year?.allowance ?? 'monthly',
  carryIn: year?.carryIn?.totals ?? NO_TOTALS,
  carriedMonths: year?.carryIn ? { from: year.carryIn.from, until: year.carryIn.until } : null,
  bonusTaxedOn: year?.bonusTaxedOn ?? null,
  pension: year?.pension ?? [],
  deductions: file
    .filter(({ state }) => state === 'accepted')
    .map(({ id, detail, from, until, confirmedYear }) => ({ id, detail, from, until, confirmedYear })),
});

export { resealedFiles } from './data/deduction-files';

export { resealedYears } from './data/tax-years';
