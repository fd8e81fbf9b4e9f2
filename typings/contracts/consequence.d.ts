import type { LocalText, Minutes, Month } from './common';
import type { Period } from './form';
import type { PeopleContract } from './people';
import type { PersonBrief } from './person';
import type { RequestKind } from './request-type';
import type { ScheduleContract } from './schedule';

/** What was changed that requests depend on. */
export type ChangeCause = 'calendar' | 'roster' | 'shift' | 'person';

/** A change before it is saved: the input of the action that saves it. */
export type PlannedChange =
  | { readonly cause: 'calendar'; readonly input: ScheduleContract['saveCalendar']['input'] }
  | { readonly cause: 'roster'; readonly input: ScheduleContract['saveRoster']['input'] }
  | { readonly cause: 'shift'; readonly input: ScheduleContract['saveShift']['input'] }
  | { readonly cause: 'person'; readonly input: PeopleContract['saveEmployee']['input'] };

/**
 * What became of a request: counted again, ended because nothing of it counts any more, or left as it is because the
 * new count does not fit (`open`), which HR settles.
 */
export type RecountOutcome = 'recounted' | 'ended' | 'open';

/** A line of a request's history: counted again. Leave minutes, or minutes of overtime. */
export interface RecountNote {
  readonly cause: ChangeCause;
  readonly outcome: RecountOutcome;
  readonly before: Minutes;
  readonly after: Minutes;
  /** Of leave whose type is counted in hours. */
  readonly unit?: 'hour';
  /** Identifies the pass over the requests that a change caused. */
  readonly run: string;
}

export interface ChangedRequest {
  readonly requestId: string;
  readonly applicant: PersonBrief;
  readonly kind: RequestKind;
  readonly title: LocalText;
  readonly period: Period | null;
  readonly outcome: RecountOutcome;
  readonly before: Minutes;
  readonly after: Minutes;
  readonly unit?: 'hour';
}

/** What saving a change would do. Nothing is written. */
export interface ChangePreview {
  /** Those whose requests it touches. */
  readonly people: number;
  /** Of a shift: how many people are assigned to it from today on, without those for whom only a roster plans it. */
  readonly workers?: number;
  readonly requests: number;
  /** Leave minutes that return to balances, and that are needed in addition. */
  readonly returned: Minutes;
  readonly needed: Minutes;
  /** Overtime whose pay class changes. */
  readonly overtime: number;
  readonly open: number;
  /** Pending requests that somebody else decides from now on. */
  readonly readdressed: number;
  /** Settled months with a day that changes; a locked one stays, and HR sees the difference. */
  readonly months: readonly { readonly month: Month; readonly locked: boolean }[];
  /** The first twenty. */
  readonly items: readonly ChangedRequest[];
  /** False if there are more requests than a preview looks at; saving looks at all. */
  readonly complete: boolean;
}
