import type { Shift } from '#contracts/shift';
import type { ShiftTemplate } from './shift';

/** A shift as administrators see it, with defaults for fields missing in older documents. */
export function shiftOf(template: ShiftTemplate): Shift {
  const { _id, kind, requiredMinutes, core, ...rest } = template;
  return {
    id: _id,
    version: rest.version,
    kind: kind ?? 'fixed',
    name: rest.name,
    start: rest.start,
    end: rest.end,
    flexMinutes: rest.flexMinutes,
    requiredMinutes: requiredMinutes ?? null,
    core: core ?? null,
    workdays: rest.workdays,
    lateHalfDayAfter: rest.lateHalfDayAfter,
    lateAbsentAfter: rest.lateAbsentAfter,
    earlyHalfDayAfter: rest.earlyHalfDayAfter,
    earlyAbsentAfter: rest.earlyAbsentAfter,
    breaks: rest.breaks,
    source: rest.source,
  };
}

/** The shift as stored. */
export function templateOf({ id, ...rest }: Shift): ShiftTemplate {
  return { _id: id, ...rest };
}
