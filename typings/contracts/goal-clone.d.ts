import type { ActionShape } from './common';
import type { CycleBrief, GoalPlace, Measure, OwnerView, Share, SheetOwner } from './goal';

/** A key result of an earlier cycle that can be copied. */
export interface CloneKeyResult {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  /** As it was. */
  readonly measure: Measure;
  /** Of the copy. */
  readonly source: 'own' | 'mean';
  /** The figure that the next cycle can start at; null if there is none, or each cycle counts from its start. */
  readonly last: number | null;
}

/** An objective of an earlier cycle that can be copied. */
export interface CloneRow {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  readonly alignedWeight: number;
  /** How far it came. */
  readonly progress: Share | null;
  /** It was copied before. */
  readonly isThere: boolean;
  readonly keyResults: readonly CloneKeyResult[];
  /** What it was aligned to and is in this cycle as well. */
  readonly alignedTo: readonly { readonly place: GoalPlace; readonly title: string }[];
  /** Alignments to what is not there in this cycle. */
  readonly lost: number;
}

export interface GoalCloneContract {
  /** What can be copied from an earlier cycle of the same kind into this one; from the one before unless another is named. */
  cloneable: ActionShape & {
    input: { readonly cycleId: string; readonly owner: SheetOwner; readonly from?: string };
    output: {
      readonly cycle: CycleBrief;
      readonly owner: OwnerView;
      /** Earlier cycles of the same kind, the latest first. */
      readonly sources: readonly CycleBrief[];
      readonly from: string;
      /** Of the sheet; see `SheetView`. */
      readonly rev: number;
      /** What the objectives weigh that are there already. */
      readonly used: number;
      readonly rows: readonly CloneRow[];
    };
  };
  /** Copies chosen objectives of an earlier cycle. Idempotent: what was copied before is not copied again. */
  clone: ActionShape & {
    input: {
      readonly cycleId: string;
      readonly owner: SheetOwner;
      readonly from: string;
      readonly rev: number;
      readonly objectiveIds: readonly string[];
      /** By how many percent targets are further than they were. */
      readonly raise: number;
      /** Starts at the last value where each cycle goes on from there. */
      readonly fromLast: boolean;
    };
    output: { readonly rev: number; readonly added: number };
  };
}
