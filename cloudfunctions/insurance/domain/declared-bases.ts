import type { Month } from '#contracts/common';
import type { Bases, ContributionKind } from '#contracts/insurance';
import type { DeclaredBase } from '#contracts/insurance-records';

const OLDEST_KEPT = 120;
/** A pensioner who works on has injury insurance alone, paid by the employer. */
const NOT_OF_PENSIONERS: readonly ContributionKind[] = [
  'pension',
  'medical',
  'unemployment',
  'maternity',
  'fund',
  'supplementaryFund',
];

/** The base of a month: the latest that has begun; null if none has. `list` in order of the months. */
export const declaredOn = (list: readonly DeclaredBase[], month: Month): DeclaredBase | null =>
  list.findLast(({ from }) => from <= month) ?? null;

/** As contributions are worked out of it; a person without one has no base at all. */
export const basesOf = (declared: DeclaredBase | null): Bases =>
  declared
    ? {
        insurance: declared.insurance,
        fund: declared.fund,
        isLocal: declared.isLocal,
        ...(declared.isPensioner ? { without: NOT_OF_PENSIONERS } : {}),
      }
    : { insurance: null, fund: null };

/** The list with one more entry, which replaces one of the same month; the last ten years' worth of months. */
export const withDeclared = (list: readonly DeclaredBase[], added: DeclaredBase): DeclaredBase[] =>
  [...list.filter(({ from }) => from !== added.from), added]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .slice(-OLDEST_KEPT);
