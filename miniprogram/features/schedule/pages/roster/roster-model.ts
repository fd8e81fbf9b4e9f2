import type { Day, LocalText, Month } from '#contracts/common';
import type { ChangePreview } from '#contracts/consequence';
import type { Failure } from '../../../../services/client-error';
import type { Clash, Drafts, Paint, Sheet } from '../../roster.model';

export interface RosterModel {
  readonly department: { readonly id: string; readonly name: LocalText } | null;
  readonly today: Day;
  readonly month: Month;
  /** Where the pages before this one began, and this one; null is the first. */
  readonly cursors: readonly (string | null)[];
  readonly sheet: Sheet | null;
  readonly drafts: Drafts;
  /** Chosen to paint with: every tap is a cell of it. Undefined while a tap asks. */
  readonly brush: Paint | undefined;
  readonly picked: Picked | null;
  readonly open: Open;
  /** Whose history is shown. */
  readonly person: string;
  readonly failure: Failure | null;
  readonly saving: boolean;
  readonly saveFailure: Failure | null;
  readonly clashes: readonly Clash[];
  /** What saving would do. */
  readonly effects: ChangePreview | null;
}

/** A cell that was tapped. */
export interface Picked {
  readonly employeeId: string;
  readonly day: Day;
  /** Days in a row that the choice is for. */
  readonly count: number;
}

export type Open = 'none' | 'departments' | 'cell' | 'week' | 'paste' | 'person' | 'effects';
