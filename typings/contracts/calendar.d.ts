import type { Day, LocalText } from './common';
import type { DayKind } from './day-status';

/** What the calendar, the company's and the public one, says of a day. */
export interface CalendarDay {
  readonly day: Day;
  readonly kind: DayKind;
  readonly name: LocalText | null;
  /** The week decides only until the exchanged days of the year are announced or entered. */
  readonly open?: true;
}

export interface CompanyDay {
  readonly day: Day;
  readonly kind: DayKind;
  readonly name: LocalText;
}
