import type { AttendanceFlag, FlagEvidence } from '#contracts/attendance-flag';
import type { Day, Instant } from '#contracts/common';
import type { PlaceFlag } from '#contracts/punch';
import type { AttendanceDay } from './attendance-day';
import { PLACE_RULES } from './place-rules';

/** A document of `attendance_flags`; `_id` is `<day>:<employee>:<flag>`: one per person, day and reason. */
export interface StoredFlag extends Omit<AttendanceFlag, 'id' | 'employee' | 'others'> {
  readonly _id: string;
  readonly employeeId: string;
  readonly decidedById: string | null;
}

const { id, version, source } = PLACE_RULES;

/** A new flag, not decided yet. */
export function openFlag(
  employeeId: string,
  day: Day,
  flag: PlaceFlag,
  evidence: readonly FlagEvidence[],
): StoredFlag {
  return {
    _id: `${day}:${employeeId}:${flag}`,
    employeeId,
    day,
    flag,
    evidence,
    rule: { id, version, source },
    rev: 1,
    state: 'open',
    note: '',
    decidedById: null,
    decidedByName: null,
    decidedAt: null,
  };
}

/** Employee numbers of the other users of a shared phone. */
export function othersOf({ evidence }: Pick<StoredFlag, 'evidence'>): string[] {
  const named = evidence.flatMap(({ data }) => String(data.others ?? '').split(' '));
  return [...new Set(named.filter(Boolean))];
}

/** Flags from the evidence stored with a day's punches, one per reason. */
export function flagsOfDay({ employeeId, day, punches }: AttendanceDay): StoredFlag[] {
  const found = new Map<PlaceFlag, FlagEvidence[]>();
  for (const { at, evidence = [] } of punches)
    for (const { flag, data } of evidence) found.set(flag, [...(found.get(flag) ?? []), { at, data }]);
  return [...found].map(([flag, evidence]) => openFlag(employeeId, day, flag, evidence));
}

/** The phones of a day's punches, with the time of the last use. */
export function phonesOf({ punches }: Pick<AttendanceDay, 'punches'>): ReadonlyMap<string, Instant> {
  return new Map(punches.flatMap(({ device, at }) => (device ? [[device, at] as const] : [])));
}
