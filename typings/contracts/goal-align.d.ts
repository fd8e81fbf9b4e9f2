import type { ActionShape, Instant } from './common';
import type { GoalPlace, OwnerView, SheetOwner } from './goal';

/** An alignment from elsewhere that waits for the reader. */
export interface ConsentRow {
  readonly cycleId: string;
  /** Whose objective it is. */
  readonly owner: OwnerView;
  readonly objectiveId: string;
  readonly title: string;
  /** What it is aligned to. */
  readonly place: GoalPlace;
  readonly above: string;
  readonly at: Instant;
}

/** Somebody's objective that counts for an objective or key result. */
export interface DependentRow extends OwnerView {
  readonly title: string;
  /** The key result that it counts for; null for the objective as a whole. */
  readonly keyResultId: string | null;
}

export interface GoalAlignContract {
  /** Who answers for a place agrees to an alignment from elsewhere, which counts from then on, or does not. */
  answerAlignment: ActionShape & {
    input: {
      readonly cycleId: string;
      /** Whose objective it is. */
      readonly owner: SheetOwner;
      readonly objectiveId: string;
      readonly place: GoalPlace;
      readonly accept: boolean;
      readonly note?: string;
    };
    output: { readonly state: 'accepted' | 'declined' };
  };
  /** What counts for an objective and its key results, before it is changed or dropped. */
  dependents: ActionShape & {
    input: { readonly cycleId: string; readonly owner: SheetOwner; readonly objectiveId: string };
    output: { readonly rows: readonly DependentRow[]; readonly more: number };
  };
}
