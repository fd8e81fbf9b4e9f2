import type { ActionShape, Day } from './common';
import type { CycleBrief, GoalPlace, Measure, OwnerView, SheetOwner } from './goal';
import type { ProposalState, PushResult } from './goal-push';

/** Somebody below whom a key result can be divided over. */
export interface DivisionRow extends OwnerView {
  /** What they have of it already; null if nothing. */
  readonly share: { readonly target: number; readonly state: ProposalState } | null;
  /** The same key result in the cycle before; null if they had none. */
  readonly last: { readonly target: number; readonly value: number | null } | null;
}

export interface GoalBreakDownContract {
  /** A key result and whom it can be divided over: the departments and people directly below. */
  division: ActionShape & {
    input: { readonly cycleId: string; readonly owner: SheetOwner; readonly keyResultId: string };
    output: {
      readonly cycle: CycleBrief;
      readonly owner: OwnerView;
      readonly place: GoalPlace;
      readonly title: string;
      readonly measure: Measure;
      /** Of the sheet; see `SheetView`. */
      readonly rev: number;
      readonly today: Day;
      /** It has figures of its own, which do not count any more once it is divided. */
      readonly hasOwnFigures: boolean;
      readonly rows: readonly DivisionRow[];
    };
  };
  /**
   * Divides a key result: it is the sum of what those below report from now on, and each of them is pushed a share. Idempotent by
   * `id`, that of the pushed objective.
   */
  breakDown: ActionShape & {
    input: {
      readonly cycleId: string;
      readonly owner: SheetOwner;
      readonly keyResultId: string;
      readonly rev: number;
      readonly id: string;
      /** Of the pushed objective among those of each of them. */
      readonly weight: number;
      readonly deadline: Day;
      readonly rows: readonly { readonly owner: SheetOwner; readonly target: number }[];
    };
    output: PushResult & { readonly rev: number };
  };
}
