import type { CycleDays, GoalsContract, TeamRow, TreeNode } from '#contracts/goals';
import type { Failure } from '../../services/client-error';

export const SEGMENTS = ['mine', 'team', 'company'] as const;
export type Segment = (typeof SEGMENTS)[number];

export type Home = GoalsContract['home']['output'];

/** One opened level of the tree; null while it loads. */
export interface Level {
  readonly nodes: readonly TreeNode[];
  readonly next: string | null;
}

export interface GoalsModel {
  readonly home: Home | null;
  readonly segment: Segment;
  /** Chosen by the person; empty for the one to begin with. */
  readonly cycleId: string;
  readonly team: { readonly rows: readonly TeamRow[]; readonly days: CycleDays } | null;
  /** Opened levels by what they are below; '' is the company. */
  readonly levels: Readonly<Record<string, Level | null>>;
  readonly failure: Failure | null;
  readonly online: boolean;
}

/** The key of what is below an objective or a key result of it. */
export const levelKey = (
  { sheetId, objectiveId }: Pick<TreeNode, 'sheetId' | 'objectiveId'>,
  id: string,
): string => `${sheetId}/${objectiveId}/${id}`;
