import type { PlannedChange } from '#contracts/consequence';
import type { ChangeScope } from '../../consequences/rules';
import { dayOf } from '../../shared/calendar/company-time';
import { changedKeys } from '../../shared/history/changed-keys';
import { findCalendar } from '../data/calendars';
import { findRosterMonths, rosterIdOf } from '../data/rosters';
import { findShift } from '../data/shifts';
import { planShift } from '../domain/plan-shift';
import { calendarChange, changedCalendarDays, rosterChange } from '../domain/planned-change';
import type { ScheduleOverlay } from '../domain/schedule-overlay';

export interface ChangePlan {
  readonly scope: ChangeScope;
  /** The schedule as it would be saved. */
  readonly overlay: ScheduleOverlay;
}

type Planned<Cause extends PlannedChange['cause']> = Extract<PlannedChange, { cause: Cause }>['input'];

/**
 * Whom and which days a change would concern, against what is stored now; null if it changes nothing that
 * requests depend on. One read. @throws AppError INPUT_INVALID, NOT_FOUND, VERSION_CONFLICT
 */
export function planChange(
  change: Exclude<PlannedChange, { cause: 'person' }>,
  now: number,
): Promise<ChangePlan | null> {
  switch (change.cause) {
    case 'calendar':
      return planCalendar(change.input);
    case 'roster':
      return planRosters(change.input);
    case 'shift':
      return planShiftChange(change.input, now);
  }
}

async function planCalendar({ year, days }: Planned<'calendar'>): Promise<ChangePlan | null> {
  const stored = await findCalendar(year);
  const scope = calendarChange(changedCalendarDays(stored?.overrides ?? [], days));
  return scope && { scope, overlay: { calendars: new Map([[year, days]]) } };
}

async function planRosters({ month, rows }: Planned<'roster'>): Promise<ChangePlan | null> {
  const ids = rows.map(({ employeeId }) => employeeId);
  const stored = new Map((await findRosterMonths(ids, month)).map((each) => [each._id, each.days]));
  const changed = rows.flatMap(({ employeeId, days }) => {
    const _id = rosterIdOf(employeeId, month);
    const what = changedKeys(stored.get(_id) ?? {}, days);
    return what.length > 0 ? [{ _id, days, history: [{ what }] }] : [];
  });
  const scope = rosterChange(changed);
  return scope && { scope, overlay: { rosters: new Map(changed.map(({ _id, days }) => [_id, days])) } };
}

async function planShiftChange(input: Planned<'shift'>, now: number): Promise<ChangePlan | null> {
  const stored = await findShift(input.shift.id);
  const { after, scope } = planShift(stored, input, dayOf(now));
  return scope && { scope, overlay: { shifts: new Map([[after._id, after]]) } };
}
