import type { Day, LocalText, Month } from '#contracts/common';
import type { ChangePreview } from '#contracts/consequence';
import type { Failure } from '../../../../services/client-error';
import type { Clash, Drafts, Paint, Sheet } from '../../roster.model';

export interface RosterModel {
  readonly department: { readonly id: string; readonly name: LocalText } | null;
  readonly today: Day;
  readonly month: Month;
  /** Cursors of the previous pages and of this one; null is the first page. */
  readonly cursors: readonly (string | null)[];
  readonly sheet: Sheet | null;
  readonly drafts: Drafts;
  /** What a tap on a cell sets; undefined: a tap opens the sheet of choices. */
  readonly brush: Paint | undefined;
  readonly picked: Picked | null;
  readonly open: Open;
  /** Whose history is shown. */
  readonly person: string;
  readonly loadFailure: Failure | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
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
