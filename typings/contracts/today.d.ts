import type { Day, Instant, LocalText, Metres, Minutes, Month } from './common';
import type { DayStatus, ShiftOnDay } from './day-status';
import type { Role } from './person';
import type { PunchRecord, Slot } from './punch';
import type { FieldPolicy, SiteBrief } from './site';

export interface PunchResult {
  /** `already`: this punch (same key, or a second tap within the same minute) was booked before. */
  readonly outcome: 'booked' | 'already';
  readonly punch: PunchRecord;
  readonly day: Day;
  readonly punches: readonly PunchRecord[];
  readonly next: Today['next'];
  readonly status: DayStatus;
}

export interface TodayTodo {
  /**
   * `unconfirmed-punch`: arrived so late that a person has to confirm the time of the tap, by a correction.
   * `correction-waiting`: a correction that is not decided; there is nothing to do but to look at it.
   */
  readonly kind: 'missing-punch' | 'unconfirmed-punch' | 'correction-waiting';
  readonly day: Day;
  readonly slots: readonly Slot[];
  /** The time with which the correction begins, if it is not that of the shift: of the tap, or of a part of the shift. */
  readonly at?: Instant;
  /** Of `correction-waiting`. */
  readonly requestId?: string;
}

/** An own request that was not approved and can be changed and sent again. */
export interface ReturnedRequest {
  readonly id: string;
  /** `returned`: the same request waits for the change. */
  readonly state: 'rejected' | 'returned';
  readonly title: LocalText;
  /** When it was decided. */
  readonly at: Instant;
}

/** What waits for people of a role. */
export interface OfficeTodo {
  /**
   * `unlock`: somebody else asks to unlock the month. `flags`: findings about punches that nobody has judged. `payments`:
   * approved expenses to pay. `handover`: open handover tasks of leaving reports.
   */
  readonly kind: 'unlock' | 'flags' | 'payments' | 'handover';
  /** 100 stands for more. */
  readonly count: number;
  /** Of `unlock`. */
  readonly month?: Month;
}

export interface Today {
  readonly me: {
    readonly employeeId: string;
    readonly name: string;
    readonly nameEn: string;
    readonly roles: readonly Role[];
  };
  readonly now: Instant;
  /** IANA name, for the clock on the screen. */
  readonly timeZone: string;
  /** Offset of the time zone now, minutes east of UTC. */
  readonly utcOffset: Minutes;
  /** The attendance day that a punch now would be booked to (before 06:00 a night shift's is yesterday). */
  readonly day: Day;
  /** The first instant after that attendance day: from then on this answer says nothing about a punch. */
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
  /** Own requests that were rejected or returned lately, the latest first. */
  readonly returned: readonly ReturnedRequest[];
  readonly office: readonly OfficeTodo[];
  /** Requests that wait for the person, also as a delegate; 100 stands for more. */
  readonly waiting: number;
}
