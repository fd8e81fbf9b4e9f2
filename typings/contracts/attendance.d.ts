import type { AttendanceFlag, FlagState } from './attendance-flag';
import type { Day, Instant, LeftOut, Month, PageOf } from './common';
import type { MonthAttendance } from './month';
import type { PunchInput } from './punch';
import type { MonthOpen, OpenPerson, OpenRequest, Settlement, SettlementDifference } from './settlement';
import type { ScreenCode, SiteOnFile, SiteSettings } from './site';
import type { TeamMember, WeekMember } from './team';
import type { PunchResult, Today } from './today';

/** Actions of the `attendance` function. */
export interface AttendanceContract {
  /** Everything the Today screen shows, in one call. */
  today: { input: Record<string, never>; output: Today };
  /** Books one punch; the server decides place, time, slot and status. Idempotent by `punchKey`. */
  punch: { input: PunchInput; output: PunchResult };
  /** One month of the caller, with the reasons of every day. */
  /** HR may name another employee. */
  month: { input: { month: Month; employeeId?: string }; output: MonthAttendance };
  /** HR, and the keepers of the site's screen: the code to show now. Ask again at `until`. */
  screenCode: { input: { siteId: string }; output: ScreenCode };
  /** A challenge for one fingerprint or face check at one of the caller's sites, good for two minutes. */
  soterChallenge: {
    input: { siteId: string };
    output: { readonly challenge: string; readonly until: Instant };
  };
  /** Managers: their direct reports. HR: also the people of any department. At most 40 at a time. */
  teamToday: { input: { departmentId?: string; cursor?: string }; output: PageOf<TeamMember> & LeftOut };
  /** The same people from Monday to Sunday. `week`: 0 this one, to 8. `monday`: its first day. */
  teamWeek: {
    input: { week: number; departmentId?: string; cursor?: string };
    output: PageOf<WeekMember> & LeftOut & { readonly monday: Day; readonly today: Day };
  };
  /** HR and administrators. */
  sites: { input: { cursor?: string }; output: PageOf<SiteOnFile> };
  /** `expectedVersion` 0 adds a site. `rotateSecret`: codes shown so far stop working within a minute. */
  saveSite: {
    input: { site: Omit<SiteSettings, 'version'>; expectedVersion: number; rotateSecret?: boolean };
    output: { readonly site: SiteOnFile };
  };
  /** HR: flagged days, the latest first; of one month or of all. */
  flags: { input: { state: FlagState; month?: Month; cursor?: string }; output: PageOf<AttendanceFlag> };
  decideFlag: {
    input: { id: string; rev: number; verdict: Exclude<FlagState, 'open'>; note: string };
    output: AttendanceFlag;
  };
  /** The flags of the caller's own days. */
  ownFlags: { input: { month: Month }; output: { readonly items: readonly AttendanceFlag[] } };
  /**
   * HR, administrators or console. `settlement` is null while nobody has begun, `open` of a month that is not begun or
   * locked. `mayClose`: the caller may settle and lock; administrators confirm an unlock only.
   */
  settlement: {
    input: { month: Month };
    output: {
      readonly settlement: Settlement | null;
      readonly open: MonthOpen | null;
      readonly mayClose: boolean;
    };
  };
  /**
   * HR or console: starts a month or goes on with it, for some seconds; call again while it is `running`.
   * `again`: another pass over a month that is done, which writes only what has changed.
   */
  settle: { input: { month: Month; again?: boolean }; output: Settlement };
  /** HR or console: from now on the settled month stays as it is. */
  lockMonth: { input: { month: Month; rev: number }; output: Settlement };
  /** HR, administrators or console: asks a second person to unlock a locked month. */
  askUnlock: { input: { month: Month; rev: number; reason: string }; output: Settlement };
  /** Somebody else confirms it, and the month can be settled again; refusing it is open to the asker as well. */
  decideUnlock: {
    input: { month: Month; rev: number; verdict: 'confirm' | 'refuse' };
    output: Settlement;
  };
  /** HR: people with missing or unconfirmed punches in a settled month. */
  openPunches: {
    input: { month: Month; cursor?: string };
    /** `settled`: of the first page, whether anybody has settled the month. */
    output: PageOf<OpenPerson> & { readonly settled?: boolean };
  };
  /** HR: pending requests about time of a month, by their end. */
  openRequests: { input: { month: Month; cursor?: string }; output: PageOf<OpenRequest> };
  /**
   * HR or console: people whose month comes out differently now, and those who were not settled. A page may be empty
   * before the end.
   */
  differences: { input: { month: Month; cursor?: string }; output: PageOf<SettlementDifference> };
}
