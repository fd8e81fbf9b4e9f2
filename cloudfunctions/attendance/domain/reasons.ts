import type { Day, LocalText } from '#contracts/common';
import type { DayKind, Reason, ReasonCode } from '#contracts/day-status';
import { isFlexible, type ShiftTemplate } from '../../schedule/rules';
import { clock, clockOn, weekdayOf } from '../../shared/calendar/company-time';
import type { KindOfDay } from '../../shared/calendar/day-kind';
import type { Cover } from './attendance-day';
import { countingPunches, type Punch } from './punch';

const NAMELESS: LocalText = { 'zh-CN': '', en: '' };
const KIND_CODES: Readonly<Record<DayKind, ReasonCode>> = {
  workday: 'WORKDAY',
  makeup: 'MAKEUP',
  restday: 'RESTDAY',
  holiday: 'HOLIDAY',
  company: 'COMPANY_OFF',
};

export function reason(code: ReasonCode, data: Reason['data'] = {}): Reason {
  return { code, data };
}

/** Why the day is a workday or a day off. */
function kindReason(day: Day, { kind, name }: KindOfDay): Reason {
  // A rest day next to a holiday by the state's arrangement, named after the holiday.
  if (kind === 'restday' && name) return reason('HOLIDAY_REST', { name });
  const byWeek = kind === 'workday' || kind === 'restday';
  return reason(KIND_CODES[kind], byWeek ? { weekday: weekdayOf(day) } : { name: name ?? NAMELESS });
}

/** Why the day is a workday or a day off, and that the year's exchanged days may still change it. */
export const kindReasons = (day: Day, kind: KindOfDay): Reason[] => [
  kindReason(day, kind),
  ...(kind.open ? [reason('CALENDAR_OPEN', { year: day.slice(0, 4) })] : []),
];

/** States that the roster decided, not the week or a holiday. */
export function rosterReasons(roster: 'work' | 'off' | null): Reason[] {
  if (roster === null) return [];
  return [reason(roster === 'work' ? 'ROSTER_WORK' : 'ROSTER_OFF')];
}

/** The shift's times and rules. */
export function shiftReasons(shift: ShiftTemplate): Reason[] {
  const facts = { name: shift.name, start: clock(shift.start), end: clock(shift.end) };
  if (!isFlexible(shift)) return [reason('SHIFT', { ...facts, flex: shift.flexMinutes })];
  const { core, requiredMinutes } = shift;
  return [
    reason('SHIFT_FLEXIBLE', { ...facts, minutes: requiredMinutes ?? 0 }),
    ...(core ? [reason('SHIFT_CORE', { start: clock(core.start), end: clock(core.end) })] : []),
  ];
}

/** The part of a day that leave or a trip covers. */
export function coverReason(day: Day, cover: Cover): Reason {
  return reason('COVERED', {
    name: cover.name,
    from: clockOn(day, cover.from),
    to: clockOn(day, cover.to),
  });
}

/** How the punches were made, where that needs an explanation. */
export const punchReasons = (day: Day, punches: readonly Punch[]): Reason[] => [
  ...wifiReasons(day, punches),
  ...lateArrivalReasons(day, punches),
];

/** One line per counting punch whose place a site's Wi-Fi proved. */
function wifiReasons(day: Day, punches: readonly Punch[]): Reason[] {
  const { in: first, out: last } = countingPunches(punches);
  return [first, last].flatMap((punch) => {
    if (punch?.mode !== 'wifi' || !punch.site) return [];
    const data = { slot: punch.slot, at: clockOn(day, punch.at), site: punch.site.name };
    if (punch.accuracy === null) return [reason('WIFI', data)];
    return [reason('WIFI_WEAK_FIX', { ...data, accuracy: Math.round(punch.accuracy) })];
  });
}

/** One line per punch that arrived long after its tap. */
function lateArrivalReasons(day: Day, punches: readonly Punch[]): Reason[] {
  return punches
    .filter(({ flags }) => flags.includes('late-arrival'))
    .map(({ slot, tappedAt, at, arrivedAt = at, claim }) =>
      reason(claim ? CLAIM_CODES[claim] : 'ARRIVED_LATE_NETWORK', {
        slot,
        tapped: clockOn(day, tappedAt),
        at: clockOn(day, arrivedAt),
      }),
    );
}

const CLAIM_CODES = { trusted: 'CLAIM_TRUSTED', open: 'CLAIM_WAITS' } as const;
