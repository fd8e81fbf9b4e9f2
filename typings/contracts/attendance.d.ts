import type { Day, Instant, LocalText, Metres, Minutes, Month } from './common';

export type Slot = 'in' | 'out';
/**
 * `gps`: inside a site. `field`: 外勤, elsewhere, with a photo. `code`: the code on the screen at a site's door.
 * `beacon`: near a Bluetooth beacon of a site.
 */
export type PunchMode = 'gps' | 'field' | 'code' | 'beacon';
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
  /** Always with `gps` and `field`; with `code` and `beacon` if the phone has it. */
  readonly location?: LocationEvidence;
  /** Only, and always, with mode `code`: the text of the code, up to 128 characters. */
  readonly code?: string;
  /** Only, and always, with mode `beacon`: what the phone sees, 1–20. */
  readonly beacons?: readonly SeenBeacon[];
  /** The phone's own random id, 16–64 characters of [A-Za-z0-9_-]. Evidence for HR, never a condition. */
  readonly device?: string;
  /** What wx.startSoterAuthentication answered to a challenge of `soterChallenge`. Never asked for by force. */
  readonly biometric?: { readonly resultJSON: string; readonly resultJSONSignature: string };
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

/** An iBeacon: 16 bytes as text with dashes, and two numbers of 0 … 65,535. */
export interface BeaconId {
  readonly uuid: string;
  readonly major: number;
  readonly minor: number;
}

/** A beacon as a phone sees it. `rssi` in dBm, -120 … -1. */
export interface SeenBeacon extends BeaconId {
  readonly rssi: number;
}

/** A beacon of a site, and how strong it must be at least, dBm. */
export interface SiteBeacon extends BeaconId {
  readonly minRssi: number;
}

/** A place that may not be honest, for a person to look at. */
export type PlaceFlag = 'impossible-travel' | 'same-coordinates' | 'accuracy-implausible' | 'shared-phone';

/**
 * A person looks at these later; they never refuse a punch. `needs-approval`: a field punch that counts only once
 * it is approved.
 */
export type PunchFlag =
  | 'late-arrival'
  | 'low-accuracy'
  | 'field'
  | 'needs-approval'
  | Exclude<PlaceFlag, 'shared-phone'>;

