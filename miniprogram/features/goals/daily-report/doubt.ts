import type { Clause } from './clauses';
import type { Figure } from './figure';
import type { ReportableKeyResult, ReportMode, ReportProposal } from './proposal';
import type { Ranked } from './rank';

/** When the person has to look twice. */

/** Scores that differ by less are a tie. */
const TIE = 2;

export const isTie = (best: Ranked, second: Ranked | undefined): boolean =>
  second !== undefined && best.score - second.score < TIE;

/** 至少接待 20 位: a verb may stand between. */
const ABOUT_REACH = 5;

export function isVague({ phrases }: Clause, figure: Figure): boolean {
  if (figure.isVague) return true;
  return phrases.some(({ role, to }) => {
    if (role === 'each') return true;
    return role === 'about' && to <= figure.from && figure.from - to <= ABOUT_REACH;
  });
}

/** A negative total, or one that is less than the one before. */
export const isUnlikelyTotal = (
  mode: ReportMode,
  value: number,
  { kind, lastValue }: ReportableKeyResult,
): boolean => mode === 'set' && (value < 0 || (kind === 'raise' && value < (lastValue ?? value)));

/** A plain number of a key result in ten thousands may be meant in yuan. */
export const isUnclearAmount = ({ unit, hasMagnitude }: Figure, { candidate }: Ranked): boolean =>
  unit === null && !hasMagnitude && candidate.unit?.dimension === 'money' && candidate.unit.factor > 1;

/** Two numbers of one key result, one of which is a total: both are shown, and the person decides. */
export function withConflicts(drafts: readonly ReportProposal[]): ReportProposal[] {
  const counts = new Map<string, number>();
  const totals = new Set<string>();
  for (const { keyResultId, mode } of drafts) {
    counts.set(keyResultId, (counts.get(keyResultId) ?? 0) + 1);
    if (mode === 'set') totals.add(keyResultId);
  }
  return drafts.map((draft) => {
    const isConflict = totals.has(draft.keyResultId) && (counts.get(draft.keyResultId) ?? 0) > 1;
    return isConflict ? { ...draft, confidence: 'maybe' } : draft;
  });
}
