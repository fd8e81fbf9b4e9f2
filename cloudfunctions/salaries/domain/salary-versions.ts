import type { Day } from '#contracts/common';
import type { ErrorData } from '#contracts/errors';
import type { Fen } from '#contracts/pay';
import type { SalaryVersion } from '#contracts/pay-item';
import { AppError } from '../../shared/errors/app-error';
import type { WagePart } from './prorate-wage';

/** A hundred million yuan. */
const MAX_FEN = 10_000_000_000;
const MAX_VERSIONS = 100;

/** What holds on a day; null before the first version. `versions` ascending. */
export const salaryOn = (versions: readonly SalaryVersion[], day: Day): SalaryVersion | null =>
  versions.findLast(({ from }) => from <= day) ?? null;

/**
 * The history with a version: one of the same day is replaced, so that a typing error can be mended, and one that
 * begins earlier is entered in its place (a rise that is back-dated).
 * @throws AppError SALARY_INVALID with the field
 */
export function withVersion(
  versions: readonly SalaryVersion[],
  added: SalaryVersion,
  knownItems: ReadonlySet<string>,
): readonly SalaryVersion[] {
  requireAmount('wage', added.wage);
  if (added.overtimeBase !== null) requireAmount('overtimeBase', added.overtimeBase);
  for (const [id, amount] of Object.entries(added.entered)) {
    if (!knownItems.has(id)) throw invalid(id, 'unknown-item');
    requireAmount(id, amount);
  }
  const others = versions.filter(({ from }) => from !== added.from);
  if (others.length >= MAX_VERSIONS) throw invalid('from', 'too-many');
  return [...others, added].sort((one, other) => (one.from < other.from ? -1 : 1));
}

function requireAmount(field: string, amount: Fen): void {
  const isAmount = Number.isSafeInteger(amount) && amount >= 0 && amount <= MAX_FEN;
  if (!isAmount) throw invalid(field, 'out-of-range');
}

/** The wages of these days, ascending, in their order; a day before the first version has the wage of that one. */
export function wageParts(versions: readonly SalaryVersion[], days: readonly Day[]): WagePart[] {
  const parts: WagePart[] = [];
  for (const day of days) {
    const wage = (salaryOn(versions, day) ?? versions[0])?.wage;
    if (wage === undefined) return [];
    const last = parts.at(-1);
    if (last?.wage === wage) parts[parts.length - 1] = { wage, days: last.days + 1 };
    else parts.push({ wage, days: 1 });
  }
  return parts;
}

const invalid = (field: string, rule: ErrorData['SALARY_INVALID']['rule']) =>
  new AppError('SALARY_INVALID', { field, rule });
