import type { Day, Instant, LocalText, Minutes } from './common';
import type { Slot } from './punch';

/** `makeup`: a weekend day worked in exchange (调休上班). `holiday`: statutory. `company`: day off by the company. */
export type DayKind = 'workday' | 'makeup' | 'restday' | 'holiday' | 'company';

/** What a day is called in one word; the worst of its marks. */
export type DayState =
  | 'normal'
  | 'late'
  | 'early'
  | 'missing'
  | 'absent'
  /** Counts as the phone claims, until a person confirms it. */
  | 'unconfirmed'
  | 'leave'
  | 'trip'
  | 'field'
  | 'rest'
  /** A day off with punches but without approved overtime: nothing is credited. */
  | 'rest-punched'
  | 'overtime'
  | 'ongoing'
  | 'upcoming'
  | 'none';

/** `segment` counts from 1, for shifts that are punched more than once in and out. `days` are more than 0, at most 1. */
export type Mark =
  | { readonly kind: 'late'; readonly minutes: Minutes; readonly segment?: number }
  | { readonly kind: 'early'; readonly minutes: Minutes; readonly segment?: number }
  | { readonly kind: 'missing'; readonly slot: Slot; readonly segment?: number }
  | { readonly kind: 'absent'; readonly days: number }
  | { readonly kind: 'field'; readonly slot: Slot }
  /** `minutes`: leave minutes of this day as they were asked for, 480 are a day; absent for whole and half days. */
  | {
      readonly kind: 'leave' | 'trip';
      readonly name: LocalText;
      readonly days: number;
      readonly minutes?: Minutes;
    }
  | { readonly kind: 'late-arrival'; readonly slot: Slot; readonly tappedAt: Instant }
  /** Arrived so late that a person has to confirm the time of the tap. */
  | { readonly kind: 'unconfirmed'; readonly slot: Slot; readonly tappedAt: Instant }
  /** An approved correction gave this punch. */
  | { readonly kind: 'corrected'; readonly slot: Slot }
  /** Approved overtime of this day; `credited` once it is over, where it is less. */
  | {
      readonly kind: 'overtime';
      readonly name: LocalText;
      readonly minutes: Minutes;
      readonly credited?: Minutes;
    }
  /** Asked for and not decided: without effect so far. */
  | {
      readonly kind: 'requested';
      readonly of: 'leave' | 'trip' | 'overtime' | 'correction' | 'field';
      readonly name: LocalText;
      readonly requestId: string | null;
    };

/**
 * One line of "how this was worked out". Words in the locale files under `reasons.<code>`; times are `HH:mm`
 * (`+1` behind a time of the next day), so that the sentence can be shown as it is.
 */
export interface Reason {
  readonly code: ReasonCode;
  readonly data: Readonly<Record<string, string | number | LocalText>>;
}

export type ReasonCode =
  | 'WORKDAY' // { weekday: 1–7 }
  | 'MAKEUP' // { name }
  | 'RESTDAY' // { weekday }
  | 'HOLIDAY_REST' // { name }  a rest day of the arrangement around a holiday
  | 'HOLIDAY' // { name }
  | 'COMPANY_OFF' // { name }
  | 'CALENDAR_OPEN' // { year }  the exchanged days of the year are not announced yet
  | 'ROSTER_WORK' // { }  the roster says so, whatever the week or the holiday
  | 'ROSTER_OFF' // { }
  | 'SHIFT' // { name, start, end, flex }
  | 'SHIFT_FLEXIBLE' // { name, start, end, minutes }  any `minutes` between start and end
  | 'SHIFT_CORE' // { start, end }  everybody is there
  | 'SHIFT_CHANGED' // { from, to }  names; the first punch was made when another shift was planned
  | 'SEGMENT' // { number, start, end }
  | 'IN' // { at }
  | 'OUT' // { at }
  | 'FLEX_USED' // { minutes, end }  end moved by the flex minutes used
  | 'ON_TIME' // { }
  | 'LATE' // { at, start, flex, minutes }
  | 'LATE_CORE' // { at, start, minutes }  flexible: after the last instant that is on time
  | 'REQUIRED' // { minutes, end }  flexible: what is owed, and when it is done at the earliest
  | 'LATE_HALF_DAY' // { minutes, limit }
  | 'LATE_ABSENT' // { minutes, limit }
  | 'EARLY' // { at, end, minutes }
  | 'EARLY_HALF_DAY' // { minutes, limit }
  | 'EARLY_ABSENT' // { minutes, limit }
  | 'NO_PUNCH' // { }
  | 'MISSING_IN' // { }
  | 'MISSING_OUT' // { }
  | 'COVERED' // { name, from, to }  leave or trip that covers part or all of the shift
  | 'ARRIVED_LATE_NETWORK' // { slot, tapped, at }
  | 'CLAIM_TRUSTED' // { slot, tapped, at }  the time of the tap counts
  | 'CLAIM_WAITS' // { slot, tapped, at }  likewise, until a person has confirmed it
  | 'WIFI' // { slot, at, site }  the site's Wi-Fi proved the place
  | 'WIFI_WEAK_FIX' // { slot, at, site, accuracy }  likewise, beside a location that did not decide
  | 'STILL_OPEN' // { end }
  | 'REST_PUNCHED' // { count }  punches of a day off; overtime only if it is approved
  | 'WORKED' // { minutes }
  | 'CORRECTED' // { slot, at, requestId }
  | 'OVERTIME' // { name, from, to, minutes }  approved
  | 'OVERTIME_LESSER' // { punched, minutes }  of it, `punched` minutes have punches; `minutes` are credited
  | 'OVERTIME_UNPUNCHED' // { punched, minutes }  likewise, credited as approved
  | 'REQUESTED' // { name, from, to, requestId }  leave, trip or overtime that is not decided
  | 'REQUESTED_CORRECTION' // { slot, at, requestId }
  | 'FIELD_WAITING' // { slot, at }  does not count before it is approved
  | 'FIELD_REJECTED' // { slot, at }  does not count
  | 'NOT_EMPLOYED';

// { }

export interface DayStatus {
  readonly day: Day;
  readonly kind: DayKind;
  /** Name of the holiday or make-up arrangement, else null. */
  readonly kindName: LocalText | null;
  readonly state: DayState;
  readonly marks: readonly Mark[];
  readonly workedMinutes: Minutes;
  readonly reasons: readonly Reason[];
  /** Which rules decided, and where they come from. */
  readonly rule: { readonly id: string; readonly version: number; readonly source: LocalText };
}

export interface ShiftOnDay {
  readonly id: string;
  readonly name: LocalText;
  readonly startAt: Instant;
  readonly endAt: Instant;
  /** `HH:mm`; an end on the next day carries `+1`. */
  readonly start: string;
  readonly end: string;
  readonly flexMinutes: Minutes;
  /** Of a flexible shift: minutes to be worked between `start` and `end`, and when everybody is there. */
  readonly requiredMinutes?: Minutes;
  readonly core?: { readonly start: string; readonly end: string };
  /** The parts that are each punched in and out, where there is more than one. */
  readonly segments?: readonly {
    readonly startAt: Instant;
    readonly endAt: Instant;
    readonly start: string;
    readonly end: string;
  }[];
}
