import type { ActionShape, Day, Instant } from './common';
import type { CycleBrief, ObjectiveDraft, OwnerView, SheetOwner } from './goal';
import type { ConsentRow } from './goal-align';
import type { PersonBrief } from './person';

/**
 * `open`: it waits for the owner. `countered`: the owner asks for a change, it waits for who pushed it. What is confirmed is
 * an objective of the sheet from then on; before, and once withdrawn, it counts nowhere.
 */
export type ProposalState = 'open' | 'countered' | 'confirmed' | 'withdrawn';

/** One line of what was changed in a pushed objective. */
export interface ProposalChange {
  /** Of the key result; empty for the objective itself. */
  readonly title: string;
  readonly what:
    | 'title'
    | 'weight'
    | 'start'
    | 'target'
    | 'limit'
    | 'unit'
    | 'steps'
    | 'key-result'
    | 'deadline';
  /** Null of what was not there. */
  readonly before: string | number | null;
  readonly after: string | number | null;
}

/** What somebody did with a pushed objective. `accepted`: the counter-proposal. */
export interface ProposalStep {
  readonly at: Instant;
  readonly by: PersonBrief;
  readonly what: 'pushed' | 'changed' | 'countered' | 'accepted' | 'confirmed' | 'withdrawn';
  readonly changes: readonly ProposalChange[];
  readonly reason: string;
}

/** Who was reminded last that it is not confirmed: nobody, the owner, their manager, or the manager's manager. */
export type ProposalReminder = 'nobody' | 'owner' | 'manager' | 'upper';

/** A pushed objective in lists. */
export interface ProposalBrief {
  readonly id: string;
  readonly title: string;
  readonly state: ProposalState;
  readonly by: PersonBrief;
  readonly deadline: Day;
  readonly reminded: ProposalReminder;
  /** The latest step. */
  readonly at: Instant;
}

export interface ProposalRow extends ProposalBrief {
  readonly cycleId: string;
  readonly owner: OwnerView;
  /** It waits for the reader. */
  readonly isMine: boolean;
}

/** What confirming a pushed objective does to the weight of another one. */
export interface RoomChange {
  readonly title: string;
  readonly before: number;
  readonly after: number;
  /** Who pushed it; its weight was agreed with them. */
  readonly agreedWith?: PersonBrief;
}

export interface ProposalView extends ProposalBrief {
  /** Of the proposal: it is answered in place of what stood at it. */
  readonly rev: number;
  readonly objective: ObjectiveDraft;
  readonly counter: { readonly objective: ObjectiveDraft; readonly reason: string } | null;
  /** The latest first. */
  readonly history: readonly ProposalStep[];
  /** The other objectives that give way so that weights sum to 100; null if they cannot. */
  readonly room: readonly RoomChange[] | null;
  readonly canAnswer: boolean;
  readonly canDecide: boolean;
}

/** Why an objective was not pushed to somebody of a list. */
export type PushRefusal = 'full' | 'closed' | 'taken' | 'shared' | 'ended';

export interface PushResult {
  /** Who has it now. */
  readonly pushed: readonly SheetOwner[];
  readonly refused: readonly { readonly owner: SheetOwner; readonly why: PushRefusal }[];
}

interface ProposalAt {
  readonly cycleId: string;
  readonly owner: SheetOwner;
  readonly id: string;
}

export interface GoalPushContract {
  /** HR or somebody above pushes an objective to people and departments. Idempotent by the id of the objective. */
  push: ActionShape & {
    input: {
      readonly cycleId: string;
      readonly owners: readonly SheetOwner[];
      readonly objective: ObjectiveDraft;
      readonly deadline: Day;
    };
    output: PushResult;
  };
  /** What waits for the reader, and what they have pushed. */
  pushed: ActionShape & {
    input: { readonly cycleId?: string };
    /** `consents`: alignments from elsewhere that wait for the reader. */
    output: {
      readonly rows: readonly ProposalRow[];
      readonly consents: readonly ConsentRow[];
      readonly today: Day;
    };
  };
  proposal: ActionShape & {
    input: ProposalAt;
    output: {
      readonly cycle: CycleBrief;
      readonly owner: OwnerView;
      readonly today: Day;
      readonly proposal: ProposalView;
    };
  };
  /** The owner confirms, or asks for a change. */
  answerPush: ActionShape & {
    input: ProposalAt & {
      readonly rev: number;
      readonly counter?: { readonly objective: ObjectiveDraft; readonly reason: string };
    };
    output: { readonly state: ProposalState; readonly rev: number };
  };
  /** Who pushed it accepts the change, pushes another one, or withdraws it. */
  decidePush: ActionShape & {
    input: ProposalAt & {
      readonly rev: number;
      readonly decision: 'accept' | 'change' | 'withdraw';
      /** Of `change`. */
      readonly objective?: ObjectiveDraft;
      readonly deadline?: Day;
      readonly reason?: string;
    };
    output: { readonly state: ProposalState; readonly rev: number };
  };
}
