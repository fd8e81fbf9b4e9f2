import type { Day } from '#contracts/common';
import type { CalendarOverride } from '../../shared/calendar/day-kind';
import type { DatedShift } from './shift-versions';

/** Parts of the schedule that are about to be saved, in place of those that are stored. */
export interface ScheduleOverlay {
  /** By year. */
  readonly calendars?: ReadonlyMap<string, readonly CalendarOverride[]>;
  /** By the id of a person's month, `<employee>:<month>`. */
  readonly rosters?: ReadonlyMap<string, Readonly<Record<Day, string>>>;
  readonly shifts?: ReadonlyMap<string, DatedShift>;
}
