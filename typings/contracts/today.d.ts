import type { Day, Instant, LocalText, Metres, Minutes, Month } from './common';
import type { DayStatus, ShiftOnDay } from './day-status';
import type { CycleBrief, Share } from './goal';
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
   * approved expenses to pay. `handover`: open handover tasks of leaving reports. `goals`: pushed goals to confirm, and answers to
   * what was pushed. `plans`: own improvement plans to agree to, `plan-write` to write,
   * `plan-report` whose weekly report is due, `plan-open` under way that asks for nothing (on Pending only); `team-plan*`: those of direct reports, `-verdict` once their days are over. `reviews`: not handed in, of
   * oneself, colleagues, reports and whom one reports to. `peers`: own colleagues to choose. `peers-confirm`: those that reports
   * have chosen. `appeals`: to decide.
   * `result`: an own result of an appraisal that was published and not read. `payslip`: an own one to confirm by `until`, and
   * `payslip-late` after that day; `pay-answer`: to an own dispute. For payroll: `pay-disputes` to answer, and what the month-end of
   * `month` waits for; `pay-lock` for a second person.
   */
  readonly kind:
    | ('unlock' | 'flags' | 'payments' | 'handover' | 'goals' | 'goal-review' | 'goal-reviews')
    | ('plan-write' | 'plan-report' | 'plan-open')
    | ('team-plan-write' | 'team-plans' | 'team-plan-verdict' | 'team-plan-late')
    | ('plans' | 'reviews' | 'peers' | 'peers-confirm' | 'appeals' | 'result')
    | ('payslip' | 'payslip-late' | 'pay-answer' | 'pay-disputes')
    | ('pay-calculate' | 'pay-blocked' | 'pay-lock' | 'pay-publish');
  /** 100 stands for more. */
  readonly count: number;
  /** Of `unlock` and of pay. */
  readonly month?: Month;
  /** Of `goal-review` and `goal-reviews`; of reviews, peers and `result` the appraisal. */
  readonly cycleId?: string;
  /** Of plans, if it is one. */
  readonly planId?: string;
  /** Of reviews, peers and `payslip`: the last day. */
  readonly until?: Day;
}

/** The own goals at a glance. */
export interface TodayGoals {
  /** The shortest cycle that today is in. */
  readonly cycle: CycleBrief;
  /** Null if there is nothing to measure yet. */
  readonly progress: Share | null;
  /** As it was at the end of the day a week ago; null if that cannot be told. */
  readonly before: Share | null;
  /** What was reported of today; null if nothing. */
  readonly report: string | null;
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
  /** Null while no cycle of goals is running. */
  readonly goals: TodayGoals | null;
  /** Requests that wait for the person, also as a delegate; 100 stands for more. */
  readonly waiting: number;
}
