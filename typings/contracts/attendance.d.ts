import type { Day, Instant, LocalText, Metres, Minutes, Month } from './common';

export type Slot = 'in' | 'out';
/** `gps`: inside a site. `field`: 外勤, elsewhere, with a photo. */
export type PunchMode = 'gps' | 'field';
export type FieldPolicy = 'free' | 'approval' | 'forbidden';
/** `makeup`: a weekend day worked in exchange (调休上班). `holiday`: statutory. `company`: day off by the company. */
export type DayKind = 'workday' | 'makeup' | 'restday' | 'holiday' | 'company';

/** Where the phone says it is, gcj02. Evidence, never trusted as a decision. */
export interface LocationEvidence {
  /** Degrees, -90 … 90. */
  readonly latitude: number;
  /** Degrees, -180 … 180. */
  readonly longitude: number;
  /** Radius of the fix in metres, 0 … 100,000. */
  readonly accuracy: Metres;
}

export interface PunchInput {
  /** Made once per tap by the phone, 16–64 characters of [A-Za-z0-9_-]; a retry sends the same. */
  readonly punchKey: string;
  /** The phone's clock at the tap (already corrected by the server's clock). A claim, not the booked time. */
  readonly tappedAt: Instant;
  readonly mode: PunchMode;
  readonly location: LocationEvidence;
  /** Only, and always, with mode `field`. */
  readonly field?: {
    /** fileID of the photo in cloud storage, under `field-punches/<employeeId>/<punchKey>.<jpg|png>`. */
    readonly photo: string;
    /** 1–60 characters. */
    readonly placeName: string;
    /** 0–200 characters. */
    readonly note: string;
  };
}

/** A person looks at these later; they never refuse a punch. */
export type PunchFlag = 'late-arrival' | 'low-accuracy' | 'field';

export interface PunchRecord {
  readonly slot: Slot;
  /** Booked time: the server's clock. */
  readonly at: Instant;
  readonly tappedAt: Instant;
  readonly mode: PunchMode;
  readonly site: { readonly id: string; readonly name: LocalText } | null;
  /** To the nearest site's centre; null if the person has no site. */
  readonly distance: Metres | null;
  readonly accuracy: Metres;
  readonly placeName: string | null;
  readonly note: string | null;
  readonly photo: string | null;
  readonly flags: readonly PunchFlag[];
}

/** What a day is called in one word; the worst of its marks. */
export type DayState =
  | 'normal'
  | 'late'
  | 'early'
  | 'missing'
  | 'absent'
  | 'leave'
  | 'trip'
  | 'field'
  | 'rest'
  | 'overtime'
  | 'ongoing'
  | 'upcoming'
  | 'none';

export type Mark =
  | { readonly kind: 'late'; readonly minutes: Minutes }
  | { readonly kind: 'early'; readonly minutes: Minutes }
  | { readonly kind: 'missing'; readonly slot: Slot }
  | { readonly kind: 'absent'; readonly days: 0.5 | 1 }
  | { readonly kind: 'field'; readonly slot: Slot }
  | { readonly kind: 'leave' | 'trip'; readonly name: LocalText; readonly days: 0.5 | 1 }
  | { readonly kind: 'late-arrival'; readonly slot: Slot; readonly tappedAt: Instant };

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
  | 'HOLIDAY' // { name }
  | 'COMPANY_OFF' // { name }
  | 'SHIFT' // { name, start, end, flex }
  | 'IN' // { at }
  | 'OUT' // { at }
  | 'FLEX_USED' // { minutes, end }  end moved by the flex minutes used
  | 'ON_TIME' // { }
  | 'LATE' // { at, start, flex, minutes }
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
  | 'STILL_OPEN' // { end }
  | 'WORKED' // { minutes }
  | 'NOT_EMPLOYED'; // { }

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
}

export interface SiteBrief {
  readonly id: string;
  readonly name: LocalText;
  readonly latitude: number;
  readonly longitude: number;
  readonly radius: Metres;
  /** Up to this much of the fix's inaccuracy counts in the person's favour. */
  readonly tolerance: Metres;
}

export type TodayTodo = {
  readonly kind: 'missing-punch';
  readonly day: Day;
  readonly slots: readonly Slot[];
};

export interface Today {
  readonly me: {
    readonly employeeId: string;
    readonly name: string;
    readonly nameEn: string;
    readonly language: import('./common').Language | null;
  };
  readonly now: Instant;
  /** IANA name, for the clock on the screen. */
  readonly timeZone: string;
  /** Offset of the time zone now, minutes east of UTC. */
  readonly utcOffset: Minutes;
  /** The attendance day that a punch now would be booked to (before 06:00 a night shift's is yesterday). */
  readonly day: Day;
  /** The first moment after that attendance day: from then on this answer says nothing about a punch. */
  readonly closesAt: Instant;
  /** The person's shift on that day; null on a day off. */
  readonly shift: ShiftOnDay | null;
  readonly sites: readonly SiteBrief[];
  /** A fix coarser than this cannot be decided. */
  readonly maxAccuracy: Metres;
  readonly fieldPolicy: FieldPolicy;
  readonly punches: readonly PunchRecord[];
  /** What a punch now would be. `update`: it replaces the clock-out already booked. */
  readonly next: { readonly slot: Slot; readonly update: boolean };
  readonly status: DayStatus;
  readonly todos: readonly TodayTodo[];
}

export interface PunchResult {
  /** `already`: this punch (same key, or a second tap within the same minute) was booked before. */
  readonly outcome: 'booked' | 'already';
  readonly punch: PunchRecord;
  readonly day: Day;
  readonly punches: readonly PunchRecord[];
  readonly next: Today['next'];
  readonly status: DayStatus;
}

export interface MonthDay extends DayStatus {
  readonly punches: readonly PunchRecord[];
  readonly shift: ShiftOnDay | null;
}

export interface MonthAttendance {
  readonly month: Month;
  readonly today: Day;
  readonly utcOffset: Minutes;
  /** Months that can be asked for. */
  readonly from: Month;
  readonly to: Month;
  readonly days: readonly MonthDay[];
  readonly totals: {
    /** Days on which the person worked (normal, late, early, field, trip count; half days as 0.5). */
    readonly attended: number;
    readonly late: number;
    readonly lateMinutes: Minutes;
    readonly early: number;
    readonly missing: number;
    readonly absent: number;
    readonly leave: number;
    readonly trip: number;
    readonly field: number;
  };
}

/** Actions of the `attendance` function. */
export interface AttendanceContract {
  /** Everything the Today screen shows, in one call. */
  today: { input: Record<string, never>; output: Today };
  /** Books one punch; the server decides place, time, slot and status. Idempotent by `punchKey`. */
  punch: { input: PunchInput; output: PunchResult };
  /** One month of the caller, with the reasons of every day. */
  month: { input: { month: Month }; output: MonthAttendance };
}
