import type { ChangeEntry } from './change';
import type { Instant, Language, LocalText } from './common';
import type { DepartmentBrief } from './department';
import type { EmployeeRecord, EmployeeSettings } from './employee';
import type { MyProfile, PersonBrief, WhoAmI } from './person';

/** `roles`: has a role of the office; whoever invites them is an administrator and has that role too. */
export type InviteRefusal = 'unknown' | 'left' | 'bound' | 'roles';

/** A person without a WeChat user. */
export interface UnboundPerson extends PersonBrief {
  readonly department: LocalText;
  /** Until when the last code is good; null for none. */
  readonly invitedUntil: Instant | null;
}

/** A code for one person. */
export interface Invitation extends PersonBrief {
  readonly code: string;
}

/** Actions of the `people` function. */
export interface PeopleContract {
  /** Who is this WeChat user? Answers `unbound` instead of an error. */
  me: { input: Record<string, never>; output: WhoAmI };
  /** Binds this WeChat user to the employee of a one-time invite code (8 characters, case and spaces free). */
  bind: { input: { code: string }; output: MyProfile };
  /**
   * The directory, for choosing a person: by any part of the name (also in pinyin or by its initials) or the number, or
   * by ids. At most 20, of people employed now; `others` leaves the caller out.
   */
  find: {
    input: { text?: string; ids?: readonly string[]; others?: boolean };
    output: {
      readonly people: readonly {
        readonly id: string;
        readonly name: string;
        readonly nameEn: string;
        readonly department: LocalText;
        readonly job: LocalText;
      }[];
    };
  };
  /** Every department, for choosing one, in the order of their ids. HR and administrators; at most 1,000. */
  departments: {
    input: Record<string, never>;
    output: { readonly departments: readonly DepartmentBrief[] };
  };
  /** A person's employment, with the shifts and sites to choose from (100 each). HR. */
  employee: {
    input: { id: string };
    output: {
      readonly person: EmployeeRecord;
      readonly shifts: readonly { readonly id: string; readonly name: LocalText }[];
      readonly sites: readonly { readonly id: string; readonly name: LocalText }[];
      /** The newest twenty; `what` are names of `EmployeeSettings`. */
      readonly history: readonly ChangeEntry[];
      /** Of people and departments that the history names by id. */
      readonly names: Readonly<Record<string, LocalText>>;
    };
  };
  /** HR, for others than themselves. Requests that depend on it follow, see `previewChange`. */
  saveEmployee: {
    input: EmployeeSettings & { id: string; rev: number };
    output: { readonly rev: number };
  };
  setLanguage: { input: { language: Language }; output: { language: Language } };
  /**
   * People employed now whom no WeChat user is bound to, sorted by number: of the company, or of a department with those
   * below it. HR and administrators. A page may be empty although there is a `next`. The departments come with the
   * first page.
   */
  unbound: {
    input: { departmentId?: string; cursor?: string };
    output: {
      readonly people: readonly UnboundPerson[];
      readonly next: string | null;
      readonly departments?: readonly DepartmentBrief[];
    };
  };
  /**
   * New one-time codes for up to 20 people, each shown in this answer only; older codes of theirs die. HR and
   * administrators, audited. `days`: how long the codes live, 1 to 30.
   */
  invite: {
    input: { employeeIds: readonly string[]; days: number };
    output: {
      readonly expiresAt: Instant;
      readonly invites: readonly Invitation[];
      readonly refused: readonly { readonly id: string; readonly reason: InviteRefusal }[];
    };
  };
  /**
   * Console only: a new one-time code for an employee who is not bound; an older code dies. `days`: how long it lives,
   * 1 to 30, usually 7.
   */
  createInvite: {
    input: { employeeId: string; days?: number };
    output: { employeeId: string; code: string; expiresAt: Instant };
  };
  /** Console only: ends the binding of an employee, so that a new code can be given. */
  unbind: { input: { employeeId: string }; output: { employeeId: string; unbound: boolean } };
}
