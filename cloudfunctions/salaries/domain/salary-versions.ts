import type { Day } from '#contracts/common';
import type { Fen } from '#contracts/pay';
import type { SalaryVersion } from '#contracts/pay-item';
import type { WagePart } from './prorate-wage';

/** A hundred million yuan. */
const MAX_FEN = 10_000_000_000;
const MAX_VERSIONS = 100;

/** What holds on a day; null before the first version. `versions` ascending. */
export const salaryOn = (versions: readonly SalaryVersion[], day: Day): SalaryVersion | null =>
  versions.findLast(({ from }) => from <= day) ?? null;

const MAX_REPLACED = 20;

/**
 * The history with a version: one of the same day is replaced, so that a typing error can be mended, and one that
 * begins earlier is entered in its place (a rise that is back-dated). Who has asked for a replaced one and approved it stays.
 */
export function withVersion(
  versions: readonly SalaryVersion[],
  added: SalaryVersion,
): readonly SalaryVersion[] {
  const old = versions.find(({ from }) => from === added.from);
  const replaced = [...(old?.mark ? [old.mark] : []), ...(old?.replaced ?? [])].slice(0, MAX_REPLACED);
  const version = replaced.length > 0 ? { ...added, replaced } : added;
  return [...versions.filter((each) => each !== old), version].sort((one, other) =>
    one.from < other.from ? -1 : 1,
  );
}

/** What is paid, without who has asked for it. */
export const paidOf = ({ mark: _, replaced: __, ...paid }: SalaryVersion): SalaryVersion => paid;

/** Whether a request is stored, in force or replaced by now. */
export const isStored = (versions: readonly SalaryVersion[], requestId: string): boolean =>
  versions.some(({ mark, replaced = [] }) =>
    [mark, ...replaced].some((each) => each?.requestId === requestId),
  );

/** The first field of a version that cannot be added to the history; null if all are right. */
export function salaryFault(
  { from, wage, overtimeBase, entered }: SalaryVersion,
  versions: readonly SalaryVersion[],
  knownItems: ReadonlySet<string>,
): { readonly field: string; readonly rule: 'out-of-range' | 'unknown-item' | 'too-many' } | null {
  if (!isAmount(wage) || wage === 0) return { field: 'wage', rule: 'out-of-range' };
  if (overtimeBase !== null && !isAmount(overtimeBase))
    return { field: 'overtimeBase', rule: 'out-of-range' };
  for (const [id, amount] of Object.entries(entered)) {
    if (!knownItems.has(id)) return { field: id, rule: 'unknown-item' };
    if (!isAmount(amount)) return { field: id, rule: 'out-of-range' };
  }
  const others = versions.filter((each) => each.from !== from);
  return others.length >= MAX_VERSIONS ? { field: 'from', rule: 'too-many' } : null;
}

const isAmount = (amount: Fen): boolean => Number.isSafeInteger(amount) && amount >= 0 && amount <= MAX_FEN;

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