export interface PunchRecord {
  readonly slot: Slot;
  /** Booked time: the server's clock. */
  readonly at: Instant;
  readonly tappedAt: Instant;
  /** `correction`: nobody tapped; an approved correction puts it right (补卡). It has no place. */
  readonly mode: PunchMode | 'correction';
  readonly site: { readonly id: string; readonly name: LocalText } | null;
  /** To the nearest site's centre; null if the person has no site. */
  readonly distance: Metres | null;
  /** Null where the punch came without a location. */
  readonly accuracy: Metres | null;
  /** Whether WeChat confirmed a fingerprint or face check on the phone. */
  readonly biometric?: boolean;
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
  /** An approved correction gave this punch. */
  | { readonly kind: 'corrected'; readonly slot: Slot }
  /** Approved overtime of this day. */
  | { readonly kind: 'overtime'; readonly name: LocalText; readonly minutes: Minutes }
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
  | 'ROSTER_WORK' // { }  the roster says so, whatever the week or the holiday
  | 'ROSTER_OFF' // { }
  | 'SHIFT' // { name, start, end, flex }
  | 'SHIFT_FLEXIBLE' // { name, start, end, minutes }  any `minutes` between start and end
  | 'SHIFT_CORE' // { start, end }  everybody is there
  | 'SEGMENT' // { number, start, end }
  | 'IN' // { at }
  | 'OUT' // { at }
  | 'FLEX_USED' // { minutes, end }  end moved by the flex minutes used
  | 'ON_TIME' // { }
  | 'LATE' // { at, start, flex, minutes }
  | 'LATE_CORE' // { at, start, minutes }  flexible: after the last moment that is on time
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
  | 'STILL_OPEN' // { end }
  | 'WORKED' // { minutes }
  | 'CORRECTED' // { slot, at, requestId }
  | 'OVERTIME' // { name, from, to, minutes }  approved
  | 'REQUESTED' // { name, from, to, requestId }  leave, trip or overtime that is not decided
  | 'REQUESTED_CORRECTION' // { slot, at, requestId }
  | 'FIELD_WAITING' // { slot, at }  does not count before it is approved
  | 'FIELD_REJECTED' // { slot, at }  does not count
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

export interface SiteBrief {
  readonly id: string;
  readonly name: LocalText;
  readonly latitude: number;
  readonly longitude: number;
  readonly radius: Metres;
  /** Up to this much of the fix's inaccuracy counts in the person's favour. */
  readonly tolerance: Metres;
  /** UUIDs of its beacons, for the phone to look for; absent for none. */
  readonly beaconUuids?: readonly string[];
  /** `asked`: a fingerprint or face check is offered; a punch without one is booked all the same. */
  readonly biometric?: 'off' | 'asked';
  /** Whether the person may run the screen at its door; absent for no. HR opens screens from the list of sites. */
  readonly keepsScreen?: boolean;
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
    readonly roles: readonly import('./people').Role[];
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

/** What the screen at a site's door shows. */
export interface ScreenCode {
  readonly site: { readonly id: string; readonly name: LocalText };
  /** For a QR code; good until `until`, and a little longer on its way. */
  readonly code: string;
  readonly until: Instant;
  /** The last punches here, newest first, at most five: surname and initial. */
  readonly recent: readonly { readonly name: LocalText; readonly at: Instant }[];
}

/** A site as HR edits it. Its secret is in no answer. */
export interface SiteSettings {
  readonly id: string;
  readonly version: number;
  readonly name: LocalText;
  /** gcj02. */
  readonly latitude: number;
  readonly longitude: number;
  /** 30–2,000. */
  readonly radius: Metres;
  /** 0–200. */
  readonly tolerance: Metres;
  readonly beacons: readonly SiteBeacon[];
  readonly biometric: 'off' | 'asked';
  /** Employees besides HR who may run the screen at the door. */
  readonly screenKeepers: readonly string[];
}

export interface SiteOnFile extends SiteSettings {
  /** Newest first, at most 50. */
  readonly history: readonly import('./schedule').ChangeEntry[];
}

/** Where somebody is today. `late`: due, but not here yet. `left-early`: gone before the end that is owed. */
export type PresenceState = 'in' | 'not-yet' | 'late' | 'left' | 'left-early' | 'leave' | 'trip' | 'off';

export interface TeamMember {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly day: Day;
  readonly state: PresenceState;
  /** Of who has come, or should have. */
  readonly lateMinutes: Minutes;
  readonly shift: ShiftOnDay | null;
  readonly firstIn: PunchRecord | null;
  readonly lastOut: PunchRecord | null;
}

/** A month of all employees, frozen person by person. */
export interface Settlement {
  readonly month: Month;
  readonly rev: number;
  /** `waiting`: the last day of some people is not over; it goes on at `resumesAt`. */
  readonly state: 'running' | 'waiting' | 'done' | 'locked';
  /** People of this pass, and how many of them are new or have changed since the last one. */
  readonly people: number;
  readonly written: number;
  readonly waiting: number;
  readonly resumesAt: Instant | null;
  readonly startedAt: Instant;
  readonly doneAt: Instant | null;
  readonly lockedAt: Instant | null;
  /** Null for the console. */
  readonly lockedByName: string | null;
  /** Missing of months locked before it was kept. */
  readonly lockedByNameEn?: string | null;
}

/** Somebody whose month has come out differently since it was settled. */
export interface SettlementDifference {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly settled: MonthAttendance['totals'];
  readonly now: MonthAttendance['totals'];
  readonly days: readonly { readonly day: Day; readonly settled: DayState; readonly now: DayState }[];
}

/** Why a punch was flagged: figures only, words in the locale files under `flags.<flag>`. */
export interface FlagEvidence {
  readonly at: Instant;
  readonly data: Readonly<Record<string, string | number | LocalText>>;
}

export type FlagState = 'open' | 'fine' | 'follow-up';

export interface AttendanceFlag {
  readonly id: string;
  readonly rev: number;
  readonly employee: { readonly id: string; readonly name: string; readonly nameEn: string };
  readonly day: Day;
  readonly flag: PlaceFlag;
  readonly evidence: readonly FlagEvidence[];
  /** For HR: the people with whom a phone was shared, as the evidence names them by number. */
  readonly others: readonly { readonly id: string; readonly name: string; readonly nameEn: string }[];
  readonly rule: DayStatus['rule'];
  readonly state: FlagState;
  readonly note: string;
  readonly decidedByName: string | null;
  /** Missing of decisions made before it was kept. */
  readonly decidedByNameEn?: string | null;
  readonly decidedAt: Instant | null;
}

interface PageOf<Item> {
  readonly items: readonly Item[];
  /** Ask with it for the next page; null at the end. */
  readonly next: string | null;
}

/** Actions of the `attendance` function. */
export interface AttendanceContract {
  /** Everything the Today screen shows, in one call. */
  today: { input: Record<string, never>; output: Today };
  /** Books one punch; the server decides place, time, slot and status. Idempotent by `punchKey`. */
  punch: { input: PunchInput; output: PunchResult };
  /** One month of the caller, with the reasons of every day. */
  month: { input: { month: Month }; output: MonthAttendance };
  /** HR, and the keepers of the site's screen: the code to show now. Ask again at `until`. */
  screenCode: { input: { siteId: string }; output: ScreenCode };
  /** A challenge for one fingerprint or face check at one of the caller's sites, good for two minutes. */
  soterChallenge: {
    input: { siteId: string };
    output: { readonly challenge: string; readonly until: Instant };
  };
  /** Managers: their direct reports. HR: also the people of any department. At most 40 at a time. */
  teamToday: { input: { departmentId?: string; cursor?: string }; output: PageOf<TeamMember> };
  /** HR and administrators. */
  sites: { input: { cursor?: string }; output: PageOf<SiteOnFile> };
  /** `expectedVersion` 0 adds a site. `rotateSecret`: codes shown so far stop working within a minute. */
  saveSite: {
    input: { site: Omit<SiteSettings, 'version'>; expectedVersion: number; rotateSecret?: boolean };
    output: { readonly site: SiteOnFile };
  };
  /** HR: flagged days, the latest first. */
  flags: { input: { state: FlagState; cursor?: string }; output: PageOf<AttendanceFlag> };
  decideFlag: {
    input: { id: string; rev: number; verdict: Exclude<FlagState, 'open'>; note: string };
    output: AttendanceFlag;
  };
  /** The flags of the caller's own days. */
  ownFlags: { input: { month: Month }; output: { readonly items: readonly AttendanceFlag[] } };
  /** HR or console: null while nobody has begun. */
  settlement: { input: { month: Month }; output: { readonly settlement: Settlement | null } };
  /**
   * HR or console: starts a month or goes on with it, for some seconds; call again while it is `running`.
   * `again`: another pass over a month that is done, which writes only what has changed.
   */
  settle: { input: { month: Month; again?: boolean }; output: Settlement };
  /** HR or console: from now on the settled month stays as it is. */
  lockMonth: { input: { month: Month; rev: number }; output: Settlement };
  /** HR or console: people whose month would come out differently now. A page may be empty before the end. */
  differences: { input: { month: Month; cursor?: string }; output: PageOf<SettlementDifference> };
}
