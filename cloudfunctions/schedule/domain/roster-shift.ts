import type { Month } from '#contracts/common';
import type { RosterShift } from '#contracts/roster';
import { daysOfMonth } from '../../shared/calendar/company-time';
import { isFlexible, type ShiftTemplate } from './shift';
import { type DatedShift, versionOn, versionsOf } from './shift-versions';

/** A shift as a month's roster shows it: on the first day, and what changes until the last one. */
export function rosterShift(shift: DatedShift, month: Month): RosterShift {
  const days = daysOfMonth(month);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) throw new Error('a month without days');
  const changes = versionsOf(shift).flatMap(({ from, template }) =>
    from && from > first && from <= last ? [{ from, ...timesOf(template) }] : [],
  );
  return {
    id: shift._id,
    name: shift.name,
    ...timesOf(versionOn(shift, first)),
    ...(changes.length > 0 && { changes: changes.reverse() }),
  };
}

const timesOf = (shift: ShiftTemplate) => ({
  kind: isFlexible(shift) ? ('flexible' as const) : ('fixed' as const),
  start: shift.start,
  end: shift.end,
});
